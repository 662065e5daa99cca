from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulemark.policy.naming import Names, plural, snake, tokens


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cancel your subscription", "cancel_your_subscription"),
        ("cancel-your-subscription", "cancel_your_subscription"),
        ("Größe & Façade", "groe_facade"),
        ("  Two   words  ", "two_words"),
        ("90 days", "n_90_days"),
        ("ライセンス", ""),
        ("Лодки", ""),
        ("{{ x }}; DROP", "x_drop"),
        ("", ""),
    ],
)
def test_a_name_has_lower_case_letters_digits_and_lines(text: str, name: str) -> None:
    assert snake(text) == name


def test_a_name_takes_so_many_words() -> None:
    assert snake("one two three four", words=2) == "one_two"


@given(st.text(max_size=60))
def test_whatever_the_text_a_name_is_fit_for_code_or_empty(text: str) -> None:
    name = snake(text)

    assert name == "" or (name.isidentifier() and name.isascii() and name == name.lower())


@pytest.mark.parametrize(
    ("noun", "nouns"),
    [("license", "licenses"), ("box", "boxes"), ("country", "countries"), ("day", "days"), ("match", "matches")],
)
def test_a_counted_noun_gets_its_english_plural(noun: str, nouns: str) -> None:
    assert plural(noun) == nouns


def test_tokens_are_folded_words() -> None:
    assert tokens("Als u, GEEN eigen domein hebt!") == ("als", "u", "geen", "eigen", "domein", "hebt")
    assert tokens("。。") == ()


def test_the_second_of_a_name_is_numbered() -> None:
    names = Names()

    assert [names.unique(name) for name in ("fee", "fee", "due", "fee")] == ["fee", "fee_2", "due", "fee_3"]


def test_a_number_that_somebody_else_has_is_not_given_out_again() -> None:
    names = Names()
    given_out = [names.unique(name) for name in ("fee_2", "fee", "fee", "fee_2", "fee")]

    assert len(set(given_out)) == len(given_out)


@given(st.lists(st.sampled_from(["a", "a_2", "a_2_2", "a_3", "b"]), max_size=20))
def test_names_are_unique_in_every_order(wanted: list[str]) -> None:
    names = Names()
    given_out = [names.unique(name) for name in wanted]

    assert len(set(given_out)) == len(wanted)
    assert not any(keyword.iskeyword(name) for name in given_out)
