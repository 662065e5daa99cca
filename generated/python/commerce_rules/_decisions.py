"""The answer of a decision: decided, unknown because facts are missing, or left open by the article."""

from __future__ import annotations

from ._citations import Citation
from ._conditions import holds, needs
from ._domains import checked
from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum
    from typing import Any, Generic, TypeAlias, TypeVar

    from ._citations import Article

    OutcomeT = TypeVar("OutcomeT", bound=StrEnum)
    OutcomeT_co = TypeVar("OutcomeT_co", bound=StrEnum, covariant=True)
else:

    class Generic:
        """Stands in for `typing.Generic`, whose import would cost more than this package."""

        __slots__ = ()

        def __class_getitem__(cls, _: object) -> type:
            return cls

    OutcomeT_co = None

GROUPS = ("exception", "case", "otherwise")
"""What a case can be, those that come first first."""


def overload(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a signature that only type checkers read; they see `typing.overload`, whose import costs too much."""
    return function


class Decided(Value, Generic[OutcomeT_co]):
    """The article decides the case.

    Attributes:
        outcome: The answer.
        because: The sentence that says so.
        hedges: What makes the sentence only usually true: `most_countries`; empty when nothing does.
    """

    __slots__ = ("because", "hedges", "outcome")
    __match_args__ = ("outcome", "because", "hedges")

    outcome: OutcomeT_co
    because: Citation
    hedges: tuple[str, ...]

    def __init__(self, outcome: OutcomeT_co, because: Citation, hedges: tuple[str, ...] = ()) -> None:
        """Build an answer."""
        self._fill(outcome=outcome, because=because, hedges=hedges)


class _Undecided(Value):
    """What the two answers without an outcome share."""

    __slots__ = ()

    outcome: None = None
    hedges: tuple[str, ...] = ()
    nearest: tuple[Citation, ...]

    @property
    def because(self) -> Citation:
        """The nearest sentence; it does not decide the case."""
        return self.nearest[0]


class Unknown(_Undecided):
    """The answer depends on facts that the caller did not give; missing is not zero and not false.

    Attributes:
        needs: The parameters to fill in.
        nearest: The sentences that depend on them.
    """

    __slots__ = ("nearest", "needs")
    __match_args__ = ("needs", "nearest")

    needs: frozenset[str]

    def __init__(self, needs: frozenset[str], nearest: tuple[Citation, ...]) -> None:
        """Build an answer."""
        self._fill(needs=needs, nearest=nearest)


class Unstated(_Undecided):
    """The article leaves the case open, or two of its sentences disagree about it.

    Attributes:
        nearest: The sentences that come nearest.
    """

    __slots__ = ("nearest",)
    __match_args__ = ("nearest",)

    def __init__(self, nearest: tuple[Citation, ...]) -> None:
        """Build an answer."""
        self._fill(nearest=nearest)


if TYPE_CHECKING:
    Decision: TypeAlias = Decided[OutcomeT_co] | Unknown | Unstated


def decide(article: Article, name: str, outcomes: type[OutcomeT], /, **facts: object) -> Decision[OutcomeT]:
    """Answer a decision when some of its facts are unknown, or not of their plain type.

    Args:
        article: The article that has the decision.
        name: The decision.
        outcomes: Its possible answers.
        facts: By parameter; None is unknown.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    known = checked(article, facts)
    cases = article.content["decisions"][name]["cases"]
    pending: list[int] = []
    for group in GROUPS:
        truths = {i: holds(case["when"], known) for i, case in enumerate(cases) if case["group"] == group}
        certain = [i for i, truth in truths.items() if truth]
        possible = [i for i, truth in truths.items() if truth is None]
        if len({cases[i]["then"] for i in certain}) > 1 and not pending:
            return Unstated(_cited(article, name, certain))
        pending += possible
        if certain:
            return _settled(article, name, outcomes, certain[0], pending, known)
    if pending:
        return _waiting(article, name, pending, known)
    return Unstated(_cited(article, name, article.content["decisions"][name]["nearest"]))


def _settled(
    article: Article, name: str, outcomes: type[OutcomeT], chosen: int, pending: list[int], known: Mapping[str, Any]
) -> Decision[OutcomeT]:
    """Answer from a case that certainly applies, unless one that may apply, of no lower rank, says otherwise."""
    cases = article.content["decisions"][name]["cases"]
    case = cases[chosen]
    if all(cases[i]["then"] == case["then"] for i in pending):
        return Decided(outcomes(case["then"]), _cited(article, name, [chosen])[0], tuple(case["hedges"]))
    return _waiting(article, name, pending, known)


def _waiting(article: Article, name: str, pending: list[int], known: Mapping[str, Any]) -> Unknown:
    cases = article.content["decisions"][name]["cases"]
    return Unknown(needs((cases[i]["when"] for i in pending), known), _cited(article, name, pending))


def _cited(article: Article, name: str, indices: list[int]) -> tuple[Citation, ...]:
    return tuple(Citation(article, f"decisions/{name}/{index + 1}") for index in indices)
