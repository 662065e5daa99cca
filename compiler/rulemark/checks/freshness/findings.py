"""All translations of other versions."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.freshness.stale_translation import stale_translation
from rulemark.checks.translation import families
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic


def find(compilation: Compilation) -> Iterator[Diagnostic]:
    """Yield every finding of RM43x, article by article."""
    for family in families(compilation):
        for translation in family.stale:
            yield from stale_translation(translation)
