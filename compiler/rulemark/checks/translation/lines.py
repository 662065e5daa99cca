"""Compare a sentence with its translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rulemark.checks.translation.bounds_differ import bounds_differ
from rulemark.checks.translation.comparison_differs import comparison_differs
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.modality_differs import modality_differs
from rulemark.checks.translation.order_differs import order_differs
from rulemark.checks.translation.polarity_differs import denial_lost, polarity_differs
from rulemark.checks.translation.quantity_differs import quantity_differs
from rulemark.checks.translation.units_differ import units_differ
from rulemark.statements import Lexicon

Comparison = Callable[[Line, Line], Iterator[PairFinding]]
"""Says how the second line, a translation, differs from the first one."""

NUMBERS: tuple[Comparison, ...] = (quantity_differs,)
"""What a block of sentences may leave to the next sentence in another language."""
UNITS: tuple[Comparison, ...] = (units_differ,)
RULES: tuple[Comparison, ...] = (comparison_differs, bounds_differ, order_differs, polarity_differs, modality_differs)
"""What a sentence and its translation have in common."""
OF_BLOCKS: tuple[Comparison, ...] = (denial_lost,)
"""What blocks have in common that are cut into sentences differently."""


def compare_lines(
    source_text: str, target_text: str, source_lexicon: Lexicon, target_lexicon: Lexicon
) -> tuple[PairFinding, ...]:
    """Say how a translation differs in meaning from its source.

    Args:
        source_text: A sentence, as plain text.
        target_text: Its translation, as plain text.
        source_lexicon: The language of the source.
        target_lexicon: The language of the translation.

    Returns:
        What differs, each difference once; empty for a faithful translation.
    """
    return compare(Line(source_text, source_lexicon), Line(target_text, target_lexicon))


def compare(source: Line, target: Line) -> tuple[PairFinding, ...]:
    """Say how a sentence differs in meaning from its source, each difference once."""
    numbers = differing(source, target, NUMBERS) or differing(source, target, UNITS)
    return numbers + differing(source, target, RULES)


def differing(source: Line, target: Line, comparisons: Iterable[Comparison]) -> tuple[PairFinding, ...]:
    """Say in which of some respects a translation differs from its source.

    Args:
        source: A sentence, or a block of sentences.
        target: Its translation.
        comparisons: What to look at.
    """
    if not source.text.strip() or not target.text.strip():
        return ()
    return tuple(dict.fromkeys(finding for part in comparisons for finding in part(source, target)))
