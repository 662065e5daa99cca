"""How much longer than markdown-it-py alone it takes to read articles: `python tests/benchmarks/parsing.py [FOLDER]`.

Both read the same articles, one after the other, several times; the best time of each counts.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from rulemark.document import parse
from rulemark.source import Source

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def best_time(read: Callable[[], object], rounds: int) -> float:
    """Return the least seconds that one call takes."""
    times: list[float] = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the ratio for each folder of articles, and for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=_SHARED)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.md"))
    sources = [Source(path.relative_to(options.folder).as_posix(), path.read_text("utf-8")) for path in paths]
    plain = MarkdownIt("commonmark").enable("table")

    def read_plain() -> None:
        for source in sources:
            plain.parse(source.text)

    def read_whole() -> None:
        for source in sources:
            parse(source)

    alone = best_time(read_plain, options.rounds)
    whole = best_time(read_whole, options.rounds)
    size = sum(len(source.text) for source in sources) / 1e6
    print(f"{len(sources)} articles, {size:.2f} million characters")
    print(f"markdown-it-py  {alone:6.2f} s")
    print(f"rulemark        {whole:6.2f} s")
    print(f"ratio           {whole / alone:6.2f}")


if __name__ == "__main__":
    main()
