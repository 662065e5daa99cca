from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Run

ARTICLE = """# Start

::: moniker range="west"

Go west.

::: moniker-end

::: moniker range="east"

Go east.

::: moniker-end

[!INCLUDE [part](includes/part.md)]
"""


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "en-us/start.md"
    (folder / "en-us/includes").mkdir(parents=True)
    (folder / "en-us/includes/part.md").write_text("The same *everywhere*.\n")
    path.write_text(ARTICLE)
    return path


def test_an_article_becomes_html_with_its_includes(rulemark: Run, article: Path) -> None:
    result = rulemark("html", article)

    assert result.code == 0
    assert '<h1 id="start"' in result.out
    assert "The same <em>everywhere</em>." in result.out
    assert 'data-moniker="west"' in result.out


def test_a_moniker_leaves_out_what_its_readers_do_not_see(rulemark: Run, article: Path) -> None:
    out = rulemark("html", article, "--moniker", "east").out

    assert "Go east." in out
    assert "Go west." not in out


@pytest.mark.usefixtures("sample")
def test_an_article_of_a_project_is_rendered_with_its_definitions(rulemark: Run) -> None:
    article = "content/en-us/commerce/cancel-subscription.md"
    everybody = rulemark("html", article)
    germany = rulemark("html", article, "--moniker", "northwind-germany")

    assert everybody.err == ""
    assert len(germany.out) < len(everybody.out)


def test_a_file_that_is_no_text_is_a_finding(rulemark: Run, folder: Path) -> None:
    (folder / "a.md").write_bytes(b"\x00")
    result = rulemark("html", "a.md")

    assert (result.code, result.out) == (1, "")
    assert "RM181" in result.err


def test_a_moniker_that_the_article_does_not_have_is_misuse(rulemark: Run, sample: Path) -> None:
    article = sample / "content/en-us/commerce/cancel-subscription.md"

    wrong = rulemark("html", article, "--moniker", "northwind-moon")

    assert wrong.code == 2
    assert "northwind-germany" in wrong.err
    assert rulemark("html", article, "--moniker", "northwind-germany").code == 0
