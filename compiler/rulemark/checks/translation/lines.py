"""Compare a sentence with its translation."""

from __future__ import annotations

from rulemark.checks.translation.comparisons import comparisons
from rulemark.checks.translation.denials import denials
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.modality import modality
from rulemark.checks.translation.quantities import quantities
from rulemark.statements import Lexicon

_COMPARISONS = (quantities, comparisons, denials, modality)


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
    """Say how a translation differs in meaning from its source; see `compare_lines`."""
    if not source.text.strip() or not target.text.strip():
        return ()
    return tuple(dict.fromkeys(finding for part in _COMPARISONS for finding in part(source, target)))
