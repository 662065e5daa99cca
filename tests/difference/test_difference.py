from __future__ import annotations

import json
from itertools import pairwise

import pytest

from rulemark.difference import Change, ChangeKind, Direction, compare, suggest_version, to_json, to_markdown, to_text
from rulemark.policy import PolicySet
from rulemark.project import compile_files
from shared import SHARED, needs_shared

SEED = SHARED / "seed"


def policies(text: str, locale: str = "en-us") -> PolicySet:
    return compile_files({f"{locale}/rooms.md": text}).policies


def changes(old: str, new: str) -> list[Change]:
    return [item for item in compare(policies(old), policies(new)) if item.change is not ChangeKind.UNCHANGED]


def article(*sentences: str) -> str:
    return "# Rooms\n\n" + "\n\n".join(sentences) + "\n"


FEW = "If you have fewer than 10 seats, order online. If you have more than 10 seats, call us."
KEPT = "Closed rooms are kept for 30 days."
MUST = "You must return the key before you leave the room."


def test_an_article_equals_itself() -> None:
    found = compare(policies(article(FEW, KEPT, MUST)), policies(article(FEW, KEPT, MUST)))
    assert found
    assert {item.change for item in found} == {ChangeKind.UNCHANGED}


def test_a_moved_boundary_is_shown_by_inputs_whose_outcome_differs() -> None:
    (found,) = changes(article(FEW), article(FEW.replace("more than 10", "10 or more")))
    assert (found.kind, found.change, found.direction) == ("decision", ChangeKind.CHANGED, Direction.MOVES)
    assert found.examples == ("seats = 10: nothing stated → call us",)


def test_an_equal_boundary_in_other_words_is_reworded() -> None:
    (found,) = changes(article(FEW), article(FEW.replace("more than 10", "11 or more")))
    assert found.change is ChangeKind.REWORDED


@pytest.mark.parametrize(
    ("new", "direction"),
    [
        ("Closed rooms are kept for 20 days.", Direction.TIGHTENS),
        ("Closed rooms are kept for 45 days.", Direction.LOOSENS),
    ],
)
def test_a_changed_time_tightens_or_loosens(new: str, direction: Direction) -> None:
    (found,) = changes(article(KEPT), article(new))
    assert (found.kind, found.change, found.direction) == ("timer", ChangeKind.CHANGED, direction)
    assert (found.before, found.after) == (
        "lasts P30D",
        new.replace("Closed rooms are kept for ", "lasts P")[:-6] + "D",
    )


def test_wording_alone_is_never_a_change() -> None:
    old = article(FEW, KEPT, MUST)
    new = article(
        FEW.replace("order online", "place the order online"),
        KEPT.replace("kept", "retained"),
        "Before you leave the room, you must return its key.",
    )
    assert {item.change for item in changes(old, new)} == {ChangeKind.REWORDED}


def test_a_duty_that_became_an_option_is_a_change() -> None:
    (found,) = changes(article(MUST), article(MUST.replace("must", "can")))
    assert (found.change, found.direction) == (ChangeKind.CHANGED, Direction.LOOSENS)


def test_new_and_lost_rules_are_added_and_removed() -> None:
    (added,) = changes(article(FEW), article(FEW, KEPT))
    (removed,) = changes(article(FEW, KEPT), article(FEW))
    assert (added.change, added.before, added.after) == (ChangeKind.ADDED, "", "lasts P30D")
    assert (removed.change, removed.before, removed.after) == (ChangeKind.REMOVED, "lasts P30D", "")


def test_an_insertion_shifts_nothing() -> None:
    old = article(MUST, KEPT)
    new = article("You must sign the list when you enter the building.", MUST, KEPT)
    assert [item.change for item in changes(old, new)] == [ChangeKind.ADDED]


def test_another_translation_of_the_same_rule_is_retranslated() -> None:
    english = article(KEPT)
    dutch = [
        '# <a name="rooms"></a>Ruimten\n\nGesloten ruimten worden 30 dagen bewaard.\n',
        '# <a name="rooms"></a>Ruimten\n\nGesloten ruimten blijven 30 dagen bestaan.\n',
    ]
    old, new = (compile_files({"en-us/rooms.md": english, "nl-nl/rooms.md": text}).policies for text in dutch)
    found = [item.change for item in compare(old, new) if item.kind == "timer"]
    assert found == [ChangeKind.RETRANSLATED]


@pytest.mark.parametrize(
    ("change", "version"),
    [
        (ChangeKind.CHANGED, "2.0.0"),
        (ChangeKind.REMOVED, "2.0.0"),
        (ChangeKind.ADDED, "1.5.0"),
        (ChangeKind.REWORDED, "1.4.3"),
        (ChangeKind.RETRANSLATED, "1.4.3"),
        (ChangeKind.UNCHANGED, "1.4.2"),
    ],
)
def test_the_next_version_says_what_changed(change: ChangeKind, version: str) -> None:
    assert (
        suggest_version([Change("a#b", "timer", change), Change("a#c", "timer", ChangeKind.UNCHANGED)], "1.4.2")
        == version
    )


def test_a_version_is_three_numbers() -> None:
    with pytest.raises(ValueError, match="three numbers"):
        suggest_version([], "1.4")


def test_every_format_tells_the_same_change() -> None:
    found = compare(policies(article(FEW)), policies(article(FEW.replace("more than 10", "10 or more"))))
    (row,) = json.loads(to_json(found))
    assert row["change"] == "changed"
    assert row["direction"] == "moves"
    assert row["examples"] == ["seats = 10: nothing stated → call us"]
    assert "seats = 10: nothing stated → call us" in to_text(found)
    assert to_text(found).endswith("1 changed\n")
    assert "#### Changed rules" in to_markdown(found)
    assert "seats = 10: nothing stated → call us" in to_markdown(found)


def test_markdown_keeps_the_words_of_an_article_words() -> None:
    found = [Change("a#b", "duty", ChangeKind.ADDED, after="<b>*bold*</b> | [x](y)")]
    assert r"\<b\>\*bold\*\</b\> \| \[x\](y)" in to_markdown(found)


@needs_shared
def test_revisions_of_the_founding_article_differ_only_where_their_rules_do() -> None:
    revisions = {path.name[:10]: path.read_text(encoding="utf-8") for path in sorted(SEED.glob("*.en-us.md"))}
    names = list(revisions)
    told = {}
    for before, after in pairwise(names):
        found = compare(policies(revisions[before]), policies(revisions[after]))
        told[after] = {item.change for item in found if item.kind != "reference"} - {ChangeKind.UNCHANGED}
    reworded = {ChangeKind.REWORDED}
    assert told["2020-05-06"] == told["2021-05-20"] == told["2021-07-13"] == reworded
    assert told["2020-05-28"] == told["2021-06-16"] == {ChangeKind.ADDED}
    assert told["2021-03-12"] == {ChangeKind.CHANGED}
    assert ChangeKind.CHANGED in told["2021-04-08"]
    assert ChangeKind.ADDED in told["2021-02-05"]
