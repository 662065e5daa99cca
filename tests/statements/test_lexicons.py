"""Lexicons: files of words that have a shape, and that a project may extend."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from rulemark.statements import languages, lexicon_problems, load_lexicon, read
from rulemark.statements.words.masking import mask

_FOLDER = files("rulemark.statements") / "lexicons"
_SCHEMA = json.loads((files("rulemark.statements") / "lexicon.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["base", *languages()])
def test_every_file_has_the_shape_of_a_lexicon(name: str) -> None:
    raw = yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only
    assert lexicon_problems(raw) == ()


@pytest.mark.parametrize("section", ["words", "mentions", "translation", "beside_numbers"])
def test_every_topic_is_described_where_languages_are_added(section: str) -> None:
    page = (Path(__file__).parents[2] / "compiler/docs/languages.md").read_text(encoding="utf-8")
    for topic, schema in _SCHEMA["properties"][section]["properties"].items():
        assert f"| `{topic}` | {schema['description']} |" in page


@pytest.mark.parametrize("section", ["words", "translation", "beside_numbers"])
def test_every_topic_is_read_somewhere(section: str) -> None:
    package = Path(str(files("rulemark")))
    modules = (*package.glob("statements/**/*.py"), *package.glob("checks/**/*.py"), *package.glob("policy/*.py"))
    # the lexicon itself only says how topics are looked for; it finds what overlaps with a mask, though
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules if path.name != "lexicon.py")
    read = set(re.findall(r"""["']([a-z_]+)["']""", code))
    assert set(_SCHEMA["properties"][section]["properties"]) <= read | {"mask_free"}


def test_the_languages_of_the_product_are_there() -> None:
    assert set(languages()) >= {"da", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "sv", "tr", "zh"}


@pytest.mark.parametrize("language", languages())
def test_every_phrase_is_found_where_it_stands_alone(language: str) -> None:
    phrases = load_lexicon(language).phrases
    for phrase in phrases.senses:
        if phrase.isascii() and not set(phrase) & set("*_"):
            found = {mark.sense for mark in phrases.find(phrase) if (mark.start, mark.end) == (0, len(phrase))}
            assert found == set(phrases.senses[phrase]), phrase


def test_every_locale_of_a_language_shares_its_lexicon() -> None:
    assert load_lexicon("nl-be") is load_lexicon("nl-nl")


def test_an_unknown_language_reads_digits_and_symbols_only() -> None:
    lexicon = load_lexicon("xx-xx")
    reading = read("Qo 30% la 5 GB mi 12 tarek.", lexicon)
    assert lexicon.language == ""
    assert [(str(quantity.value), quantity.unit) for quantity in reading.quantities][:2] == [
        ("30", "percent"),
        ("5", "gigabyte"),
    ]
    assert reading.modality is None
    assert reading.conditions == ()


def test_a_project_adds_a_noun() -> None:
    lexicon = load_lexicon("en-us", [{"nouns": {"widget": ["doohickey/doohickeys"]}}])
    assert read("You need at least three doohickeys.", lexicon).quantities[0].unit == "widget"


def test_a_project_overrides_a_modal_word() -> None:
    plain = read("You get to choose.", load_lexicon("en"))
    lexicon = load_lexicon("en", [{"modality": [{"words": ["get to"], "is": "may"}]}])
    assert plain.modality is None
    assert read("You get to choose.", lexicon).modality == "may"


def test_an_override_that_is_no_lexicon_is_described() -> None:
    assert lexicon_problems({"units": {"day": "days"}}) == ("$.units.day: 'days' is not of type 'array'",)


def test_an_override_that_is_no_lexicon_is_refused() -> None:
    with pytest.raises(ValueError, match="not a lexicon"):
        load_lexicon("en", [{"unit": {}}])


@pytest.mark.parametrize("language", languages())
def test_masking_keeps_every_offset(language: str) -> None:
    text = "İ 1.2.3 https://example.org/ x@example.org 24/7 2021-05-03 ＡＢＣ ½ `code 5`"
    assert len(mask(text, load_lexicon(language))) == len(text)
