"""Extractions and vocabulary to PolicySet: every locale compiled on its own, then brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import PurePosixPath

from rulemark.diagnostics import Diagnostic
from rulemark.policy.align import align, only_elsewhere
from rulemark.policy.compile_article import LocalPolicy, compile_article
from rulemark.policy.drafts import Draft, Element, evidence_of
from rulemark.policy.example import Example
from rulemark.policy.examples import read_examples
from rulemark.policy.facts import metadata
from rulemark.policy.lookup import Lookup, look_up
from rulemark.policy.model import (
    Advisory,
    Amount,
    Decision,
    Definition,
    Duty,
    Evidence,
    Input,
    Localized,
    Metadata,
    NotCompiled,
    Policy,
    PolicySet,
    Procedure,
    Reference,
    Timer,
    inputs_of,
    localized,
)
from rulemark.policy.problems import DUPLICATE_ARTICLE
from rulemark.policy.sections import counterparts
from rulemark.policy.translated_corrections import translated_corrections
from rulemark.policy.vocabulary import EMPTY_VOCABULARY, Vocabulary
from rulemark.source import Location, Span, normalise_locale
from rulemark.statements import Extraction

Lookups = Callable[[Extraction], Lookup]
_UNKNOWN_LOCALE = "und"


def assemble(
    extractions: Iterable[Extraction], vocabulary: Vocabulary = EMPTY_VOCABULARY, *, source_locale: str = "en-us"
) -> PolicySet:
    """Compile articles to policies, one for each article in all its languages.

    Args:
        extractions: One for each article and locale.
        vocabulary: The names of the project; without one, names are invented from the words of the articles.
        source_locale: The locale that gives the structure; an article that lacks it takes the first it has.
    """
    prepared = cache(partial(look_up, vocabulary))
    families: dict[str, dict[str, Extraction]] = {}
    diagnostics: list[Diagnostic] = []

    def lookups(extraction: Extraction) -> Lookup:
        return prepared(extraction.source.locale or _UNKNOWN_LOCALE, extraction.lexicon)

    for extraction in sorted(extractions, key=lambda extraction: extraction.source.path):
        locale = extraction.source.locale or _UNKNOWN_LOCALE
        family = families.setdefault(article_path(extraction.source.path, locale), {})
        if locale in family:
            diagnostics.append(_duplicate(extraction, family[locale]))
        else:
            family[locale] = extraction
    policies: list[Policy] = []
    examples: list[Example] = []
    for path, family in sorted(families.items()):
        policy, found = _policy(path, family, lookups, source_locale)
        policies.append(policy)
        diagnostics += found
        for _, extraction in sorted(family.items()):
            read = read_examples(extraction, policy, lookups(extraction))
            examples += read.examples
            diagnostics += read.diagnostics
    return PolicySet(tuple(policies), tuple(diagnostics), tuple(examples))


def article_path(path: str, locale: str) -> str:
    """Return what an article is called in every locale: `content/nl-nl/a/b.md` and `a/b.nl-nl.md` are both `a/b`."""
    parts = PurePosixPath(path).with_suffix("").parts
    folders = tuple(index for index, part in enumerate(parts[:-1]) if normalise_locale(part) == locale and "-" in part)
    if folders:
        parts = parts[folders[-1] + 1 :]
    name = "/".join(part for part in parts if part not in {"/", "..", "."})
    return name.removesuffix(f".{locale}")


def _duplicate(extraction: Extraction, other: Extraction) -> Diagnostic:
    return Diagnostic(
        DUPLICATE_ARTICLE,
        f"`{other.source.path}` is the same article in the same language",
        Location(extraction.source, Span(0, 0)),
        help="keep one of the two files, or move one to another folder",
    )


def _policy(
    path: str, family: dict[str, Extraction], lookups: Lookups, source_locale: str
) -> tuple[Policy, tuple[Diagnostic, ...]]:
    first = source_locale if source_locale in family else min(family)
    pairs = {locale: counterparts(family[first], extraction) for locale, extraction in sorted(family.items())}
    local = {locale: compile_article(family[locale], lookups(family[locale]), of) for locale, of in pairs.items()}
    source = local[first]
    others = tuple(policy for locale, policy in local.items() if locale != first)
    drafts = align(source, others)
    policy = Policy(
        path=path,
        metadata=_metadata(source, others),
        locales=tuple(local),
        source_locale=first,
        monikers=source.extraction.document.monikers,
        inputs=_inputs(drafts),
        not_compiled=(*_not_compiled(source), *_only_in(source, others)),
        anchors=_anchors(source, others),
    )
    found = tuple(diagnostic for policy in local.values() for diagnostic in policy.diagnostics)
    elsewhere = (diagnostic for other in others for diagnostic in translated_corrections(source, other))
    return _with_elements(policy, drafts), (*found, *elsewhere)


def _with_elements(policy: Policy, drafts: tuple[Draft, ...]) -> Policy:
    elements = tuple(draft.element for draft in drafts)
    return replace(
        policy,
        decisions=tuple(element for element in elements if isinstance(element, Decision)),
        timers=tuple(element for element in elements if isinstance(element, Timer)),
        amounts=tuple(element for element in elements if isinstance(element, Amount)),
        duties=tuple(element for element in elements if isinstance(element, Duty)),
        procedures=tuple(element for element in elements if isinstance(element, Procedure)),
        advisories=tuple(element for element in elements if isinstance(element, Advisory)),
        definitions=tuple(element for element in elements if isinstance(element, Definition)),
        references=tuple(element for element in elements if isinstance(element, Reference)),
    )


def _inputs(drafts: tuple[Draft, ...]) -> tuple[Input, ...]:
    """Return what the elements read, each input once."""
    found: dict[str, Input] = {}
    for draft in drafts:
        read = _read_by(draft.element)
        for entry in draft.inputs:
            if entry.name in read:
                found.setdefault(entry.name, entry)
    return tuple(found[name] for name in sorted(found))


def _read_by(element: Element) -> frozenset[str]:
    match element:
        case Decision(cases=cases):
            return frozenset[str]().union(*(inputs_of(case.when) for case in cases))
        case Timer(when=when) | Amount(when=when) | Duty(when=when):
            return inputs_of(when)
        case _:
            return frozenset()


def _not_compiled(policy: LocalPolicy) -> Iterator[NotCompiled]:
    for refusal in sorted(policy.refusals, key=lambda refusal: refusal.sentence):
        yield NotCompiled(refusal.reason, evidence_of(policy.extraction.statements[refusal.sentence], policy.locale))


def _only_in(source: LocalPolicy, others: tuple[LocalPolicy, ...]) -> Iterator[NotCompiled]:
    """List what only a translation says: it is no part of the agreed policy, and nothing is dropped in silence."""
    for other in others:
        for draft in only_elsewhere(source, other):
            for evidence in _evidence(draft):
                yield NotCompiled(f"{other.locale} is read differently from {source.locale}", evidence)


def _evidence(draft: Draft) -> tuple[Evidence, ...]:
    element = draft.element
    return element.cases[0].evidence if isinstance(element, Decision) else element.evidence[:1]


def _metadata(source: LocalPolicy, others: tuple[LocalPolicy, ...]) -> Metadata:
    own = metadata(source.extraction, source.locale)
    all_locales = (own, *(metadata(other.extraction, other.locale) for other in others))
    return replace(
        own,
        title=_joined(entry.title for entry in all_locales),
        description=_joined(entry.description for entry in all_locales),
        source_commit=_joined(entry.source_commit for entry in all_locales),
        source_hash=_joined(entry.source_hash for entry in all_locales),
        translation_type=_joined(entry.translation_type for entry in all_locales),
    )


def _joined(texts: Iterable[Localized]) -> Localized:
    return localized(pair for localized_texts in texts for pair in localized_texts)


def _anchors(source: LocalPolicy, others: tuple[LocalPolicy, ...]) -> tuple[tuple[str, Localized], ...]:
    titles: dict[str, list[tuple[str, str]]] = {section.anchor: [] for section in source.extraction.sections}
    for policy in (source, *others):
        for section in policy.extraction.sections:
            if (anchor := policy.shared(section.anchor)) in titles:
                titles[anchor].append((policy.locale, section.title))
    return tuple((anchor, localized(texts)) for anchor, texts in titles.items())
