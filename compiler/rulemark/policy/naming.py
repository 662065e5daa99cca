"""Names for what the vocabulary does not name: made from anchors, units and words, the same in every build."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[a-z0-9]+")
_PLACE = re.compile(r"\W+")
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def snake(text: str, words: int = 8) -> str:
    """Return the first words of a text as a lower-case name, "" when it has no Latin letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    name = "_".join(_WORD.findall(plain)[:words])
    return f"n_{name}" if name[:1].isdigit() else name


def plural(noun: str) -> str:
    """Return the English plural of a unit: `license` -> `licenses`."""
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun  # a plural already, of a noun that no lexicon knows
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANTS) else "s")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; scripts without spaces give one token a run."""
    return tuple(word for word in _PLACE.split(text.casefold()) if word)


class Names:
    """Hands out names that are unique in one article: the second `deadline` is `deadline_2`."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def unique(self, name: str) -> str:
        """Return the name, numbered when it was given out before."""
        self._used[name] += 1
        count = self._used[name]
        return name if count == 1 else self.unique(f"{name}_{count}")
