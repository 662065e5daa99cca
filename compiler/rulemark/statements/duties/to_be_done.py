"""What German says with "is to be done", `Schäden sind innerhalb von 48 Stunden zu melden`, and Dutch: `dient te`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rulemark.source import Span
from rulemark.statements.duties.subordination import outside
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Modality
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan

_WORDS = 40
"""Words in front of the infinitive that are looked at."""


def to_be_done(scan: Scan, hidden: Sequence[Span]) -> Modality | None:
    """Return what a form of "to be", or Dutch `dient`, with an infinitive at the end of its clause demands or forbids.

    Args:
        scan: The sentence.
        hidden: What is no main clause, in order and apart from each other.
    """
    for copula in outside(scan.of("copula"), hidden):
        start, end = stretch_start(scan, copula.start), stretch_end(scan, copula.end)
        subject = scan.masked[start : copula.start].split()
        words = scan.masked[copula.end : end].split()[-_WORDS:]
        no_subject = not subject or subject[-1] in scan.lexicon.words("impersonal") + scan.lexicon.words("infinitive")
        if no_subject or not _ends_in_infinitive(scan, words):
            continue
        negation = scan.first("negation", copula.end)
        return Modality.MUST_NOT if negation and negation.start < end else Modality.MUST
    return None


def _ends_in_infinitive(scan: Scan, words: list[str]) -> bool:
    """Tell `ist … zu melden` and `ist … vorzuzeigen` from `ist leicht zu finden` and `ist bereit`."""
    if not words or not words[-1].endswith("n"):
        return False
    joined = _joined(scan.lexicon).fullmatch(words[-1]) is not None
    apart = len(words) > 1 and words[-2] in scan.lexicon.words("infinitive")
    return (joined or apart) and not any(word in scan.lexicon.words("easy") for word in words)


@cache
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of infinitives that hold their "to": `vorzuzeigen`."""
    prefixes, to = ("|".join(map(re.escape, lexicon.words(topic))) for topic in ("separable", "infinitive"))
    return re.compile(rf"(?:{prefixes})(?:{to})\w+n" if prefixes and to else r"(?!)")
