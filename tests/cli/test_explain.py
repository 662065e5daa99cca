from __future__ import annotations

from command_line import Run
from rulemark.project import KINDS


def test_a_kind_is_explained_by_code_or_name(rulemark: Run) -> None:
    by_code, by_name = rulemark("explain", "RM116"), rulemark("explain", "unclosed-zone")

    assert by_code.code == 0
    assert by_code.out == by_name.out
    assert by_code.out.startswith("# RM116 unclosed-zone\n")


def test_without_a_name_every_kind_is_listed_with_its_summary(rulemark: Run) -> None:
    lines = rulemark("explain").out.splitlines()

    assert [line.split()[0] for line in lines] == [kind.code for kind in KINDS]
    assert all(": " in line and not line.endswith(": ") for line in lines)
