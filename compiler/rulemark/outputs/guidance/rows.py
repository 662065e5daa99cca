"""The rows of the summary on a page: what a template prints, nothing to decide any more."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.outputs.guidance.timeline import Lane, TimeLine


@dataclass(frozen=True, slots=True)
class Citation:
    """The sentence behind a row."""

    quote: str
    href: str
    """`#said_3` when the sentence is marked on the page, else its section."""
    lang: str
    dir: str
    section: str = ""
    """The anchor of its section."""
    marked: bool = False
    """The very sentence is an anchor, not just its section."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the article that has more to say: where it is, what it is called, and how many lines it stands for."""

    href: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case of a decision."""

    condition: str
    outcome: str
    versions: tuple[str, ...]
    monikers: tuple[str, ...]
    hedges: tuple[str, ...]
    exception: bool
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A decision, case by case."""

    id: str
    title: str
    rows: tuple[CaseRow, ...]

    @property
    def by_version(self) -> bool:
        """Whether some case applies to some versions only."""
        return any(row.versions for row in self.rows)


@dataclass(frozen=True, slots=True)
class TimerRow:
    """One timer in words, with its lane of the time line if it has one."""

    subject: str
    """The state or effect it is about, as readers call it."""
    words: str
    details: tuple[str, ...]
    monikers: tuple[str, ...]
    lane: Lane | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TimerGroup:
    """The timers that begin with the same event."""

    title: str
    line: TimeLine | None
    rows: tuple[TimerRow, ...]
    rest: tuple[Place, ...] = ()
    """Where more of them stand in the article."""


@dataclass(frozen=True, slots=True)
class Line:
    """One duty, amount or definition."""

    text: str
    details: tuple[str, ...]
    monikers: tuple[str, ...]
    citation: Citation | None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    kind: str
    title: str
    lines: tuple[Line, ...]
    rest: tuple[Place, ...] = ()
    """Where more of them stand in the article, which a long summary would only repeat."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a policy promises, in one language."""

    decisions: tuple[DecisionTable, ...]
    timers: tuple[TimerGroup, ...]
    duties: tuple[Group, ...]
    amounts: tuple[Line, ...]
    definitions: tuple[Line, ...]
    procedures: tuple[Line, ...]
    other_terms: tuple[Place, ...] = ()
    """Terms beyond those that the summary explains."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.decisions or self.timers or self.duties or self.amounts or self.definitions)
