"""The forms of a project side by side: what checks look at."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.document import Document
from rulemark.policy import PolicySet
from rulemark.statements import Extraction


@dataclass(frozen=True, slots=True)
class Compilation:
    """A project after its first three stages.

    Attributes:
        extractions: One per article and locale, sorted by path.
        policies: One per article, in all its languages.
        source_locale: The locale that gives the structure.
    """

    extractions: tuple[Extraction, ...]
    policies: PolicySet
    source_locale: str

    @property
    def documents(self) -> tuple[Document, ...]:
        """The articles as read."""
        return tuple(extraction.document for extraction in self.extractions)
