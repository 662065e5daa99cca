"""What the README of a package shows of an article: its description, an example per decision, its other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rulemark.outputs.python.article_data import Parts
from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.layout import bracketed, one_line
from rulemark.outputs.python.signatures import enumeration
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import InputType, Value, in_locale


@dataclass(frozen=True, slots=True)
class Chapter:
    """The part of the README about one article.

    Attributes:
        module: Its module.
        title: Its title.
        path: Its path.
        description: Its description, "" when it has none.
        examples: A call and its answer for each decision, as lines of an interactive session.
        names: What else the module offers.
    """

    module: Code
    title: str
    path: str
    description: str
    examples: tuple[Code, ...]
    names: tuple[Code, ...]


def chapter(subject: Subject, parts: Parts) -> Chapter:
    """Return the part of the README about one article."""
    policy = subject.policy
    metadata, source = policy.metadata, policy.source_locale
    names = [each.name for each in parts.timers]
    return Chapter(
        Code(subject.module),
        one_line(in_locale(metadata.title, source)) or policy.path,
        policy.path,
        one_line(in_locale(metadata.description, source)),
        tuple(_examples(subject, parts.functions)),
        (*names, *(each.name for each in parts.amounts)),
    )


def _examples(subject: Subject, functions: Sequence[Function]) -> Iterator[Code]:
    for function in functions:
        if not function.examples:
            continue
        index, point = function.examples[0]
        facts = [
            f"{subject.parameters[each.name]}={_fact(subject, each.name, point[each.name])}" for each in function.inputs
        ]
        member = next(each for each in function.outcomes.members if each.value == function.cases[index].then)
        call = bracketed(f"{subject.module}.{function.key}(", facts, ").outcome")
        yield Code(">>> " + call.replace("\n", "\n... "))
        yield Code(f"<{function.outcomes.name}.{member.name}: {member.value!r}>")


def _fact(subject: Subject, name: str, value: Value) -> str:
    kind = subject.inputs[name].type
    if kind is InputType.DATE:
        return python_literal(date.fromisoformat(str(value)))
    if name not in subject.enums:
        return python_literal(value)
    members = enumeration(subject.enums[name], "", [(choice, "") for choice in subject.inputs[name].choices]).members
    member = next(each.name for each in members if each.value == value)
    return f"{subject.module}.{subject.enums[name]}.{member}"
