"""Which modal words stand in the main clause: not those of relative clauses, reasons, purposes and requests."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from rulemark.source import Span
from rulemark.statements.duties.attributes import attribute_of
from rulemark.statements.duties.clause_openers import is_doubtful, reaches
from rulemark.statements.duties.relative_clauses import in_relative_clause
from rulemark.statements.meaning import Modality
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan, words_from

_DOUBT = "possibly"
"""The lexicon's name for adverbs of doubt."""
_DOUBT_REACH = 10
"""Words between a doubt and the verb in the subjunctive behind it."""
_JOINED = 2
"""Words between two modals of one clause: "can and can not"."""
_APART = ":;.)"
_CLOSING = " \"'」』）)】]"
_STOPS = frozenset("。.,、;:!?(（")
_NO_NOUN = ("stop", "subject", "negation", "modal", "finite", "continue", "condition", "relative", "subordinate")


def main_modals(scan: Scan, hidden: Sequence[Span]) -> Iterator[Mark]:
    """Yield the modal words of the main clauses.

    Args:
        scan: The sentence.
        hidden: What is no main clause anyway: conditions and remarks in brackets, in order and apart from each other.
    """
    consumed, owned = -1, -1
    for mark in outside(scan.of("modal"), hidden):
        if scan.lexicon.script.marker_last:
            if _ends_clause(scan, mark):
                yield mark
            continue
        if _binds_nobody(scan, mark) or in_relative_clause(scan, mark):
            continue
        owner = _owner(scan, mark, hidden)
        goes_on = _goes_on(scan, mark.start)
        if owner and (owner.start > consumed or scan.lexicon.script.verb_last or goes_on):
            consumed, owned = owner.start, mark.end
        elif owned >= 0 and (_follows_doubt(scan, owned, mark) or (goes_on and _is_next(scan, owned, mark))):
            owned = mark.end
        else:
            yield mark


def _is_next(scan: Scan, owned: int, mark: Mark) -> bool:
    return scan.words(owned, mark.start) <= _JOINED


def _follows_doubt(scan: Scan, doubt: int, mark: Mark) -> bool:
    """Tell `…, porque es posible que deba …`, where the doubt and its verb stand in one reason."""
    return scan.lexicon.modals[mark.name].subjunctive and stretch_start(scan, mark.start) <= doubt


def _goes_on(scan: Scan, position: int) -> bool:
    """Tell whether "and" or "and not" stands before a second modal of the same clause."""
    negation = scan.ending(position, "negation")
    return scan.ending(negation.start if negation else position, "continue") is not None


def _binds_nobody(scan: Scan, mark: Mark) -> bool:
    """Tell a modal word that is part of a name, an infinitive, or an adjective before its noun."""
    if scan.ending(mark.start, "infinitive") or _depends_on_modal(scan, mark):
        return True
    if _is_advice(scan, mark) or _opens_range(scan, mark):
        return True
    if scan.lexicon.modals[mark.name].predicate and _is_attribute(scan, mark):
        return True
    if scan.lexicon.modals[mark.name].subjunctive and not _is_doubted(scan, mark):
        return True
    written = scan.text[mark.start : mark.start + 2]
    return written.istitle() and scan.words(stretch_start(scan, mark.start), mark.start) > 0


def _is_advice(scan: Scan, mark: Mark) -> bool:
    """Tell the noun in `提供客户推荐` from the verb, behind which something follows, in a script without spaces."""
    advises = not scan.lexicon.script.spaces and scan.lexicon.modals[mark.name].plain is Modality.SHOULD
    return advises and _ends_stretch(scan, mark)


def _is_doubted(scan: Scan, mark: Mark) -> bool:
    """Tell `es posible que deba` and `talvez precise` from a subjunctive that depends on any other verb."""
    weak = (modal for modal in scan.of("modal") if modal.end <= mark.start and scan.lexicon.modals[modal.name].weak)
    doubts = (hedge for hedge in scan.of("hedge") if hedge.end <= mark.start and hedge.name == _DOUBT)
    start = stretch_start(scan, mark.start)
    return any(doubt.start >= start and scan.words(doubt.end, mark.start) <= _DOUBT_REACH for doubt in (*weak, *doubts))


def _opens_range(scan: Scan, mark: Mark) -> bool:
    """Tell the "from" of a range from the end of a modal phrase: `as lojas têm de 1 a 9 salas`."""
    number = scan.number_at(scan.skip(mark.end))
    return number is not None and scan.starting(number.end, "range") is not None and _ends_in_from(scan, mark)


def _ends_in_from(scan: Scan, mark: Mark) -> bool:
    last = scan.masked[mark.start : mark.end].rpartition(" ")[2]
    return any(sense.topic == "range" and sense.name == "from" for sense in scan.lexicon.phrases.senses.get(last, ()))


def _depends_on_modal(scan: Scan, mark: Mark) -> bool:
    """Tell the infinitive of `moet de kosten kunnen betalen` from the modal that binds."""
    predicate = scan.lexicon.modals[mark.name].predicate
    if not scan.lexicon.script.verb_last or not (predicate or scan.masked[mark.start : mark.end].endswith("en")):
        return False
    first, joint = scan.last("modal", mark.start), scan.last("continue", mark.start)
    if not first or first.start < stretch_start(scan, mark.start) or (joint and joint.start > first.start):
        return False
    if predicate or scan.lexicon.modals[first.name].predicate:
        return not scan.lexicon.modals[first.name].predicate and _has_infinitive(scan, mark)
    return not scan.starting(mark.end, "subject") and _closes(scan, mark)


def _has_infinitive(scan: Scan, predicate: Mark) -> bool:
    """Tell `kann erforderlich sein` and `kan zijn vereist` from `ist erforderlich`, which binds by itself."""
    verb, _, rest = scan.masked[predicate.start : predicate.end].partition(" ")
    leads = bool(rest) and verb in scan.lexicon.words("auxiliary")
    return leads or scan.starting(predicate.end, "auxiliary") is not None


def _closes(scan: Scan, mark: Mark) -> bool:
    """Tell whether nothing but an infinitive follows a modal in its clause, up to a comma or a relative clause."""
    relative = scan.first("relative", mark.end)
    end = min(stretch_end(scan, mark.end), relative.start if relative else len(scan.masked))
    return scan.words(mark.end, end) <= 1


def _is_attribute(scan: Scan, mark: Mark) -> bool:
    """Tell "de aanbevolen instellingen", where the noun follows, from "wordt aanbevolen"."""
    follows = next(words_from(scan.masked, scan.skip(mark.end)), None)
    if not follows or scan.starting(mark.end, *_NO_NOUN) or scan.ending(mark.start, "continue"):
        return False
    return scan.ending(mark.start, "definite", "article", "partitive", "stop") is not None


def outside(marks: Sequence[Mark], hidden: Sequence[Span]) -> Iterator[Mark]:
    """Yield the marks that start in none of the spans, which are in order and apart from each other."""
    index = 0
    for mark in marks:
        while index < len(hidden) and hidden[index].end <= mark.start:
            index += 1
        if index == len(hidden) or mark.start < hidden[index].start:
            yield mark


def _ends_clause(scan: Scan, predicate: Mark) -> bool:
    """Tell whether a predicate is the last word of its clause, as in Japanese and Korean."""
    end = scan.skip(predicate.end, _CLOSING)
    if end >= len(scan.masked) or scan.masked[end] in _STOPS:
        return True
    words = scan.lexicon.words
    connected = scan.masked[predicate.start : predicate.end].endswith(words("connective_end"))
    return connected or scan.masked.startswith(words("predicate_end"), end)


def _owner(scan: Scan, mark: Mark, hidden: Sequence[Span]) -> Mark | None:
    """Return the word that makes the clause of a modal a subordinate one."""
    start = max(_hidden_end(hidden, mark.start), stretch_start(scan, mark.start))
    if order := _order(scan, mark) or attribute_of(scan, mark):
        return order
    if scan.lexicon.script.relative_comma:
        return _owner_behind_comma(scan, mark, start)
    topics: tuple[str, ...] = ("relative", "subordinate", "embedding", "condition")
    if scan.starting(0, "imperative"):
        topics += ("reason",)
    stretches = ((mark.start, start), *_before_brackets(scan, start, hidden))
    for topic, (position, begin) in product(topics, stretches):
        owner = scan.last(topic, position)
        if not owner or owner.start < begin or is_doubtful(scan, owner) or _follows_from(scan, owner, mark):
            continue
        if reaches(scan, owner, mark):
            return owner
    return None


def _follows_from(scan: Scan, owner: Mark, mark: Mark) -> bool:
    """Tell "the gate is locked, so you must ring", a main clause, from the purpose in "…, so you can enter"."""
    binds = scan.lexicon.modals[mark.name].plain in {Modality.MUST, Modality.SHOULD}
    comma = binds and scan.masked[: owner.start].rstrip().endswith(",")
    return comma and scan.starting(owner.start, "consequence") is not None


def _before_brackets(scan: Scan, start: int, hidden: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield where the stretch in front of brackets ends and starts, if one does: "how partners (see below) can …"."""
    opening = scan.masked.rfind("(", 0, start) if start and scan.masked[start - 1] == ")" else -1
    if opening >= 0:
        yield opening, max(_hidden_end(hidden, opening), stretch_start(scan, opening))


def _hidden_end(hidden: Sequence[Span], position: int) -> int:
    index = bisect_left(hidden, Span(position, position))
    return hidden[index - 1].end if index else 0


def _order(scan: Scan, mark: Mark) -> Mark | None:
    """Return the imperative that governs a modal: what "make sure you can …" asks for is no permission."""
    if please := _request(scan, mark):
        return please
    order = scan.starting(0, "imperative")
    if not order or order.end > mark.start or mark.start > stretch_end(scan, order.end):
        return None
    subject = scan.first("pronoun", order.end)
    return order if subject and subject.end <= mark.start else None


def _request(scan: Scan, mark: Mark) -> Mark | None:
    """Return the word that makes the stretch of a modal a request: `请选择应当计费的订阅`, not `请务必付款`."""
    please = scan.starting(stretch_start(scan, mark.start), "please")
    return please if please and scan.skip(please.end) < mark.start else None


def _owner_behind_comma(scan: Scan, mark: Mark, start: int) -> Mark | None:
    """Find the word behind a comma that opens a subordinate clause, or tell it by its verb at the very end."""
    first = next(words_from(scan.masked, scan.skip(start)), None)
    if first and not start and _opens_sentence(scan, mark):
        return scan.starting(first.start(), "introductory", "subordinate")
    if not first or not start:
        return None
    apart = scan.masked[scan.back(start, " ") - 1] in _APART
    for position in () if apart else (first.start(), first.end()):
        owner = scan.starting(position, "relative", "subordinate")
        if owner and owner.start < mark.start:
            return owner
    earlier = scan.first("relative", 0)
    last = _ends_stretch(scan, mark) and not scan.masked.startswith("(", scan.skip(mark.end))
    return earlier if last and scan.lexicon.modals[mark.name].verb and earlier and earlier.end < mark.start else None


def _ends_stretch(scan: Scan, mark: Mark) -> bool:
    return scan.skip(mark.end) in {stretch_end(scan, mark.end), len(scan.masked)}


def _opens_sentence(scan: Scan, mark: Mark) -> bool:
    """Tell whether a modal ends the first clause of its sentence: `Bevor Sie … können, müssen Sie …`."""
    return _ends_stretch(scan, mark) and scan.masked.startswith(",", scan.skip(mark.end))
