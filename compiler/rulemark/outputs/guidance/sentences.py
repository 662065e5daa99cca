"""Which words of an article stand behind its policy, and how the page can point at them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from markupsafe import Markup

from rulemark.document import Code, Emphasis, HtmlInline, Inline, Link, Strike, Strong, Text
from rulemark.outputs.guidance.markers import Markers
from rulemark.policy import Evidence, Policy
from rulemark.source import Location, Span

_CLOSING = Markup("</span>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a source that an element cites; `id` is its anchor on the page."""

    id: str
    location: Location
    reason: str = ""
    """Why it did not become a rule; "" when it did."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sentences of one file in the order of their places, with what it takes to find some of them fast."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]
    """For each sentence, the furthest end of it and those before it."""


def _shelf(sentences: list[Sentence]) -> Shelf:
    spans = [item.location.span for item in sentences]
    return Shelf(
        tuple(sentences), tuple(span.start for span in spans), tuple(accumulate((span.end for span in spans), max))
    )


@dataclass(frozen=True, slots=True)
class Sentences:
    """The cited sentences of one edition of an article."""

    by_place: Mapping[tuple[str, Span], Sentence]
    by_path: Mapping[str, Shelf]

    def of(self, evidence: Evidence) -> Sentence | None:
        """Return the sentence of a piece of evidence, None when its place is not known."""
        place = evidence.location
        return self.by_place.get((place.path, place.span)) if place else None

    def between(self, path: str, start: int, end: int) -> list[Sentence]:
        """Return the sentences that touch a stretch of a file, those that contain others first."""
        shelf = self.by_path.get(path)
        if shelf is None:
            return []
        first, last = bisect_right(shelf.reach, start), bisect_left(shelf.starts, end)
        return [item for item in shelf.sentences[first:last] if start < item.location.span.end]


def sentences_of(policy: Policy, locale: str, *, draft: bool) -> Sentences:
    """Return every sentence that the policy cites in one locale, numbered in the order of the sources.

    A draft also has the sentences that did not become rules.
    """
    reasons: dict[Location, str] = {}
    for item in policy.not_compiled if draft else ():
        if item.evidence.locale == locale and item.evidence.location:
            reasons[item.evidence.location] = item.reason
    for evidence in evidence_of(policy):
        if evidence.locale == locale and evidence.location:
            reasons[evidence.location] = ""
    ordered = sorted(reasons, key=lambda place: (place.path, place.span.start, -place.span.end))
    by_path: dict[str, list[Sentence]] = {}
    for number, place in enumerate(ordered, 1):
        by_path.setdefault(place.path, []).append(Sentence(f"said_{number}", place, reasons[place]))
    by_place = {(path, item.location.span): item for path, items in by_path.items() for item in items}
    return Sentences(by_place, {path: _shelf(items) for path, items in by_path.items()})


def evidence_of(policy: Policy) -> Iterator[Evidence]:
    """Yield the evidence of every rule of a policy."""
    for decision in policy.decisions:
        for case in decision.cases:
            yield from case.evidence
    for elements in (policy.timers, policy.amounts, policy.duties, policy.definitions):
        for element in elements:
            yield from element.evidence


@dataclass(frozen=True, slots=True)
class Highlighter:
    """Wraps the words of sentences in markup that carries their anchors.

    A sentence that begins or ends inside emphasis, or spreads over several blocks, is wrapped in as many pieces as it
    needs; the first one is the anchor, the others name it.
    """

    sentences: Sentences
    markers: Markers
    placed: set[str] = field(default_factory=set)
    """The anchors that stand somewhere in the article."""

    def mark(self, inlines: tuple[Inline, ...], path: str) -> tuple[Inline, ...]:
        """Return inlines of the file `path` with the words of its sentences wrapped."""
        if not inlines:
            return inlines
        sentences = self.sentences.between(path, inlines[0].span.start, inlines[-1].span.end)
        return self._mark(inlines, sentences) if sentences else inlines

    def _mark(self, inlines: tuple[Inline, ...], sentences: list[Sentence]) -> tuple[Inline, ...]:
        result: list[Inline] = []
        open_now: list[Sentence] = []
        for node in _cut(inlines, sentences):
            around = [sentence for sentence in sentences if _covers(sentence, node)]
            while open_now and open_now != around[: len(open_now)]:
                open_now.pop()
                result.append(self.markers.inline(_CLOSING))
            for sentence in around[len(open_now) :]:
                open_now.append(sentence)
                result.append(self.markers.inline(self._opening(sentence)))
            inner = [sentence for sentence in sentences if sentence not in around and _overlap(sentence, node)]
            result.append(self._descend(node, inner) if inner else node)
        return (*result, *(self.markers.inline(_CLOSING) for _ in open_now))

    def _descend(self, node: Inline, sentences: list[Sentence]) -> Inline:
        if isinstance(node, Emphasis | Strong | Strike | Link):
            return replace(node, children=self._mark(node.children, sentences))
        return node

    def _opening(self, sentence: Sentence) -> Markup:
        kind = "said left" if sentence.reason else "said"
        name = "data-said" if sentence.id in self.placed else "id"
        self.placed.add(sentence.id)
        markup = Markup('<span class="{}" {}="{}"').format(kind, name, sentence.id)
        if sentence.reason:
            markup += Markup(' title="{}"').format(sentence.reason)
        return markup + Markup(">")


def _cut(inlines: tuple[Inline, ...], sentences: list[Sentence]) -> Iterator[Inline]:
    """Yield the inlines with texts split where a sentence begins or ends inside them."""
    for node in inlines:
        if isinstance(node, Text) and len(node.text) == len(node.span):
            yield from _pieces(node, sentences)
        else:
            yield node


def _pieces(node: Text, sentences: list[Sentence]) -> Iterator[Text]:
    ends = {end for sentence in sentences for end in (sentence.location.span.start, sentence.location.span.end)}
    cuts = sorted(end for end in ends if node.span.start < end < node.span.end)
    for start, end in zip((node.span.start, *cuts), (*cuts, node.span.end), strict=True):
        yield Text(Span(start, end), node.text[start - node.span.start : end - node.span.start])


def _covers(sentence: Sentence, node: Inline) -> bool:
    """Return whether a node belongs to a sentence; a raw tag never does, so that markup nests."""
    span = sentence.location.span
    match node:
        case HtmlInline():
            return False
        case Text() | Code() if len(node.span):
            return span.start <= (node.span.start + node.span.end - 1) // 2 < span.end
        case _:
            return len(node.span) > 0 and node.span in span


def _overlap(sentence: Sentence, node: Inline) -> bool:
    span = sentence.location.span
    return span.start < node.span.end and node.span.start < span.end
