"""RM414: an article restates a rule of the article that it points to, with another value."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from rulemark.checks.problems import CONFLICTING_VALUES, STALE_CROSS_REFERENCE
from rulemark.diagnostics import Diagnostic, Label
from rulemark.source import Location
from rulemark.statements import Extraction


def stale_cross_reference(
    conflicts: Iterable[Diagnostic], extractions: Mapping[str, Extraction]
) -> Iterator[Diagnostic]:
    """Turn conflicts between an article and one that it points to into findings at the article that points.

    Args:
        conflicts: Findings of conflicting values.
        extractions: The articles by path.

    Yields:
        Each finding, of this kind where a link shows which of both restates the other, else as it was.
    """
    for conflict in conflicts:
        here = conflict.location
        there = conflict.labels[0].location if conflict.labels else here
        if conflict.kind is CONFLICTING_VALUES and here.path != there.path:
            if _points(extractions.get(here.path), there.path):
                yield _restated(conflict, here, there)
                continue
            if _points(extractions.get(there.path), here.path):
                yield _restated(conflict, there, here)
                continue
        yield conflict


def _points(extraction: Extraction | None, path: str) -> bool:
    if extraction is None:
        return False
    folder = posixpath.dirname(extraction.source.path)
    targets = (pointer.target.partition("#")[0].partition("?")[0] for pointer in extraction.pointers)
    return any(_article(posixpath.normpath(posixpath.join(folder, target))) == _article(path) for target in targets)


def _article(path: str) -> str:
    return path.removesuffix(".md").removeprefix("./")


def _restated(conflict: Diagnostic, place: Location, original: Location) -> Diagnostic:
    return Diagnostic(
        STALE_CROSS_REFERENCE,
        f"this restates a rule of the article it points to with another value: `{place.text}`, there `{original.text}`",
        place,
        help="restate the value as it is there, or leave it to the article that this one points to",
        labels=(Label(original, f"the rule itself says `{original.text}`"),),
        witness=conflict.witness,
    )
