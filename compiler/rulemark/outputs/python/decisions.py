"""Decisions as functions: plain comparisons for facts that are known, the data file for everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from rulemark.outputs.python.cells import Analysis, Point, analyse, rank_of, simplified
from rulemark.outputs.python.expressions import in_words, operands, plain
from rulemark.outputs.python.layout import WIDTH, bracketed, call, docstring, one_line, width
from rulemark.outputs.python.names import Scope, class_name, constant_name, snake_name
from rulemark.outputs.python.subject import MONIKER, Subject, effective_cases
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import All, Case, Condition, Decision, Input, InputType, in_locale

_MOST_CONFLICTS: Final = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an enumeration with its docstring, "" when there is nothing to say."""

    name: Code
    value: str
    doc: Code


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A `StrEnum`."""

    name: Code
    doc: Code
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """An `if` with its answer; `test` is everything between `if` and the colon."""

    test: Code
    answer: Code


@dataclass(frozen=True, slots=True)
class Function:
    """A decision as Python source.

    Attributes:
        key: The decision in the data file, which is also the name of the function.
        outcomes: The enumeration of its answers.
        answers: Assignments of the answers it picks from.
        signature: From `def` to before the colon.
        doc: Its docstring.
        guard: The test for facts that need the data file, "" when every call does.
        fallback: What is returned then.
        branches: The tests in order.
        final: What is returned when none holds.
        cases: The cases with their monikers among the conditions.
        nearest: The cases beside what none covers.
        examples: Facts under which a case, by its index, decides.
        inputs: Its inputs in the order of the signature.
        decision: What it was made from.
    """

    key: Code
    outcomes: Enumeration
    answers: tuple[Code, ...]
    signature: Code
    doc: Code
    guard: Code
    fallback: Code
    branches: tuple[Branch, ...]
    final: Code
    cases: tuple[Case, ...]
    nearest: tuple[int, ...]
    examples: tuple[tuple[int, Point], ...]
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
    answers = _Answers(subject, key, outcomes)
    branches, final = _branches(subject, cases, inputs, analysis, answers)
    return Function(
        key=Code(key),
        outcomes=outcomes,
        answers=answers.sources(),
        signature=signature(subject, key, inputs, f"Decided[{outcomes.name}] | Unknown | Unstated"),
        doc=_doc(subject, decision, cases, inputs),
        guard=_guard(subject, inputs) if branches or final else Code(),
        fallback=_fallback(subject, key, outcomes.name, inputs, indent=8 if branches or final else 4),
        branches=branches,
        final=final,
        cases=cases,
        nearest=analysis.nearest if analysis else tuple(range(len(cases))),
        examples=analysis.examples if analysis else (),
        inputs=inputs,
        decision=decision,
    )


def signature(subject: Subject, name: str, inputs: Sequence[Input], returns: str) -> Code:
    """Return a function's signature with keyword-only facts, each of which may be unknown."""
    if not inputs:
        return Code(f"def {name}() -> {returns}")
    parameters = [f"{subject.parameters[each.name]}: {type_of(subject, each)} | None" for each in inputs]
    return Code(bracketed(f"def {name}(", ["*", *parameters], f") -> {returns}:").removesuffix(":"))


def type_of(subject: Subject, each: Input) -> str:
    """Return the annotation of an input whose fact is known."""
    if each.name == MONIKER:
        return "Moniker"
    match each.type:
        case InputType.INTEGER:
            return "int"
        case InputType.NUMBER | InputType.MONEY | InputType.DURATION:
            return "int | Decimal"
        case InputType.BOOLEAN:
            return "bool"
        case InputType.CHOICE:
            return subject.enums[each.name]
        case InputType.DATE:
            return "date"
        case _:
            assert_never(each.type)


def _guards(subject: Subject, each: Input) -> list[str]:
    """Return tests that hold for a fact which plain comparisons can't handle."""
    name = subject.parameters[each.name]
    if each.name == MONIKER:
        return [f"{name} not in MONIKERS"]
    match each.type:
        case InputType.BOOLEAN:
            quick = f"{name} is not True and {name} is not False"
            return [quick if width(quick) < WIDTH // 2 else f"type({name}) is not bool"]
        case InputType.CHOICE:
            return [f"type({name}) is not {subject.enums[each.name]}"]
        case InputType.DATE:
            return [f"type({name}) is not date"]
        case _:
            low = [] if each.minimum is None else [f"{name} < {python_literal(each.minimum)}"]
            high = [] if each.maximum is None else [f"{name} > {python_literal(each.maximum)}"]
            return [f"type({name}) is not int", *low, *high]


def _guard(subject: Subject, inputs: Sequence[Input]) -> Code:
    parts = [part for each in inputs for part in _guards(subject, each)]
    return _test(parts if len(parts) == 1 else [f"({part})" if " and " in part else part for part in parts], "or")


def _test(parts: Sequence[str], word: str) -> Code:
    """Return tests joined by a word, one a line where they do not fit."""
    flat = f" {word} ".join(parts)
    if 4 + width(f"if {flat}:") <= WIDTH or len(parts) == 1:
        return Code(flat)
    rest = "".join(f"\n        {word} {part}" for part in parts[1:])
    return Code(f"(\n        {parts[0]}{rest}\n    )")


def _fallback(subject: Subject, key: str, enum: str, inputs: Sequence[Input], *, indent: int) -> Code:
    facts = [f"{name}={name}" for name in (subject.parameters[each.name] for each in inputs)]
    return bracketed("return decide(", ["ARTICLE", python_literal(key), enum, *facts], ")", indent=indent)


# --- answers ----------------------------------------------------------------------------------------------------------


class _Answers:
    """The constants that a decision picks its answer from, made when they are first needed."""

    def __init__(self, subject: Subject, key: str, outcomes: Enumeration) -> None:
        self._subject = subject
        self._key = key
        self._outcomes = outcomes
        self._names: dict[object, Code] = {}
        self._sources: list[Code] = []

    def decided(self, index: int, case: Case) -> Code:
        member = next(each.name for each in self._outcomes.members if each.value == case.then)
        name = self._name(index, f"_{self._key.upper()}_{member}")
        named = [("hedges", case.hedges)] if case.hedges else []
        return self._define(
            index, name, "Decided", [Code(f"{self._outcomes.name}.{member}"), self._citation(index)], named
        )

    def unstated(self, indices: tuple[int, ...], ending: str) -> Code:
        name = self._name(indices, f"_{self._key.upper()}_{ending}")
        cited = bracketed("(", [self._citation(index) for index in indices], ")", indent=4, single=",")
        return self._define(indices, name, "Unstated", [cited], [])

    def _name(self, wanted: object, name: str) -> Code:
        return self._names[wanted] if wanted in self._names else Code(self._subject.scope.claim(name))

    def _define(
        self, wanted: object, name: Code, kind: str, values: Sequence[object], named: Sequence[tuple[str, object]]
    ) -> Code:
        if wanted not in self._names:
            self._names[wanted] = name
            self._sources.append(call(f"{name}: Final = {kind}", values, named))
        return name

    def _citation(self, index: int) -> Code:
        return Code(f"Citation(ARTICLE, {python_literal(f'decisions/{self._key}/{index + 1}')})")

    def sources(self) -> tuple[Code, ...]:
        return tuple(self._sources)


def _branches(
    subject: Subject, cases: Sequence[Case], inputs: Sequence[Input], analysis: Analysis | None, answers: _Answers
) -> tuple[tuple[Branch, ...], Code]:
    """Return the tests and the final answer; nothing when only the data file can decide."""
    if analysis is None or len(analysis.conflicts) > _MOST_CONFLICTS:
        return (), Code()
    planned = _plan(cases, analysis)
    conditions = simplified([condition for condition, _ in planned], inputs)
    tests = [_condition_test(subject, condition) for condition in conditions]
    if not all(tests):
        return (), Code()
    branches = [Branch(test, _answer(answers, cases, chosen)) for test, (_, chosen) in zip(tests, planned, strict=True)]
    if branches and (analysis.complete or branches[-1].test == "True"):
        return tuple(branches[:-1]), branches[-1].answer
    return tuple(branches), answers.unstated(analysis.nearest, "OPEN")


def _plan(cases: Sequence[Case], analysis: Analysis) -> list[tuple[Condition, tuple[int, ...]]]:
    """Return conditions in the order they are tried, each with the case it decides or the two that disagree."""
    planned: list[tuple[Condition, tuple[int, ...]]] = []
    for rank in (0, 1, 2):
        pairs = [pair for pair in analysis.conflicts if rank_of(cases[pair[0]]) == rank]
        planned += [(All((cases[a].when, cases[b].when)), (a, b)) for a, b in pairs]
        planned += [(case.when, (i,)) for i, case in enumerate(cases) if rank_of(case) == rank]
    return planned


def _answer(answers: _Answers, cases: Sequence[Case], chosen: tuple[int, ...]) -> Code:
    if len(chosen) == 1:
        return answers.decided(chosen[0], cases[chosen[0]])
    return answers.unstated(chosen, "DISAGREE")


def _condition_test(subject: Subject, condition: Condition) -> Code:
    """Return the test of a condition; "" when it does not fit its lines."""
    try:
        word, parts = operands(condition, subject.parameters, subject.inputs)
    except ValueError:
        return Code()
    return _test(parts, word) if all(width(part) <= WIDTH - 16 for part in parts) else Code()


# --- words ------------------------------------------------------------------------------------------------------------


def _outcomes(subject: Subject, decision: Decision, key: str) -> Enumeration:
    name = subject.scope.claim(class_name(key, "Decision"))
    labels = {outcome.name: outcome.labels for outcome in decision.outcomes}
    values = dict.fromkeys([*labels, *(case.then for case in decision.cases)])
    source = subject.policy.source_locale
    texts = [(value, in_locale(labels.get(value, ()), source)) for value in values]
    return enumeration(name, f"What `{key}` can answer.", texts)


def enumeration(name: str, summary: str, texts: Sequence[tuple[str, str]]) -> Enumeration:
    """Return an enumeration of values, each with words that explain it or ""."""
    scope = Scope()
    members = tuple(
        Member(
            Code(scope.claim(constant_name(value, "choice"))),
            value,
            docstring([one_line(text)], indent=4) if one_line(text) else Code(),
        )
        for value, text in texts
    )
    return Enumeration(Code(name), docstring([summary], indent=4), members)


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


def argument_lines(subject: Subject, inputs: Sequence[Input]) -> list[str]:
    """Return the `Args` section of a docstring."""
    lines = ["Args:"]
    for each in inputs:
        name = subject.parameters[each.name]
        label = one_line(in_locale(each.labels, subject.policy.source_locale))
        meaning = f"{label}: " if label and label != name else ""
        lines.append(f"    \t{name}: {meaning}{_domain_words(each)}; None when not known.")
    return [*lines, ""]


def _domain_words(each: Input) -> str:
    if each.name == MONIKER:
        return "the product"
    match each.type:
        case InputType.BOOLEAN:
            return "True or False"
        case InputType.CHOICE:
            return f"one of {', '.join(each.choices)}"
        case InputType.DATE:
            return "a date without time"
        case InputType.INTEGER:
            noun = "an integer"
        case _:
            noun = "an integer or a Decimal"
    unit = f" (unit: {one_line(each.unit)})" if each.unit else ""
    low = "" if each.minimum is None else f" from {plain(each.minimum)}"
    high = "" if each.maximum is None else f" up to {plain(each.maximum)}"
    return f"{noun}{low}{high}{unit}"


def raised_lines() -> list[str]:
    """Return the `Raises` section of a docstring."""
    return ["Raises:", "    TypeError: A fact has the wrong type.", "    ValueError: A fact lies outside its domain."]
