"""Names that Python accepts, from the ids of a policy: no keyword, no builtin, no two alike."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from rulemark.outputs.python.layout import width

_SITE: Final = {"copyright", "credits", "exit", "license", "quit", "_"}
_TAKEN: Final = frozenset(keyword.kwlist) | (frozenset(dir(builtins)) - _SITE)
_SEPARATORS: Final = re.compile(r"[\W_]+")
_HUMPS: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST: Final = 48
_PARTICIPLES: Final = (
    ("llation", "lled"),
    ("piration", "pired"),
    ("ation", "ated"),
    ("etion", "eted"),
    ("nsion", "nded"),
    ("ction", "cted"),
    ("losure", "losed"),
    ("newal", "newed"),
    ("piry", "pired"),
    ("chase", "chased"),
)


def snake_name(text: str, fallback: str) -> str:
    """Return a name in snake_case.

    Args:
        text: An id, or words of an article in any script.
        fallback: The name when nothing of the text can stand in one, and what comes before a leading digit.
    """
    words = [word for word in _SEPARATORS.split(_HUMPS.sub("_", _plain(text))) if word]
    name = _cut("_".join(words).lower())
    if not name:
        return fallback
    if not name.isidentifier():
        name = f"{fallback}_{name}"
    if not name.isidentifier():
        return fallback
    return f"{name}_" if name in _TAKEN else name


def constant_name(text: str, fallback: str) -> str:
    """Return a name in UPPER_CASE; the arguments are those of `snake_name`."""
    name = snake_name(text, fallback).rstrip("_").upper()
    return name if name.isidentifier() else fallback.upper()


def class_name(text: str, fallback: str) -> str:
    """Return a name in CapWords; the arguments are those of `snake_name`."""
    words = snake_name(text, fallback).rstrip("_").split("_")
    name = "".join(word[:1].upper() + word[1:] for word in words)
    if not name.isidentifier():
        name = class_name(fallback, "X")
    return f"{name}_" if name in _TAKEN else name


def past_name(event: str) -> str:
    """Return how a parameter for the day of an event is called: `cancelled` for `cancellation`, else its own name."""
    name = snake_name(event, "event")
    for noun, participle in _PARTICIPLES:
        if name.endswith(noun):
            return name.removesuffix(noun) + participle
    return name


class Scope:
    """The names of one namespace, given away one by one."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        """Start with names that nobody may have."""
        self._used = set(reserved)

    def claim(self, name: str) -> str:
        """Return the name, or the name with the first number that makes it a new one."""
        candidate, number = name, 2
        while candidate in self._used:
            candidate, number = f"{name.rstrip('_')}_{number}", number + 1
        self._used.add(candidate)
        return candidate


def module_names(paths: Iterable[str]) -> dict[str, str]:
    """Return the module of each article: its stem, with as many folders before it as tell two of one stem apart."""
    pending, names = sorted(set(paths)), dict[str, str]()
    scope = Scope(("articles", "bulk", "sql"))
    longest = max((path.count("/") for path in pending), default=0) + 1
    for depth in range(1, longest + 1):
        candidates = {path: snake_name("_".join(path.split("/")[-depth:]), "article") for path in pending}
        counts = list(candidates.values())
        alone = [path for path in pending if counts.count(candidates[path]) == 1]
        names |= {path: scope.claim(candidates[path]) for path in alone}
        pending = [path for path in pending if path not in names]
    names |= {path: scope.claim(snake_name(path, "article")) for path in pending}
    return names


def _plain(text: str) -> str:
    """Return a text without accents where that leaves ASCII, else in the form that Python compares names in."""
    stripped = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return stripped if stripped.isascii() else unicodedata.normalize("NFKC", text)


def _cut(name: str) -> str:
    """Return the first words of a long name."""
    if width(name) <= _LONGEST:
        return name
    head = name[:_LONGEST]
    while width(head) > _LONGEST:
        head = head[:-1]
    return head.rpartition("_")[0] or head
