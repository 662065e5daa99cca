"""What signatures and docstrings say of facts: types, guards, domains, and the enumerations that name values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from rulemark.outputs.python.expressions import plain
from rulemark.outputs.python.layout import WIDTH, bracketed, docstring, one_line, width
from rulemark.outputs.python.names import Scope, constant_name
from rulemark.outputs.python.subject import MONIKER, Subject
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import Input, InputType, Value, in_locale


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


def signature(
    subject: Subject, name: str, inputs: Sequence[Input], returns: str, *, known: bool = False, tail: str = ""
) -> Code:
    """Return a function's signature with keyword-only facts, each of which may be unknown unless all are known."""
    if not inputs:
        return Code(f"def {name}() -> {returns}{tail}")
    optional = "" if known else " | None"
    parameters = [f"{subject.parameters[each.name]}: {type_of(subject, each)}{optional}" for each in inputs]
    whole = bracketed(f"def {name}(", ["*", *parameters], f") -> {returns}{tail or ':'}")
    return whole if tail else Code(whole.removesuffix(":"))


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
            return [f"type({name}) is not bool"]
        case InputType.CHOICE:
            return [f"type({name}) is not {subject.enums[each.name]}"]
        case InputType.DATE:
            return [f"type({name}) is not date"]
        case _:
            low = [] if each.minimum is None else [f"{name} < {python_literal(each.minimum)}"]
            high = [] if each.maximum is None else [f"{name} > {python_literal(each.maximum)}"]
            exact = f"type({name}) is not int and not (type({name}) is Decimal and {name}.is_finite())"
            fractions = each.type is not InputType.INTEGER and width(exact) < WIDTH - 16
            return [exact if fractions else f"type({name}) is not int", *low, *high]


def guard(subject: Subject, inputs: Sequence[Input]) -> Code:
    """Return the test for facts that plain comparisons can't handle: unknown, of another type, outside their domain."""
    parts = [part for each in inputs for part in _guards(subject, each)]
    return test(
        parts if len(parts) == 1 else [f"({part})" if " and " in part else part for part in parts], "or", indent=4
    )


def test(parts: Sequence[str], word: str, *, indent: int) -> Code:
    """Return tests joined by a word, one a line where they do not fit behind an `if` in a column."""
    flat = f" {word} ".join(parts)
    if indent + width(f"if {flat}:") <= WIDTH or len(parts) == 1:
        return Code(flat)
    margin = " " * indent
    rest = "".join(f"\n{margin}    {word} {part}" for part in parts[1:])
    return Code(f"(\n{margin}    {parts[0]}{rest}\n{margin})")


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


def fact(subject: Subject, each: Input, value: Value | None, module: str) -> str:
    """Return a fact as source: the member of an enumeration of the module where there is one, None when not known."""
    if each.type is InputType.DATE and value is not None:
        return python_literal(date.fromisoformat(str(value)))
    if each.name not in subject.enums or value is None:
        return python_literal(value)
    name = subject.enums[each.name]
    members = enumeration(name, "", [(choice, "") for choice in each.choices]).members
    member = next((one.name for one in members if one.value == value), None)
    return f"{module}.{name}.{member}" if member else python_literal(value)


def argument_lines(subject: Subject, inputs: Sequence[Input]) -> list[str]:
    """Return the `Args` section of a docstring."""
    lines = ["Args:"]
    for each in inputs:
        name = subject.parameters[each.name]
        label = one_line(in_locale(each.labels, subject.policy.source_locale))
        meaning = f"{label}: " if label and label != name else ""
        lines.append(f"    \t\t{name}: {meaning}{_domain_words(each)}; None when not known.")
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
