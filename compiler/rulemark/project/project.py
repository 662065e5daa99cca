"""A project: articles and settings as read from disk, what they compile to, and what that changes on disk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rulemark.compilation import Compilation
from rulemark.config import Config
from rulemark.diagnostics import Diagnostic, Severity
from rulemark.outputs import python
from rulemark.outputs.artifact import Artifact
from rulemark.policy import article_path, dump
from rulemark.project import writing
from rulemark.project.baseline import version_of
from rulemark.project.compiling import Inputs, Progress, compile_inputs, silent
from rulemark.project.errors import ProjectError
from rulemark.project.findings import findings
from rulemark.project.library import library
from rulemark.project.locales import locale_of
from rulemark.project.loose import loose_inputs
from rulemark.project.reading import File, articles, read
from rulemark.project.settings import (
    acceptances_in,
    config_of,
    lexicons_in,
    moniker_definitions,
    pivot_groups_in,
    vocabulary_in,
)
from rulemark.project.severity import check_names
from rulemark.project.site import pages_of
from rulemark.source import Source


@dataclass(frozen=True, slots=True)
class Project:
    """Articles with their settings.

    Attributes:
        root: The folder that every path is relative to.
        inputs: What is compiled, all of it read.
    """

    root: Path
    inputs: Inputs

    @classmethod
    def open(cls, root: Path | str = ".") -> Project:
        """Read the project in a folder.

        Args:
            root: The folder that holds `rulemark.toml`, or a `pyproject.toml` with `[tool.rulemark]`.

        Raises:
            ProjectError: There is no such project, or its settings cannot be meant.
        """
        root = Path(root)
        if not root.is_dir():
            raise ProjectError(f"{root}: no such folder")
        config = config_of(root)
        if config is None:
            raise ProjectError(
                f"{root}: no rulemark.toml, and no [tool.rulemark] in pyproject.toml; try `rulemark init`"
            )
        check_names(config)
        return cls(root, _inputs(root, config))

    @classmethod
    def loose(cls, paths: Iterable[Path | str], *, locale: str = "", vocabulary: Path | str | None = None) -> Project:
        """Read files, and folders of files, that belong to no project.

        Args:
            paths: Articles, and folders of articles.
            locale: The language of articles that don't say it and stand in no folder such as `nl-nl`.
            vocabulary: A file of names, where there is one.

        Raises:
            ProjectError: A path does not exist.
        """
        names = None if vocabulary is None else Path(vocabulary)
        return cls(Path(), loose_inputs([Path(path) for path in paths], locale, names))

    @property
    def config(self) -> Config:
        """The settings."""
        return self.inputs.config

    def sources(self) -> tuple[Source, ...]:
        """Return the articles, sorted by path."""
        return self.inputs.sources

    def only(self, path: str) -> Project:
        """Return the project with one article in all its languages, and nothing else."""
        names = {source.path: article_path(source.path, source.locale) for source in self.inputs.sources}
        kept = tuple(source for source in self.inputs.sources if names[source.path] == names.get(path))
        return replace(self, inputs=replace(self.inputs, sources=kept))

    def compile(self, progress: Progress = silent) -> Compilation:
        """Run the first three stages."""
        return compile_inputs(self.inputs, progress)

    def check(
        self, compilation: Compilation, today: date | None = None, checked: Iterable[Diagnostic] | None = None
    ) -> tuple[Diagnostic, ...]:
        """Return what is wrong, by place, as the settings want it.

        Args:
            compilation: What the project compiles to.
            today: The day on which accepted findings are judged; None: this one, where the program runs.
            checked: What the checks found; None: they are run.
        """
        return findings(self.inputs, compilation, today or date.today(), checked)  # noqa: DTZ011 - a writer's day, not an instant

    def artifacts(
        self,
        compilation: Compilation,
        diagnostics: Sequence[Diagnostic] = (),
        *,
        draft: bool = False,
        only: Collection[str] | None = None,
        known: python.Known | None = None,
    ) -> tuple[Artifact, ...]:
        """Return every file that a build makes, with paths relative to the root.

        Args:
            compilation: What the project compiles to.
            diagnostics: What was found; pages say when a translation is stale.
            draft: Pages for writers, with the findings in the margin.
            only: The sources whose policies and pages, in every language, are wanted; None: all of them.
            known: What earlier builds made of each article; it is brought up to date.

        Raises:
            ProjectError: Two files would stand in the same place, or one in that of the vocabulary; or a template of
                the project cannot be rendered.
        """
        config, policies = self.config, compilation.policies
        named = {article_path(source.path, source.locale) for source in self.sources() if source.path in (only or ())}
        wanted = (policy for policy in policies.policies if only is None or policy.path in named)
        agreed = (Artifact(f"{config.policies}/{policy.path}.yaml", dump(policy)) for policy in wanted)
        rules = python.render(
            policies, package=config.package, version=version_of(self.root, config, policies), known=known
        )
        pages = pages_of(self.root, self.inputs, compilation, diagnostics, draft=draft, only=only)
        generated = (replace(artifact, path=f"{config.generated}/{artifact.path}") for artifact in (*rules, *pages))
        return _distinct((*agreed, *generated), config)

    def held_back(self) -> tuple[Diagnostic, ...]:
        """Return the articles, folders and vocabulary that cannot be read although something was built from them."""
        names = (found for found in self.inputs.problems if self._takes_names(found))
        return (*(found for found in self.inputs.unread if self._was_built(found.location.path)), *names)

    def _takes_names(self, found: Diagnostic) -> bool:
        """Whether a mistake takes away every name of a project that has been built."""
        used = any((self.root / self.config.generated).glob("*"))
        return used and found.location.path == self.config.vocabulary_path and found.severity is Severity.ERROR

    def _was_built(self, path: str) -> bool:
        if (self.root / path).is_dir():
            return True
        article = article_path(path, locale_of(path, ""))
        return (self.root / self.config.policies / f"{article}.yaml").is_file()

    def changes(self, artifacts: Iterable[Artifact]) -> writing.Changes:
        """Compare what should stand on disk with what does."""
        manifest = f"{self.config.generated}/{writing.MANIFEST}"
        return writing.compare(self.root, artifacts, manifest, (self.config.policies, self.config.generated))

    def write(self, changes: writing.Changes) -> None:
        """Bring the files on disk up to date: all of them, or none.

        Raises:
            ProjectError: A file cannot be written; nothing has changed.
        """
        writing.apply(self.root, changes)


def _inputs(root: Path, config: Config) -> Inputs:
    for folder in config.content:
        if not (root / folder).is_dir():
            raise ProjectError(f"{folder}: no such folder in {root}; `content` names it")
    vocabulary, problems = vocabulary_in(root, config)
    definitions, mistakes = moniker_definitions(root, config)
    read_files = [(file, read(file)) for file in articles(root, config.content, config.exclude)]
    sources = tuple(_source(file, text) for file, text in read_files if isinstance(text, str))
    unread = tuple(found for _, found in read_files if isinstance(found, Diagnostic))
    return Inputs(
        sources=sources,
        config=config,
        files=library(root, [root / folder for folder in config.content]),
        definitions=definitions,
        vocabulary=vocabulary,
        pivot_groups=pivot_groups_in(root, config),
        lexicons=lexicons_in(root, config),
        problems=(*problems, *mistakes, *unread),
        unread=unread,
        acceptances=acceptances_in(root, config),
        whole=True,
        configured=True,
    )


def _source(file: File, text: str) -> Source:
    return Source(file.name, text, locale_of(file.name, text))


def _distinct(artifacts: Iterable[Artifact], config: Config) -> tuple[Artifact, ...]:
    found: dict[str, Artifact] = {}
    for artifact in artifacts:
        if artifact.path in found or artifact.path == config.vocabulary_path:
            raise ProjectError(
                f"{artifact.path}: two articles, or an article and the vocabulary, would be written there"
            )
        found[artifact.path] = artifact
    return tuple(found[path] for path in sorted(found))
