"""Triple-colon directives in general: `:::name attribute="value" …:::`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9\-]*")
_BLANKS = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive as written.

    Attributes:
        name: In lower case.
        attributes: In the order written, names in lower case; a bare name has "".
        end: The offset behind it, colons at the end included.
        fault: What is wrong with its attributes; then it is no directive.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    end: int
    fault: str | None = None

    def get(self, name: str) -> str:
        """Return the value of an attribute, or ""."""
        return next((value for key, value in self.attributes if key == name), "")

    def unknown(self, known: frozenset[str]) -> str | None:
        """Return the first attribute that is none of some, or None."""
        return next((name for name, _ in self.attributes if name not in known), None)


def directive_name(text: str, position: int = 0, *, blanks: bool = True) -> str:
    """Return the name of the directive that begins at a position, in lower case, or ""."""
    if not text.startswith(":::", position):
        return ""
    start = _skip(text, position + 3) if blanks else position + 3
    found = _NAME.match(text, start)
    return found[0].lower() if found else ""


def read_directive(text: str, position: int, end: int, *, self_closing: bool) -> Directive:
    """Read a directive whose name is known to be one, up to `end`."""
    name = _NAME.match(text, _skip(text, position + 3))
    assert name is not None
    at = name.end()
    attributes: dict[str, str] = {}
    while True:
        at = _skip(text, at)
        if at >= end:
            return Directive(name[0].lower(), tuple(attributes.items()), end)
        if self_closing and text.startswith(":::", at):
            return Directive(name[0].lower(), tuple(attributes.items()), at + 3)
        key = _NAME.match(text, at, end)
        if key is None:
            return _faulty(name[0], at, f"no attribute can begin with `{text[at]}`")
        if key[0].lower() in attributes:
            return _faulty(name[0], at, f"the attribute `{key[0]}` stands twice")
        value, at, fault = _value(text, _skip(text, key.end()), end, key[0])
        if fault:
            return _faulty(name[0], at, fault)
        attributes[key[0].lower()] = value


def _value(text: str, at: int, end: int, name: str) -> tuple[str, int, str | None]:
    """Return the value behind a name, the offset behind it, and what is wrong with it."""
    if at >= end or text[at] != "=":
        return "", at, None
    at = _skip(text, at + 1)
    if at >= end or text[at] != '"':
        return "", at, f"the value of `{name}` must stand in double quotes"
    close = text.find('"', at + 1, end)
    if close < 0:
        return "", at, f"the value of `{name}` has no closing quote"
    return text[at + 1 : close], close + 1, None


def _faulty(name: str, at: int, fault: str) -> Directive:
    return Directive(name.lower(), (), at, fault)


def _skip(text: str, position: int) -> int:
    found = _BLANKS.match(text, position)
    return found.end() if found else position
