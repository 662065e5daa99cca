"""Compare a sentence with its translation."""

from __future__ import annotations

from rulemark.checks.translation.comparison_differs import comparison_differs
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.modality_differs import modality_differs
from rulemark.checks.translation.polarity_differs import polarity_differs
from rulemark.checks.translation.quantity_differs import quantity_differs
from rulemark.statements import Lexicon

_COMPARISONS = (quantity_differs, comparison_differs, polarity_differs, modality_differs)


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


def compare(source: Line, target: Line, *, only: frozenset[str] | None = None) -> tuple[PairFinding, ...]:
    """Say how a translation differs in meaning from its source.

    Args:
        source: A sentence, or a block of sentences.
        target: Its translation.
        only: The names of the kinds of findings to look for; None: all of them.
    """
    if not source.text.strip() or not target.text.strip():
        return ()
    found = (finding for part in _COMPARISONS for finding in part(source, target))
    return tuple(dict.fromkeys(finding for finding in found if only is None or finding.name in only))
