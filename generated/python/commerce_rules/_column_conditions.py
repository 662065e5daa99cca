"""The conditions of a decision as tests over columns, in any language of columns.

A test is missing where it hangs on a missing fact, by the logic of three values: true and missing is missing, true or
missing is true. What chooses by a test takes a missing one for false, so that none has to be filled in.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Generic, Protocol, TypeVar

    E = TypeVar("E")

    class Language(Protocol[E]):
        """Expressions over columns. Tests are three-valued where a column is missing, as in SQL."""

        def compares(self, operator: str, name: str, literal: Any, kind: str) -> E:
            """Return a comparison of a column with a literal, missing where the column is."""

        def is_missing(self, name: str) -> E:
            """Tell where a column is missing."""

        def every(self, parts: Sequence[E]) -> E:
            """Return where all hold."""

        def some(self, parts: Sequence[E]) -> E:
            """Return where at least one holds."""

        def negated(self, part: E) -> E:
            """Return where a test does not hold."""

        def known(self, part: E, *, otherwise: bool) -> E:
            """Return a test, with a truth value where it is missing."""

        def unknown(self, part: E) -> E:
            """Tell where a test is missing."""

        def first(self, branches: Sequence[tuple[E, Any]], options: Sequence[Any]) -> E:
            """Return the value of the first test that holds, one of the options or None, else missing.

            A test that is missing does not hold.
            """

        def names(self, branches: Sequence[tuple[E, str]]) -> E:
            """Return the names whose test holds, joined by a comma and a space, else missing.

            A test that is missing does not hold.
            """
else:
    from ._decisions import Generic

    E = None


class Tests(Generic[E]):
    """Makes tests of conditions over some inputs.

    Attributes:
        language: The language to express them in.
        inputs: The inputs by name, each with its type and domain.
        complete: No fact is missing and none lies outside its domain.
    """

    def __init__(self, language: Language[E], inputs: Mapping[str, dict[str, Any]], *, complete: bool) -> None:
        """Build the maker."""
        self.language = language
        self.inputs = inputs
        self.complete = complete

    def truth(self, condition: list[Any]) -> E:
        """Return where a condition holds."""
        operator, *rest = condition
        match operator:
            case "all":
                return self.language.every([self.truth(part) for part in rest])
            case "any":
                return self.language.some([self.truth(part) for part in rest])
            case "not":
                return self.language.negated(self.truth(rest[0]))
            case _:
                return self.language.compares(operator, rest[0], rest[1], self.inputs[rest[0]]["type"])

    def surely(self, truth: E) -> E:
        """Return where a test holds for certain, as something that can be negated."""
        return truth if self.complete else self.language.known(truth, otherwise=False)

    def outside(self, name: str) -> list[E]:
        """Return tests of which one holds where a fact lies outside its domain."""
        domain = self.inputs[name]
        kind = domain["type"]
        if kind == "choice":
            return [self.language.negated(self.language.compares("in", name, domain["choices"], kind))]
        bounds = [("lt", domain.get("minimum")), ("gt", domain.get("maximum"))]
        return [self.language.compares(test, name, bound, kind) for test, bound in bounds if bound is not None]

    def depends(self, condition: list[Any], name: str) -> E:
        """Return where a condition that cannot be told depends on a missing fact."""
        operator, *rest = condition
        if operator not in {"all", "any", "not"}:
            return self.language.is_missing(name) if rest[0] == name else self.language.some([])
        parts = [part for part in rest if name in facts_of(part)]
        return self.language.some(
            [self.language.every([self.language.unknown(self.truth(p)), self.depends(p, name)]) for p in parts]
        )


def facts_of(condition: list[Any]) -> set[str]:
    """Return the names of the facts that a condition reads."""
    operator, *rest = condition
    if operator in {"all", "any", "not"}:
        return {name for part in rest for name in facts_of(part)}
    return {rest[0]}
