"""Plant one error of a kind at a time into real translations and print how many of them the checks report.

    python tests/benchmarks/planted.py ../shared/corpus/partner-center de-de [ARTICLES]

The folder has a folder for each locale, `en-us` among them. Which errors are planted depends on nothing but the
articles: every run plants the same. Words are swapped inside of sentences that are statements; limits and units only
beside a quantity.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from rulemark.checks import parity
from rulemark.compilation import Compilation
from rulemark.diagnostics import Severity
from rulemark.document import parse
from rulemark.policy import PolicySet
from rulemark.source import Source, language
from rulemark.statements import Extraction, Speech, Statement, extract, load_lexicon

SOURCE: Final = "en-us"
NEAR: Final = 14
"""Characters between a quantity and a word that says something about it."""
WORDS: Final = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
STRUCTURE: Final = {
    "link": (r"(?<!!)(\[[^\[\]\n]+\])\([^()\s]+\)", r"\1(elsewhere.md)"),
    "lost link": (r"(?<!!)\[([^\[\]\n]+)\]\([^()\s]+\)", r"\1"),
    "step": (r"^( *)\d+\. .*\n(?=(?:\n*)\1\d+\. )", ""),
    "zone start": (r"^::: ?moniker range.*\n", ""),
    "zone end": (r"^::: ?moniker-end\n", ""),
    "moniker": (r"^(::: ?moniker range)=.*", r'\1="somebody-else"'),
    "alert": (r"^> *\[!\w+\]\n", ""),
    "kind of alert": (r"\[!(?!WARNING)\w+\]", "[!WARNING]"),
    "anchor": (r'<a name="[^"]+"></a>', ""),
    "section": (r"^(#{2,6}) .*\n(?:(?!#).*\n)*", ""),
}
"""What translation never changes: a pattern over the whole article, and what takes its place."""


class Planted(NamedTuple):
    """An edit: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def read(path: Path, locale: str, text: str) -> Extraction:
    """Return what an article says."""
    return extract(parse(Source(f"{locale}/{path}", text, locale)), load_lexicon(locale))


def findings(source: Extraction, target: Extraction) -> Counter[str]:
    """Return the errors and warnings about a translation, without their places, which an edit moves."""
    compilation = Compilation((source, target), PolicySet(()), SOURCE)
    found = (item for item in parity.find(compilation) if item.severity is not Severity.NOTE)
    return Counter(f"{item.kind.code} {item.message}" for item in found)


def in_structure(text: str, kind: str) -> Iterator[Planted]:
    """Yield the errors of a kind that an article may get."""
    pattern, new = STRUCTURE[kind]
    for match in re.finditer(pattern, text, re.MULTILINE):
        yield Planted(match.start(), match.end(), match.expand(new))


def in_words(target: Extraction, kind: str) -> Iterator[Planted]:
    """Yield the errors of a kind that its sentences may get."""
    spaced = load_lexicon(target.source.locale).script.spaces
    for statement in target.statements:
        if statement.reading.speech is Speech.STATEMENT and statement.location.source is target.source:
            for pattern, new in WORDS[language(target.source.locale)][kind]:
                whole = rf"(?<!\w)(?:{pattern})(?!\w)" if spaced else pattern
                for match in re.finditer(whole, statement.reading.text):
                    if kind not in {"limit", "unit"} or is_near(statement, match):
                        yield from edit(statement, match.start(), match.end(), match.expand(new))


def in_numbers(target: Extraction) -> Iterator[Planted]:
    """Yield other numbers in the place of its quantities."""
    for statement in target.statements:
        if statement.reading.speech is Speech.STATEMENT and statement.location.source is target.source:
            for quantity in statement.reading.quantities:
                span = quantity.number_span
                written = statement.reading.words(span)
                if written.isascii() and written.isdecimal():
                    yield from edit(statement, span.start, span.end, str(int(written) + 5))


def is_near(statement: Statement, match: re.Match[str]) -> bool:
    """Whether a word stands beside a quantity."""
    return any(
        quantity.number_span.start - NEAR <= match.end() and match.start() <= quantity.number_span.end + NEAR
        for quantity in statement.reading.quantities
    )


def edit(statement: Statement, start: int, end: int, new: str) -> Iterator[Planted]:
    """Yield an edit of some words of a sentence, unless they are written differently in the article."""
    place = Planted(statement.offsets[start], statement.offsets[end - 1] + 1, new)
    if statement.location.source.text[place.start : place.end] == statement.reading.text[start:end] != new:
        yield place


def candidates(target: Extraction, kind: str) -> list[Planted]:
    """Return all errors of a kind that a translation may get."""
    if kind == "number":
        return list(in_numbers(target))
    return list(in_structure(target.source.text, kind) if kind in STRUCTURE else in_words(target, kind))


def plant(root: Path, path: Path, locale: str) -> Iterator[tuple[str, bool]]:
    """Yield for one error of each kind whether something new is reported about the translation."""
    source = read(path, SOURCE, (root / SOURCE / path).read_text(encoding="utf-8"))
    target = read(path, locale, (root / locale / path).read_text(encoding="utf-8"))
    before = findings(source, target)
    for kind in ("number", *WORDS[language(locale)], *STRUCTURE):
        found = candidates(target, kind)
        if found:
            start, end, new = random.Random(f"{path} {kind}").choice(found)  # noqa: S311 - the same in every run
            text = target.source.text
            changed = read(path, locale, text[:start] + new + text[end:])
            yield kind, bool(findings(source, changed) - before)


def main(root: Path, locale: str, most: int = 1000) -> None:
    """Print for each kind how many errors were planted and how many are reported."""
    planted: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    paths = sorted(path.relative_to(root / locale) for path in (root / locale).rglob("*.md"))
    for path in paths[:most]:
        if (root / SOURCE / path).is_file():
            for kind, found in plant(root, path, locale):
                planted[kind] += 1
                reported[kind] += found
    for kind, number in planted.items():
        print(f"{kind:14} {reported[kind]:4} of {number:4}  {reported[kind] / number:4.0%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:4]))
