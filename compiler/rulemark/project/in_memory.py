"""Compile texts that stand in no file: for programs, tests and editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rulemark.compilation import Compilation
from rulemark.config import Config
from rulemark.config import read as read_config
from rulemark.diagnostics import Diagnostic
from rulemark.document import Document, PivotGroup
from rulemark.policy import EMPTY_VOCABULARY, load, load_vocabulary
from rulemark.project.acceptance import read_acceptances
from rulemark.project.compiling import Inputs, compile_inputs, parse_sources
from rulemark.project.findings import findings
from rulemark.project.locales import locale_of
from rulemark.project.patterns import matches
from rulemark.project.settings import PIVOT_GROUPS, definitions_in, pivot_groups_of
from rulemark.source import Source

_VOCABULARY = "vocabulary.yaml"


def compile_text(
    text: str,
    *,
    path: str = "article.md",
    locale: str = "",
    vocabulary: str = "",
    files: Mapping[str, str] | None = None,
    definitions: Iterable[Mapping[str, object]] = (),
) -> Compilation:
    """Compile one article.

    Args:
        text: The article.
        path: The name that findings and evidence give it.
        locale: Its language, such as `nl-nl`, unless its header or path says so.
        vocabulary: The text of a vocabulary, in YAML.
        files: The texts of what it includes, by path.
        definitions: Moniker definitions: mappings with `moniker_name`, `product_name` and optionally `order`.

    Returns:
        The document, what its sentences say, and the policy; `rulemark.checks.run` finds what is wrong with it.
    """
    names, _ = load_vocabulary(Source(_VOCABULARY, vocabulary)) if vocabulary else (EMPTY_VOCABULARY, ())
    source = Source(path, text, locale_of(path, text, locale))
    reader = (files or {}).get
    return compile_inputs(Inputs((source,), Config(), reader, tuple(definitions), vocabulary=names))


def compile_files(files: Mapping[str, str]) -> Compilation:
    """Compile the articles among some files, by path; `rulemark.toml`, `vocabulary.yaml` and `monikers.yaml` count."""
    return compile_inputs(inputs_of(files))


def parse_files(files: Mapping[str, str]) -> tuple[Document, ...]:
    """Parse the articles among some files."""
    return parse_sources(inputs_of(files))


def check_files(files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with some files: articles, names and policies."""
    inputs = inputs_of(files)
    return findings(inputs, compile_inputs(inputs), date.today())  # noqa: DTZ011 - a writer's day, not an instant


def inputs_of(files: Mapping[str, str]) -> Inputs:
    """Return the inputs of a compilation of some files."""
    settings = files.get("rulemark.toml")
    config = (read_config(settings, "rulemark.toml") if settings is not None else None) or Config()
    names = [name for name in (config.vocabulary_path, _VOCABULARY) if name in files]
    vocabulary, problems = load_vocabulary(Source(names[0], files[names[0]])) if names else (EMPTY_VOCABULARY, ())
    accepted = config.accepted or ""
    monikers = files.get("monikers.yaml")
    definitions, mistakes = ((), ()) if monikers is None else definitions_in(monikers, "monikers.yaml")
    policies = sorted(name for name in files if name.startswith(f"{config.policies}/") and name not in names)
    loaded = (found for name in policies for found in load(Source(name, files[name])).diagnostics)
    return Inputs(
        sources=_articles(files, config),
        config=config,
        files=files.get,
        definitions=definitions,
        vocabulary=vocabulary,
        pivot_groups=_pivot_groups(files),
        problems=(*problems, *mistakes, *loaded),
        acceptances=read_acceptances(Source(accepted, files[accepted])) if accepted in files else (),
        whole=True,
        configured=settings is not None,
    )


def _pivot_groups(files: Mapping[str, str]) -> tuple[PivotGroup, ...] | None:
    names = [name for name in sorted(files) if name.rpartition("/")[2] == PIVOT_GROUPS]
    return tuple(group for name in names for group in pivot_groups_of(files[name], name)) if names else None


def _articles(files: Mapping[str, str], config: Config) -> tuple[Source, ...]:
    return tuple(
        Source(path, text, locale_of(path, text))
        for path, text in sorted(files.items())
        if path.endswith(".md") and not matches(path, config.exclude)
    )
