from __future__ import annotations

import pytest

import casebook
from shared import ROOT

PAGE = (ROOT / "compiler/docs/policy.md").read_text(encoding="utf-8")
EXAMPLES = casebook.read(PAGE)


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) == 4


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_an_example_of_the_page_is_what_comes_out(example: casebook.Case) -> None:
    assert [found for _, found in casebook.failures(example)] == []


def test_every_module_that_the_page_names_exists() -> None:
    for module in (
        "decisions",
        "tables",
        "timers",
        "merging",
        "amounts",
        "duties",
        "lists",
        "facts",
        "compile_article",
    ):
        assert f"`{module}`" in PAGE
        assert (ROOT / f"compiler/rulemark/policy/{module}.py").is_file()
