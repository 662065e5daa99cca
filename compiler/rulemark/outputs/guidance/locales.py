"""What a locale means for a page: its language tag, its direction and its own name."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from rulemark.source import language

_ENGLISH = Locale("en", "US")


@cache
def cldr(locale: str) -> Locale:
    """Return the CLDR locale of `nl-nl`, its language alone when the region is unknown, else American English."""
    for name in (locale, language(locale)):
        try:
            return Locale.parse(name.replace("-", "_"))
        except (ValueError, UnknownLocaleError):
            continue
    return _ENGLISH


@cache
def tag(locale: str) -> str:
    """Return the BCP 47 tag of a locale as `lang` attributes want it: `nl-NL`, `sr-Latn-RS`; "und" for none."""
    first, *rest = locale.split("-")
    parts = (part.title() if len(part) == 4 else part.upper() for part in rest)
    return "-".join((first.lower(), *parts)) or "und"


@cache
def direction(locale: str) -> str:
    """Return `ltr` or `rtl`."""
    return "rtl" if cldr(locale).character_order == "right-to-left" else "ltr"


@cache
def native_name(locale: str) -> str:
    """Return what the speakers of a locale call it: `Nederlands (Nederland)`."""
    name = cldr(locale).get_display_name(locale.replace("-", "_")) if locale else None
    return _capital(name or locale)


@cache
def native_language(locale: str) -> str:
    """Return what the speakers of a locale call its language: `Nederlands`."""
    return _capital(cldr(locale).get_language_name(language(locale)) or locale)


@cache
def name_in(locale: str, reader: str) -> str:
    """Return what the reader's language calls the language of another locale: `Dutch`."""
    return cldr(reader).languages.get(language(locale)) or native_language(locale)


def switch_names(locales: tuple[str, ...]) -> dict[str, str]:
    """Return a name for each locale of a site: the language alone where it is unmistakable."""
    languages = [language(locale) for locale in locales]
    return {
        locale: native_language(locale) if languages.count(language(locale)) == 1 else native_name(locale)
        for locale in locales
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
