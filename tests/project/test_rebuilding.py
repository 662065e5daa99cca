"""Tests of a build that goes on from an earlier one: it gives what a build from nothing gives, with less work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rulemark.project import Build, Project, build

_ARTICLE = "# Hire a kiln\n\nYou must return the kiln within {} days.\n\n[!INCLUDE [safety](../includes/safety.md)]\n"
_OTHER = "# Sell pots\n\nA stall has at most 6 tables. See [Hire](hire.md).\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of two articles in two languages, one of which includes a file."""
    files = {
        "rulemark.toml": 'content = ["content"]\n',
        "content/includes/safety.md": "Wear gloves.\n",
        "content/en-us/hire.md": _ARTICLE.format(5),
        "content/en-us/sell.md": _OTHER,
        "content/nl-nl/hire.md": "# Een oven huren\n\nU moet de oven binnen 5 dagen terugbrengen.\n",
        "content/nl-nl/sell.md": "# Potten verkopen\n\nEen kraam heeft hoogstens 6 tafels.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def steps_of(root: Path, before: Build) -> tuple[Build, int]:
    """Return the next build and how many articles it read."""
    read: list[int] = []
    made = build(Project.open(root), before, lambda _step, _done, total: read.append(total))
    return made, max(read, default=0)


def _edit(name: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text((root / name).read_text().replace(old, new))


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (_edit("content/en-us/hire.md", "5", "6"), 1),
        (_edit("content/nl-nl/sell.md", "6", "7"), 1),
        (_edit("content/en-us/sell.md", "hire.md", "gone.md"), 1),
        (_edit("content/en-us/hire.md", "# Hire a kiln", "# Hire an oven"), 1),
        (_edit("content/includes/safety.md", "gloves", "goggles within 3 days"), 1),
        (_edit("rulemark.toml", "\n", '\ntitle = "Kiln"\n'), 4),
        (lambda root: (root / "content/en-us/sell.md").unlink(), 3),
        (lambda root: (root / "content/en-us/new.md").write_text("# New\n\nNothing.\n"), 5),
        (lambda _: None, 0),
    ],
)
def test_what_changed_is_read_again_and_the_result_is_that_of_a_whole_build(
    root: Path, change: Callable[[Path], object], read: int
) -> None:
    before = build(Project.open(root))
    change(root)

    after, count = steps_of(root, before)
    whole = build(Project.open(root))

    assert after.artifacts == whole.artifacts
    assert after.findings == whole.findings
    assert after.compilation.policies == whole.compilation.policies
    assert count == read


def test_a_build_goes_on_from_one_that_went_on(root: Path) -> None:
    made = build(Project.open(root))
    for days in (7, 5, 9):
        (root / "content/en-us/hire.md").write_text(_ARTICLE.format(days))
        made, _ = steps_of(root, made)

    assert made.artifacts == build(Project.open(root)).artifacts
    assert made.findings == build(Project.open(root)).findings


def test_a_template_that_changed_prints_every_page_again(root: Path) -> None:
    before = build(Project.open(root))
    (root / "templates").mkdir()
    (root / "templates/entrance.html.jinja").write_text("<p>Come in</p>\n")

    after, count = steps_of(root, before)

    assert count == 4
    assert after.artifacts == build(Project.open(root)).artifacts
