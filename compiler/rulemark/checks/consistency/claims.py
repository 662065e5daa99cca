"""Sentences as claims: their content words, apart from the values they give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rulemark.compilation import Compilation
from rulemark.source import Location
from rulemark.statements import Extraction, Lexicon, Place, Quantity, Speech, Statement

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_FUNCTION_TOPICS = (
    "stop",
    "modal",
    "finite",
    "continue",
    "subject",
    "article",
    "definite",
    "most",
    "only",
    "subordinate",
)
_PLACES = frozenset({Place.PARAGRAPH, Place.ITEM, Place.ALERT, Place.STEP})
_LISTED = frozenset({Place.ITEM, Place.STEP})
_LONGEST_TITLE = 60
"""Characters of a line that may be a title in bold."""
_RAREST = 3
"""Words of a claim, from the rarest on, of which another must share one to be compared with it."""
_BUCKET = 60
"""Claims with one rare word that are compared with each other: beyond that the word is not rare."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that states something, ready to be compared with others of its language.

    Attributes:
        statement: The sentence.
        locale: Its language.
        content: Its content words without those of its quantities; in scripts without spaces, pairs of characters.
        context: Its labels and what introduces its list: equal for claims about the same thing.
    """

    statement: Statement
    locale: str
    content: frozenset[str]
    context: tuple[str, ...]

    @property
    def location(self) -> Location:
        """Where the sentence stands."""
        return self.statement.location

    def beside(self, other: Claim) -> bool:
        """Whether both stand in one section of one article, and not in two items of a list."""
        mine, theirs = self.statement, other.statement
        listed = {mine.place, theirs.place} <= _LISTED
        return mine.location.path == theirs.location.path and mine.anchor == theirs.anchor and not listed

    def same_frame(self, other: Claim) -> bool:
        """Whether both hold for a common reader, under alike conditions, affirmed or denied alike."""
        mine, theirs = self.statement.reading, other.statement.reading
        return (
            self.same_readers(other)
            and mine.negated == theirs.negated
            and len(mine.exceptions) == len(theirs.exceptions)
            and {hedge.name for hedge in mine.hedges} == {hedge.name for hedge in theirs.hedges}
        )

    def same_readers(self, other: Claim) -> bool:
        """Whether both hold for a common reader, under the same labels and alike conditions."""
        seen, seen_too = self.statement.monikers, other.statement.monikers
        conditions = [
            [(item.kind, item.negated) for item in claim.statement.reading.conditions] for claim in (self, other)
        ]
        return (
            (not seen or not seen_too or not frozenset(seen).isdisjoint(seen_too))
            and self.context == other.context
            and self.statement.variant == other.statement.variant
            and conditions[0] == conditions[1]
        )

    def extra_words(self, other: Claim) -> tuple[frozenset[str], frozenset[str]]:
        """Return the content words that only one of both has; of a compound and its head neither counts fully."""
        mine, theirs = self.content - other.content, other.content - self.content
        heads = {(a, b) for a in mine for b in theirs if _is_compound_of(a, b) or _is_compound_of(b, a)}
        mine = frozenset(a for a in mine if not any(a == x and len(a) <= len(y) for x, y in heads))
        theirs = frozenset(b for b in theirs if not any(b == y and len(b) < len(x) for x, y in heads))
        return mine, theirs


def _is_compound_of(word: str, head: str) -> bool:
    return len(head) >= 4 and len(word) > len(head) and word.endswith(head)


def claims(compilation: Compilation) -> Mapping[str, tuple[Claim, ...]]:
    """Return the claims of a project by locale, in the order of reading."""
    found: dict[str, list[Claim]] = {}
    for extraction in compilation.extractions:
        locale = extraction.source.locale
        found.setdefault(locale, []).extend(_claims(extraction, locale))
    return {locale: tuple(items) for locale, items in found.items()}


def _claims(extraction: Extraction, locale: str) -> Iterator[Claim]:
    lexicon = extraction.lexicon
    examples = _example_anchors(extraction, lexicon)
    title = ("", "")
    for statement in extraction.statements:
        reading = statement.reading
        title = _title(statement, title)
        plain = reading.speech is Speech.STATEMENT and statement.place in _PLACES and not reading.refers_back
        if plain and statement.anchor not in examples:
            yield Claim(
                statement, locale, content_words(statement, lexicon), (title[1], *_context(extraction, statement))
            )


def _example_anchors(extraction: Extraction, lexicon: Lexicon) -> frozenset[str]:
    """Return the sections whose title announces an example."""
    words = tuple(word.rstrip("*") for word in lexicon.words("example"))
    return frozenset(
        section.anchor for section in extraction.sections if any(word in section.title.lower() for word in words)
    )


def _title(statement: Statement, before: tuple[str, str]) -> tuple[str, str]:
    """Return the section and the line that stands as a title above a statement: a short one without a full stop."""
    text = statement.reading.text.strip()
    if statement.place is Place.PARAGRAPH and len(text) <= _LONGEST_TITLE and text[-1:].isalnum():
        return statement.anchor, text.lower()
    return before if before[0] == statement.anchor else ("", "")


def _context(extraction: Extraction, statement: Statement) -> tuple[str, ...]:
    return (statement.label.lower(), statement.label_of_item.lower(), _lead(extraction, statement).lower())


def _lead(extraction: Extraction, statement: Statement) -> str:
    """Return the words that introduce a list; those before steps only tell cases apart when they set a condition."""
    if statement.lead_in is None:
        return ""
    lead = extraction.statements[statement.lead_in].reading
    return "" if statement.place is Place.STEP and not lead.conditions else lead.text


def content_words(statement: Statement, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of a sentence that tell what it is about, without its quantities."""
    text = "".join(_without(statement.reading.text, statement.reading.quantities)).lower()
    if not lexicon.script.spaces:
        runs = (match.group() for match in _WORD.finditer(text))
        return frozenset(run[index : index + 2] for run in runs for index in range(max(len(run) - 1, 1)))
    return frozenset(match.group() for match in _WORD.finditer(text)) - _function_words(lexicon)


def _without(text: str, quantities: Iterable[Quantity]) -> Iterator[str]:
    position = 0
    for quantity in sorted(quantities, key=lambda quantity: quantity.span):
        if quantity.span.start >= position:
            yield text[position : quantity.span.start] + " "
            position = quantity.span.end
    yield text[position:]


@cache
def _function_words(lexicon: Lexicon) -> frozenset[str]:
    phrases = (phrase for topic in _FUNCTION_TOPICS for phrase in lexicon.words(topic))
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase))


def with_alike(items: Sequence[Claim]) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Yield each claim with those before it that share one of its rarest words, in the order of reading."""
    counts = Counter(word for claim in items for word in claim.content)
    buckets: dict[str, list[int]] = {}
    for index, claim in enumerate(items):
        rare = sorted(claim.content, key=lambda word: (counts[word], word))[:_RAREST]
        alike = sorted({earlier for word in rare for earlier in buckets.get(word, ())[-_BUCKET:]})
        yield claim, tuple(items[earlier] for earlier in alike)
        for word in rare:
            buckets.setdefault(word, []).append(index)
