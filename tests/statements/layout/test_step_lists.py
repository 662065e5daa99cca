from __future__ import annotations

from rulemark.document import parse
from rulemark.source import Source
from rulemark.statements import StepList
from rulemark.statements.layout.passages import lay_out
from rulemark.statements.layout.step_lists import step_lists


def _lists(text: str) -> tuple[StepList, ...]:
    return step_lists(lay_out(parse(Source("a.md", text, "en-us"))))


def _numbers(text: str) -> list[list[int]]:
    return [[step.number for step in found.steps] for found in _lists(text)]


def test_numbers_are_those_that_a_reader_sees() -> None:
    assert _numbers("1. One\n1. Two\n1. Three\n") == [[1, 2, 3]]
    assert _numbers("4. One\n9. Two\n") == [[4, 5]]


def test_a_list_that_goes_on_with_the_next_number_is_the_same_list() -> None:
    assert _numbers("1. One\n\nText\n\n2. Two\n\n> [!NOTE]\n> Note\n\n3. Three\n") == [[1, 2, 3]]


def test_a_list_that_starts_again_is_another_list() -> None:
    found = _lists("1. One\n2. Two\n\nText\n\n1. Other\n")

    assert [(steps.order, len(steps.steps)) for steps in found] == [(0, 2), (1, 1)]


def test_the_next_section_has_lists_of_its_own() -> None:
    found = _lists("# A\n\n1. One\n\n# B\n\n2. Two\n")

    assert [(steps.anchor, steps.title, steps.order) for steps in found] == [("a", "A", 0), ("b", "B", 0)]


def test_lists_of_different_readers_are_counted_apart() -> None:
    text = "".join(
        f'::: moniker range="{name}"\n\n1. One\n2. Two\n\n::: moniker-end\n\n'
        for name in ("here", "there", "elsewhere")
    )
    found = _lists(text + "1. For all\n")

    assert [(steps.monikers, steps.order) for steps in found] == [
        (("here",), 0),
        (("there",), 0),
        (("elsewhere",), 0),
        ((), 3),
    ]


def test_bullets_are_no_steps_and_belong_to_the_step_around_them() -> None:
    (found,) = _lists("- Bullet\n\n1. One\n\n   - [inner](inner.md)\n\n   ![picture](p.png)\n\n2. Two\n")

    assert [(step.text, step.links, step.images) for step in found.steps] == [
        ("One", ("inner.md",), ("p.png",)),
        ("Two", (), ()),
    ]


def test_numbers_inside_a_step_are_part_of_it() -> None:
    assert _numbers("1. One\n\n   1. Inner\n   2. Inner\n\n2. Two\n") == [[1, 2]]


def test_a_step_says_where_it_stands() -> None:
    (found,) = _lists("Text\n\n1. One\n2. **Two** here\n")

    assert [step.location.start.line for step in found.steps] == [3, 4]
    assert found.steps[1].text == "Two here"
