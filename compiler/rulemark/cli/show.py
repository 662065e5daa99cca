"""`rulemark show`: any form of the compiler, for people who want to see what it makes of their words."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml

from rulemark.checks.translation import compare_lines
from rulemark.cli.forms import Notation, document_form, extraction_form, write
from rulemark.cli.opening import open_at
from rulemark.cli.options import locale_option, vocabulary_option
from rulemark.cli.report import report
from rulemark.compilation import Compilation
from rulemark.diagnostics.render import Format
from rulemark.policy import dump
from rulemark.project import Project, ProjectError
from rulemark.source import Source
from rulemark.statements import load_lexicon, read, reading_to_json

_FILE = click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
_FORMAT = click.option(
    "--format", "notation", type=click.Choice([str(one) for one in Notation]), default="yaml", help="The notation."
)
_LINES = click.option(
    "--lines", type=click.File("r", encoding="utf-8"), metavar="FILE", help="Lines; - is standard input."
)


@click.group()
def show() -> None:
    """Print what a stage makes of an article: document, statements, policy; or of single lines.

    Example: rulemark show policy content/en-us/commerce/cancel-subscription.md
    """


@show.command()
@_FILE
@_FORMAT
@locale_option
def document(file: str, notation: str, locale: str) -> int:
    """Print the tree of an article.

    Example: rulemark show document article.md --format json
    """
    project, source = _open(file, locale, None)
    form = next(item for item in _compile(project, source).documents if item.source.path == source.path)
    click.echo(write(document_form(form), Notation(notation)), nl=False)
    return 0


@show.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(exists=True, dir_okay=False))
@_LINES
@_FORMAT
@locale_option
def statements(file: str | None, lines: Any, notation: str, locale: str) -> int:  # noqa: ANN401 - a stream of click
    """Print what each sentence of an article says, or, with --lines, one JSON object for each line.

    Example: echo "You have 30 days." | rulemark show statements --lines - --locale en-us
    """
    if lines is not None:
        lexicon = load_lexicon(locale or "en-us")
        for line in lines:
            _print_line(reading_to_json(read(line.rstrip("\r\n"), lexicon)))
        return 0
    if file is None:
        raise click.UsageError("name an article, or lines with --lines -")
    project, source = _open(file, locale, None)
    form = next(item for item in _compile(project, source).extractions if item.source.path == source.path)
    click.echo(write(extraction_form(form), Notation(notation)), nl=False)
    return 0


@show.command()
@_FILE
@_FORMAT
@locale_option
@vocabulary_option
def policy(file: str, notation: str, locale: str, vocabulary: str | None) -> int:
    """Print the policy of an article, in all its languages when it stands in a project.

    Example: rulemark show policy article.nl-nl.md --locale nl-nl
    """
    project, source = _open(file, locale, vocabulary)
    text = "".join(dump(one) for one in _compile(project, source).policies.policies)
    click.echo(text if notation == Notation.YAML else write(yaml.safe_load(text), Notation.JSON), nl=False)
    return 0


@show.command()
@click.option(
    "--lines", type=click.File("r", encoding="utf-8"), required=True, metavar="FILE", help="Lines; - is standard input."
)
@locale_option
@click.option("--source-locale", default="en-us", metavar="LOCALE", help="Language of the source.", show_default=True)
def parity(lines: Any, locale: str, source_locale: str) -> int:  # noqa: ANN401 - a stream of click
    """Compare sentences with their translations: JSON objects `{"source", "target"}`, one a line.

    For each line a JSON list of findings is printed, empty when the translation is faithful.

    Example: rulemark show parity --lines pairs.jsonl --locale nl-nl --source-locale en-us
    """
    source_lexicon, target_lexicon = load_lexicon(source_locale), load_lexicon(locale or source_locale)
    for source, target in _pairs(lines):
        found = compare_lines(source, target, source_lexicon, target_lexicon)
        _print_line([{"name": one.name, "severity": str(one.severity), "message": one.message} for one in found])
    return 0


def _open(file: str, locale: str, vocabulary: str | None) -> tuple[Project, Source]:
    """Open the project of an article, or the article alone; ProjectError when it cannot be read."""
    project, chosen = open_at((file,), locale, vocabulary)
    path = next(iter(chosen), Path(file).as_posix())
    for source in project.sources():
        if source.path == path:
            return project, source
    report(project.inputs.problems, Format.TEXT)
    raise ProjectError(f"{file}: is no article that can be read")


def _compile(project: Project, source: Source) -> Compilation:
    """Compile an article with its translations, without the rest of the project."""
    return project.only(source.path).compile()


def _pairs(lines: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a stream of click
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line)
            yield pair["source"], pair["target"]
        except (ValueError, TypeError, KeyError):
            raise ProjectError(f'line {number}: must be a JSON object {{"source": …, "target": …}}') from None


def _print_line(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()
