"""Decisions as functions: plain comparisons for facts that are known, the data file for everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from rulemark.outputs.python.answers import Answers
from rulemark.outputs.python.branches import branch, statements
from rulemark.outputs.python.cells import Analysis, Point, analyse, rank_of, simplified
from rulemark.outputs.python.expressions import in_words, operands
from rulemark.outputs.python.layout import WIDTH, bracketed, docstring, one_line, width
from rulemark.outputs.python.names import class_name, snake_name
from rulemark.outputs.python.signatures import (
    Enumeration,
    argument_lines,
    enumeration,
    guard,
    raised_lines,
    signature,
    test,
)
from rulemark.outputs.python.subject import Subject, effective_cases
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import All, Case, Condition, Decision, Input, in_locale

Planned: TypeAlias = tuple[Condition, tuple[int, ...]]
_MOST_CONFLICTS: Final = 6


@dataclass(frozen=True, slots=True)
class Function:
    """A decision as Python source.

    Attributes:
        key: The decision in the data file, which is also the name of the function.
        outcomes: The enumeration of its answers.
        answers: Assignments of the answers it picks from.
        signature: From `def` to before the colon.
        overloads: What it returns when all facts are known, and when not; empty when an editor learns nothing from it.
        doc: Its docstring.
        guard: The test for facts that need the data file, "" when every call does.
        fallback: What is returned then.
        branches: The tests in order, as lines with their margin.
        final: What is returned when none holds.
        cases: The cases with their monikers among the conditions.
        nearest: The cases beside what none covers.
        plan: What is tried in order when all facts are known: a condition with the case that it decides, by its
            index, or the two that disagree under it; empty when there are too many cells.
        examples: Facts under which a case, by its index, decides.
        inputs: Its inputs in the order of the signature.
        decision: What it was made from.
    """

    key: Code
    outcomes: Enumeration
    answers: tuple[Code, ...]
    signature: Code
    overloads: tuple[Code, ...]
    doc: Code
    guard: Code
    fallback: Code
    branches: tuple[Code, ...]
    final: Code
    cases: tuple[Case, ...]
    nearest: tuple[int, ...]
    examples: tuple[tuple[int, Point], ...]
    plan: tuple[Planned, ...]
    inputs: tuple[Input, ...]
    decision: Decision


def functions_of(subject: Subject) -> tuple[Function, ...]:
    """Return the decisions of an article as functions; one without cases decides nothing and has none."""
    return tuple(_function(subject, decision) for decision in subject.policy.decisions if decision.cases)


def _function(subject: Subject, decision: Decision) -> Function:
    key = subject.scope.claim(snake_name(decision.id, "decision"))
    cases = effective_cases(subject, decision.cases, decision.monikers)
    inputs = subject.used([case.when for case in cases], decision.inputs)
    analysis = analyse(cases, inputs)
    outcomes = _outcomes(subject, decision, key)
    answers = Answers(subject, key, outcomes)
    plan = _plan_of(cases, inputs, analysis)
    branches, final = _branches(subject, plan, cases, analysis, answers)
    return Function(
        key=Code(key),
        outcomes=outcomes,
        answers=answers.sources(),
        signature=signature(subject, key, inputs, f"Decided[{outcomes.name}] | Unknown | Unstated"),
        overloads=_overloads(subject, key, inputs, outcomes, analysis),
        doc=_doc(subject, decision, cases, inputs),
        guard=guard(subject, inputs) if branches or final else Code(),
        fallback=_fallback(subject, key, outcomes.name, inputs, indent=8 if branches or final else 4),
        branches=branches,
        final=final,
        cases=cases,
        nearest=analysis.nearest if analysis else tuple(range(len(cases))),
        examples=analysis.examples if analysis else (),
        plan=plan,
        inputs=inputs,
        decision=decision,
    )


def _overloads(
    subject: Subject, key: str, inputs: Sequence[Input], outcomes: Enumeration, analysis: Analysis | None
) -> tuple[Code, ...]:
    """Return the signatures of a decision that is always decided once its facts are known."""
    if analysis is None or not analysis.complete or not inputs:
        return ()
    decided = f"Decided[{outcomes.name}]"
    return (
        signature(subject, key, inputs, decided, known=True, tail=": ..."),
        signature(subject, key, inputs, f"{decided} | Unknown", tail=": ..."),
    )


def _fallback(subject: Subject, key: str, enum: str, inputs: Sequence[Input], *, indent: int) -> Code:
    facts = [f"{name}={name}" for name in (subject.parameters[each.name] for each in inputs)]
    return bracketed("return decide(", ["ARTICLE", python_literal(key), enum, *facts], ")", indent=indent)


def _branches(
    subject: Subject, plan: Sequence[Planned], cases: Sequence[Case], analysis: Analysis | None, answers: Answers
) -> tuple[tuple[Code, ...], Code]:
    """Return the tests and the final answer; nothing when only the data file can decide."""
    if analysis is None or not plan:
        return (), Code()
    picked = [branch(condition, _answer(answers, cases, chosen)) for condition, chosen in plan]
    write = partial(_condition_test, subject)
    last = write(plan[-1][0], 4)
    final = picked.pop().answer if analysis.complete or last == "True" else answers.unstated(analysis.nearest, "OPEN")
    lines = statements(picked, write, indent=4)
    return (lines, final) if last and (lines or not picked) else ((), Code())


def _plan_of(cases: Sequence[Case], inputs: Sequence[Input], analysis: Analysis | None) -> tuple[Planned, ...]:
    """Return what is tried in order when all facts are known; nothing when cases are too many to try."""
    if analysis is None or len(analysis.conflicts) > _MOST_CONFLICTS:
        return ()
    planned = _plan(cases, analysis)
    conditions = simplified([condition for condition, _ in planned], inputs)
    return tuple(zip(conditions, (chosen for _, chosen in planned), strict=True))


def _plan(cases: Sequence[Case], analysis: Analysis) -> list[Planned]:
    """Return conditions in the order they are tried, each with the case it decides or the two that disagree."""
    planned: list[Planned] = []
    for rank in (0, 1, 2):
        pairs = [pair for pair in analysis.conflicts if rank_of(cases[pair[0]]) == rank]
        planned += [(All((cases[a].when, cases[b].when)), (a, b)) for a, b in pairs]
        planned += [(case.when, (i,)) for i, case in enumerate(cases) if rank_of(case) == rank]
    return planned


def _answer(answers: Answers, cases: Sequence[Case], chosen: tuple[int, ...]) -> Code:
    if len(chosen) == 1:
        return answers.decided(chosen[0], cases[chosen[0]])
    return answers.unstated(chosen, "DISAGREE")


def _condition_test(subject: Subject, condition: Condition, indent: int) -> Code:
    """Return the test of a condition; "" when it does not fit its lines."""
    try:
        word, parts = operands(condition, subject.parameters, subject.inputs)
    except ValueError:
        return Code()
    fits = all(width(part) <= WIDTH - 12 - indent for part in parts)
    return test(parts, word, indent=indent) if fits else Code()


def _outcomes(subject: Subject, decision: Decision, key: str) -> Enumeration:
    name = subject.scope.claim(class_name(key, "Decision"))
    labels = {outcome.name: outcome.labels for outcome in decision.outcomes}
    values = dict.fromkeys([*labels, *(case.then for case in decision.cases)])
    source = subject.policy.source_locale
    texts = [(value, in_locale(labels.get(value, ()), source)) for value in values]
    return enumeration(name, f"What `{key}` can answer.", texts)


def _doc(subject: Subject, decision: Decision, cases: Sequence[Case], inputs: Sequence[Input]) -> Code:
    lines = [f"Decide the {one_line(decision.id).replace('_', ' ')}.", ""]
    lines += [f"- \t{_case_words(subject, case)}" for case in cases]
    lines += ["", *argument_lines(subject, inputs)] if inputs else [""]
    lines += [
        "Returns:",
        "    \tDecided, with the sentence that decides; Unknown, when a fact it depends on is None; Unstated",
    ]
    lines[-1] += ", when the article leaves the case open."
    if inputs:
        lines += ["", *raised_lines()]
    return docstring(lines, indent=4)


def _case_words(subject: Subject, case: Case) -> str:
    condition = in_words(case.when, subject.parameters)
    if case.otherwise:
        condition = f"otherwise, {condition}" if condition else "otherwise"
    rank = ", as an exception" if case.exception else ""
    hedges = f" [{', '.join(case.hedges)}]" if case.hedges else ""
    return f"{case.then}: {condition or 'always'}{rank}{hedges}: {subject.quoted(case.evidence)}"
