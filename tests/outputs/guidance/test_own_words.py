"""Tests of the words that pages take from the article itself, where no vocabulary has better ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rulemark.project import Project

_ARTICLES = {
    "en-us": (
        "# Hire a crate\n\nYou must return the crate within 5 business days after the delivery.\n\n"
        "A rack has at least 3 hooks.\n"
    ),
    "fr-fr": (
        '# <a name="hire-a-crate"></a>Louer une caisse\n\nVous devez rendre la caisse dans les 5 jours ouvrables après '
        "la livraison.\n\nUn râtelier a au moins 3 crochets.\n"
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of an article in two languages, without a vocabulary."""
    root = tmp_path_factory.mktemp("own_words")
    (root / "rulemark.toml").write_text('content = ["content"]\n')
    for locale, text in _ARTICLES.items():
        folder = root / "content" / locale
        folder.mkdir(parents=True)
        (folder / "hire.md").write_text(text, encoding="utf-8")
    project = Project.open(Path(root))
    made = {artifact.path: artifact.text for artifact in project.artifacts(project.compile())}
    return {locale: made[f"generated/guidance/{locale}/hire.html"] for locale in _ARTICLES}


def test_a_counted_thing_is_called_as_the_article_calls_it(pages: dict[str, str]) -> None:
    assert "<dd>au moins 3 crochets\u00a0" in pages["fr-fr"]
    assert "<dd>at least 3 hooks\u00a0" in pages["en-us"]


def test_days_of_work_are_of_the_kind_that_the_article_names(pages: dict[str, str]) -> None:
    assert "5 jours ouvrables</strong>" in pages["fr-fr"]
    assert "5 jours ouvrables</text>" in pages["fr-fr"]
    assert "ouvrés" not in pages["fr-fr"]


def test_no_name_in_another_language_stands_on_a_page(pages: dict[str, str]) -> None:
    summary = re.search(r'<section class="promises".*?</section>', pages["fr-fr"], re.DOTALL)
    panel = re.search(r'<section class="for-me".*?</section>', pages["fr-fr"], re.DOTALL)
    shown = "".join(re.sub("<[^>]*>", " ", part.group(0)) for part in (summary, panel) if part)

    assert "delivery" not in shown
    assert "hook" not in shown
    assert "Vous devez rendre la caisse" in shown
