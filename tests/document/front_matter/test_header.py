from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulemark.diagnostics import Diagnostic
from rulemark.document.front_matter.header import FrontMatterReading, read_front_matter
from rulemark.document.model import Yaml
from rulemark.source import Source


def read(text: str) -> FrontMatterReading:
    return read_front_matter(Source("a.md", text))


def values(text: str) -> dict[str, Yaml]:
    header = read(f"---\n{text}\n---\n").front_matter
    assert header is not None
    return {field.key: field.value for field in header.fields}


def said(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.location.start.line}:{one.location.start.column} {one.kind.code}" for one in diagnostics]


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\na: b\n---\nbody", "---\na: b\n---", "body"),
        ("---  \na: b\n---\t\nbody", "---  \na: b\n---", "body"),
        ("---\na: b\n...\nbody", "---\na: b\n...", "body"),
        ("---\r\na: b\r\n---\r\nbody", "---\r\na: b\r\n---", "body"),
        ("---\ra: b\r---\rbody", "---\ra: b\r---", "body"),
        ("\ufeff---\na: b\n---\nbody", "---\na: b\n---", "body"),
        ("---\n---\nbody", "---\n---", "body"),
        ("---\na: b\n---", "---\na: b\n---", ""),
        ("---\na: |\n  ---\n---\nbody", "---\na: |\n  ---\n---", "body"),
    ],
)
def test_the_header_reaches_from_the_first_line_to_the_next_fence(text: str, header: str, body: str) -> None:
    reading = read(text)

    assert reading.front_matter is not None
    assert text[reading.front_matter.span.start : reading.front_matter.span.end] == header
    assert text[reading.body_start :] == body
    assert reading.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("# Title\n", []),
        (" ---\na: b\n---\n", []),
        ("---\n\nA rule on the first line.\n", []),
        ("---", []),
        ("---\ntitle: T\n", ["1:1 RM104"]),
        ("\n---\ntitle: T\n---\n", ["2:1 RM108"]),
        ("----\ntitle: T\n---\n", ["1:1 RM108"]),
        ("\ufeff\r\n---\r\ntitle: T\r\n---\r\n", ["2:1 RM108"]),
        ("\n---\n\nA rule further down: no header.\n\n---\n", []),
    ],
)
def test_anything_else_is_no_header(text: str, findings: list[str]) -> None:
    reading = read(text)

    assert reading.front_matter is None
    assert reading.body_start == len(text) - len(text.removeprefix("\ufeff"))
    assert said(reading.diagnostics) == findings


def test_dates_and_versions_stay_text_and_truth_values_do_not() -> None:
    assert values("date: 2021-05-04\nother: 05/04/2021\nversion: 4.10\nyes: yes\non: on\nid: '12'\nbig: 0123") == {
        "date": "2021-05-04",
        "other": "05/04/2021",
        "version": "4.10",
        "yes": "yes",
        "on": "on",
        "id": "12",
        "big": "0123",
    }
    assert values("a: true\nb: FALSE\nc: 12\nd: -1.5\ne:\nf: ~\ng: null") == {
        "a": True,
        "b": False,
        "c": 12,
        "d": -1.5,
        "e": None,
        "f": None,
        "g": None,
    }


def test_sequences_and_mappings_are_frozen() -> None:
    assert values("a: [x, 1]\nb:\n- y\n-\nc: {k: [z]}") == {"a": ("x", 1), "b": ("y", None), "c": (("k", ("z",)),)}


def test_a_key_and_its_value_know_their_places() -> None:
    text = (
        '\ufeff---\r\ntitle: "Größe"\r\nlist:\r\n- a\r\n- b\r\ntext: |\r\n  one\r\n  two\r\n\r\nflow: [x, y]\r\n---\r\n'
    )
    header = read(text).front_matter
    assert header is not None

    places = {
        text[one.key_span.start : one.key_span.end]: text[one.value_span.start : one.value_span.end]
        for one in header.fields
    }

    assert places == {
        "title": '"Größe"',
        "list": "- a\r\n- b",
        "text": "|\r\n  one\r\n  two",
        "flow": "[x, y]",
    }


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("title: a: b", "2:9 RM100 the front matter cannot be read: mapping values are not allowed in this context"),
        ("a: b\n\tc: d", "3:1 RM100 the front matter cannot be read: found a tab character that violates indentation"),
        ("a: *no", "2:4 RM100 the front matter cannot be read: nothing is named `no`"),
        ("a: b\n--- c", "3:1 RM100 the front matter cannot be read: a second document begins here"),
        ("a: \x01", "2:4 RM100 the front matter cannot be read: a control character"),
        ("- a\n- b", "2:1 RM101 the front matter is no list of keys and values"),
        ("just words", "2:1 RM101 the front matter is no list of keys and values"),
        ("a: 1\nb: 2\na: 3", "4:1 RM102 `a` stands twice; the last one counts"),
        ("a:\n  b: 1\n  b: 2", "4:3 RM102 `b` stands twice; the last one counts"),
        ("uthor: x", "2:1 RM103 nobody reads the key `uthor`"),
        ("mms.collection: x", "2:1 RM103 nobody reads the key `mms.collection`"),
        ("MS.topic: x", "2:1 RM103 nobody reads the key `MS.topic`"),
        ("discription: x", "2:1 RM103 nobody reads the key `discription`"),
        ("monikerrange: x", "2:1 RM103 nobody reads the key `monikerrange`"),
        ("ms.translationtype: robot", "2:21 RM105 `robot` is no translation type"),
        ("title: [a, b]", "2:8 RM105 `title` has more than one value"),
        ("word_count: 3", "2:1 RM106 `word_count` is written by the publishing system"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, finding: str) -> None:
    (one,) = read(f"---\n{text}\n---\n").diagnostics

    assert f"{one.location.start.line}:{one.location.start.column} {one.kind.code} {one.message}" == finding
    assert one.help


def test_of_a_duplicate_key_the_last_counts_and_the_first_is_shown() -> None:
    reading = read("---\na: 1\na: 2\n---\n")

    assert reading.front_matter is not None
    assert reading.front_matter.get("a") == 2
    assert [label.location.start.line for label in reading.diagnostics[0].labels] == [2]


def test_keys_of_the_project_and_distant_keys_are_left_alone() -> None:
    text = "---\nteam: x\nuthor: y\nbilling_area: z\nown.topic: z\nproduct.owner: z\n---\n"

    assert read_front_matter(Source("a.md", text), known_keys=frozenset({"uthor"})).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "fixed"),
    [("uthor: x", "author: x"), ("MS.Topic: x", "ms.topic: x")],
)
def test_a_misspelt_key_is_renamed(text: str, fixed: str) -> None:
    whole = f"---\n{text}\n---\n"
    (one,) = read(whole).diagnostics
    assert one.fix is not None
    (edit,) = one.fix.edits
    span = edit.location.span

    assert whole[: span.start] + edit.replacement + whole[span.end :] == f"---\n{fixed}\n---\n"


def test_a_misspelt_key_is_not_renamed_to_one_that_is_there() -> None:
    (one,) = read("---\nauthor: x\nuthor: y\n---\n").diagnostics

    assert one.fix is None


BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "an alias bomb": (BOMB, "RM107"),
    "deep flow": ("a: " + "[" * 100_000, "RM107"),
    "deep blocks": ("- " * 50_000 + "x", "RM107"),
    "deep mappings": ("\n".join(" " * level + "k:" for level in range(300)), "RM107"),
    "many keys": ("\n".join(f"k{number}: 1" for number in range(30_000)), "RM107"),
    "a megabyte": ("a: " + "x" * 1_000_000, "RM107"),
    "quotes": ('a: "' + '\\"' * 90_000, "RM100"),
    "many anchors": ("a: " + "&a " * 60_000, "RM100"),
    "a self reference": ("a: &a [*a]", "RM100"),
    "a surrogate": ("a: \ud800", "RM100"),
}


@pytest.mark.timeout(60)  # a second is enough; a header that is not read in linear time takes minutes
@pytest.mark.parametrize(("text", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_header_is_a_finding(text: str, code: str) -> None:
    diagnostics = read(f"---\n{text}\n---\n").diagnostics

    assert {one.kind.code for one in diagnostics} == {code}


def test_tags_make_no_objects() -> None:
    assert values("a: !!python/object/apply:os.getcwd []\nb: !!int '3'\nc: !own x\nd: !!timestamp 2020-01-01") == {
        "a": (),
        "b": "3",
        "c": "x",
        "d": "2020-01-01",
    }


@given(st.text(alphabet="ab:- \n[]{}&*#'\"|>!%@,?~01\t\r", max_size=80))
def test_any_header_is_read_and_every_place_lies_inside_it(text: str) -> None:
    whole = f"---\n{text}\n---\n"
    reading = read(whole)

    spans = [one.location.span for one in reading.diagnostics]
    if reading.front_matter is not None:
        spans += [span for field in reading.front_matter.fields for span in (field.key_span, field.value_span)]
        assert whole[reading.front_matter.span.start : reading.body_start].startswith("---")
    assert all(4 <= span.start <= span.end <= len(whole) or span.start == 0 for span in spans)
    assert all("\n" not in one.message for one in reading.diagnostics)
