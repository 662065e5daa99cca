"""The sandboxed Jinja environments: what a template prints is escaped for its language unless it is marked as source.

A missing variable is an error, never an empty string, and a template reaches no attribute that the sandbox forbids.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_SHORT: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSHOWN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|&~])")


class Code(str):
    """Source text that a template prints as it stands; only code of this project makes one."""

    __slots__ = ()


def text_literal(text: str) -> Code:
    r"""Return a double-quoted literal of a text, readable by Python and by TOML alike.

    Whatever an editor does not show as itself (controls, line separators, bidirectional marks) becomes `\\uXXXX`.
    """
    return Code(f'"{"".join(map(escaped_character, text))}"')


def _python_text(text: str) -> str:
    """Return a literal in the quotes that need fewer escapes, as the formatter prefers them."""
    if text.count('"') <= text.count("'"):
        return text_literal(text)
    inner = "".join("\\'" if c == "'" else c if c == '"' else escaped_character(c) for c in text)
    return f"'{inner}'"


def escaped_character(character: str) -> str:
    """Return a character as it may stand between double quotes."""
    if character in _SHORT:
        return _SHORT[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def python_literal(value: object) -> str:
    """Return a value as Python source: `Code` as it stands, everything else as a literal.

    Raises:
        TypeError: The value has no literal; a template must not print it.
    """
    match value:
        case Code():
            return value
        case Undefined():
            return str(value)  # which raises, and names the variable
        case None | bool() | int():
            return repr(value)
        case str():
            return _python_text(str(value))
        case Decimal():
            return number_literal(value)
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case tuple() | list():
            parts = [python_literal(part) for part in value]
            return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
        case _:
            raise TypeError(f"no Python literal for {type(value).__name__}")


def number_literal(value: Decimal) -> Code:
    """Return a whole number as an integer and any other as a `Decimal` of its exact digits."""
    if value == value.to_integral_value():
        return Code(str(int(value)))
    return Code(f'Decimal("{value:f}")')


def markdown_text(value: object) -> str:
    """Return a value as one line of Markdown prose; what no page can show or what turns text around is left out."""
    if isinstance(value, Code):
        return value
    shown = _UNSHOWN.sub("", " ".join(str(value).split()))
    return _MARKDOWN.sub(r"\\\1", shown)


def python_environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return an environment for Python (and TOML) where every value is printed as a literal.

    Only a `Code` is printed as it stands. Use `{% include %}`, not macros: what a macro returns would be quoted.
    """
    return _environment(loader, finalize=python_literal)


def markdown_environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return an environment for Markdown where every value is printed as plain prose, `Code` as it stands."""
    return _environment(loader, finalize=markdown_text)


def html_environment(loader: BaseLoader, overrides: Mapping[str, str] | None = None) -> ImmutableSandboxedEnvironment:
    """Return an environment for HTML with autoescape.

    Args:
        loader: Finds the templates that ship with the back end.
        overrides: Texts by template name that come before those of the loader: a project's own templates.
    """
    chain: Iterable[BaseLoader] = (DictLoader(dict(overrides or {})), loader)
    return _environment(ChoiceLoader(tuple(chain)), autoescape=True)


def _environment(
    loader: BaseLoader, *, autoescape: bool = False, finalize: Callable[[object], str] | None = None
) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=autoescape,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
