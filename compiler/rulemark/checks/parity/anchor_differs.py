"""RM420: a section, or the anchor that links lead to, is not the same in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.checks.problems import ANCHOR_DIFFERS
from rulemark.checks.translation import Part, Sections, Translation, is_recorded
from rulemark.diagnostics import Diagnostic, Label
from rulemark.source import Location, Span

_ENOUGH = 3
"""Headings of an article in which a single one without its anchor has lost it, if no localization system wrote them."""
_INCIDENTAL = re.compile(r"[\W\d_]+")


def anchor_differs(translation: Translation, sections: Sections) -> Iterator[Diagnostic]:
    """Report missing, added and renamed sections."""
    end = _end_of(translation)
    for part in sections.missing:
        place = _neighbour(sections, part) or end
        yield Diagnostic(
            ANCHOR_DIFFERS,
            f"the translation lacks section `{part.anchor}`",
            place,
            help=f'translate the section, or give its heading the anchor: `<a name="{part.anchor}"></a>`',
            labels=(Label(part.location, "the section in the source"),),
        )
    for part in sections.extra:
        yield Diagnostic(
            ANCHOR_DIFFERS,
            f"the source has no section `{part.anchor}`",
            part.location,
            help="remove the section, or add it to the source",
        )
    yield from _unreached(translation, sections)


def _unreached(translation: Translation, sections: Sections) -> Iterator[Diagnostic]:
    """Report headings that links to the source do not reach, or reach only as long as nobody translates them."""
    headings = [target for _, target in sections.pairs if target.level]
    bare = [target for target in headings if not target.ids]
    named = is_recorded(translation) or len(bare) * 2 <= len(headings)
    single = len(bare) == 1 and (is_recorded(translation) or len(headings) >= _ENOUGH)
    for source, target in sections.pairs:
        if not target.level or not (target.ids or named):
            continue
        if not _reached(source, target):
            message = f"links to `#{source.anchor}` do not reach this section in the translation"
        elif single and not target.ids:
            message = f"the heading has lost its anchor `{source.anchor}`"
        else:
            continue
        yield Diagnostic(
            ANCHOR_DIFFERS,
            message,
            target.location,
            help=f'put `<a name="{source.anchor}"></a>` in front of the words of the heading',
            labels=(Label(source.location, "the heading in the source"),),
        )


def _reached(source: Part, target: Part) -> bool:
    """Whether the links that lead to a section of the source lead to the same one of the translation.

    Anchors that the source itself names count instead of the one that its words give.
    """
    theirs = {_stem(anchor) for anchor in (target.anchor, *target.ids)}
    wanted = {stem for anchor in source.ids if (stem := _stem(anchor))} or {_stem(source.anchor)}
    return wanted <= theirs


def _stem(anchor: str) -> str:
    """Leave out what is numbered or escaped differently: `next-steps-1`, `what39s-new`."""
    return _INCIDENTAL.sub("", anchor)


def _neighbour(sections: Sections, part: Part) -> Location | None:
    """Return the heading in the translation after which a missing section would stand."""
    before = [target for source, target in sections.pairs if source.location.span <= part.location.span]
    return before[-1].location if before else None


def _end_of(translation: Translation) -> Location:
    blocks = translation.target.document.blocks
    return Location(translation.target.source, blocks[-1].span if blocks else Span(0, 0))
