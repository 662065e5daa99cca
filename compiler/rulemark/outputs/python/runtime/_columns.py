"""A decision over whole columns, in any language of columns: what to compute, not how.

The meaning is that of the function for one row, three-valued: a missing fact gives no outcome and the names of the
facts that would tell; a value outside its domain gives no outcome and the name of its parameter.
"""

from __future__ import annotations

import sys

from ._decisions import GROUPS
from ._disjoint import are_disjoint
from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Generic, Protocol, TypeVar

    from ._citations import Article

    E = TypeVar("E")

    class Language(Protocol[E]):
        """Expressions over columns. Tests are three-valued where a column is missing, as in SQL."""

        def compares(self, operator: str, name: str, literal: Any, kind: str) -> E:  # noqa: ANN401 - JSON
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


class Columns(Value, Generic[E]):
    """The columns of a decision.

    Attributes:
        outcome: The outcome, missing where the row is not decided.
        case: The number of the case that decides, from 1; `bulk.citation` finds its sentence.
        status: `decided`, `unknown`, `unstated` or `invalid`.
        needs: The parameters that would tell, where the status is `unknown`.
        invalid: The parameters that lie outside their domain, where the status is `invalid`: the mask of bad rows.
    """

    __slots__ = ("case", "invalid", "needs", "outcome", "status")
    __match_args__ = ("outcome", "case", "status", "needs", "invalid")

    outcome: E
    case: E
    status: E
    needs: E
    invalid: E

    def __init__(self, outcome: E, case: E, status: E, needs: E, invalid: E) -> None:
        """Build the columns."""
        self._fill(outcome=outcome, case=case, status=status, needs=needs, invalid=invalid)


def decision_of(function: Callable[..., object]) -> tuple[Article, str]:
    """Return the article and the name of a decision by its function.

    Raises:
        ValueError: The function is no decision of a module of this package.
    """
    article = getattr(sys.modules.get(function.__module__), "ARTICLE", None)
    if article is None or function.__name__ not in article.content["decisions"]:
        raise ValueError(f"function must be a decision of this package; got {function!r:.80}")
    return article, function.__name__


def columns(article: Article, name: str, language: Language[E], *, complete: bool) -> Columns[E]:
    """Return the columns of a decision.

    Args:
        article: The article.
        name: The decision.
        language: The language to express them in.
        complete: The caller knows that no fact is missing and none lies outside its domain, which makes it faster.
    """
    plan = _Plan(article, name, language, complete=complete)
    cases = plan.content["cases"]
    chosen = plan.chain()
    decided = [(test, None if i is None else cases[i]["then"]) for test, i in chosen]
    number = [(test, None if i is None else i + 1) for test, i in chosen]
    return Columns(
        language.first(decided, plan.content["outcomes"]),
        language.first(number, range(1, len(cases) + 1)),
        plan.status(),
        plan.needs(),
        plan.invalid(),
    )


class _Plan(Generic[E]):
    """The cases of a decision as tests over columns.

    A test is missing where it hangs on a missing fact, by the logic of three values: true and missing is missing, true
    or missing is true. What chooses by a test takes a missing one for false, so that none has to be filled in.
    """

    def __init__(self, article: Article, name: str, language: Language[E], *, complete: bool) -> None:
        self.language = language
        self.complete = complete
        self.inputs: dict[str, dict[str, Any]] = article.content["inputs"]
        self.content: dict[str, Any] = article.content["decisions"][name]
        cases = self.content["cases"]
        self.ranks = [GROUPS.index(case["group"]) for case in cases]
        self.order = sorted(range(len(cases)), key=lambda i: self.ranks[i])
        self.truths = [self._truth(case["when"]) for case in cases]

    def _surely(self, truth: E) -> E:
        """Return where a test holds for certain, as something that can be negated."""
        return truth if self.complete else self.language.known(truth, otherwise=False)

    def _truth(self, condition: list[Any]) -> E:
        operator, *rest = condition
        match operator:
            case "all":
                return self.language.every([self._truth(part) for part in rest])
            case "any":
                return self.language.some([self._truth(part) for part in rest])
            case "not":
                return self.language.negated(self._truth(rest[0]))
            case _:
                return self.language.compares(operator, rest[0], rest[1], self.inputs[rest[0]]["type"])

    def _up_to(self, rank: int) -> list[int]:
        return [i for i in self.order if self.ranks[i] <= rank]

    def chain(self) -> list[tuple[E, int | None]]:
        """Return tests with the case that each decides, by its index, or None; the first that holds wins."""
        inputs = self.content["inputs"]
        planned = [(self._told(condition), case) for condition, case in self.content["plan"]]
        if planned and self.complete:
            return planned
        outside = [test for name in inputs for test in self._outside(name)]
        without: list[tuple[E, int | None]] = [(self.language.some(outside), None)] if outside else []
        if planned and len(inputs) == 1:
            return [*without, *planned]  # the only fact that may be missing makes every test missing
        return [*without, *((self._decides(i), i) for i in self.order)]

    def _told(self, condition: list[Any]) -> E:
        """Return a condition of the plan; the one that always holds, where the only fact is there."""
        inputs = self.content["inputs"]
        if condition == ["all"] and not self.complete and len(inputs) == 1:
            return self.language.negated(self.language.is_missing(inputs[0]))
        return self._truth(condition)

    def _decides(self, case: int) -> E:
        """Return where a case certainly applies and none of another outcome, of its rank or a higher one, may."""
        rivals = [self.truths[i] for i in self._up_to(self.ranks[case]) if self._rivals(i, case)]
        if not rivals:
            return self.truths[case]
        return self.language.every([self.truths[case], self.language.negated(self.language.some(rivals))])

    def _rivals(self, a: int, b: int) -> bool:
        """Tell whether two cases of different outcomes can apply together."""
        cases = self.content["cases"]
        return self._differ(a, b) and not are_disjoint(cases[a]["when"], cases[b]["when"])

    @property
    def _valid(self) -> E:
        """Where every fact that is known lies in its domain."""
        outside = [test for name in self.content["inputs"] for test in self._outside(name)]
        return self.language.negated(self._surely(self.language.some(outside)))

    def invalid(self) -> E:
        """Return the parameters that lie outside their domain."""
        tests = [(self._outside(name), name) for name in sorted(self.content["inputs"])]
        return self.language.names([(self.language.some(parts), name) for parts, name in tests if parts])

    def _outside(self, name: str) -> list[E]:
        domain = self.inputs[name]
        kind = domain["type"]
        if kind == "choice":
            return [self.language.negated(self.language.compares("in", name, domain["choices"], kind))]
        bounds = [("lt", domain.get("minimum")), ("gt", domain.get("maximum"))]
        return [self.language.compares(test, name, bound, kind) for test, bound in bounds if bound is not None]

    def status(self) -> E:
        """Return whether a row is decided, unknown, unstated or invalid."""
        language = self.language
        decides = language.some([self._decides(i) for i in self.order])
        branches = [(decides, "decided"), (self._unstated(), "unstated"), (language.every([]), "unknown")]
        checked = [] if self.complete else [(language.negated(self._valid), "invalid")]
        return language.first([*checked, *branches], ("invalid", "decided", "unstated", "unknown"))

    def _unstated(self) -> E:
        """Return where nothing applies or can, or two cases disagree and none of a higher rank can apply."""
        language = self.language
        reasons = [language.negated(language.some(self.truths))]
        for rank in range(len(GROUPS)):
            group = [i for i in self.order if self.ranks[i] == rank]
            pairs = [(a, b) for a in group for b in group if a < b and self._rivals(a, b)]
            meet = [language.every([self.truths[a], self.truths[b]]) for a, b in pairs]
            higher = [self.truths[i] for i in self.order if self.ranks[i] < rank]
            none = [language.negated(language.some(higher))] if higher else []
            if meet:
                reasons.append(language.every([language.some(meet), *none]))
        return language.some(reasons)

    def _differ(self, a: int, b: int) -> bool:
        return bool(self.content["cases"][a]["then"] != self.content["cases"][b]["then"])

    def needs(self) -> E:
        """Return the missing facts that an undecided row depends on."""
        language = self.language
        settled = [*map(self._decides, self.order), self._unstated(), language.negated(self._valid)]
        undecided = language.negated(self._surely(language.some(settled)))
        branches = []
        for name in sorted(self.content["inputs"]):
            asks = [language.every([self._pending(i), self._asks(i, name)]) for i in self.order if self._reads(i, name)]
            branches.append((language.every([undecided, language.some(asks)]), name))
        return language.names(branches)

    def _pending(self, case: int) -> E:
        """Return where a case may apply and no case of a higher rank certainly does."""
        higher = [self._surely(self.truths[i]) for i in self.order if self.ranks[i] < self.ranks[case]]
        none = [self.language.negated(self.language.some(higher))] if higher else []
        return self.language.every([self.language.unknown(self.truths[case]), *none])

    def _asks(self, case: int, name: str) -> E:
        return self._depends(self.content["cases"][case]["when"], name)

    def _reads(self, case: int, name: str) -> bool:
        return name in _facts(self.content["cases"][case]["when"])

    def _depends(self, condition: list[Any], name: str) -> E:
        """Return where a condition that cannot be told depends on a missing fact."""
        operator, *rest = condition
        if operator not in {"all", "any", "not"}:
            return self.language.is_missing(name) if rest[0] == name else self.language.some([])
        parts = [part for part in rest if name in _facts(part)]
        return self.language.some(
            [self.language.every([self.language.unknown(self._truth(p)), self._depends(p, name)]) for p in parts]
        )


def _facts(condition: list[Any]) -> set[str]:
    operator, *rest = condition
    if operator in {"all", "any", "not"}:
        return {name for part in rest for name in _facts(part)}
    return {rest[0]}
