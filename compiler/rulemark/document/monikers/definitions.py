"""The monikers there are: which product each belongs to, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_NAME = re.compile(r"[\w.\-]+")


@dataclass(frozen=True, slots=True)
class Moniker:
    """One version or cloud; `name` is lower case, `order` counts within the product."""

    name: str
    product: str
    order: float = 0


@dataclass(frozen=True, slots=True)
class MonikerDefinitions:
    """Every moniker there is.

    Attributes:
        monikers: Product by product in the order of definition, each product in its own order.
        inferred: Nothing defines them: they were taken from use, so that no comparison means anything.
    """

    monikers: tuple[Moniker, ...] = ()
    inferred: bool = False
    _ranks: Mapping[str, int] = field(init=False, repr=False, compare=False)
    _products: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_product: dict[str, list[Moniker]] = {}
        for moniker in self.monikers:
            by_product.setdefault(moniker.product, []).append(moniker)
        groups = {product: sorted(group, key=lambda one: one.order) for product, group in by_product.items()}
        ordered = tuple(moniker for group in groups.values() for moniker in group)
        products = {product: tuple(moniker.name for moniker in group) for product, group in groups.items()}
        object.__setattr__(self, "monikers", ordered)
        object.__setattr__(self, "_ranks", {moniker.name: rank for rank, moniker in enumerate(ordered)})
        object.__setattr__(self, "_products", products)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._ranks

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return names in the order of definition, each once, unknown ones dropped."""
        return tuple(sorted({name for name in names if name in self._ranks}, key=self._ranks.__getitem__))

    def product_of(self, name: str) -> tuple[str, ...]:
        """Return the monikers of the product that a defined name belongs to, in the product's order."""
        return self._products[self.monikers[self._ranks[name]].product]


def define_monikers(raw: Iterable[Mapping[str, object]]) -> tuple[MonikerDefinitions, tuple[tuple[int, str], ...]]:
    """Read definitions: mappings with `moniker_name`, `product_name` and optionally `order`.

    Returns:
        The definitions (of a name defined twice the first counts) and the mistakes: index of the mapping and message.
    """
    found: dict[str, Moniker] = {}
    mistakes: list[tuple[int, str]] = []
    for index, entry in enumerate(raw):
        moniker = _defined(entry)
        if isinstance(moniker, str):
            mistakes.append((index, moniker))
        elif moniker.name in found:
            mistakes.append((index, f"moniker `{moniker.name}` is defined twice"))
        else:
            found[moniker.name] = moniker
    return MonikerDefinitions(tuple(found.values())), tuple(mistakes)


def _defined(entry: Mapping[str, object]) -> Moniker | str:
    """Return one moniker, or what is wrong with its definition."""
    name, product, order = entry.get("moniker_name"), entry.get("product_name"), entry.get("order", 0)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return "a definition of a moniker needs a `moniker_name` of letters, digits, `.`, `-` and `_`"
    if not isinstance(product, str) or not product:
        return f"the definition of moniker `{name}` needs a `product_name`"
    if isinstance(order, bool) or not isinstance(order, int | float):
        return f"the `order` of moniker `{name}` must be a number"
    return Moniker(name.lower().strip(), product, order)
