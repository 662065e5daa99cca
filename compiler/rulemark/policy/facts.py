"""What is taken over as it stands: procedures, advisories, definitions, references and the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.policy.drafts import Draft, evidence_at
from rulemark.policy.model import Advisory, Definition, Localized, Metadata, Procedure, Reference, Step
from rulemark.policy.naming import Names, section_name, snake
from rulemark.statements import Extraction, StepList

_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def procedures(extraction: Extraction, locale: str) -> Iterator[Draft]:
    """Yield the numbered lists, those of one section for different monikers together."""
    names = Names()
    groups: dict[tuple[str, int], list[StepList]] = {}
    for steps in extraction.step_lists:
        groups.setdefault((steps.anchor, steps.order), []).append(steps)
    for (anchor, order), lists in groups.items():
        element = Procedure(
            id=names.unique(section_name(anchor, extraction.lexicon) or "procedure"),
            title=((locale, lists[0].title),) if lists[0].title else (),
            steps=_steps_by_moniker(lists, locale),
            evidence=tuple(evidence_at(steps.location, anchor, steps.steps[0].text, locale) for steps in lists),
            anchor=anchor,
        )
        yield Draft(element, ("procedure", anchor, order, 0))


def _steps_by_moniker(lists: list[StepList], locale: str) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    return tuple(
        (
            moniker,
            tuple(Step(step.number, ((locale, step.text),), step.links, step.images) for step in steps.steps),
        )
        for steps in lists
        for moniker in steps.monikers or ("",)
    )


def advisories(extraction: Extraction, locale: str) -> Iterator[Draft]:
    """Yield the alerts."""
    names = Names()
    orders: dict[str, int] = {}
    for notice in extraction.notices:
        order = orders[notice.anchor] = orders.get(notice.anchor, -1) + 1
        element = Advisory(
            id=names.unique(f"{section_name(notice.anchor, extraction.lexicon) or 'top'}_{notice.kind}"),
            kind=notice.kind,
            text=((locale, notice.text),),
            evidence=(evidence_at(notice.location, notice.anchor, notice.text, locale),),
            monikers=notice.monikers,
            anchor=notice.anchor,
        )
        yield Draft(element, ("advisory", notice.anchor, order, 0))


def definitions(extraction: Extraction, locale: str) -> Iterator[Draft]:
    """Yield the terms that lists define."""
    names = Names()
    for gloss in extraction.glosses:
        element = Definition(
            id=names.unique(snake(gloss.term) or f"{section_name(gloss.anchor, extraction.lexicon) or 'top'}_term"),
            term=((locale, gloss.term),),
            text=((locale, gloss.text),),
            evidence=(evidence_at(gloss.location, gloss.anchor, f"{gloss.term}: {gloss.text}", locale),),
            monikers=gloss.monikers,
            anchor=gloss.anchor,
        )
        yield Draft(element, ("definition", gloss.anchor, gloss.order, 0))


def references(extraction: Extraction, locale: str) -> Iterator[Draft]:
    """Yield the links to other articles, each target of a section once."""
    seen: set[tuple[str, str]] = set()
    orders: dict[str, int] = {}
    for pointer in extraction.pointers:
        if _ELSEWHERE.match(pointer.target) or not pointer.text or (pointer.anchor, pointer.target) in seen:
            continue
        seen.add((pointer.anchor, pointer.target))
        order = orders[pointer.anchor] = orders.get(pointer.anchor, -1) + 1
        evidence = (evidence_at(pointer.location, pointer.anchor, pointer.text, locale),)
        element = Reference(pointer.target, ((locale, pointer.text),), evidence, pointer.anchor)
        yield Draft(element, ("reference", pointer.anchor, order, 0))


def metadata(extraction: Extraction, locale: str) -> Metadata:
    """Return what the front matter says of the article."""
    header = extraction.document.front_matter
    title = extraction.document.title
    if header is None:
        return Metadata(title=_in(locale, title), description=())
    return Metadata(
        title=_in(locale, title),
        description=_in(locale, header.text("description")),
        audience=header.text("audience"),
        topic=header.text("ms.topic"),
        date=_date(header.text("ms.date")),
        author=header.text("author"),
        service=header.text("ms.service"),
        collections=header.texts("ms.collection"),
        source_commit=_in(locale, header.text("ms.sourcegitcommit")),
        source_hash=_in(locale, header.text("ms.openlocfilehash")),
        translation_type=_in(locale, header.text("ms.translationtype")),
    )


def _in(locale: str, text: str | None) -> Localized:
    return ((locale, text),) if text else ()


def _date(text: str | None) -> str | None:
    """Return `MM/DD/YYYY` or an ISO date as an ISO date."""
    if text is None:
        return None
    if _ISO_DATE.fullmatch(text):
        return text
    found = _US_DATE.fullmatch(text)
    return f"{found[3]}-{int(found[1]):02}-{int(found[2]):02}" if found else None
