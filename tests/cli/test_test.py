from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run

VOCABULARY = """
inputs:
  seats: {type: integer, minimum: 0, unit: seat, words: {en-us: [seats], de-de: [Plätze], nl-nl: [plaatsen]}}
  paid:
    type: boolean
    words: {en-us: [paid], de-de: [bezahlt]}
  role:
    type: choice
    words: {en-us: [role], de-de: [Rolle]}
    choices:
      owner: {words: {en-us: [owner], de-de: [Eigentümer]}}
      guest: {words: {en-us: [guest], de-de: [Gast]}}
outcomes:
  desk: {words: {en-us: [front desk], de-de: [Empfang], nl-nl: [balie]}}
  phone: {words: {en-us: [call us], de-de: [rufen Sie uns an], nl-nl: [bel ons]}}
decisions:
  channel: {inputs: [seats], outcomes: [desk, phone]}
"""
RULES = {
    "en-us": "# Rooms\n\nIf you book fewer than 10 seats, go to the front desk. "
    "If you book 10 or more seats, call us.\n",
    "de-de": "# Räume\n\nWenn Sie weniger als 10 Plätze buchen, gehen Sie zum Empfang. "
    "Wenn Sie 10 oder mehr Plätze buchen, "
    "rufen Sie uns an.\n",
}
MARK = "<!-- rulemark: examples channel -->"
RIGHT = f"\n## Examples\n\n{MARK}\n\n| Seats | Result |\n|---|---|\n| 9 | Front desk |\n| 10 | Call us |\n"


@pytest.fixture
def rooms(folder: Path) -> Path:
    (folder / "policies").mkdir()
    (folder / "policies/vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    (folder / "rulemark.toml").write_text('content = ["content"]\n')
    return folder


def write(root: Path, text: str, locale: str = "en-us") -> None:
    path = root / "content" / locale / "rooms.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULES[locale] + text, encoding="utf-8")


def test_examples_that_hold_are_ticked(rulemark: Run, rooms: Path) -> None:
    write(rooms, RIGHT)
    result = rulemark("test")

    assert (result.code, result.err) == (0, "2 examples, none failed\n")
    assert result.out.splitlines() == [
        "✓ content/en-us/rooms.md:11: channel: 9 | Front desk",
        "✓ content/en-us/rooms.md:12: channel: 10 | Call us",
    ]


def test_an_example_that_fails_shows_the_difference_and_the_sentence(rulemark: Run, rooms: Path) -> None:
    write(rooms, RIGHT.replace("| 9 |", "| 12 |"))
    result = rulemark("test")

    assert (result.code, result.err) == (1, "2 examples, 1 failed\n")
    assert result.out.splitlines()[:4] == [
        "✗ content/en-us/rooms.md:11: channel: 12 | Front desk",
        "    expected: desk",
        "    got:      phone",
        "    because:  “If you book 10 or more seats, call us.” (content/en-us/rooms.md:3)",
    ]


def test_every_language_gives_examples_in_its_own_words(rulemark: Run, rooms: Path) -> None:
    write(rooms, RIGHT)
    write(
        rooms,
        RIGHT.replace("Seats", "Plätze").replace("Front desk", "Empfang").replace("Call us", "Rufen Sie uns an"),
        "de-de",
    )
    result = rulemark("test", "--format", "json")

    examples = json.loads(result.out)["examples"]
    assert [(one["locale"], one["facts"], one["expected"], one["passed"]) for one in examples] == [
        ("de-de", {"seats": 9}, "desk", True),
        ("de-de", {"seats": 10}, "phone", True),
        ("en-us", {"seats": 9}, "desk", True),
        ("en-us", {"seats": 10}, "phone", True),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        f"\n## Examples\n\n{MARK}\n\n",
        f"\n{MARK}\n\n## Examples\n\n",
        f"\n{MARK}\n## Examples\n\n",
        f"\n## Examples {MARK}\n\n",
        f"\n{MARK}\n\n",
        f"\n## Examples\n\n{MARK}\n\nThese are some.\n\n",
    ],
)
def test_the_comment_stands_before_in_or_below_the_heading_or_before_the_table(
    rulemark: Run, rooms: Path, marked: str
) -> None:
    write(rooms, f"{marked}| Seats | Result |\n|---|---|\n| 9 | Front desk |\n")

    assert rulemark("test").err == "1 example, none failed\n"


def test_a_table_of_another_section_is_not_meant(rulemark: Run, rooms: Path) -> None:
    write(rooms, f"\n## A\n\n{MARK}\n\nNothing.\n\n## B\n\n| Seats | Result |\n|---|---|\n| 9 | Front desk |\n")
    result = rulemark("test")

    assert result.code == 1
    assert "content/en-us/rooms.md:7:1" in result.err
    assert "no table stands behind the comment" in result.err


def test_a_dash_is_an_unknown_fact_or_an_open_case(rulemark: Run, rooms: Path) -> None:
    write(rooms, f"\n{MARK}\n\n| Seats | Result |\n|---|---|\n| – | – |\n| - | Call us |\n| 3 | — |\n")
    result = rulemark("test")

    assert [line for line in result.out.splitlines() if not line.startswith("    because")] == [
        "✓ content/en-us/rooms.md:9: channel: – | –",
        "✗ content/en-us/rooms.md:10: channel: - | Call us",
        "    expected: phone",
        "    got:      unknown without seats",
        "✗ content/en-us/rooms.md:11: channel: 3 | —",
        "    expected: nothing: the article leaves it open",
        "    got:      desk",
    ]


def test_choices_and_truths_are_read_in_words(rulemark: Run, rooms: Path) -> None:
    vocabulary = VOCABULARY.replace("inputs: [seats]", "inputs: [role, paid]")
    (rooms / "policies/vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    path = rooms / "content/en-us/rooms.md"
    path.parent.mkdir(parents=True)
    path.write_text(
        "# Rooms\n\nIf you are an owner and have paid, go to the front desk. If you are a guest, call us.\n\n"
        f"{MARK}\n\n| Role | Paid | Result |\n|---|---|---|\n| Owner | yes | Front desk |\n| Owner | ✗ | - |\n"
        "| Guest | - | Call us |\n| Owner | perhaps | Front desk |\n"
    )
    result = rulemark("test")

    assert [line[0] for line in result.out.splitlines() if line[0] in "✓✗"] == ["✓", "✓", "✓"]
    assert "`perhaps` is no value of `paid`" in result.err


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("| Chairs | Result |\n|---|---|\n| 9 | Front desk |\n", "the header `Chairs` names no input of `channel`"),
        ("| Role | Result |\n|---|---|\n| Owner | Front desk |\n", "the header `Role` names no input of `channel`"),
        ("| Seats | Result |\n|---|---|\n| fewer than 9 | Front desk |\n", "`fewer than 9` is no value of `seats`"),
        ("| Seats | Result |\n|---|---|\n| 9 or 10 | Front desk |\n", "`9 or 10` is no value of `seats`"),
        ("| Seats | Result |\n|---|---|\n| 2.5 | Front desk |\n", "`2.5` is no value of `seats`"),
        ("| Seats | Result |\n|---|---|\n| many | Front desk |\n", "`many` is no value of `seats`"),
        ("| Seats | Result |\n|---|---|\n| 9 | A letter |\n", "`A letter` names no outcome of `channel`"),
        ("| Seats | Seats | Result |\n|---|---|---|\n| 9 | 9 | Front desk |\n", "that another column names"),
    ],
)
def test_what_is_not_understood_is_a_finding_and_fails(rulemark: Run, rooms: Path, table: str, message: str) -> None:
    write(rooms, f"\n{MARK}\n\n{table}")

    assert (rulemark("test").code, message in rulemark("test").err) == (1, True)
    assert message in rulemark("check").out


def test_a_decision_that_does_not_exist_is_a_finding(rulemark: Run, rooms: Path) -> None:
    write(rooms, RIGHT.replace("examples channel", "examples chanel"))
    result = rulemark("test")

    assert result.code == 1
    assert "the article has no decision `chanel`" in result.err
    assert "name one of `channel`" in result.err


def test_examples_are_no_rules(rulemark: Run, rooms: Path) -> None:
    """Without its sentences the table decides nothing, although its columns are those of the decision."""
    path = rooms / "content/en-us/rooms.md"
    path.parent.mkdir(parents=True)
    path.write_text("# Rooms\n" + RIGHT.replace("| 9 |", "| fewer than 9 |").replace("| 10 |", "| 9 or more |"))
    shown = rulemark("show", "policy", path).out

    assert "decisions" not in shown
    path.write_text(path.read_text().replace(MARK, ""))
    assert "decisions" in rulemark("show", "policy", path).out


def test_boundaries_are_the_edges_of_decisions_and_timers(rulemark: Run, rooms: Path) -> None:
    write(rooms, "\nYou must cancel a room no later than 14 days after the booking.\n")
    result = rulemark("test", "--boundaries")

    assert result.code == 0
    assert result.out.splitlines()[:5] == [
        "rooms: channel",
        "    seats is 0: desk",
        "    seats is 9: desk",
        "    seats is 10: phone",
        "    seats is 11: phone",
    ]
    assert "    day 14: within\n    day 15: over\n" in result.out


def test_boundaries_are_there_for_programs(rulemark: Run, rooms: Path) -> None:
    write(rooms, "")
    (article,) = json.loads(rulemark("test", "--boundaries", "--format", "json").out)["boundaries"]

    assert article["decisions"][0]["cases"][1] == {"facts": {"seats": 9}, "answer": "decided", "outcome": "desk"}


def test_the_examples_of_the_sample_hold_in_every_language(rulemark: Run, sample: Path) -> None:
    result = rulemark("test", sample, "--format", "json")

    examples = json.loads(result.out)["examples"]
    assert result.code == 0
    assert {one["locale"] for one in examples} == {"de-de", "en-us", "ja-jp", "nl-nl"}
    assert {len([one for one in examples if one["locale"] == locale]) for locale in ("de-de", "ja-jp")} == {4}


def test_a_project_without_examples_says_how_to_begin(rulemark: Run, rooms: Path) -> None:
    write(rooms, "")
    result = rulemark("test")

    assert (result.code, result.out) == (0, "")
    assert "mark a table with `<!-- rulemark: examples DECISION -->`" in result.err
