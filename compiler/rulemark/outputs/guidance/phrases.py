"""The words of the page furniture, from one catalogue per language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias, cast

import yaml

from rulemark.outputs.guidance.locales import cldr
from rulemark.source import language

Phrase: TypeAlias = str | Mapping[str, str]
"""A text with `{placeholders}`, or one text per CLDR plural category of `{count}`; `zero` is for none at all."""
Phrases: TypeAlias = Mapping[str, Mapping[str, Phrase]]
"""Phrases of a project by locale or language: `{"nl": {"search": "Zoeken"}}`; they win over the built-in ones."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
FALLBACK = "en"


@cache
def built_in(name: str) -> Mapping[str, Phrase]:
    """Return the catalogue shipped for a language or locale, empty when there is none."""
    file = files("rulemark.outputs.guidance") / "phrases" / f"{name}.yaml"
    if not name.replace("-", "").isalnum() or not file.is_file():
        return {}
    return cast("Mapping[str, Phrase]", yaml.safe_load(file.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class MissingPhrase:
    """A phrase that no catalogue of a locale has, so that its readers see English."""

    locale: str
    key: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The phrases of one locale, most specific catalogue first."""

    locale: str
    layers: tuple[Mapping[str, Phrase], ...]

    def say(self, key: str, count: int | None = None, /, **values: str) -> str:
        """Return a phrase with its placeholders filled; with `count`, in the plural form it needs.

        Placeholders are replaced as plain text: a phrase can name values, never reach into them.
        """
        phrase = next((layer[key] for layer in self.layers if key in layer), key)
        text = phrase if isinstance(phrase, str) else self._plural(phrase, count or 0)
        return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)

    def has(self, key: str) -> bool:
        """Return whether any catalogue, English included, has a phrase."""
        return any(key in layer for layer in self.layers)

    def phrase(self, key: str) -> Phrase:
        """Return a phrase as it stands in its catalogue, for scripts."""
        return next((layer[key] for layer in self.layers if key in layer), key)

    def _plural(self, forms: Mapping[str, str], count: int) -> str:
        category = "zero" if count == 0 and "zero" in forms else cldr(self.locale).plural_form(count)
        return forms.get(category) or forms.get("other") or next(iter(forms.values()), "")


def catalogue(locale: str, phrases: Phrases) -> Catalogue:
    """Return the phrases of a locale: the project's, the shipped ones, then English."""
    names = (locale, language(locale), FALLBACK)
    layers = [layer for name in names for layer in (phrases.get(name, {}), built_in(name))]
    return Catalogue(locale, tuple(layer for layer in layers if layer))


def missing_phrases(locales: tuple[str, ...], phrases: Phrases | None = None) -> tuple[MissingPhrase, ...]:
    """Return the phrases that readers of the given locales see in English, sorted.

    Args:
        locales: The locales of a site.
        phrases: The project's own phrases.
    """
    own = phrases or {}
    missing = []
    for locale in sorted(set(locales)):
        names = (locale, language(locale))
        known = {key for name in names for layer in (own.get(name, {}), built_in(name)) for key in layer}
        missing += [MissingPhrase(locale, key) for key in sorted(built_in(FALLBACK).keys() - known)]
    return tuple(missing)
