"""Articles as their writers typed them, every sentence painted: compiled, not compiled and why, or ordinary prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import PackageLoader

from rulemark.outputs.templating import html_environment
from rulemark.policy import COMPILED, ProseCoverage, ProseKind, ReadSentence
from rulemark.source import Source

_TEMPLATE = "coverage.html.jinja"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the article with one paint.

    Attributes:
        text: As typed.
        paint: `compiled`, `missed`, another kind of prose, or "" between sentences.
        title: What became of it, shown when pointed at.
    """

    text: str
    paint: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class PaintedArticle:
    """One article in one locale."""

    path: str
    locale: str
    percent: int
    compiled: int
    missed: int
    stretches: tuple[Stretch, ...]


def paint(coverages: Sequence[ProseCoverage]) -> str:
    """Return one HTML page with every article painted; it needs no other file."""
    articles = tuple(_article(coverage) for coverage in coverages)
    environment = html_environment(PackageLoader("rulemark.outputs.prose"))
    return environment.get_template(_TEMPLATE).render(articles=articles)


def _article(coverage: ProseCoverage) -> PaintedArticle:
    source = coverage.extraction.source
    return PaintedArticle(
        path=source.path,
        locale=source.locale,
        percent=round(100 * coverage.share),
        compiled=coverage.compiled,
        missed=coverage.count(ProseKind.NOT_COMPILED),
        stretches=tuple(_stretches(source, coverage.sentences)),
    )


def _stretches(source: Source, sentences: Sequence[ReadSentence]) -> Iterator[Stretch]:
    start = 0
    own = (sentence for sentence in sentences if sentence.statement.location.source is source)
    for sentence in sorted(own, key=lambda sentence: sentence.statement.location.span):
        span = sentence.statement.location.span
        if span.start < start:
            continue
        yield Stretch(source.text[start : span.start])
        yield Stretch(source.text[span.start : span.end], _paint(sentence.kind), sentence.reason or sentence.kind.value)
        start = span.end
    yield Stretch(source.text[start:])


def _paint(kind: ProseKind) -> str:
    if kind in COMPILED:
        return "compiled"
    return "missed" if kind is ProseKind.NOT_COMPILED else kind.value
