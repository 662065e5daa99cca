"""RM403: a case that no input can reach."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.coverage.question import Question
from rulemark.checks.coverage.sentences import moniker_note, outcome, sentences
from rulemark.checks.places import Places
from rulemark.checks.problems import UNREACHABLE_CASE
from rulemark.diagnostics import Diagnostic
from rulemark.policy import Case


def unreachable_case(question: Question, places: Places) -> Iterator[Diagnostic]:
    """Report each case that never applies, with the cases that are always preferred to it."""
    for index, case in enumerate(question.cases):
        here = [region for region in question.regions if region.truths[index]]
        rivals = [other for other, rival in enumerate(question.cases) if other != index and _preferred(rival, case)]
        if any(not any(region.truths[rival] for rival in rivals) for region in here):
            continue
        shadows = tuple(question.cases[rival] for rival in rivals if any(region.truths[rival] for region in here))
        own, others = sentences(question, (case,), places), sentences(question, shadows, places)
        if own:
            yield Diagnostic(
                UNREACHABLE_CASE,
                f"no input can reach the case that leads to {outcome(question, case)}{moniker_note(question)}",
                own[0].location,
                help=_remedy(shadows),
                labels=tuple(label for label in others if label.location != own[0].location),
            )


def _preferred(rival: Case, case: Case) -> bool:
    """Whether a case is certain to be chosen where both apply; a hedged case is certain of nothing."""
    if rival.hedges:
        return False
    if case.otherwise:
        return not rival.otherwise
    return rival.exception and not case.exception and rival.then != case.then


def _remedy(shadows: tuple[Case, ...]) -> str:
    if shadows:
        return "remove the case, or narrow the cases that are preferred to it"
    return "correct the condition: it contradicts itself or the domain of its inputs"
