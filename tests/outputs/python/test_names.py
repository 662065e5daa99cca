from __future__ import annotations

import builtins
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulemark.outputs.python.names import Scope, class_name, constant_name, module_names, past_name, snake_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cancellation_channel", "cancellation_channel"),
        ("CancellationChannel", "cancellation_channel"),
        ("Kündigung: was dann?", "kundigung_was_dann"),
        ("class", "class_"),
        ("list", "list_"),
        ("match", "match"),
        ("3 steps", "fact_3_steps"),
        ("__init__", "init"),
        ("", "fact"),
        ("!!!", "fact"),
        ("ライセンス数", "ライセンス数"),
        ("a" * 80, "a" * 48),
        ("one two " * 20, "one_two_one_two_one_two_one_two_one_two_one_two"),
    ],
)
def test_an_id_becomes_a_name(text: str, name: str) -> None:
    assert snake_name(text, "fact") == name


def test_constants_and_classes_follow_the_style_guide() -> None:
    assert constant_name("data deletion", "timer") == "DATA_DELETION"
    assert class_name("cancellation_channel", "Decision") == "CancellationChannel"
    assert class_name("value error", "Decision") == "ValueError_"


@pytest.mark.parametrize(
    ("event", "parameter"),
    [
        ("cancellation", "cancelled"),
        ("expiration", "expired"),
        ("activation", "activated"),
        ("deletion", "deleted"),
        ("suspension", "suspended"),
        ("renewal", "renewed"),
        ("closure", "closed"),
        ("purchase", "purchased"),
        ("kündigung", "kundigung"),
    ],
)
def test_the_day_of_an_event_is_called_by_what_has_happened(event: str, parameter: str) -> None:
    assert past_name(event) == parameter


@given(st.text())
def test_a_name_is_always_one_that_python_accepts(text: str) -> None:
    for name in (snake_name(text, "fact"), constant_name(text, "timer"), class_name(text, "Choice"), past_name(text)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")
    assert snake_name(text, "fact") not in set(dir(builtins)) - {"license", "credits", "copyright", "exit", "quit"}


@given(st.lists(st.sampled_from(["a", "a_2", "b", "a_"])))
def test_no_two_names_of_a_scope_are_alike(names: list[str]) -> None:
    scope = Scope({"b"})
    given_names = [scope.claim(name) for name in names]

    assert len(set(given_names)) == len(given_names)
    assert "b" not in given_names


@given(st.lists(st.text(st.sampled_from("ab/-é"), min_size=1, max_size=6), unique=True))
def test_every_article_has_a_module_of_its_own(paths: list[str]) -> None:
    names = module_names(paths)

    assert set(names) == set(paths)
    assert len(set(names.values())) == len(paths)
    assert names == module_names(reversed(paths))


def test_only_articles_of_one_stem_carry_their_folder() -> None:
    assert module_names(["a/end", "b/end", "c/begin"]) == {"a/end": "a_end", "b/end": "b_end", "c/begin": "begin"}
