"""Files of words: loaded, checked against their schema, and laid over each other to a lexicon."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from rulemark.source import language
from rulemark.statements.lexicon import Lexicon, Modal, Script
from rulemark.statements.meaning import Modality
from rulemark.statements.words.phrase_patterns import in_every_script, spell_out, without_spaces
from rulemark.statements.words.phrases import Sense

_LEXICONS = files("rulemark.statements") / "lexicons"
_BASE = "base"


def load_lexicon(locale: str, overrides: Sequence[Mapping[str, Any]] = ()) -> Lexicon:
    """Return the lexicon of a locale's language; an unknown language reads digits and symbols only.

    Args:
        locale: A locale such as `nl-nl`, or a language.
        overrides: Further lexicons in the shape of the files, laid over the language's own in this order.

    Raises:
        ValueError: An override is not a lexicon; `lexicon_problems` says so beforehand.
    """
    for override in overrides:
        if problems := lexicon_problems(override):
            raise ValueError(f"not a lexicon: {'; '.join(problems)}")
    name = language(locale)
    if overrides:
        return _extended(name if name in languages() else "", json.dumps([dict(override) for override in overrides]))
    return _shipped(name if name in languages() else "")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a lexicon."""
    names = (entry.name.removesuffix(".yaml") for entry in _LEXICONS.iterdir() if entry.name.endswith(".yaml"))
    return tuple(sorted(name for name in names if name != _BASE))


def lexicon_problems(raw: object) -> tuple[str, ...]:
    """Return what keeps a loaded file from being a lexicon, as `place: problem`; nothing when it is one."""
    errors = sorted(_validator().iter_errors(raw), key=lambda error: error.json_path)
    return tuple(f"{error.json_path}: {error.message}" for error in errors)


@cache
def _validator() -> Draft202012Validator:
    schema = files("rulemark.statements").joinpath("lexicon.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(schema))


@cache
def _shipped(name: str) -> Lexicon:
    return _compile(name, _layers(name))


@lru_cache(maxsize=64)
def _extended(name: str, overrides: str) -> Lexicon:
    """Return a lexicon with a project's entries, which are JSON here so that equal ones are compiled once."""
    return _compile(name, (*_layers(name), *json.loads(overrides)))


def _layers(name: str) -> tuple[Mapping[str, Any], ...]:
    return (_file(_BASE), _file(name)) if name in languages() else (_file(_BASE),)


@cache
def _file(name: str) -> Mapping[str, Any]:
    # words only: "no" and "on" are words, not truth values
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = _LEXICONS.joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, Loader=loader))  # noqa: S506 - a loader that makes nothing but strings


def _compile(name: str, layers: Sequence[Mapping[str, Any]]) -> Lexicon:
    script = Script(**{key: _flag(value) for layer in layers for key, value in layer.get("script", {}).items()})
    variants = {plain: other for layer in layers for plain, other in layer.get("variants", {}).items()}
    entries = tuple(
        (phrase if script.spaces else without_spaces(phrase), sense)
        for layer in layers
        for written, sense in _entries(layer, script)
        for spelled in spell_out(written)
        for phrase in in_every_script(spelled, variants)
    )
    groups = (group for layer in layers for group in layer.get("modality", ()))
    modals = {_modal_name(group): _modal(group) for group in groups}
    asides = (_aside(section, layers, variants) for section in ("translation", "beside_numbers"))
    return Lexicon(name, script, entries, modals, *asides)


def _aside(
    section: str, layers: Sequence[Mapping[str, Any]], variants: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of a section that is no part of reading; spaces in them count in every script."""
    found: dict[str, list[str]] = {}
    for topic, phrases in (item for layer in layers for item in layer.get(section, {}).items()):
        for spelled in (phrase for written in phrases for phrase in spell_out(written)):
            found.setdefault(topic, []).extend(in_every_script(spelled, variants))
    return {topic: tuple(dict.fromkeys(phrases)) for topic, phrases in found.items()}


def _modal_name(group: Mapping[str, Any]) -> str:
    """Return the name of the sense of a group of modal words: the same for groups that bind alike."""
    return " ".join(f"{key}:{_flag(value)}" for key, value in sorted(group.items()) if key != "words")


def _modal(group: Mapping[str, Any]) -> Modal:
    def modality(key: str) -> Modality | None:
        value = group.get(key, "none")
        return None if value == "none" else Modality(value)

    flags = {key: bool(_flag(group.get(key, False))) for key in ("weak", "verb", "predicate", "subjunctive")}
    measured = modality("measured" if "measured" in group else "is")
    return Modal(modality("is"), modality("not"), measured, **flags)


def _flag(value: Any) -> Any:  # noqa: ANN401 - a scalar of YAML or TOML
    return {"true": True, "false": False}.get(value, value)


def _entries(layer: Mapping[str, Any], script: Script) -> Iterator[tuple[str, Sense]]:
    """Yield every entry of a file with its sense."""
    for topic, plural in (
        ("unit", "units"),
        ("currency", "currencies"),
        ("noun", "nouns"),
        ("hedge", "hedges"),
        ("range", "ranges"),
    ):
        yield from _named(topic, layer.get(plural, {}))
    for section in ("comparators", "conditions"):
        for place, groups in layer.get(section, {}).items():
            yield from _named(place, groups)
    for topic, groups in layer.get("mentions", {}).items():
        yield from _named(topic, groups)
    for group in layer.get("modality", ()):
        yield from _named("modal", {_modal_name(group): group["words"]})
    for topic, phrases in layer.get("words", {}).items():
        yield from ((phrase, Sense(topic)) for phrase in phrases)
    yield from _numbers(layer.get("numbers", {}), script)
    if script.joined:
        yield from _joined(layer)


def _named(topic: str, groups: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Sense]]:
    for name, phrases in groups.items():
        yield from ((phrase, Sense(topic, name)) for phrase in phrases)


def _numbers(numbers: Mapping[str, Mapping[Any, Sequence[str]]], script: Script) -> Iterator[tuple[str, Sense]]:
    """Yield the number words, with the compounds of languages that write tens and ones as one word."""
    words = {int(value): phrases for value, phrases in numbers.get("words", {}).items()}
    yield from _named("number", {str(value): phrases for value, phrases in words.items()})
    yield from _named("magnitude", {str(value): phrases for value, phrases in numbers.get("magnitudes", {}).items()})
    if not (script.ones_first or script.joined):
        return
    for tens in range(20, 100, 10):
        for ones in range(1, 10):
            stem = numbers.get("stems", {}).get(str(ones), words.get(ones, ()))
            pairs = ((one, ten) for one in stem for ten in words.get(tens, ()))
            joined = (one + script.ones_first + ten if script.ones_first else ten + one for one, ten in pairs)
            yield from ((phrase, Sense("number", str(tens + ones))) for phrase in joined)


def _joined(layer: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    """Yield numbers and units that are one word: `sechsmonatig`, `driejarig`; named `6 month`."""
    numbers = layer.get("numbers", {})
    words = {phrase: value for value, phrases in numbers.get("words", {}).items() for phrase in phrases}
    words |= {phrase: value for value, phrases in numbers.get("stems", {}).items() for phrase in phrases}
    for unit, phrases in layer.get("units", {}).items():
        for phrase in (single for written in phrases for single in spell_out(written) if single.isalpha()):
            yield from ((word + phrase, Sense("joined", f"{value} {unit}")) for word, value in words.items())
