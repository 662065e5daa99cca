from __future__ import annotations

import subprocess
from pathlib import Path

from rulemark.checks.translation.families import blob_hash, families
from rulemark.project import compile_files

SOURCE = "# Title\n\nText.\n"
TARGET = '---\n{key}: {value}\n---\n# <a name="title"></a>Titel\n\nTekst.\n'


def current(source: str, target: str) -> bool:
    compilation = compile_files({"en-us/a.md": source, "nl-nl/a.md": target})
    (family,) = families(compilation)
    return bool(family.current)


def test_the_hash_is_that_of_git(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(SOURCE, encoding="utf-8")
    said = subprocess.run(
        ["git", "hash-object", str(file)],  # noqa: S607 - whichever git the developer has
        capture_output=True,
        text=True,
        check=True,
    )
    assert blob_hash(SOURCE) == said.stdout.strip()


def test_a_recorded_hash_of_the_source_makes_a_translation_current() -> None:
    assert current(SOURCE, TARGET.format(key="ms.openlocfilehash", value=blob_hash(SOURCE)))


def test_the_same_commit_makes_a_translation_current_and_another_one_stale() -> None:
    source = f"---\nms.sourcegitcommit: aaa\n---\n{SOURCE}"
    assert current(source, TARGET.format(key="ms.sourcegitcommit", value="aaa"))
    assert not current(source, TARGET.format(key="ms.sourcegitcommit", value="bbb"))


def test_a_translation_that_records_nothing_is_current_while_its_headings_are_alike() -> None:
    assert current(SOURCE, TARGET.format(key="audience", value="admin"))
    other = "# One\n\n## Two\n\n## Three\n\n## Four\n"
    assert not current(SOURCE, TARGET.format(key="audience", value="admin") + other)
