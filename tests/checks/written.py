"""Hand-made policies for the checks: what the earlier stages would hand over."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rulemark.compilation import Compilation
from rulemark.policy import (
    Basis,
    Case,
    Condition,
    Decision,
    Evidence,
    Input,
    InputType,
    Metadata,
    Outcome,
    Policy,
    PolicySet,
)
from rulemark.source import Location, Source

LICENSES = Input("licenses", InputType.INTEGER, minimum=Decimal(0), unit="license")


def evidence(line: int, locale: str = "en-us") -> Evidence:
    """Return evidence on a line of an article of twenty lines."""
    source = Source(f"{locale}/cancel.md", "a sentence\n" * 20, locale)
    return Evidence(locale, source.path, "", line, "a sentence", Location(source, source.line_span(line)))


def case(when: Condition, then: str, line: int = 1, **options: object) -> Case:
    """Return a case that was read from a line."""
    return Case(when, then, (evidence(line),), **options)  # type: ignore[arg-type] # tests pass what the model has


def decision(cases: Iterable[Case], *, declared: bool = False, basis: Basis = Basis.PROSE) -> Decision:
    """Return a decision on whatever its cases read."""
    cases = tuple(cases)
    outcomes = tuple(Outcome(name) for name in dict.fromkeys(case.then for case in cases))
    return Decision("channel", (), outcomes, cases, declared=declared, basis=basis)


def policy(decisions: Iterable[Decision], inputs: Iterable[Input] = (LICENSES,), **elements: object) -> Policy:
    """Return the policy of one English article."""
    return Policy(
        "cancel",
        Metadata((), ()),
        ("en-us",),
        "en-us",
        inputs=tuple(inputs),
        decisions=tuple(decisions),
        **elements,  # type: ignore[arg-type] # tests pass what the model has
    )


def compilation(*policies: Policy) -> Compilation:
    """Return a project of these policies, without articles."""
    return Compilation((), PolicySet(policies), "en-us")
