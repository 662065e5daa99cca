"""What somebody must, may, must not or should do, and what follows by itself."""

from __future__ import annotations

from ._citations import Citation
from ._conditions import holds, needs
from ._domains import checked
from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ._citations import Article


class Duty(Value):
    """One sentence that binds, allows or warns.

    Attributes:
        id: Its name.
        because: The sentence that says so.
        kind: `obligation`, `permission`, `prohibition`, `recommendation`, `exemption` or `effect`.
        actors: Whom it binds, when the article says.
        modality: How the language says it: `must`, `can`; None where the sentence does not say.
        before: The event before which it is due.
        after: The event after which it is due.
        state: The state that it leads to, or in which it holds.
        hedges: What makes it only usually true.
        monikers: The products it is for; empty: all of them.
    """

    __slots__ = ("actors", "after", "because", "before", "hedges", "id", "kind", "modality", "monikers", "state")
    __match_args__ = (
        "id",
        "because",
        "kind",
        "actors",
        "modality",
        "before",
        "after",
        "state",
        "hedges",
        "monikers",
    )

    id: str
    because: Citation
    kind: str
    actors: tuple[str, ...]
    modality: str | None
    before: str | None
    after: str | None
    state: str | None
    hedges: tuple[str, ...]
    monikers: tuple[str, ...]

    def __init__(
        self,
        id: str,
        because: Citation,
        kind: str,
        actors: tuple[str, ...] = (),
        modality: str | None = None,
        before: str | None = None,
        after: str | None = None,
        state: str | None = None,
        hedges: tuple[str, ...] = (),
        monikers: tuple[str, ...] = (),
    ) -> None:
        """Build a duty."""
        self._fill(id=id, because=because, kind=kind, actors=actors, modality=modality, before=before)
        self._fill(after=after, state=state, hedges=hedges, monikers=monikers)

    def text(self, locale: str | None = None) -> str:
        """Return what is to be done, or what follows, in the words of the article."""
        return self.because.article.text(f"duties/{self.id}/text", locale)

    def conditions(self, locale: str | None = None) -> str:
        """Return when it holds, in the words of the article; "" when always."""
        return self.because.article.text(f"duties/{self.id}/conditions", locale)


class Duties(Value):
    """The duties under some facts; iterating gives those that certainly apply.

    Attributes:
        applying: Those that apply.
        unknown: Those that may apply, depending on facts that were not given.
        needs: The parameters that would tell.
    """

    __slots__ = ("applying", "needs", "unknown")
    __match_args__ = ("applying", "unknown", "needs")

    applying: tuple[Duty, ...]
    unknown: tuple[Duty, ...]
    needs: frozenset[str]

    def __init__(self, applying: tuple[Duty, ...], unknown: tuple[Duty, ...], needs: frozenset[str]) -> None:
        """Build the result of a query."""
        self._fill(applying=applying, unknown=unknown, needs=needs)

    def __iter__(self) -> Iterator[Duty]:
        return iter(self.applying)

    def __len__(self) -> int:
        return len(self.applying)

    def __getitem__(self, index: int) -> Duty:
        return self.applying[index]

    def __contains__(self, duty: object) -> bool:
        return duty in self.applying or any(each.id == duty for each in self.applying)


def duties_of(article: Article, kind: str, /, **facts: object) -> Duties:
    """Return the duties of a kind under facts; None is unknown.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    known = checked(article, facts)
    applying: list[Duty] = []
    unknown: list[Duty] = []
    open_conditions: list[list[Any]] = []
    for name, fields in article.content["duties"].items():
        if fields["kind"] != kind:
            continue
        truth = holds(fields["when"], known)
        if truth is False:
            continue
        (applying if truth else unknown).append(duty_of(article, name))
        if truth is None:
            open_conditions.append(fields["when"])
    return Duties(tuple(applying), tuple(unknown), needs(open_conditions, known))


def duty_of(article: Article, name: str) -> Duty:
    """Return a duty by its name."""
    fields = article.content["duties"][name]
    told: dict[str, Any] = {}
    for key, value in fields.items():
        told[key] = tuple(value) if isinstance(value, list) else value
    told.pop("when")
    return Duty(name, Citation(article, f"duties/{name}"), **told)
