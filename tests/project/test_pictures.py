"""Tests of the pictures that are copied beside the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from rulemark.outputs.artifact import Artifact
from rulemark.project import Project

_SVG = "<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one article that shows a picture."""
    (tmp_path / "content/en-us").mkdir(parents=True)
    (tmp_path / "content/media").mkdir()
    (tmp_path / "rulemark.toml").write_text('content = ["content"]\n')
    (tmp_path / "content/media/kiln 1.png").write_bytes(b"\x89PNG\xff")
    return tmp_path


def write(root: Path, text: str) -> str:
    """Write the article and build; return its page."""
    (root / "content/en-us/fire.md").write_text(f"# Fire a kiln\n\n{text}\n")
    project = Project.open(root)
    project.write(project.changes(project.artifacts(project.compile())))
    return (root / "generated/guidance/en-us/fire.html").read_text()


def test_a_picture_is_copied_beside_the_pages(root: Path) -> None:
    page = write(root, "![A kiln](../media/kiln%201.png)")

    assert 'src="../media/content/media/kiln%201.png"' in page
    assert (root / "generated/guidance/media/content/media/kiln 1.png").read_bytes() == b"\x89PNG\xff"
    project = Project.open(root)
    assert not project.changes(project.artifacts(project.compile()))


def test_a_picture_that_changed_is_copied_again(root: Path) -> None:
    write(root, "![A kiln](../media/kiln%201.png)")
    (root / "content/media/kiln 1.png").write_bytes(b"\x89PNG\xfe")

    write(root, "![A kiln](../media/kiln%201.png)")

    assert (root / "generated/guidance/media/content/media/kiln 1.png").read_bytes() == b"\x89PNG\xfe"


def test_a_picture_that_no_page_shows_any_more_goes(root: Path) -> None:
    write(root, "![A kiln](../media/kiln%201.png)")

    write(root, "Nothing to see.")

    assert not (root / "generated/guidance/media").exists()


@pytest.mark.parametrize(
    "drawing",
    [
        _SVG.replace("<circle", "<script>alert(1)</script><circle"),
        _SVG.replace("<circle", "<circle onload = 'alert(1)'"),
        _SVG.replace("<circle r='4'/>", "<a href='JavaScript:alert(1)'>x</a>"),
    ],
)
def test_a_drawing_that_is_a_program_is_no_picture(root: Path, drawing: str) -> None:
    (root / "content/media/kiln.svg").write_text(drawing)

    page = write(root, "![A kiln](../media/kiln.svg)")

    assert "kiln.svg" not in page
    assert not (root / "generated/guidance/media").exists()


def test_a_drawing_is_a_picture(root: Path) -> None:
    (root / "content/media/kiln.svg").write_text(_SVG)

    assert 'src="../media/content/media/kiln.svg"' in write(root, "![A kiln](../media/kiln.svg)")


def test_a_file_outside_of_the_content_is_never_copied(root: Path) -> None:
    (root / "secret.png").write_bytes(b"secret")
    (root / "content/media/out.png").symlink_to(root / "secret.png")

    page = write(root, "![A](../../secret.png) ![B](../media/out.png)")

    assert "secret.png" not in page
    assert "out.png" not in page


def test_a_copy_names_the_file_that_it_is_made_from(root: Path) -> None:
    write(root, "![A kiln](../media/kiln%201.png)")
    project = Project.open(root)

    copies = [found for found in project.artifacts(project.compile()) if found.origin]

    path = "generated/guidance/media/content/media/kiln 1.png"
    assert copies == [Artifact(path, "", str(root / "content/media/kiln 1.png"))]
