"""What a line that looks like a directive was meant to be: nearly one, a stray end, a translated one or none at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rulemark.document.lies.places import Place
from rulemark.document.misspelling import nearest
from rulemark.document.model import MonikerZone

COLON = "[:：﹕∶︓]"
"""A colon of whatever width, as a pattern."""

_NAME = r"[^\W\d_][\w\-]*"
_QUOTE = "[\"'“”„«»‘’＂]"
_BLANK = r"[ \t\u3000]*"
_ATTRIBUTE = re.compile(
    rf"{_BLANK}(?P<name>{_NAME})?{_BLANK}[=＝]{_BLANK}{_QUOTE}(?P<value>[^\"'“”„«»‘’＂\r\n]*){_QUOTE}?"
)
_END_OF_LINE = re.compile(r"[ \t\u3000:：]*")

_ENDS = ("moniker-end", "zone-end", "row-end", "column-end", "image-end", "video-end")
_OPENERS = ("moniker", "zone", "image", "video", "code", "form", "row", "column")
_REQUIRED = {
    "moniker": ("range",),
    "zone": ("target", "pivot"),
    "image": ("source",),
    "video": ("source",),
    "code": ("source",),
    "form": ("action",),
}
_DASHES = re.compile("[‐‑–—]")


class Shape(StrEnum):
    """What a line is that looks like a directive."""

    NEAR_MISS = "near miss"
    STRAY_END = "stray end"
    TRANSLATED = "translated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Parts:
    """A line taken apart, its letters in lower case and its dashes plain."""

    colons: str
    word: str
    rest: str

    @property
    def count(self) -> int:
        """The number of colons, of whatever width."""
        return len(re.findall(COLON, self.colons))

    @property
    def plain(self) -> bool:
        """Whether the colons are ordinary ones, side by side."""
        return self.colons == ":" * len(self.colons)

    @property
    def attribute(self) -> tuple[str, str] | None:
        """The name and value of the first attribute; the name is "" when the word itself is the name."""
        found = _ATTRIBUTE.match(self.rest)
        return (found["name"] or "", found["value"].strip()) if found else None

    @property
    def bare(self) -> bool:
        """Whether nothing but colons and blanks follow the word."""
        return _END_OF_LINE.fullmatch(self.rest) is not None


Recognized: TypeAlias = tuple[Shape, str, str | None]
"""What a line is; the directive that was meant, "" when that is not certain; the line as it must be written."""


def recognize(colons: str, written: str, rest: str, place: Place, known: frozenset[str]) -> Recognized | None:
    """Return what a line is, or None when it is ordinary text.

    Args:
        colons: Those that the line begins with, if any.
        written: The word behind them.
        rest: What follows the word.
        place: The paragraph that the line belongs to.
        known: The monikers of the article.
    """
    parts = _Parts(colons, _DASHES.sub("-", written).lower(), rest)
    for read in (_read_end, _read_opener, _read_translated, _read_unknown):
        if (found := read(parts, written, place, known)) is not None:
            return found
    return None


def _read_end(parts: _Parts, written: str, place: Place, known: frozenset[str]) -> Recognized | None:
    """Recognise a closing line: rightly written (then it is stray), or nearly so."""
    del known
    word, spaced = parts.word, parts.rest.strip().lower()
    if spaced.startswith("end") and _END_OF_LINE.fullmatch(spaced[3:]):
        word, parts = f"{word}-end", _Parts(parts.colons, f"{word}-end", spaced[3:])
    meant = word if word in _ENDS else (nearest(word, _ENDS, 2) if parts.count >= 2 else None)
    if meant is None or not parts.bare or (parts.count < 2 and meant != "moniker-end"):
        return None
    colons = _open_colons(place) if meant == "moniker-end" else 0
    right = meant in (written, written.lower() if meant == "moniker-end" else written)
    if right and parts.plain and parts.count >= 3 and not (colons and colons != parts.count):
        return Shape.STRAY_END, meant, None
    return Shape.NEAR_MISS, meant, _closing(meant, colons or max(3, parts.count))


def _closing(meant: str, colons: int) -> str:
    tail = "" if meant in ("moniker-end", "zone-end") else ":::"
    return f"{':' * colons}{' ' if not tail else ''}{meant}{tail}"


def _open_colons(place: Place) -> int:
    """Return the number of colons of the innermost moniker zone around a place that nothing closes, else 0."""
    for around in place.enclosing():
        if isinstance(around.block, MonikerZone):
            opened = len(around.text) - len(around.text.lstrip(":"))
            last = around.text.rstrip().rpartition("\n")[2].strip(" \t>").lower()
            closed = re.fullmatch(r"(:+)[ \t]*moniker-end.*", last)
            return 0 if closed and len(closed[1]) == opened else opened
    return 0


def _read_opener(parts: _Parts, written: str, place: Place, known: frozenset[str]) -> Recognized | None:
    """Recognise an opening line that is nearly right, or right but too far indented to count."""
    del written, place
    if parts.word in ("row", "column") or (parts.count >= 3 and nearest(parts.word, ("column",), 1)):
        return _read_row(parts)
    exact = parts.word in _REQUIRED
    meant = parts.word if exact else nearest(parts.word, tuple(_REQUIRED), 1 if len(parts.word) < 6 else 2)
    if meant is None or parts.attribute is None or (not exact and parts.count < 2):
        return None
    name, value = parts.attribute[0].lower(), parts.attribute[1]
    if name not in _REQUIRED[meant] and not nearest(name, _REQUIRED[meant], 1):
        return None
    if meant == "moniker":
        return _near_moniker(parts, value, known)
    if parts.count < 2 or (exact and parts.plain and parts.count == 3):
        return None
    return Shape.NEAR_MISS, meant, None


def _near_moniker(parts: _Parts, value: str, known: frozenset[str]) -> Recognized | None:
    """Recognise an opening moniker line; without any colon only when it names monikers of the article."""
    named = bool(value) and frozenset(value.lower().replace("||", " ").split()) <= known
    if not parts.count and not named:
        return None
    certain = named or (bool(value) and parts.count >= 2)
    return Shape.NEAR_MISS, "moniker", f'{":" * max(3, parts.count)} moniker range="{value}"' if certain else None


def _read_row(parts: _Parts) -> Recognized | None:
    """Recognise `:::row` and `:::column` whose colons are not three and three."""
    tail = re.fullmatch(rf"([ \t]+span[ \t]*=[ \t]*[\"“”]?([0-9]+)[\"“”]?)?[ \t]*({COLON}*)[ \t]*", parts.rest)
    if tail is None or parts.count < 2:
        return None
    meant = "row" if parts.word == "row" else "column"
    if parts.word == meant and parts.plain and parts.count >= 3 and tail[3] == ":::":
        return None
    span = f' span="{tail[2]}"' if tail[2] else ""
    return Shape.NEAR_MISS, meant, f":::{meant}{span}:::"


def _read_translated(parts: _Parts, written: str, place: Place, known: frozenset[str]) -> Recognized | None:
    """Recognise a directive whose keyword or attribute was translated."""
    del place
    if parts.count < 2:
        return None
    foreign = not written.isascii()
    if parts.attribute:
        name, value = parts.attribute
        names = frozenset(value.lower().replace("||", " ").split())
        named = bool(names) and names <= known
        if named or (foreign and parts.count >= 3) or (name.lower() == "range" or parts.word == "moniker"):
            replacement = f'{":" * max(3, parts.count)} moniker range="{value}"' if named else None
            return Shape.TRANSLATED, "moniker", replacement
        return None
    if parts.bare and parts.word.startswith("moniker-"):
        return Shape.TRANSLATED, "moniker-end", f"{':' * max(3, parts.count)} moniker-end"
    if parts.bare and foreign and parts.count >= 3:
        return Shape.TRANSLATED, "", None
    return None


def _read_unknown(parts: _Parts, written: str, place: Place, known: frozenset[str]) -> Recognized | None:
    """Recognise a line of three colons and a word that means nothing."""
    del written, place, known
    named = parts.plain and parts.count >= 3 and parts.word.isascii() and (parts.bare or parts.attribute)
    unknown = named and parts.word not in (*_ENDS, *_OPENERS, "no-loc")
    return (Shape.UNKNOWN, "", None) if unknown else None
