from __future__ import annotations

import os
from pathlib import Path

import pytest

from rulemark.diagnostics import Diagnostic
from rulemark.project.library import library
from rulemark.project.reading import LIMIT, File, articles, read


def problem(path: Path) -> Diagnostic:
    found = read(File(path, path.name))
    assert isinstance(found, Diagnostic)
    return found


def test_a_text_is_read_with_its_line_ends_and_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff# één\r\n".encode())

    assert read(File(path, "a.md")) == "\ufeff# één\r\n"


def test_a_byte_that_is_no_utf8_is_shown_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("# é\n\nna\xefve".encode().replace(b"\xc3\xaf", b"\xef"))
    found = problem(path)

    assert (found.kind.name, found.location.start.line, found.location.start.column) == ("invalid-encoding", 3, 3)
    assert found.help is not None


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\x89PNG\r\n\x00\x00", "binary-file"),
        ("# tekst".encode("utf-16"), "invalid-encoding"),
        (b"a" * (LIMIT + 1), "oversized-article"),
    ],
)
def test_what_is_no_article_is_a_finding(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)

    assert problem(path).kind.name == name


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    assert problem(tmp_path / "gone.md").message == "the file cannot be read: no such file or directory"


@pytest.mark.parametrize("name", [b"a\xff.md", b"a\nb.md", b"a\x1b[31m.md"])
def test_a_name_that_no_report_can_show_is_a_finding(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text("# A")
    found = read(articles(tmp_path, ["."], ())[0])

    assert isinstance(found, Diagnostic)
    assert found.location.path.isprintable()


def test_articles_are_sorted_and_excluded_by_pattern(tmp_path: Path) -> None:
    for name in ("b/z.md", "b/a.md", "a/TOC.md", "a/includes/part.md", "a/x.txt", "a/.hidden/x.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = articles(tmp_path, ["b", "a"], ("includes/", "TOC.md", ".*"))

    assert [file.name for file in found] == ["b/a.md", "b/z.md"]


def test_a_folder_that_cannot_be_opened_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs/de-de").mkdir(parents=True)
    (tmp_path / "docs/a.md").write_text("x")
    scan = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("de-de"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = articles(tmp_path, ["docs"], ())

    assert [file.name for file in found] == ["docs/a.md", "docs/de-de"]
    message = problem(tmp_path / "docs/de-de").message
    assert message.startswith("the folder cannot be read: ")


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "docs" / "a.md").symlink_to(tmp_path / "secret.md")
    file = articles(tmp_path / "docs", ["."], ())[0]
    found = read(file)

    assert isinstance(found, Diagnostic)
    assert found.kind.name == "unreadable-file"


def test_a_link_to_itself_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    found = read(articles(tmp_path, ["."], ())[0])

    assert isinstance(found, Diagnostic)
    assert found.kind.name == "unreadable-file"


def test_includes_come_only_from_below_the_content_folders(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "part.md").write_text("part")
    (tmp_path / "content" / "logo.png").write_bytes(b"\x89PNG\xff")
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "content" / "link.md").symlink_to(tmp_path / "secret.md")
    files = library(tmp_path, [tmp_path / "content"])

    assert files("content/part.md") == "part"
    assert files("content/logo.png") == ""
    assert files("content/gone.md") is None
    assert files("secret.md") is None
    assert files("content/../secret.md") is None
    assert files("content/link.md") is None
    assert files("content/\0.md") is None
