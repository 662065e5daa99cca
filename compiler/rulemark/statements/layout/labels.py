"""Run-in labels: `*Eligibility:* If you …`, `- **Admin access** Admins can …`, `**Disabled**: …`."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.document import Emphasis, Inline, Strong, plain_text
from rulemark.statements.layout.passages import Passage

_SEPARATORS = ":：–—-"
_LONGEST = 60
_MARKED = (Strong, Emphasis)


@dataclass(frozen=True, slots=True)
class Label:
    """A run-in label.

    Attributes:
        text: The label without separator.
        end: How many characters of the passage's plain text belong to it, with separator and white space.
        separated: A colon or dash stands between label and text, as in a definition.
    """

    text: str
    end: int
    separated: bool


NO_LABEL = Label("", 0, separated=False)


def label_of(passage: Passage) -> Label:
    """Return the run-in label of a passage, or NO_LABEL."""
    if not any(isinstance(inline, _MARKED) for inline in passage.inlines):
        return NO_LABEL
    text = passage.plain.text
    first = next((inline for inline in passage.inlines if plain_text((inline,)).text.strip()), None)
    marked = _marked_text(first)
    start = len(text) - len(text.lstrip())
    if not marked or len(marked) > _LONGEST or not text.startswith(marked, start):
        return NO_LABEL
    return _read(text, marked, start + len(marked), in_list=bool(passage.items))


def _marked_text(inline: Inline | None) -> str:
    match inline:
        case Strong(children=children) | Emphasis(children=children):
            return plain_text(children).text.strip()
        case _:
            return ""


def _read(text: str, marked: str, end: int, *, in_list: bool) -> Label:
    rest = text[end:]
    body = rest.lstrip()
    separated = marked[-1] in ":：" or body[:1] in tuple(":：–—") or body[:2] == "- "
    if separated:
        body = body.lstrip(_SEPARATORS).lstrip()
    elif not (in_list and rest[:1].isspace() and _begins_sentence(body)):
        return NO_LABEL
    if not body:
        return NO_LABEL
    return Label(marked.rstrip(_SEPARATORS + " "), len(text) - len(body), separated=separated)


def _begins_sentence(body: str) -> bool:
    """A capital or a letter without case opens a sentence; a small letter goes on with the one before."""
    letter = body[:1]
    return letter.isalpha() and not letter.islower()
