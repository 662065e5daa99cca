"""What the rows of tables of examples carry on a page: whether the policy says what the writer expects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from markupsafe import Markup

from rulemark.document import TableRow
from rulemark.examples import Trial
from rulemark.outputs.guidance.voice import Voice


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts on the examples of one article."""

    by_path: Mapping[str, tuple[tuple[int, bool], ...]] = field(default_factory=dict)
    """By file: where a row begins, and whether its example holds; sorted."""

    def on(self, row: TableRow, path: str) -> bool | None:
        """Tell whether the example in a row of the file `path` holds; None when the row is no example."""
        known = self.by_path.get(path, ())
        first, last = (bisect_left(known, at, key=itemgetter(0)) for at in (row.span.start, row.span.end))
        return all(passed for _, passed in known[first:last]) if first < last else None


def verdicts_of(trials: Iterable[Trial]) -> Mapping[str, Verdicts]:
    """Return the verdicts by article; of a row that is read twice, both examples must hold."""
    found: dict[str, dict[str, list[tuple[int, bool]]]] = {}
    for trial in trials:
        place = trial.example.location
        by_path = found.setdefault(trial.example.article, {})
        by_path.setdefault(place.path, []).append((place.span.start, trial.passed))
    return {
        article: Verdicts({path: tuple(sorted(rows)) for path, rows in by_path.items()})
        for article, by_path in found.items()
    }


def verdict_mark(holds: bool, voice: Voice) -> Markup:  # noqa: FBT001 - the verdict is the whole question
    """Return the sign that readers see, and the words that they hear instead."""
    kind, sign, key = ("verdict", "✓", "holds") if holds else ("verdict wrong", "✗", "does_not_hold")
    shown = Markup(' <span class="{}" aria-hidden="true">{}</span><span class="visually-hidden">{}</span>')
    return shown.format(kind, sign, voice.say(key))
