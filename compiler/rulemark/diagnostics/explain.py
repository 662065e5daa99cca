"""The pages about kinds of findings: what `rulemark explain RM401` shows, and the documentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one kind."""

    code: str
    name: str
    text: str
    """Markdown: summary, why it matters, an article to avoid and one to prefer."""

    @property
    def summary(self) -> str:
        """The first paragraph under `## Summary`, on one line."""
        paragraph = self.text.partition("## Summary")[2].strip().partition("\n\n")[0]
        return " ".join(paragraph.split())


@cache
def pages() -> tuple[Page, ...]:
    """Return every page, by code."""
    return tuple(sorted(_read(), key=lambda page: page.code))


def find(name: str) -> Page | None:
    """Return the page of a code (`RM401`) or a name (`uncovered-case`), in any case, or None."""
    wanted = name.strip().lower()
    return next((page for page in pages() if wanted in {page.code.lower(), page.name}), None)


def summary(code: str) -> str:
    """Return what a kind is about in one sentence, or "" when it has no page."""
    page = find(code)
    return page.summary if page else ""


def _read() -> Iterator[Page]:
    folder = files("rulemark.diagnostics") / "pages"
    for entry in folder.iterdir() if folder.is_dir() else ():
        stem, _, suffix = entry.name.rpartition(".")
        code, _, name = stem.partition("-")
        if suffix == "md" and name:
            yield Page(code, name, entry.read_text(encoding="utf-8"))
