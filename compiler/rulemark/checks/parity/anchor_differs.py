"""RM420: a section, or the anchor that links lead to, is not the same in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.checks.problems import ANCHOR_DIFFERS
from rulemark.checks.translation import Part, Sections, Translation, is_recorded
from rulemark.diagnostics import Diagnostic, Label
from rulemark.source import Location, Span

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
    written = [target for _, target in sections.pairs if target.ids]
    headings = sum(1 for _, target in sections.pairs if target.level)
    named = is_recorded(translation) or (bool(written) and len(written) * 2 >= headings)
    for source, target in sections.pairs:
        if not _reached(source, target) and (target.ids or named):
            yield Diagnostic(
                ANCHOR_DIFFERS,
                f"links to `#{source.anchor}` do not reach this section in the translation",
                target.location,
                help=f'put `<a name="{source.anchor}"></a>` in front of the words of the heading',
                labels=(Label(source.location, "the heading in the source"),),
            )


def _reached(source: Part, target: Part) -> bool:
    """Whether the links that lead to a section of the source lead to the same one of the translation."""
    theirs = {_stem(anchor) for anchor in (target.anchor, *target.ids)}
    return _stem(source.anchor) in theirs or not source.ids.isdisjoint(target.ids)


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
