"""Articles without a project: any file or folder, with languages and monikers taken from what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rulemark.config import Config
from rulemark.diagnostics import Diagnostic
from rulemark.policy import EMPTY_VOCABULARY, load_vocabulary
from rulemark.project.compiling import Inputs
from rulemark.project.errors import ProjectError
from rulemark.project.library import library
from rulemark.project.locales import locale_of
from rulemark.project.patterns import matches
from rulemark.project.reading import File, articles, read
from rulemark.project.settings import read_text
from rulemark.source import Source


def loose_inputs(paths: Sequence[Path], locale: str, vocabulary: Path | None) -> Inputs:
    """Return the inputs of a compilation of some files and folders; raises ProjectError when one does not exist."""
    config = Config()
    found = {file.name: file for path in paths for file in _files(path, config)}
    texts = [(file, read(file)) for _, file in sorted(found.items())]
    sources = tuple(
        Source(file.name, text, locale_of(file.name, text, locale)) for file, text in texts if isinstance(text, str)
    )
    names, problems = EMPTY_VOCABULARY, tuple[Diagnostic, ...]()
    if vocabulary is not None:
        names, problems = load_vocabulary(Source(vocabulary.as_posix(), read_text(vocabulary, vocabulary.as_posix())))
    unread = tuple(found for _, found in texts if isinstance(found, Diagnostic))
    return Inputs(
        sources=sources,
        config=config,
        files=library(Path(), [path if path.is_dir() else path.parent for path in paths]),
        vocabulary=names,
        problems=(*problems, *unread),
        unread=unread,
    )


def _files(path: Path, config: Config) -> Iterable[File]:
    """Return the articles that a path stands for; a file that is named is an article whatever its name."""
    if path.is_dir():
        found = articles(path, ["."], ())
        return [
            File(file.path, (path / file.name).as_posix(), path)
            for file in found
            if not matches(file.name, config.exclude)
        ]
    if not path.exists():
        raise ProjectError(f"{path}: no such file or folder")
    return [File(path, path.as_posix())]
