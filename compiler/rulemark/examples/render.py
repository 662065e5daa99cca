"""Examples and edges as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from rulemark.examples.boundaries import boundaries
from rulemark.examples.evaluation import Answer, Decided, Unknown, Unstated
from rulemark.examples.timer_edges import timer_edges
from rulemark.examples.trial import Trial
from rulemark.policy import Case, Evidence, Policy, Value

_OPEN = "nothing: the article leaves it open"


def to_text(trials: Iterable[Trial], policies: Iterable[Policy] = ()) -> str:
    """Return one line an example, with the difference below those that fail, and the edges of some policies."""
    return "".join(f"{line}\n" for line in (*_trial_lines(trials), *_policy_lines(policies)))


def to_json(trials: Iterable[Trial], policies: Iterable[Policy] = ()) -> str:
    """Return an object with `examples` and, when policies are given, `boundaries`."""
    value: dict[str, Any] = {"examples": [_trial(trial) for trial in trials]}
    edges = [_policy(policy) for policy in policies]
    return json.dumps(value | ({"boundaries": edges} if edges else {}), ensure_ascii=False, indent=2) + "\n"


# --- text -------------------------------------------------------------------------------------------------------------


def _trial_lines(trials: Iterable[Trial]) -> Iterator[str]:
    for trial in trials:
        example = trial.example
        place = f"{example.location.path}:{example.location.start.line}"
        yield f"{'✓' if trial.passed else '✗'} {place}: {example.decision}: {example.quote}"
        if not trial.passed:
            yield f"    expected: {_OPEN if example.expected is None else example.expected}"
            yield f"    got:      {_words(trial.answer)}"
            for case in _cases(trial.answer):
                yield f"    because:  {_sentence(case, example.locale)}"


def _words(answer: Answer) -> str:
    match answer:
        case Decided(outcome):
            return outcome
        case Unknown(needs):
            return f"unknown without {', '.join(sorted(needs))}"
        case Unstated(cases):
            return "unstated: sentences disagree" if cases else "unstated: no sentence is about it"


def _cases(answer: Answer) -> tuple[Case, ...]:
    return (answer.case,) if isinstance(answer, Decided) else answer.cases


def _sentence(case: Case, locale: str) -> str:
    said = _evidence(case, locale)
    return f"“{said.quote}” ({said.path}:{said.line})" if said else case.then


def _evidence(case: Case, locale: str) -> Evidence | None:
    own = (evidence for evidence in case.evidence if evidence.locale == locale)
    return next(own, case.evidence[0] if case.evidence else None)


def _policy_lines(policies: Iterable[Policy]) -> Iterator[str]:
    for policy in policies:
        for decision in policy.decisions:
            edges, more = boundaries(policy, decision)
            yield f"{policy.path}: {decision.id}"
            for edge in edges:
                reader = (f"moniker is {edge.moniker}",) if edge.moniker else ()
                facts = (*reader, *(f"{name} is {_plain(value)}" for name, value in edge.facts))
                yield f"    {', '.join(facts) or 'always'}: {_words(edge.answer)}"
            if more:
                yield f"    … and {more} more"
        for timer in policy.timers:
            edges_of_timer = timer_edges(timer)
            if edges_of_timer:
                yield f"{policy.path}: {timer.id}"
            for moment in edges_of_timer:
                yield f"    {moment.moment}: {moment.phase}"


def _plain(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case str():
            return value


# --- JSON -------------------------------------------------------------------------------------------------------------


def _trial(trial: Trial) -> Mapping[str, Any]:
    example = trial.example
    return {
        "passed": trial.passed,
        "article": example.article,
        "decision": example.decision,
        "locale": example.locale,
        "path": example.location.path,
        "line": example.location.start.line,
        "facts": {name: _json(value) for name, value in example.facts},
        "monikers": list(example.monikers),
        "expected": example.expected,
        "got": _answer(trial.answer),
        "because": [_because(case, example.locale) for case in _cases(trial.answer)],
    }


def _answer(answer: Answer) -> Mapping[str, Any]:
    match answer:
        case Decided(outcome):
            return {"answer": "decided", "outcome": outcome}
        case Unknown(needs):
            return {"answer": "unknown", "needs": sorted(needs)}
        case Unstated():
            return {"answer": "unstated"}


def _because(case: Case, locale: str) -> Mapping[str, Any]:
    said = _evidence(case, locale)
    place = {"path": said.path, "line": said.line, "quote": said.quote} if said else {}
    return {"then": case.then, **place}


def _policy(policy: Policy) -> Mapping[str, Any]:
    return {
        "article": policy.path,
        "decisions": [_decision(policy, index) for index in range(len(policy.decisions))],
        "timers": [
            {"id": timer.id, "moments": [{"at": edge.moment, "phase": edge.phase.value} for edge in timer_edges(timer)]}
            for timer in policy.timers
        ],
    }


def _decision(policy: Policy, index: int) -> Mapping[str, Any]:
    decision = policy.decisions[index]
    edges, more = boundaries(policy, decision)
    cases = [
        {
            "facts": {name: _json(value) for name, value in edge.facts},
            **({"moniker": edge.moniker} if edge.moniker else {}),
            **_answer(edge.answer),
        }
        for edge in edges
    ]
    return {"id": decision.id, "cases": cases, "more": more}


def _json(value: Value) -> object:
    """Whole numbers are numbers; others are text, so that no digit is lost."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else f"{value:f}"
    return value
