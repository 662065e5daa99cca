"""All differences between articles and their translations of the same version."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rulemark.checks import problems
from rulemark.checks.parity.alert_differs import alert_differs
from rulemark.checks.parity.anchor_differs import anchor_differs
from rulemark.checks.parity.image_differs import image_differs
from rulemark.checks.parity.link_differs import link_differs
from rulemark.checks.parity.steps_differ import steps_differ
from rulemark.checks.parity.zone_differs import zone_differs
from rulemark.checks.translation import (
    Difference,
    Family,
    Translation,
    differences,
    families,
    pair_sections,
)
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic, Kind, Label
from rulemark.document.problems import MERGE_CONFLICT, NEAR_MISS_ALERT
from rulemark.source import language
from rulemark.statements import Extraction

_BY_SECTION = (link_differs, image_differs, zone_differs, steps_differ)
_KINDS = {
    kind.name: kind
    for kind in (
        problems.QUANTITY_DIFFERS,
        problems.COMPARISON_DIFFERS,
        problems.POLARITY_DIFFERS,
        problems.MODALITY_DIFFERS,
    )
}
_MANY = 3
"""Translations that must disagree with the source before it may be the one that is wrong."""


def find(compilation: Compilation, articles: Collection[str] | None = None) -> Iterator[Diagnostic]:
    """Yield every finding of RM42x, article by article; of some articles only, where they are named.

    What is wrong with the article itself is not said again of its translations: nothing is compared with an unfinished
    merge, and no alert where the source has a misspelt one.
    """
    for family in families(compilation):
        if articles is not None and family.path not in articles:
            continue
        said: list[tuple[Translation, Difference]] = []
        for translation in family.current:
            if _has(translation.source, MERGE_CONFLICT) or _has(translation.target, MERGE_CONFLICT):
                continue
            sections = pair_sections(translation)
            yield from anchor_differs(translation, sections)
            checks = (*_BY_SECTION, *(() if _has(translation.source, NEAR_MISS_ALERT) else (alert_differs,)))
            for source, target in sections.pairs:
                yield from (finding for check in checks for finding in check(source, target))
            said += ((translation, item) for item in differences(translation, sections))
        yield from _sentences(family, said)


def _has(extraction: Extraction, kind: Kind) -> bool:
    return any(found.kind is kind for found in extraction.document.diagnostics)


def _sentences(family: Family, said: Sequence[tuple[Translation, Difference]]) -> Iterator[Diagnostic]:
    """Report each difference at the translation, or once at the source when most translations agree against it."""
    groups: dict[tuple[object, str], list[tuple[Translation, Difference]]] = {}
    for translation, item in said:
        groups.setdefault((item.source.span, item.finding.name), []).append((translation, item))
    translations = len(family.current)
    for group in groups.values():
        kind = _KINDS[group[0][1].finding.name]
        if len(group) >= _MANY and len(group) * 2 > translations:
            yield _at_source(kind, group, translations)
        else:
            yield from (_at_target(kind, item, translations - len(group)) for _, item in group)


def _at_target(kind: Kind, item: Difference, agreeing: int) -> Diagnostic:
    others = f"; {agreeing} other {'translation says' if agreeing == 1 else 'translations say'} the same as the source"
    name = language(item.target.source.locale)
    return Diagnostic(
        kind,
        f"{item.finding.message}",
        item.target,
        help=f"say in `{name}` what the source says{others if agreeing else ''}",
        labels=(Label(item.source, "the source"),),
        override=None if item.finding.severity is kind.severity else item.finding.severity,
    )


def _at_source(kind: Kind, group: Sequence[tuple[Translation, Difference]], translations: int) -> Diagnostic:
    first = group[0][1]
    return Diagnostic(
        kind,
        f"{len(group)} of {translations} translations disagree with the source: {first.finding.message}",
        first.source,
        help="look at the source first: it may be the odd one out",
        labels=tuple(Label(item.target, item.finding.message) for _, item in group),
        override=None if first.finding.severity is kind.severity else first.finding.severity,
    )
