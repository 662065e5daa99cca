"""The reading copy of a sentence: same length, but lower case, plain digits, plain quotes and plain spaces."""

from __future__ import annotations

from functools import cache

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‑": "-",
        "‐": "-",
        "−": "-",
        "～": "~",
        "〜": "~",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u3000": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
    }
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E)}
)


def fold(text: str) -> str:
    """Return `text` character by character in its plain form, in the same length."""
    if text.isascii() and text.isprintable():
        return text.lower()
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    return lower if len(lower) == len(text) else "".join(map(_lower, plain))


@cache
def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else lower[0]
