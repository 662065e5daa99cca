"""Time the guidance pages of a folder of articles against parsing them, and against two documentation generators.

    python tests/benchmarks/rendering.py ../shared/corpus [--peers]

Prints the ratio of rendering to parsing, the ratio of a whole cold build to `mkdocs build` and `sphinx-build` with MyST
over the same articles (`--peers`; both must be installed), the weight of pages and the size of the search indexes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from rulemark.document import Document, parse
from rulemark.outputs import Artifact
from rulemark.outputs.guidance import render
from rulemark.project import Project
from rulemark.source import Source

ResultT = TypeVar("ResultT")
ROUNDS = 3


def main(root: Path, *, peers: bool) -> None:
    """Measure everything and print it."""
    folders = sorted(folder for folder in root.iterdir() if folder.is_dir())
    total = {"parse": 0.0, "render": 0.0}
    pages: list[Artifact] = []
    for folder in folders:
        project = Project.loose([folder])
        sources = project.sources()
        parsing, _ = best(partial(parse_all, sources))
        compiling, compilation = timed(project.compile)
        rendering, found = best(partial(render, compilation))
        total["parse"] += parsing
        total["render"] += rendering
        pages += found
        count = sum(page.path.endswith(".html") for page in found)
        print(f"{folder.name}: {len(sources)} articles, {count} pages; parse {parsing:.2f} s")
        print(f"  compile {compiling:.2f} s, render {rendering:.2f} s: {rendering / parsing:.2f} x parse")
    ratio = total["render"] / total["parse"]
    print(f"together: render {total['render']:.2f} s is {ratio:.2f} x parse {total['parse']:.2f} s")
    print_weights(pages)
    if peers:
        print_peers(root)


def print_weights(pages: list[Artifact]) -> None:
    """Print how heavy pages and search indexes are, in bytes."""
    sizes = sorted(len(page.text.encode()) for page in pages if page.path.endswith(".html"))
    shared = {
        page.path: len(page.text.encode()) for page in pages if page.path.endswith(("guidance.css", "guidance.js"))
    }
    print(f"pages: median {sizes[len(sizes) // 2]:,} bytes, heaviest {sizes[-1]:,}")
    print(f"style sheet and script: {sum(shared.values()):,} bytes")
    for page in pages:
        if "/search/" in page.path:
            print(f"{page.path}: {len(page.text.encode()):,} bytes")


def print_peers(root: Path) -> None:
    """Print the ratio of a cold build to what other generators need for the same articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(root, folder / "docs", ignore=shutil.ignore_patterns("README.md"))
        (folder / "docs" / "index.md").write_text("# Articles\n", encoding="utf-8")
        (folder / "mkdocs.yml").write_text("site_name: articles\nuse_directory_urls: false\n", encoding="utf-8")
        (folder / "docs" / "conf.py").write_text(
            'extensions = ["myst_parser"]\nmyst_enable_extensions = ["colon_fence"]\n', encoding="utf-8"
        )
        own, _ = timed(
            lambda: [render(Project.loose([part]).compile()) for part in sorted(root.iterdir()) if part.is_dir()]
        )
        print(f"rulemark, cold: {own:.1f} s")
        for peer, command in (
            ("mkdocs", ["mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]),
            ("sphinx", ["sphinx-build", "-q", "-b", "html", "docs", "html"]),
        ):
            spent, done = timed(partial(run, command, folder))
            print(
                f"{peer}: {spent:.1f} s; rulemark needs {own / spent:.2f} x as long"
                if done
                else f"{peer}: not installed"
            )


def parse_all(sources: tuple[Source, ...]) -> list[Document]:
    """Parse articles."""
    return [parse(source) for source in sources]


def run(command: list[str], folder: Path) -> bool:
    """Run a peer; return False when it is not installed."""
    program = shutil.which(command[0], path=str(Path(sys.executable).parent)) or shutil.which(command[0])
    if program is None:
        return False
    subprocess.run([program, *command[1:]], cwd=folder, check=False, capture_output=True)  # a peer may warn
    return True


def timed(work: Callable[[], ResultT]) -> tuple[float, ResultT]:
    """Return the seconds that work takes, and its result."""
    start = perf_counter()
    result = work()
    return perf_counter() - start, result


def best(work: Callable[[], ResultT]) -> tuple[float, ResultT]:
    """Return the best time of some rounds, and the last result."""
    times, results = zip(*(timed(work) for _ in range(ROUNDS)), strict=True)
    return min(times), results[-1]


if __name__ == "__main__":
    main(Path(sys.argv[1]), peers="--peers" in sys.argv)
