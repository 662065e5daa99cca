"""Python source as the formatter would lay it out: on one line where it fits, else one part a line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from rulemark.outputs.templating import Code, escaped_character, python_literal

WIDTH: Final = 120
_DOC_WIDTH: Final = 112


def width(text: str) -> int:
    """Return how many columns a text takes; East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def bracketed(head: str, parts: Sequence[str], tail: str, *, indent: int = 0, single: str = "") -> Code:
    """Return parts between brackets, one a line where they do not fit on one.

    Args:
        head: Everything before them, with the opening bracket.
        parts: Source text, without commas.
        tail: The closing bracket and everything behind it.
        indent: The columns that the first line stands in from the left, not printed.
        single: What follows a part that is alone: the comma of a tuple.
    """
    flat = f"{head}{', '.join(parts)}{single if len(parts) == 1 else ''}{tail}"
    if indent + width(flat) < WIDTH and "\n" not in flat:
        return Code(flat)
    return exploded(head, parts, tail, indent=indent)


def exploded(head: str, parts: Sequence[str], tail: str, *, indent: int = 0) -> Code:
    """Return parts between brackets, one a line; the arguments are those of `bracketed`."""
    margin = " " * indent
    lines = "".join(f"{margin}    {part},\n" for part in parts)
    return Code(f"{head}\n{lines}{margin}{tail}")


def call(head: str, values: Iterable[object], named: Iterable[tuple[str, object]] = ()) -> Code:
    """Return a call at the left margin, every value as a literal; `head` is everything before the bracket."""
    parts = [python_literal(value) for value in values]
    parts += [argument(name, value, indent=4) for name, value in named]
    return bracketed(f"{head}(", parts, ")")


def argument(name: str, value: object, *, indent: int) -> Code:
    """Return a named argument, a long tuple with one part a line."""
    if isinstance(value, tuple):
        return bracketed(f"{name}=(", [python_literal(part) for part in value], ")", indent=indent, single=",")
    return Code(f"{name}={python_literal(value)}")


def docstring(lines: Sequence[str], *, indent: int = 0) -> Code:
    r"""Return a docstring; its first line is the summary.

    Lines are wrapped with the margin they begin with; a `\t` in a line says where continuation lines begin, two of
    them begin four columns further in. Quotes and backslashes are escaped, so that no text can end it.
    """
    wrapped = [part for line in lines for part in wrap(line, _DOC_WIDTH - indent)]
    escaped = [_escaped(line) for line in wrapped]
    if escaped[0].startswith('"'):
        escaped[0] = f"\\{escaped[0]}"
    if len(escaped) == 1:
        text = escaped[0] + ("" if not escaped[0].endswith('"') else " ")
        return Code(f'"""{text}"""')
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in escaped[1:])
    return Code(f'"""{escaped[0]}\n{body}\n{margin}"""')


def _escaped(line: str) -> str:
    plain = line.isprintable() and "\\" not in line
    shown = line if plain else "".join(c if c == '"' else escaped_character(c) for c in line)
    return shown.replace('""', '"\\"')


def wrap(line: str, columns: int) -> list[str]:
    r"""Return a line as lines of at most so many columns; scripts without spaces break between characters."""
    before, mark, after = line.partition("\t")
    hang = len(before) if mark else len(line) - len(line.lstrip(" "))
    if after.startswith("\t"):
        hang, after = hang + 4, after[1:]
    lines: list[str] = []
    current = before if mark else " " * hang
    taken, empty = width(current), True
    for word in _words(after if mark else line.lstrip(" ")):
        wide = width(word)
        if not empty and taken + wide - word.endswith(" ") > columns:
            lines.append(current.rstrip())
            current, taken = " " * hang, hang
        current, taken, empty = current + word, taken + wide, False
    return [*lines, current.rstrip()]


def _words(text: str) -> list[str]:
    """Return the pieces that a line may break after."""
    if text.isascii():
        return [piece for word in text.split(" ") for piece in _cut(f"{word} ")]
    pieces, current = list[str](), ""
    for character in text:
        current += character
        if character == " " or unicodedata.east_asian_width(character) in "WF" or len(current) >= _DOC_WIDTH // 2:
            pieces.append(current)
            current = ""
    return [*pieces, current] if current else pieces


def _cut(word: str) -> list[str]:
    """Return a word in pieces that fit a line."""
    size = _DOC_WIDTH // 2
    return [word[start : start + size] for start in range(0, len(word), size)]


def one_line(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())
