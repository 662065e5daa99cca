"""A finding as data: what kind, where, in whose words, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rulemark.source import Location

Scalar: TypeAlias = str | int | bool | None


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """What is compiled would be wrong or incomplete."""
    WARNING = "warning"
    """A reader is misled, or a rule is lost."""
    NOTE = "note"
    """Worth knowing; nothing is wrong yet."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding; code and name are stable, messages are not."""

    code: str
    """`RM` and three digits; the first digit is the stage that speaks."""
    name: str
    """What is wrong, in kebab case: reads well after "allow"."""
    severity: Severity
    """The severity unless the finding or the configuration says otherwise."""
    aliases: tuple[str, ...] = ()
    """Names that docfx gives the same finding."""


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that belongs to a finding."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters at `location` by `replacement`."""

    location: Location
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are certainly right and may be applied by a machine."""

    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding."""

    kind: Kind
    message: str
    """One line, lower case, no final period, the writer's words in backticks."""
    location: Location
    help: str | None = None
    """The remedy."""
    labels: tuple[Label, ...] = ()
    witness: tuple[tuple[str, Scalar], ...] = ()
    """The inputs that show what is wrong, in the order to read them: `(("licenses", 25),)`."""
    fix: Fix | None = None
    override: Severity | None = None

    @property
    def severity(self) -> Severity:
        """The severity that counts."""
        return self.override or self.kind.severity


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Order findings by place, then by kind: the order of every report."""
    span = diagnostic.location.span
    return (diagnostic.location.path, span.start, span.end, diagnostic.kind.code, diagnostic.message)
