"""A build that goes on from an earlier one: what was saved is compiled again, with what depends on it, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rulemark import checks
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic
from rulemark.outputs.artifact import Artifact
from rulemark.outputs.python import Known
from rulemark.policy import PolicySet, article_path, assemble
from rulemark.project.compiling import Inputs, Progress, counted, extract_source, silent, source_locale_of
from rulemark.project.project import Project
from rulemark.project.site import Phrases, phrases_in, templates_in
from rulemark.source import Source
from rulemark.statements import Extraction

Reads = Mapping[str, str | None]
"""The files that an article was read with, and their texts; None where there was none."""


@dataclass(frozen=True, slots=True)
class Build:
    """Everything that a build made, and what it made it from.

    Attributes:
        project: As it was read.
        compilation: What it compiles to.
        checked: What the checks found, before settings weigh it.
        findings: What is wrong, as the settings want it.
        artifacts: Every file, sorted by path.
        reads: For each article, by path, the other files that it was read with.
        looks: The templates and phrases of the project.
        known: The Python of each article; builds that go on from this one share it.
    """

    project: Project
    compilation: Compilation
    checked: tuple[Diagnostic, ...]
    findings: tuple[Diagnostic, ...]
    artifacts: tuple[Artifact, ...]
    reads: Mapping[str, Reads]
    looks: tuple[Mapping[str, str], Phrases]
    known: Known


def build(project: Project, before: Build | None = None, progress: Progress = silent) -> Build:
    """Compile, check and render a project.

    Args:
        project: As it stands on disk.
        before: An earlier build of it: what is the same as then is taken from it.
        progress: Told how far it is.

    Returns:
        What a build from nothing would give, but for copies of pictures that no page shows any more.

    Raises:
        ProjectError: Two files would stand in the same place, or a template cannot be rendered.
    """
    looks = (templates_in(project.root, project.config), phrases_in(project.root, project.config))
    same = before if before is not None and _goes_on(before, project, looks) else None
    stale = tuple(_stale(same, project.inputs)) if same else project.sources()
    read = {source.path: _read(source, project.inputs) for source in counted(stale, "reading articles", progress)}
    names = frozenset(map(_article, stale))
    compilation = _compiled(project.inputs, same, names, tuple(extraction for extraction, _ in read.values()))
    checked = checks.run(compilation, translated=names if same else None)
    if same:
        checked += tuple(_kept(same.checked, compilation, names))
    found = project.check(compilation, checked=checked)
    known: Known = before.known if before else {}
    made = project.artifacts(compilation, found, only=read if same else None, known=known)
    files = {artifact.path: artifact for artifact in (*(same.artifacts if same else ()), *made)}
    reads = {**(same.reads if same else {}), **{path: asked for path, (_, asked) in read.items()}}
    artifacts = tuple(files[path] for path in sorted(files))
    return Build(project, compilation, checked, found, artifacts, reads, looks, known)


def _goes_on(before: Build, project: Project, looks: tuple[Mapping[str, str], Phrases]) -> bool:
    """Tell whether everything but the texts of articles, and of files they read, is as it was."""
    old, new = before.project.inputs, project.inputs
    bare = [replace(inputs, sources=(), files=_none) for inputs in (old, new)]
    return bare[0] == bare[1] and before.looks == looks and _places(old) == _places(new)


def _none(_path: str) -> None:
    return None


def _places(inputs: Inputs) -> tuple[tuple[str, str], ...]:
    return tuple((source.path, source.locale) for source in inputs.sources)


def _stale(before: Build, inputs: Inputs) -> Iterator[Source]:
    """Yield the articles whose text, or that of a file they were read with, is another one now."""
    old = {source.path: source for source in before.project.sources()}
    for source in inputs.sources:
        reads = before.reads[source.path]
        if old[source.path] != source or any(inputs.files(name) != text for name, text in reads.items()):
            yield source


def _read(source: Source, inputs: Inputs) -> tuple[Extraction, Reads]:
    asked: dict[str, str | None] = {}
    return extract_source(source, replace(inputs, files=_noting(inputs.files, asked))), asked


def _noting(files: Callable[[str], str | None], asked: dict[str, str | None]) -> Callable[[str], str | None]:
    def text(path: str) -> str | None:
        asked[path] = files(path)
        return asked[path]

    return text


def _compiled(
    inputs: Inputs, before: Build | None, names: frozenset[str], extractions: tuple[Extraction, ...]
) -> Compilation:
    """Return the compilation with some articles in place of what they were."""
    locale = source_locale_of(inputs)
    if before is None:
        return Compilation(extractions, assemble(extractions, inputs.vocabulary, source_locale=locale), locale)
    fresh = {extraction.source.path: extraction for extraction in extractions}
    merged = tuple(fresh.get(item.source.path, item) for item in before.compilation.extractions)
    family = tuple(item for item in merged if _article(item.source) in names)
    policies = _merged(before.compilation.policies, assemble(family, inputs.vocabulary, source_locale=locale), family)
    return Compilation(merged, policies, locale)


def _merged(old: PolicySet, new: PolicySet, family: Iterable[Extraction]) -> PolicySet:
    paths = {item.source.path for item in family}
    by_path = {policy.path: policy for policy in (*old.policies, *new.policies)}
    names = {policy.path for policy in new.policies}
    return PolicySet(
        tuple(by_path[path] for path in sorted(by_path)),
        (*(item for item in old.diagnostics if item.location.path not in paths), *new.diagnostics),
        tuple(
            sorted(
                (*(item for item in old.examples if item.article not in names), *new.examples),
                key=lambda item: (item.article, item.locale),
            )
        ),
    )


def _kept(checked: Iterable[Diagnostic], compilation: Compilation, names: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what was found between other articles and their translations."""
    others = {item.source.path for item in compilation.extractions if _article(item.source) not in names}
    return (item for item in checked if item.kind in checks.BETWEEN_LANGUAGES and item.location.path in others)


def _article(source: Source) -> str:
    return article_path(source.path, source.locale)
