"""What the README of a package shows of an article: its description, an example per decision, its other promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from rulemark.outputs.python.article_data import Parts
from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.layout import bracketed, one_line
from rulemark.outputs.python.signatures import fact
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.python.timer_tests import BEGIN, day_after
from rulemark.outputs.python.timers import TimerConstant
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import in_locale

_QUESTIONS: Final = {
    "Window": ("latest_on", "latest"),
    "Deadline": ("latest_on", "latest"),
    "Delay": ("earliest_on", "earliest"),
    "Phase": ("last_day", "lasts"),
    "Notice": ("latest_on", "before"),
}
"""What the example asks a timer of each class, and the length that answers it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The part of the README about one article.

    Attributes:
        module: Its module.
        title: Its title.
        path: Its path.
        description: Its description, "" when it has none.
        imports: What the examples need besides the module.
        examples: A call and its answer for each decision, and for one timer, as lines of an interactive session.
        constants: Each timer and amount with its sentence.
        functions: What else can be called.
    """

    module: Code
    title: str
    path: str
    description: str
    imports: tuple[Code, ...]
    examples: tuple[Code, ...]
    constants: tuple[tuple[Code, str], ...]
    functions: tuple[Code, ...]


def chapter(subject: Subject, parts: Parts, functions: Sequence[Code]) -> Chapter:
    """Return the part of the README about one article.

    Args:
        subject: The article.
        parts: Its elements.
        functions: What can be called besides its decisions.
    """
    policy = subject.policy
    metadata, source = policy.metadata, policy.source_locale
    constants = [(each.name, subject.sentence(each.timer.evidence)) for each in parts.timers]
    constants += [(each.name, subject.sentence(each.amount.evidence)) for each in parts.amounts]
    calls = (*_examples(subject, parts.functions), *_timer_example(subject, parts.timers))
    return Chapter(
        Code(subject.module),
        one_line(in_locale(metadata.title, source)) or policy.path,
        policy.path,
        one_line(in_locale(metadata.description, source)),
        tuple(_imports(calls)),
        calls,
        tuple(constants),
        tuple(functions),
    )


def _imports(calls: Sequence[str]) -> Iterator[Code]:
    asked = "\n".join(calls)
    for home, name in (("datetime", "date"), ("decimal", "Decimal")):
        if f"={name}(" in asked or f"({name}(" in asked:
            yield Code(f">>> from {home} import {name}")


def _examples(subject: Subject, functions: Sequence[Function]) -> Iterator[Code]:
    for function in functions:
        if not function.examples:
            continue
        index, point = function.examples[0]
        facts = [
            f"{subject.parameters[each.name]}={fact(subject, each, point[each.name], subject.module)}"
            for each in function.inputs
        ]
        member = next(each for each in function.outcomes.members if each.value == function.cases[index].then)
        call = bracketed(f"{subject.module}.{function.key}(", facts, ").outcome")
        yield Code(">>> " + call.replace("\n", "\n... "))
        yield Code(f"<{function.outcomes.name}.{member.name}: {member.value!r}>")


def _timer_example(subject: Subject, timers: Sequence[TimerConstant]) -> Iterator[Code]:
    """Yield a call of the first timer that needs nothing but a date."""
    for timer in timers:
        method, field = _QUESTIONS.get(timer.kind, ("", "lasts"))
        length = getattr(timer.timer, field)
        day = day_after(-length.count if field == "before" else length.count, length.unit) if method else None
        if day is not None:
            found = day - timedelta(days=1) if field == "lasts" else day
            yield Code(f">>> {subject.module}.{timer.name}.{method}({python_literal(BEGIN)})")
            yield Code(f"datetime.{python_literal(found)}")
            return
