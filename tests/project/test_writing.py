from __future__ import annotations

import os
from pathlib import Path

import pytest

from rulemark.config import Misuse
from rulemark.outputs.artifact import Artifact
from rulemark.project.writing import apply, compare

MANIFEST = "out/.manifest"


def build(root: Path, *artifacts: Artifact) -> tuple[str, ...]:
    changes = compare(root, artifacts, MANIFEST, ("out",))
    apply(root, changes)
    return changes.paths


def tree(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_first_build_writes_everything_and_lists_it(tmp_path: Path) -> None:
    build(tmp_path, Artifact("out/b/x.py", "x\n"), Artifact("out/a.py", "a\n"))

    assert tree(tmp_path) == {"out/.manifest": "out/a.py\nout/b/x.py\n", "out/a.py": "a\n", "out/b/x.py": "x\n"}


def test_a_file_whose_bytes_are_right_is_not_touched(tmp_path: Path) -> None:
    build(tmp_path, Artifact("out/a.py", "a\n"))
    os.utime(tmp_path / "out/a.py", (1, 1))

    assert build(tmp_path, Artifact("out/a.py", "a\n")) == ()
    assert (tmp_path / "out/a.py").stat().st_mtime == 1


def test_what_is_no_longer_made_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    build(tmp_path, Artifact("out/a.py", "a\n"), Artifact("out/b/x.py", "x\n"))
    build(tmp_path, Artifact("out/a.py", "a\n"))

    assert tree(tmp_path) == {"out/.manifest": "out/a.py\n", "out/a.py": "a\n"}
    assert not (tmp_path / "out/b").exists()


def test_a_file_that_no_build_made_stays(tmp_path: Path) -> None:
    build(tmp_path, Artifact("out/a.py", "a\n"))
    (tmp_path / "out/mine.txt").write_text("mine")
    build(tmp_path)

    assert (tmp_path / "out/mine.txt").read_text() == "mine"


@pytest.mark.parametrize("line", ["kept.txt", "out/../kept.txt", "/etc/hostname", "out"])
def test_a_manifest_cannot_remove_what_lies_elsewhere(tmp_path: Path, line: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "kept.txt").write_text("kept")
    (tmp_path / MANIFEST).write_text(f"{line}\n")
    build(tmp_path)

    assert (tmp_path / "kept.txt").read_text() == "kept"


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    build(tmp_path, Artifact("out/a.py", "old\n"))
    (tmp_path / "out/z").write_text("a file where a folder must be")
    before = tree(tmp_path)
    artifacts = [Artifact("out/a.py", "new\n"), Artifact("out/new/b.py", "b\n"), Artifact("out/z/c.py", "c\n")]

    with pytest.raises(Misuse, match=r"^\S+/out/z\S*: cannot be written: ") as caught:
        apply(tmp_path, compare(tmp_path, artifacts, MANIFEST, ("out",)))

    assert "\n" not in str(caught.value)
    assert tree(tmp_path) == before
    assert not (tmp_path / "out/new").exists()


def test_a_folder_in_the_place_of_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "out/a.py").mkdir(parents=True)

    with pytest.raises(Misuse, match="a folder stands where a file must be written"):
        build(tmp_path, Artifact("out/a.py", "a\n"))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)

    with pytest.raises(Misuse, match="cannot be written: permission denied"):
        build(tmp_path, Artifact("out/a.py", "a\n"))


def test_a_folder_that_refuses_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Misuse, match=r"/out: cannot be written: permission denied$"):
        build(tmp_path, Artifact("out/a.py", "a\n"))


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    build(tmp_path, Artifact("out/a.py", "a\r\nb\n"))

    assert (tmp_path / "out/a.py").read_bytes() == b"a\r\nb\n"
