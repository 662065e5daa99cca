"""From sources to a compilation: where the first three stages meet. Pure; nothing here touches a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from rulemark.compilation import Compilation
from rulemark.config import Config
from rulemark.diagnostics import Diagnostic
from rulemark.document import Document, ParseOptions, PivotGroup, parse
from rulemark.policy import EMPTY_VOCABULARY, Vocabulary, assemble
from rulemark.project.acceptance import Acceptance
from rulemark.project.patterns import matches
from rulemark.source import Source, language
from rulemark.statements import Extraction, extract, load_lexicon

Item = TypeVar("Item")
Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


def silent(_step: str, _done: int, _total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a compilation is made from.

    Attributes:
        sources: The articles, sorted by path.
        config: The settings.
        files: Returns the text of a file by its path, or None when there is none: for includes and links.
        definitions: Moniker definitions; empty: inferred from use.
        pivot_groups: The pivots that readers choose from; None: unknown.
        vocabulary: The names that developers gave.
        lexicons: By language, what the project adds to the built-in lexicon.
        problems: What was found while reading all this.
        acceptances: Findings to live with.
        unread: Those of the problems that are about an article which cannot be read.
        whole: The content folders are all there, so that a file that isn't is missing.
        configured: Somebody wrote settings, and so could define monikers.
    """

    sources: tuple[Source, ...]
    config: Config
    files: Callable[[str], str | None] = lambda _path: None
    definitions: tuple[Mapping[str, object], ...] = ()
    pivot_groups: tuple[PivotGroup, ...] | None = None
    vocabulary: Vocabulary = EMPTY_VOCABULARY
    lexicons: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    unread: tuple[Diagnostic, ...] = ()
    whole: bool = False
    configured: bool = False


def parse_sources(inputs: Inputs, progress: Progress = silent) -> tuple[Document, ...]:
    """Parse every article."""
    return tuple(
        parse(source, parse_options(inputs, source.path))
        for source in counted(inputs.sources, "reading articles", progress)
    )


def compile_inputs(inputs: Inputs, progress: Progress = silent) -> Compilation:
    """Run the first three stages.

    Args:
        inputs: What to compile.
        progress: Told how far it is.
    """
    extractions = tuple(
        _extract(document, inputs)
        for document in counted(parse_sources(inputs, progress), "reading sentences", progress)
    )
    source_locale = source_locale_of(inputs)
    policies = assemble(extractions, inputs.vocabulary, source_locale=source_locale)
    return Compilation(extractions, policies, source_locale)


def source_locale_of(inputs: Inputs) -> str:
    """Return the locale that gives the structure: the only one there is, else the one of the settings."""
    locales = {source.locale for source in inputs.sources}
    return locales.pop() if len(locales) == 1 else inputs.config.source_locale


def extract_source(source: Source, inputs: Inputs) -> Extraction:
    """Return what one article of a project says."""
    return _extract(parse(source, parse_options(inputs, source.path)), inputs)


def _extract(document: Document, inputs: Inputs) -> Extraction:
    locale = document.source.locale
    overrides = [entries for name, entries in inputs.lexicons if name in {language(locale), locale}]
    return extract(document, load_lexicon(locale, overrides))


def parse_options(inputs: Inputs, path: str) -> ParseOptions:
    """Return how an article of a project is read."""
    config = inputs.config
    scopes = [scope.range for scope in config.moniker_scopes if matches(path, scope.paths)]
    defaults = ParseOptions()
    return ParseOptions(
        files=inputs.files,
        definitions=inputs.definitions,
        config_range=scopes[-1] if scopes else _everything(inputs.definitions),
        zone_pivot_groups=inputs.pivot_groups,
        alerts=dict(config.alerts),
        alert_titles=dict(config.alert_titles),
        video_hosts=defaults.video_hosts | frozenset(config.allowed_hosts),
    )


def _everything(definitions: tuple[Mapping[str, object], ...]) -> str | None:
    """Return the range of all monikers: what a folder may speak of unless the settings say less."""
    return " || ".join(str(definition.get("moniker_name", "")) for definition in definitions) or None


def counted(items: Iterable[Item], step: str, progress: Progress) -> Iterator[Item]:
    """Yield items, and tell after each how far it is."""
    found = tuple(items)
    for number, item in enumerate(found):
        progress(step, number, len(found))
        yield item
    progress(step, len(found), len(found))
