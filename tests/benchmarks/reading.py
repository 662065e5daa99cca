"""Print what reading costs as a multiple of parsing: Document -> statements -> policy against text -> Document.

    python tests/benchmarks/reading.py ../shared/corpus

Both are timed in one run, in CPU time of this process, the best of three rounds; lexicons are loaded beforehand.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rulemark.document import Document, parse
from rulemark.policy import assemble
from rulemark.source import Source, normalise_locale
from rulemark.statements import extract, load_lexicon, read

ROUNDS = 3


def sources(root: Path) -> list[Source]:
    """Return every article below a folder whose path names its locale."""
    found = []
    for path in sorted(root.rglob("*.md")):
        locale = next((part for part in path.parts if "-" in part and len(part) == 5 and normalise_locale(part)), "")
        if locale:
            found.append(Source(path.as_posix(), path.read_text(encoding="utf-8"), locale))
    return found


def best(work: Callable[[], object]) -> float:
    """Return the least CPU time of a few rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        read.cache_clear()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def compile_all(documents: Sequence[Document]) -> None:
    """Read every document and compile it on its own."""
    for document in documents:
        assemble((extract(document, load_lexicon(document.source.locale)),), source_locale=document.source.locale)


def main(root: Path) -> None:
    """Print one line a locale and one for all."""
    by_locale: dict[str, list[Source]] = {}
    for source in sources(root):
        by_locale.setdefault(source.locale, []).append(source)
    totals = [0.0, 0.0]
    for locale, articles in sorted(by_locale.items()):
        documents = [parse(article) for article in articles]
        compile_all(documents[:1])
        parsing = best(lambda articles=articles: [parse(article) for article in articles])  # type: ignore[misc]
        reading = best(lambda documents=documents: compile_all(documents))  # type: ignore[misc]
        totals[0] += parsing
        totals[1] += reading
        print(f"{locale}: {len(articles):4} articles, reading / parsing = {reading / parsing:.2f}")
    print(f"all: reading / parsing = {totals[1] / totals[0]:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
