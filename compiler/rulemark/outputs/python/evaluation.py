"""The function that evaluates a whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.elements import keyed_duties
from rulemark.outputs.python.layout import bracketed, docstring, one_line
from rulemark.outputs.python.signatures import argument_lines, raised_lines, type_of
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.python.timers import TimerConstant
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import Condition, Input


@dataclass(frozen=True, slots=True)
class EvaluationFunction:
    """The function as Python source."""

    signature: Code
    doc: Code
    body: Code


def evaluation_of(
    subject: Subject, functions: Sequence[Function], timers: Sequence[TimerConstant]
) -> EvaluationFunction | None:
    """Return the function, None when the article has nothing to evaluate."""
    if not functions and not timers and not subject.policy.duties:
        return None
    inputs = facts_of(subject, functions, timers)
    return EvaluationFunction(_signature(subject, inputs), _doc(subject, inputs), _body(subject, functions, timers))


def facts_of(subject: Subject, functions: Sequence[Function], timers: Sequence[TimerConstant]) -> tuple[Input, ...]:
    """Return every input that something in the article depends on."""
    return subject.used(tuple(_conditions(subject, functions, timers)))


def events_of(subject: Subject) -> tuple[str, ...]:
    """Return every event that something in the article runs from or is due at, sorted."""
    timed = {timer.event for timer in subject.policy.timers}
    due = {event for duty in subject.policy.duties for event in (duty.before, duty.after)}
    return tuple(sorted(event for event in timed | due if event))


def _conditions(
    subject: Subject, functions: Sequence[Function], timers: Sequence[TimerConstant]
) -> Iterator[Condition]:
    yield from (case.when for function in functions for case in function.cases)
    yield from (timer.when for timer in timers)
    yield from (when for _, _, when in keyed_duties(subject))


def _signature(subject: Subject, inputs: Sequence[Input]) -> Code:
    facts = [f"{subject.parameters[each.name]}: {type_of(subject, each)} | None = None" for each in inputs]
    names = "Event" if events_of(subject) else "str"
    parameters = ["*", *facts, f"events: Mapping[{names}, date] | None = None"]
    return Code(bracketed("def evaluate(", parameters, ") -> Evaluation:").removesuffix(":"))


def _doc(subject: Subject, inputs: Sequence[Input]) -> Code:
    lines = ["Evaluate the whole article: every decision with its trace, every duty, every timer.", ""]
    lines += argument_lines(subject, inputs)[:-1] if inputs else ["Args:"]
    names = ", ".join(one_line(name) for name in events_of(subject))
    told = f"the day of each event that happened, by its name: {names}." if names else "the article names none."
    lines += [f"    \t\tevents: {told}", "", *raised_lines()[:-1]]
    lines += ["    ValueError: A fact lies outside its domain, or the article names no such event."]
    return docstring(lines, indent=4)


def _body(subject: Subject, functions: Sequence[Function], timers: Sequence[TimerConstant]) -> Code:
    names = [subject.parameters[each.name] for each in facts_of(subject, functions, timers)]
    facts = [f"{python_literal(name)}: {name}" for name in names]
    decisions = [f"{python_literal(str(each.key))}: {each.outcomes.name}" for each in functions]
    running = [str(each.name) for each in timers]
    arguments = [
        "ARTICLE",
        bracketed("{", decisions, "}", indent=8),
        bracketed("(", running, ")", indent=8, single=","),
        bracketed("{", facts, "}", indent=8),
        "events",
    ]
    return bracketed("return evaluate_article(", arguments, ")", indent=4)
