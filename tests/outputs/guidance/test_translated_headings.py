"""Tests of pages of a translation whose headings have anchors of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rulemark.project import Project

_CRATES = "ABCDEFGHI"
"""More duties than a summary lists, so that it leads to the section of the others."""
_ARTICLES = {
    "en-us": (
        "# Hire a crate\n\n## Keep it clean\n\n"
        + "".join(f"You must wash crate {letter}.\n\n" for letter in _CRATES)
        + "## Bring it back\n\n1. Empty the crate.\n2. Hand it in.\n"
    ),
    "de-de": (
        "# Eine Kiste mieten\n\n## Sauber halten\n\n"
        + "".join(f"Sie müssen Kiste {letter} waschen.\n\n" for letter in _CRATES)
        + "## Zurückbringen\n\n1. Leeren Sie die Kiste.\n2. Geben Sie sie ab.\n"
    ),
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The German page."""
    root = tmp_path_factory.mktemp("translated_headings")
    (root / "rulemark.toml").write_text('content = ["content"]\n')
    for locale, text in _ARTICLES.items():
        folder = root / "content" / locale
        folder.mkdir(parents=True)
        (folder / "hire.md").write_text(text, encoding="utf-8")
    project = Project.open(Path(root))
    made = {artifact.path: artifact.text for artifact in project.artifacts(project.compile())}
    return made["generated/guidance/de-de/hire.html"]


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    ids = set(re.findall(r' id="([^"]*)"', page))
    targets = set(re.findall(r'href="#([^"]*)"', page))

    assert {"sauber-halten", "zurückbringen"} <= targets
    assert targets <= ids


def test_sections_are_called_by_their_own_headings(page: str) -> None:
    summary = re.search(r'<section class="promises".*?</section>', page, re.DOTALL)

    assert summary is not None
    assert re.search(r'<a href="#sauber-halten"[^>]*>\s*Sauber halten', summary.group())
