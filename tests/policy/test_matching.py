from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulemark.policy.matching import Index, index_terms, stem
from rulemark.policy.vocabulary import Term


def _index(locale: str, **words: str | tuple[str, ...]) -> Index:
    terms = (Term(name, ((locale, (word,) if isinstance(word, str) else word),)) for name, word in words.items())
    return index_terms(terms, locale)


@pytest.mark.parametrize(
    ("locale", "word", "text"),
    [
        ("en-us", "license", "You have 3 licenses."),
        ("en-us", "cancel", "Cancelling takes a day."),
        ("en-us", "custom domain", "All custom domains are listed."),
        ("nl-nl", "licentie", "U hebt 3 licenties."),
        ("nl-nl", "eigen domein", "Met eigen domeinen gaat het anders."),
        ("de-de", "Lizenz", "Sie haben 3 Lizenzen."),
        ("de-de", "eigene Domäne", "Mit einer eigenen Domäne geht es anders."),
        ("fr-fr", "licence", "Vous avez 3 licences."),
        ("fr-fr", "domaine personnalisé", "Les domaines personnalisés sont listés."),
        ("fr-fr", "annuler", "Vous annulez aujourd'hui."),
    ],
)
def test_a_word_is_found_in_its_inflections(locale: str, word: str, text: str) -> None:
    assert _index(locale, found=word).names_in(text) == ("found",)


@pytest.mark.parametrize(
    ("locale", "word", "text"),
    [
        ("en-us", "user", "The superuser waits."),
        ("en-us", "art", "The cart starts."),
        ("en-us", "own domain", "You own the domain."),
        ("en-us", "custom domain", "Anything custom. Domains follow; for custom, domain or other names."),
        ("nl-nl", "rol", "De rolstoel staat daar."),
        ("de-de", "Amt", "Das Gesamtamtsblatt erscheint."),
        ("fr-fr", "an", "Annuler demande du temps."),
        ("ko-kr", "계정", "새계정을 만듭니다."),
    ],
)
def test_a_word_is_not_found_across_the_bounds_of_words(locale: str, word: str, text: str) -> None:
    assert _index(locale, found=word).find(text) == ()


@pytest.mark.parametrize(
    ("locale", "word", "text"),
    [("ja-jp", "独自ドメイン", "既に独自ドメインを使用しています。"), ("zh-cn", "订阅", "取消订阅后数据保留。")],
)
def test_without_spaces_a_word_is_found_anywhere(locale: str, word: str, text: str) -> None:
    (match,) = _index(locale, found=word).find(text)

    assert text[match.span.start : match.span.end] == word


def test_korean_particles_belong_to_the_word() -> None:
    assert _index("ko-kr", account="계정").names_in("계정을 닫습니다.") == ("account",)


def test_letters_that_grow_when_folded_move_no_match() -> None:
    text = "ẞİ訂の訂閱"
    spans = [match.span for match in _index("ja-jp", found="訂閱").find(text)]

    assert [text[span.start : span.end] for span in spans] == ["訂閱"]


def test_without_spaces_case_does_not_matter() -> None:
    assert _index("ja-jp", plan="Enterprise プラン").names_in("enterprise プランを購入") == ("plan",)


def test_the_longest_phrase_wins() -> None:
    index = _index("en-us", short="billing", long="billing cycle", longest="next billing cycle")

    assert index.names_in("In the next billing cycle") == ("longest",)
    assert index.names_in("Billing starts; the billing cycles follow.") == ("short", "long")


def test_the_longest_phrase_wins_without_spaces() -> None:
    index = _index("ja-jp", short="状態", long="無効状態")

    assert index.names_in("無効状態と状態") == ("long", "short")


def test_a_match_says_where_its_words_stand() -> None:
    text = "If you cancel a subscription, wait."
    (match,) = _index("en-us", cancellation="cancel").find(text)

    assert text[match.span.start : match.span.end] == "cancel"


def test_words_of_another_country_with_the_same_language_count() -> None:
    index = index_terms((Term("license", (("en-us", ("license",)),)),), "en-gb")

    assert index.names_in("two licenses") == ("license",)


def test_words_of_another_language_do_not_count() -> None:
    index = index_terms((Term("license", (("en-us", ("license",)),)),), "nl-nl")

    assert index.names_in("two license") == ()


def test_an_unknown_language_is_matched_word_by_word() -> None:
    index = _index("xx-xx", account="konto")

    assert index.names_in("Moje KONTO je tu, kontoso ne.") == ("account",)


def test_a_word_without_letters_matches_nothing() -> None:
    assert _index("en-us", nothing=("--", "!")).find("-- !") == ()


@pytest.mark.parametrize("locale", ["en-us", "ja-jp", "ko-kr"])
def test_no_words_match_nothing(locale: str) -> None:
    assert index_terms((), locale).find("anything at all") == ()


@given(st.text(max_size=80), st.sampled_from(["en-us", "de-de", "ja-jp", "ko-kr", "tr-tr", "xx"]))
def test_matches_lie_inside_the_text_in_order(text: str, locale: str) -> None:
    index = _index(locale, one=("a", "i̇"), two=("a b", "ß"), three="訂")
    spans = [match.span for match in index.find(text)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_a_stem_is_folded() -> None:
    assert stem("Licenses", "en-us") == stem("license", "en-us")
