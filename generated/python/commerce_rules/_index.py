"""All articles of the package, found by path or by the name of a rule."""

from __future__ import annotations

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


class Policies(Mapping[str, "ModuleType"]):
    """The module of each article by its path: `POLICIES["billing/cancel"]`. A module is imported on first use."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Take the name of each module by the path of its article."""
        self._modules = dict(modules)

    def __getitem__(self, path: str) -> ModuleType:
        from importlib import import_module

        return import_module(f".{self._modules[path]}", __package__)

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)

    def search(self, name: str) -> tuple[tuple[str, object], ...]:
        """Return every rule whose name contains some letters, with the path of its article.

        The rule is what its module offers under that name: a decision function, a timer, an amount.
        """
        wanted = name.casefold()
        return tuple(
            (path, getattr(module, each))
            for path, module in self.items()
            for each in module.__all__
            if wanted in each.casefold()
        )
