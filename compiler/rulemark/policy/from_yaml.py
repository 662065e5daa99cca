"""The reviewed YAML back to a policy, checked against its schema."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

import yaml

from rulemark.diagnostics import Diagnostic
from rulemark.policy.model import Policy
from rulemark.policy.plain_form import from_plain
from rulemark.policy.problems import INVALID_POLICY
from rulemark.policy.schema import read_mapping, validator, what_is_wrong
from rulemark.source import Location, Source, Span

_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: a policy, or None and what is wrong."""

    policy: Policy | None
    diagnostics: tuple[Diagnostic, ...] = ()


class _Loader(yaml.SafeLoader):
    """Reads numbers with a decimal point exactly."""


def _decimal(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Decimal | float:
    text = str(loader.construct_scalar(node))
    try:
        return Decimal(text)
    except ArithmeticError:
        return loader.construct_yaml_float(node)


_Loader.add_constructor("tag:yaml.org,2002:float", _decimal)


def load(source: Source) -> Loaded:
    """Read a policy file; nothing of a file that breaks the schema is used."""
    try:
        data: Any = yaml.load(source.text, Loader=_Loader)  # noqa: S506 -- a safe loader
    except (yaml.YAMLError, RecursionError) as error:
        return _broken(source, f"not YAML: {' '.join(str(error).split())}")
    errors = sorted(validator("policy.schema.json").iter_errors(data), key=lambda error: error.json_path)
    if errors:
        _, place, _ = read_mapping(source, INVALID_POLICY)
        found = (_problem(what_is_wrong(error), place.locate(tuple(error.absolute_path))) for error in errors)
        return Loaded(None, tuple(islice(dict.fromkeys(found), _MOST_PROBLEMS)))
    try:
        policy: Policy = from_plain(Policy, data)
    except ValueError as error:
        return _broken(source, str(error))
    return Loaded(policy)


def _broken(source: Source, message: str) -> Loaded:
    return Loaded(None, (_problem(message, Location(source, Span(0, 0))),))


def _problem(message: str, location: Location) -> Diagnostic:
    remedy = "compiled policies are never edited: run `rulemark build` again"
    return Diagnostic(INVALID_POLICY, message, location, help=remedy)
