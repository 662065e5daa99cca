"""Compare a sentence with its translation."""

from __future__ import annotations

from rulemark.checks.problems import COMPARISON_DIFFERS, MODALITY_DIFFERS, POLARITY_DIFFERS, QUANTITY_DIFFERS
from rulemark.checks.translation.comparison_differs import comparison_differs
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.modality_differs import modality_differs
from rulemark.checks.translation.polarity_differs import polarity_differs
from rulemark.checks.translation.quantity_differs import quantity_differs
from rulemark.statements import Lexicon

_COMPARISONS = {
    QUANTITY_DIFFERS.name: quantity_differs,
    COMPARISON_DIFFERS.name: comparison_differs,
    POLARITY_DIFFERS.name: polarity_differs,
    MODALITY_DIFFERS.name: modality_differs,
}
"""What is compared, by the name of what may be found."""
NAMES = frozenset(_COMPARISONS)


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


def compare(source: Line, target: Line, *, only: frozenset[str] = NAMES) -> tuple[PairFinding, ...]:
    """Say how a translation differs in meaning from its source.

    Args:
        source: A sentence, or a block of sentences.
        target: Its translation.
        only: The names of the kinds of findings to look for.
    """
    if not source.text.strip() or not target.text.strip():
        return ()
    wanted = (part for name, part in _COMPARISONS.items() if name in only)
    return tuple(dict.fromkeys(finding for part in wanted for finding in part(source, target)))
