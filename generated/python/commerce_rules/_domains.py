"""The domains of facts: what a caller may pass, and the error that names parameter, domain and value."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ._citations import Article


def checked(article: Article, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts by parameter after a check of each against its domain; None stays unknown.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    inputs = article.content["inputs"]
    return {name: None if fact is None else _checked(name, inputs[name], fact) for name, fact in facts.items()}


def _checked(name: str, domain: dict[str, Any], fact: object) -> object:
    kind = domain["type"]
    if not _has_type(kind, fact):
        raise TypeError(f"{name} must be {described(domain)}; got {fact!r:.80}")
    if not _lies_within(domain, fact):
        raise ValueError(f"{name} must be {described(domain)}; got {fact!r:.80}")
    return fact


def described(domain: dict[str, Any]) -> str:
    """Return a domain in words: `an integer from 0 to 300`."""
    kind, low, high = domain["type"], domain.get("minimum"), domain.get("maximum")
    match kind:
        case "boolean":
            return "True or False, or None when not known"
        case "choice":
            return f"one of {', '.join(domain['choices'])}, or None when not known"
        case "date":
            return "a date without time, or None when not known"
        case "integer":
            noun = "an integer"
        case _:
            noun = "an integer or a finite Decimal"
    bounds = f" from {low} to {high}" if low is not None and high is not None else ""
    if not bounds and low is not None:
        bounds = f" of at least {low}"
    if not bounds and high is not None:
        bounds = f" of at most {high}"
    return f"{noun}{bounds}, or None when not known"


def _has_type(kind: str, fact: object) -> bool:
    match kind:
        case "boolean":
            return isinstance(fact, bool)
        case "choice":
            return isinstance(fact, str)
        case "date":
            from datetime import date, datetime

            # a datetime is a date to Python, but names a moment: on which day it falls depends on a zone
            return isinstance(fact, date) and not isinstance(fact, datetime)
        case "integer":
            return isinstance(fact, int) and not isinstance(fact, bool)
        case _:
            from decimal import Decimal

            return isinstance(fact, int | Decimal) and not isinstance(fact, bool)


def _lies_within(domain: dict[str, Any], fact: Any) -> bool:
    match domain["type"]:
        case "boolean" | "date":
            return True
        case "choice":
            return fact in domain["choices"]
        case _:
            return _is_finite(fact) and _is_between(domain, fact)


def _is_finite(fact: Any) -> bool:
    return isinstance(fact, int) or bool(fact.is_finite())


def _is_between(domain: dict[str, Any], fact: Any) -> bool:
    from decimal import Decimal

    low, high = domain.get("minimum"), domain.get("maximum")
    return not (low is not None and fact < Decimal(low)) and not (high is not None and fact > Decimal(high))
