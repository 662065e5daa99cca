"""How phrases of a lexicon are spelled, and the one pattern that finds all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product

from rulemark.statements.words.folding import fold

_PARTED = "\x1f"
SIGNS = {"*": r"\w*", "_": r"\b", _PARTED: " ?"}
"""What stands in phrases beside letters: any letters may follow; a word must start or end here; a space may stand."""
_LONGEST_WHOLE = 2
"""Phrases of scripts without spaces that are no longer than this never have a stray space inside."""


def spell_out(phrase: str) -> tuple[str, ...]:
    """Return every phrase that a lexicon entry writes down: `may/can not` gives `may not` and `can not`."""
    return tuple(" ".join(words) for words in product(*map(_alternatives, fold(phrase).split())))


def without_spaces(phrase: str) -> str:
    """Return a phrase as it is found in scripts without spaces; a short one keeps the place of its space."""
    joined = phrase.replace(" ", "")
    return phrase.replace(" ", _PARTED) if len(joined.strip("_*")) <= _LONGEST_WHOLE else joined


def in_every_script(phrase: str, variants: Mapping[str, str]) -> tuple[str, ...]:
    """Return a phrase and how it is written with the other characters of its language: `个月` gives `個月` as well.

    Args:
        phrase: The phrase as the lexicon has it.
        variants: For a character the characters that stand for it in another script.
    """
    if variants.keys().isdisjoint(phrase):
        return (phrase,)
    written = ("".join(characters) for characters in product(*(variants.get(sign, sign) for sign in phrase)))
    return (phrase, *(other for other in written if other != phrase))


def _alternatives(word: str) -> list[str]:
    return [part.replace("\\", "") for part in re.split(r"(?<!\\)/", word)]


def compile_phrases(phrases: Iterable[str], *, spaces: bool) -> re.Pattern[str]:
    """Return one pattern that shares common beginnings, so that no text makes it start over."""
    tree = _tree(phrases)
    if not tree:
        return re.compile(r"(?!)")
    if not spaces:
        return re.compile(_with_stray_spaces(phrases))
    body = _branches(tree, "", "")
    return re.compile(rf"(?:(?<!\w)|(?=\W)){body}(?:(?<=\W)|(?!\w))")


def _with_stray_spaces(phrases: Iterable[str]) -> str:
    """Return a pattern that lets a space stand inside long phrases; inside short ones it parts two other words."""
    long = [phrase for phrase in phrases if len(phrase.strip("_*")) > _LONGEST_WHOLE]
    short = [phrase for phrase in phrases if len(phrase.strip("_*")) <= _LONGEST_WHOLE]
    return "|".join(_branches(_tree(some), "", gap) for some, gap in ((long, " ?"), (short, "")) if some)


def _tree(phrases: Iterable[str]) -> dict[str, dict]:  # type: ignore[type-arg]  # a trie has no finite type
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # the same
    for phrase in phrases:
        node = tree
        for character in phrase:
            node = node.setdefault(character, {})
        node[""] = {}
    return tree


def _branches(node: dict[str, dict], before: str, gap: str) -> str:  # type: ignore[type-arg]  # a trie has no finite type
    """Return what may follow in a node; `before` and `gap` are the spaces that may stand here and further on."""
    # a written-out continuation is tried before "any letters"
    keys = sorted((key for key in node if key), key=lambda key: (key in SIGNS, key))
    if not keys:
        return ""
    branches = [escape(key) + _branches(node[key], gap, gap) for key in keys]
    body = before + (f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0])
    return f"(?:{body})?" if "" in node else body


def escape(phrase: str) -> str:
    """Return the pattern of one phrase."""
    return "".join(SIGNS.get(character) or (" +" if character == " " else re.escape(character)) for character in phrase)
