"""Which monikers a page has, and which of them read a zone of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rulemark.diagnostics import Diagnostic, Severity
from rulemark.document.model import FrontMatter
from rulemark.document.monikers.choice import KEYS, Choice
from rulemark.document.monikers.definitions import Moniker, MonikerDefinitions
from rulemark.document.monikers.ranges import evaluate_range, range_diagnostics
from rulemark.document.problems import (
    EMPTY_ZONE,
    MONIKER_RANGE_OUT_OF_SCOPE,
    UNDEFINED_MONIKER_RANGE,
)
from rulemark.document.prose_lines import prose_lines
from rulemark.source import Location, Source, Span

_ZONE_RANGE = re.compile(r"[ \t>]*:{3,}[ \t]*moniker[ \t]*range=\"([^\"]*)\"", re.IGNORECASE)
_NAME = re.compile(r"[\w.\-]+")


@dataclass(frozen=True, slots=True)
class PageMonikers:
    """What decides who reads a page and its zones.

    Attributes:
        monikers: The monikers of the page in the order of definition; empty: the page is the same for everybody.
        definitions: All monikers there are; for an article without definitions those it uses.
        chosen: What the front matter chooses, or the configuration where it chooses nothing: before exclusions.
        excluded: What `exclude_monikers` takes away again.
        scope: What the configuration allows; empty: nothing.
        everywhere: Without definitions and without names chosen in the front matter every zone counts as it stands.
    """

    monikers: tuple[str, ...]
    definitions: MonikerDefinitions
    chosen: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    everywhere: bool = False


def infer_monikers(source: Source, front_matter: FrontMatter | None = None) -> MonikerDefinitions:
    """Return the monikers that an article uses, in the order of first use, for projects that define none."""
    lines = prose_lines(source) if ":::" in source.text else ()
    ranges = [match[1] for line in lines if (match := _ZONE_RANGE.match(line.text))]
    if front_matter:
        ranges += [text for key in (*KEYS, "exclude_monikers") for text in front_matter.texts(key)]
    names = dict.fromkeys(name.lower() for text in ranges for name in _NAME.findall(text))
    return MonikerDefinitions(tuple(Moniker(name, "") for name in names), inferred=True)


def page_monikers(
    source: Source,
    front_matter: FrontMatter | None,
    definitions: MonikerDefinitions | None = None,
    config_range: str | None = None,
) -> tuple[PageMonikers, tuple[Diagnostic, ...]]:
    """Return the monikers of a page and what is wrong with the way it names them.

    Args:
        source: The article.
        front_matter: Its front matter; `replace_monikers` comes before `monikerRange` before `monikers`.
        definitions: The monikers of the project; None or inferred: those that the article uses, which a note says.
        config_range: The range that the configuration gives the folder of the article.
    """
    if definitions is None or definitions.inferred:
        return _inferred(source, front_matter, infer_monikers(source, front_matter))
    choice = Choice(source, front_matter, definitions)
    scope = frozenset(evaluate_range(config_range, definitions).names)
    if not scope:
        return PageMonikers((), definitions), (*choice.diagnostics, *_undefined(choice))
    chosen = choice.names if choice.field else scope
    monikers = (chosen - choice.excluded) & scope
    page = PageMonikers(definitions.in_order(monikers), definitions, chosen, choice.excluded, scope)
    return page, (*choice.diagnostics, *(() if monikers else (_out_of_scope(choice, scope, definitions),)))


def _inferred(
    source: Source, front_matter: FrontMatter | None, definitions: MonikerDefinitions
) -> tuple[PageMonikers, tuple[Diagnostic, ...]]:
    """Return the monikers of a page in a project that defines none; a comparison chooses what nobody can know."""
    choice = Choice(source, front_matter, definitions)
    names = frozenset(moniker.name for moniker in definitions.monikers)
    known = choice.field is not None and not choice.compares
    chosen = choice.names if known else names
    page = PageMonikers(
        definitions.in_order(chosen - choice.excluded),
        definitions,
        chosen,
        choice.excluded,
        names,
        everywhere=not known,
    )
    return page, choice.diagnostics


def zone_monikers(
    expression: str, location: Location, page: PageMonikers
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the page's monikers that read a zone, in the order of definition, and the findings about its range.

    Args:
        expression: The range of the zone as written.
        location: Where the range is written.
        page: The monikers of the page, or of the zone around this one (see `within`).

    Returns:
        No moniker when nobody reads the zone; then one of the findings says why.
    """
    definitions = page.definitions
    if page.everywhere and (further := _new_names(expression, definitions)):
        used = (*definitions.monikers, *(Moniker(name, "") for name in further))
        definitions = MonikerDefinitions(used, inferred=True)
    result = evaluate_range(expression, definitions)
    problems = range_diagnostics(result, location)
    if definitions.inferred:
        problems = tuple(replace(problem, override=Severity.NOTE) for problem in problems)
    names = frozenset(result.names)
    seen = definitions.in_order(names if page.everywhere else names & set(page.monikers))
    if seen or (problems and not names):
        return seen, problems
    return (), (*problems, _dropped(names, expression, location, page))


def within(page: PageMonikers, monikers: tuple[str, ...]) -> PageMonikers:
    """Return the page as a zone inside another zone sees it: with the monikers of the outer zone only."""
    return replace(page, monikers=monikers, chosen=frozenset(monikers), excluded=frozenset(), everywhere=False)


def _new_names(expression: str, definitions: MonikerDefinitions) -> tuple[str, ...]:
    """Return the names in a range that are not defined: those of an included file, say."""
    names = dict.fromkeys(name.lower() for name in _NAME.findall(expression))
    return tuple(name for name in names if name not in definitions)


def _dropped(names: frozenset[str], expression: str, location: Location, page: PageMonikers) -> Diagnostic:
    """Return the finding about a zone that nobody reads, with the reason."""
    written = f"`{' '.join(expression.split())}`"
    if not page.scope:
        message = f"the zone for {written} is dropped: the configuration gives this article no monikers"
        remedy = "give the folder of the article a moniker range in the configuration"
        return Diagnostic(UNDEFINED_MONIKER_RANGE, message, location, help=remedy)
    if not names:
        why = f"{written} names no moniker" if expression.strip() else "its range is empty"
        message, remedy = f"nobody reads the zone: {why}", "correct the range"
    elif names & page.chosen & page.excluded:
        message = f"nobody reads the zone for {written}: `exclude_monikers` takes it away"
        remedy = "remove the zone, or take the moniker out of `exclude_monikers`"
    elif names & page.chosen:
        message = f"nobody reads the zone for {written}: the configuration does not give this article that moniker"
        remedy = "remove the zone, or widen the moniker range in the configuration"
    else:
        message = f"nobody reads the zone for {written}: the page is only for {_listed(page.monikers)}"
        remedy = "correct the range of the zone, or remove it"
    return Diagnostic(EMPTY_ZONE, message, location, help=remedy)


def _listed(monikers: tuple[str, ...]) -> str:
    """Return names as they stand in a message, a few of many."""
    shown = ", ".join(f"`{name}`" for name in monikers[:4])
    return f"{shown} and {len(monikers) - 4} more" if len(monikers) > 4 else shown or "nobody"


def _undefined(choice: Choice) -> tuple[Diagnostic, ...]:
    """Return the finding about a choice of monikers where the configuration gives none."""
    if choice.field is None:
        return ()
    message = f"`{choice.field.key}` is ignored: the configuration gives this article no monikers"
    remedy = "give the folder of the article a moniker range in the configuration"
    location = Location(choice.source, choice.field.key_span)
    return (Diagnostic(UNDEFINED_MONIKER_RANGE, message, location, help=remedy),)


def _out_of_scope(choice: Choice, scope: frozenset[str], definitions: MonikerDefinitions) -> Diagnostic:
    """Return the finding about a page that has no moniker left."""
    allowed = _listed(definitions.in_order(scope))
    message = f"the article has no moniker of those that the configuration allows: {allowed}"
    span = choice.field.value_span if choice.field else Span(0, 0)
    remedy = "name one of them in the front matter, or widen the moniker range in the configuration"
    return Diagnostic(MONIKER_RANGE_OUT_OF_SCOPE, message, Location(choice.source, span), help=remedy)
