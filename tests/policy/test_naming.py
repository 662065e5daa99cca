from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulemark.policy.naming import Names, invented, plural, section_name, snake, tokens, without_opener
from rulemark.statements import load_lexicon


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cancel your subscription", "cancel_your_subscription"),
        ("cancel-your-subscription", "cancel_your_subscription"),
        ("Größe & Façade", "grosse_facade"),
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


@pytest.mark.parametrize(
    ("locale", "text", "name"),
    [
        ("en-us", "Deposits are returned of the", "deposits_returned"),
        ("en-us", "a kayak that isn't returned within 30 minutes", "kayak_not_returned"),
        ("en-us", "the lodger’s key", "lodger_key"),
        ("en-us", "it was", ""),
        ("nl-nl", "het huisdier is niet aangelijnd", "huisdier_niet_aangelijnd"),
        ("de-de", "nach dem Ende der Saison", "ende_saison"),
        ("fr-fr", "à compter de l’arrivée", "arrivee"),
        ("fr-fr", "le chien n'est pas tenu", "chien_not_tenu"),
        ("es-es", "a partir de la llegada", "llegada"),
        ("it-it", "dall'arrivo in barca", "arrivo_barca"),
        ("pt-br", "a chuva não para", "chuva_nao"),
        ("ja-jp", "ボート ABC を借りる", "abc"),
        ("ko-kr", "보트를 빌리는 경우", ""),
        ("xx", "one two three four five", "one_two_three_four"),
    ],
)
def test_an_invented_name_has_the_words_that_mean_something(locale: str, text: str, name: str) -> None:
    assert invented(text, load_lexicon(locale)) == name


def test_words_that_a_project_adds_are_known_to_names() -> None:
    own = load_lexicon("en-us", [{"words": {"preposition": ["concerning"]}}])

    assert invented("concerning boats", load_lexicon("en-us")) == "concerning_boats"
    assert invented("concerning boats", own) == "boats"


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_an_invented_name_stays_when_only_numbers_change(one: int, other: int) -> None:
    sentences = (f"you keep the boat for more than {count} days and {count} boats return" for count in (one, other))

    assert len({invented(sentence, load_lexicon("en-us")) for sentence in sentences}) == 1


@given(st.text(max_size=60), st.sampled_from(["en-us", "de-de", "fr-fr", "ja-jp", "tr-tr"]))
def test_whatever_the_text_an_invented_name_is_fit_for_code_or_empty(text: str, locale: str) -> None:
    for name in (invented(text, load_lexicon(locale)), section_name(text, load_lexicon(locale))):
        assert name == "" or (name.isidentifier() and name.isascii() and name == name.lower())
        assert name.count("_") < 6


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("how-to-rent-a-boat-from-a-friend", "how_to_rent_boat"),
        ("where-to-go", "where_to_go"),
        ("ボート", ""),
        ("2-fees", "n_2_fees"),
        ("what-happens-after-the-return", "what_happens_after_return"),
    ],
)
def test_a_section_is_called_after_its_anchor(anchor: str, name: str) -> None:
    assert section_name(anchor, load_lexicon("en-us")) == name


def test_the_opener_of_a_sentence_gives_no_name() -> None:
    assert (
        without_opener("After you sign, the boat is yours all day.", load_lexicon("en-us"))
        == "the boat is yours all day."
    )
    assert (
        without_opener("Boats, oars and vests are washed.", load_lexicon("en-us"))
        == "Boats, oars and vests are washed."
    )


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
