"""`rulemark coverage`: how much of the prose was understood."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from rulemark.cli.opening import concerns, open_at
from rulemark.cli.options import locale_option, vocabulary_option
from rulemark.cli.progress import progress
from rulemark.cli.report import report_unread
from rulemark.outputs import prose
from rulemark.policy import ProseCoverage, ProseKind, ReadSentence, prose_coverage


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="The format.")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit 1 below this share.")
@locale_option
@vocabulary_option
def coverage(paths: tuple[str, ...], form: str, fail_under: float | None, locale: str, vocabulary: str | None) -> int:
    """Show what became of every sentence: a rule, timer, amount or duty, ordinary prose — or not compiled, and why.

    Example: rulemark coverage content/en-us --format html > coverage.html
    """
    project, chosen = open_at(paths, locale, vocabulary)
    with progress() as show:
        compilation = project.compile(show)
    found = [
        prose_coverage(extraction, project.inputs.vocabulary)
        for extraction in compilation.extractions
        if concerns(extraction.source.path, chosen)
    ]
    click.echo(_formatted(found, form), nl=False)
    below = fail_under is not None and 100 * _share(found) < fail_under
    return report_unread(project) or int(below)


def _share(found: Sequence[ProseCoverage]) -> float:
    compiled = sum(coverage.compiled for coverage in found)
    bearing = compiled + sum(coverage.count(ProseKind.NOT_COMPILED) for coverage in found)
    return compiled / bearing if bearing else 1.0


def _formatted(found: Sequence[ProseCoverage], form: str) -> str:
    match form:
        case "html":
            return prose.paint(found)
        case "json":
            articles = [_article(coverage) for coverage in found]
            return (
                json.dumps({"share": round(_share(found), 4), "articles": articles}, ensure_ascii=False, indent=2)
                + "\n"
            )
        case _:
            return "".join(_text(coverage) for coverage in found) + f"in all: {_percent(found)}\n"


def _percent(found: Sequence[ProseCoverage]) -> str:
    return f"{100 * _share(found):.0f} % compiled" if found else "no article was read"


def _text(coverage: ProseCoverage) -> str:
    source = coverage.extraction.source
    missed = coverage.count(ProseKind.NOT_COMPILED)
    head = f"{source.path} ({source.locale}): {100 * coverage.share:.0f} %"
    lines = [f"{head} — {coverage.compiled} compiled, {missed} not"]
    for sentence in coverage.sentences:
        if sentence.kind is ProseKind.NOT_COMPILED:
            start = sentence.statement.location.start
            lines.append(f"  {source.path}:{start.line}:{start.column}: {sentence.reason}")
    return "\n".join(lines) + "\n"


def _article(coverage: ProseCoverage) -> dict[str, Any]:
    source = coverage.extraction.source
    return {
        "path": source.path,
        "locale": source.locale,
        "share": round(coverage.share, 4),
        "counts": {kind.value: coverage.count(kind) for kind in ProseKind},
        "sentences": [_sentence(sentence) for sentence in coverage.sentences],
    }


def _sentence(sentence: ReadSentence) -> dict[str, Any]:
    start, end = sentence.statement.location.start, sentence.statement.location.end
    return {
        "kind": sentence.kind.value,
        "reason": sentence.reason or None,
        "path": sentence.statement.location.path,
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
        "text": " ".join(sentence.statement.reading.text.split()),
    }
