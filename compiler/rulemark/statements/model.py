"""What an article says: its sentences, lists, tables and alerts, each with the place it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rulemark.diagnostics import Diagnostic
from rulemark.document import Document
from rulemark.source import Location, Source, Span
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.lexicon_files import load_lexicon
from rulemark.statements.meaning import Mention, Reading


class Place(StrEnum):
    """The kind of block a statement stands in."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    STEP = "step"
    CELL = "cell"
    ALERT = "alert"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Statement:
    """A reading at its place in an article."""

    reading: Reading
    location: Location
    """From the first to the last character of the sentence, in the file that holds it."""
    offsets: tuple[int, ...]
    """For each character of `reading.text`, and its end, the offset in the source."""
    anchor: str
    """The anchor of the section, "" before the first heading."""
    order: int
    """The running number of the sentence in its block, from 0; with anchor and block the same in every translation."""
    place: Place
    monikers: tuple[str, ...]
    """Who sees it, in definition order; empty: everybody."""
    label: str = ""
    """A run-in label in front: "Eligibility" of "*Eligibility:* If you …"."""
    label_of_item: str = ""
    """The label of the list item or cell row that holds it."""
    lead_in: int | None = None
    """The index in the extraction of the statement that introduces the list this one is an item of."""
    block: int = 0
    """The running number, in its section, of the block that holds it."""
    mentions: tuple[Mention, ...] = ()
    parts: tuple[Reading, ...] = ()
    """The main clauses one by one, when several bind differently ("may …, but should …"); else empty."""
    conditions_follow: bool = False
    """The items of the list behind it are its conditions: "You can join if:"."""
    variant: tuple[str, ...] = ()
    """The tabs and pivots around it, outermost first: readers choose one of several."""

    def locate(self, span: Span) -> Location:
        """Return where the words of a span of the reading stand in the source."""
        end = self.offsets[span.end - 1] + 1 if span.end > span.start else self.offsets[span.start]
        return Location(self.location.source, Span(self.offsets[span.start], end))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a numbered list as a reader of one moniker sees it."""

    number: int
    text: str
    location: Location
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepList:
    """A numbered list under a heading, for the monikers that see it."""

    anchor: str
    order: int
    """The running number of the list among those of its section that the same moniker sees."""
    monikers: tuple[str, ...]
    steps: tuple[Step, ...]
    location: Location
    title: str
    """The text of the heading it stands under."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An alert: what it warns of, to whom."""

    kind: str
    anchor: str
    order: int
    monikers: tuple[str, ...]
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class CellReading:
    """One table cell."""

    text: str
    statements: tuple[int, ...]
    """Indexes into the statements of the extraction."""
    location: Location
    under_header: Reading | None = None
    """The cell read together with its header, which may tell the unit of a number: "25 or more" under "Licenses"."""


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table, cell by cell."""

    anchor: str
    order: int
    monikers: tuple[str, ...]
    header: tuple[CellReading, ...]
    rows: tuple[tuple[CellReading, ...], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term and what it means: "**Disabled**: …"."""

    term: str
    text: str
    anchor: str
    order: int
    monikers: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to another article, with its text."""

    target: str
    text: str
    anchor: str
    order: int
    monikers: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Correction:
    """A comment `<!-- rulemark: … -->` in front of a block; with a misspelt keyword it corrects nothing."""

    text: str
    anchor: str
    order: int
    location: Location
    block: int
    """The running number of the block it stands before."""
    misspelt: str = ""
    """The keyword as it stands in the article, where it is not quite `rulemark:`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its anchor, in order of appearance."""

    anchor: str
    level: int
    title: str
    location: Location


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one article in one language says, in the order of reading."""

    document: Document
    statements: tuple[Statement, ...]
    step_lists: tuple[StepList, ...]
    notices: tuple[Notice, ...]
    tables: tuple[TableReading, ...]
    glosses: tuple[Gloss, ...]
    pointers: tuple[Pointer, ...]
    sections: tuple[Section, ...]
    corrections: tuple[Correction, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    lexicon: Lexicon = field(default_factory=lambda: load_lexicon(""), compare=False, repr=False)
    """The words it was read with: those of its language and those that the project adds."""

    @property
    def source(self) -> Source:
        """The file of the article."""
        return self.document.source
