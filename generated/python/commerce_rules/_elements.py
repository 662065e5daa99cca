"""What an article states besides decisions, timers and duties: amounts, steps, alerts, terms and links."""

from __future__ import annotations

from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    from ._citations import Article, Citation

_SATISFIES = {
    "lt": lambda quantity, limit: quantity < limit,
    "le": lambda quantity, limit: quantity <= limit,
    "gt": lambda quantity, limit: quantity > limit,
    "ge": lambda quantity, limit: quantity >= limit,
    "eq": lambda quantity, limit: quantity == limit,
    "ne": lambda quantity, limit: quantity != limit,
}


class Amount(Value):
    """A number that the article states.

    Attributes:
        id: Its name.
        value: The number; the lower end of a range.
        comparison: How a quantity must compare with it: `lt le gt ge eq ne`.
        unit: What is counted.
        because: The sentence that says so.
        upper: The upper end of a range.
        hedges: What makes it only usually true.
        monikers: The products it is for; empty: all of them.
    """

    __slots__ = ("because", "comparison", "hedges", "id", "monikers", "unit", "upper", "value")
    __match_args__ = ("id", "value", "comparison", "unit", "because", "upper", "hedges", "monikers")

    id: str
    value: int | Decimal
    comparison: str
    unit: str
    because: Citation
    upper: int | Decimal | None
    hedges: tuple[str, ...]
    monikers: tuple[str, ...]

    def __init__(
        self,
        id: str,
        value: int | Decimal,
        comparison: str,
        unit: str,
        because: Citation,
        upper: int | Decimal | None = None,
        hedges: tuple[str, ...] = (),
        monikers: tuple[str, ...] = (),
    ) -> None:
        """Build an amount."""
        self._fill(id=id, value=value, comparison=comparison, unit=unit, because=because)
        self._fill(upper=upper, hedges=hedges, monikers=monikers)

    def measures(self, locale: str | None = None) -> str:
        """Return what is measured, in the words of the article."""
        return self.because.article.text(f"amounts/{self.id}/measures", locale)

    def allows(self, quantity: int | Decimal) -> bool:
        """Tell whether a quantity, in the unit of the amount, is one that the sentence speaks of.

        Raises:
            TypeError: It is no exact number.
        """
        if isinstance(quantity, bool | float) or not hasattr(quantity, "as_integer_ratio"):
            raise TypeError(f"quantity must be an integer or a Decimal, in {self.unit}; got {quantity!r:.80}")
        if self.upper is not None:
            return self.value <= quantity <= self.upper
        return bool(_SATISFIES[self.comparison](quantity, self.value))


class Step(Value):
    """One step of a procedure.

    Attributes:
        number: The number a reader sees.
        text: What to do, in one language.
        links: The addresses it links to.
        images: The pictures it shows.
    """

    __slots__ = ("images", "links", "number", "text")
    __match_args__ = ("number", "text", "links", "images")

    number: int
    text: str
    links: tuple[str, ...]
    images: tuple[str, ...]

    def __init__(self, number: int, text: str, links: tuple[str, ...] = (), images: tuple[str, ...] = ()) -> None:
        """Build a step."""
        self._fill(number=number, text=text, links=links, images=images)


def steps_of(article: Article, procedure: str, moniker: str | None, locale: str | None) -> tuple[Step, ...]:
    """Return the steps of a procedure, none when the article gives none for the product.

    Raises:
        ValueError: The article knows no such procedure, product or locale.
    """
    procedures = article.content["procedures"]
    if procedure not in procedures:
        raise ValueError(f"procedure must be one of {', '.join(procedures)}; got {procedure!r:.80}")
    versions = procedures[procedure]
    if moniker is None and set(versions) - {""}:
        raise ValueError(f"moniker must be one of {', '.join(article.monikers)}: the steps differ; got None")
    if moniker is not None and moniker not in article.monikers:
        raise ValueError(f"moniker must be one of {', '.join(article.monikers) or 'none'}; got {moniker!r:.80}")
    found = versions.get(moniker or "", versions.get("", []))
    return tuple(
        Step(step["number"], article.pick(step["text"], locale) or "", tuple(step["links"]), tuple(step["images"]))
        for step in found
    )


class Advisory(Value):
    """An alert of the article: a note, a tip, a warning.

    Attributes:
        id: Its name.
        kind: `note`, `tip`, `important`, `caution`, `warning`.
        because: The alert, with its place.
        monikers: The products it is for; empty: all of them.
    """

    __slots__ = ("because", "id", "kind", "monikers")
    __match_args__ = ("id", "kind", "because", "monikers")

    id: str
    kind: str
    because: Citation
    monikers: tuple[str, ...]

    def __init__(self, id: str, kind: str, because: Citation, monikers: tuple[str, ...] = ()) -> None:
        """Build an advisory."""
        self._fill(id=id, kind=kind, because=because, monikers=monikers)

    def text(self, locale: str | None = None) -> str:
        """Return what it says."""
        return self.because.article.text(f"advisories/{self.id}/text", locale)


class Definition(Value):
    """A term and its meaning.

    Attributes:
        id: Its name.
        because: The sentence, with its place.
        monikers: The products it is for; empty: all of them.
    """

    __slots__ = ("because", "id", "monikers")
    __match_args__ = ("id", "because", "monikers")

    id: str
    because: Citation
    monikers: tuple[str, ...]

    def __init__(self, id: str, because: Citation, monikers: tuple[str, ...] = ()) -> None:
        """Build a definition."""
        self._fill(id=id, because=because, monikers=monikers)

    def term(self, locale: str | None = None) -> str:
        """Return the term."""
        return self.because.article.text(f"definitions/{self.id}/term", locale)

    def text(self, locale: str | None = None) -> str:
        """Return its meaning."""
        return self.because.article.text(f"definitions/{self.id}/text", locale)


class Reference(Value):
    """A link to another article.

    Attributes:
        target: Where it leads, as written.
        because: The sentence, with its place.
    """

    __slots__ = ("because", "target")
    __match_args__ = ("target", "because")

    target: str
    because: Citation

    def __init__(self, target: str, because: Citation) -> None:
        """Build a reference."""
        self._fill(target=target, because=because)

    def text(self, locale: str | None = None) -> str:
        """Return the words of the link."""
        return self.because.article.text(f"{self.because.key}/text", locale)
