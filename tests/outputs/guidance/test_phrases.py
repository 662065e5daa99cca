from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from rulemark.outputs.guidance import missing_phrases
from rulemark.outputs.guidance.locales import cldr, direction, native_language, switch_names, tag
from rulemark.outputs.guidance.phrases import built_in, catalogue

LANGUAGES = ("ar", "da", "de", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "sv", "tr", "zh")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def texts(phrase: Any) -> list[str]:  # noqa: ANN401 - whatever a catalogue holds
    return [phrase] if isinstance(phrase, str) else list(phrase.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_every_phrase(language: str) -> None:
    assert missing_phrases((language,)) == ()
    assert built_in(language).keys() == built_in("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_names_what_the_english_one_does_not(language: str) -> None:
    for key, phrase in built_in(language).items():
        known = {name for text in texts(built_in("en")[key]) for name in _PLACEHOLDER.findall(text)}
        assert {name for text in texts(phrase) for name in _PLACEHOLDER.findall(text)} <= known, key


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_a_counted_phrase_has_every_plural_form_of_its_language(language: str) -> None:
    needed = {cldr(language).plural_form(number) for number in (*range(200), 1000000)}
    for key, phrase in built_in(language).items():
        if not isinstance(phrase, str):
            assert needed <= phrase.keys() | ({"zero"} if "zero" not in needed else set()), key


def test_a_phrase_takes_the_plural_form_that_its_count_needs() -> None:
    polish = catalogue("pl-pl", {})
    counted = [polish.say("steps", count, count=str(count)) for count in (1, 3, 5)]
    assert counted == ["1 krok", "3 kroki", "5 kroków"]


def test_a_phrase_of_the_project_wins_over_the_built_in_one() -> None:
    phrases = {"nl": {"search": "Vind"}, "nl-be": {"search": "Zoek het"}}
    assert catalogue("nl-nl", phrases).say("search") == "Vind"
    assert catalogue("nl-be", phrases).say("search") == "Zoek het"


def test_a_language_without_a_catalogue_speaks_english_and_is_listed() -> None:
    assert catalogue("fi-fi", {}).say("search") == "Search"
    listed = {item.key for item in missing_phrases(("fi-fi",), {"fi": {"search": "Hae"}})}
    assert "search" not in listed
    assert "for_me" in listed


def test_a_phrase_reaches_nothing_but_the_values_it_is_given() -> None:
    hostile = catalogue("nl-nl", {"nl": {"only_for": "{names.__class__} {0} {other}"}})
    assert hostile.say("only_for", names="x") == "{names.__class__} {0} {other}"


def test_a_locale_has_its_tag_direction_and_own_name() -> None:
    assert [tag(locale) for locale in ("nl-nl", "zh-hans-cn", "es-419", "")] == ["nl-NL", "zh-Hans-CN", "es-419", "und"]
    assert [direction(locale) for locale in ("ar-sa", "he-il", "ja-jp", "xx-yy")] == ["rtl", "rtl", "ltr", "ltr"]
    assert native_language("de-de") == "Deutsch"


def test_two_locales_of_one_language_are_told_apart() -> None:
    names = switch_names(("en-gb", "en-us", "nl-nl"))
    assert names["en-gb"] != names["en-us"]
    assert names["nl-nl"] == "Nederlands"


def test_catalogues_are_plain_yaml_without_truth_values() -> None:
    for language in ("en", *LANGUAGES):
        data = yaml.safe_load(yaml.safe_dump(dict(built_in(language))))
        assert all(isinstance(key, str) for key in data)
