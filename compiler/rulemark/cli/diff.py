"""`rulemark diff`: what changed in meaning between two versions, and for whom."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

import click

from rulemark.cli.options import locale_option, vocabulary_option
from rulemark.cli.report import CLEAN, FINDINGS
from rulemark.difference import Change, ChangeKind, compare, to_json, to_markdown, to_text
from rulemark.project import policies_of

_SAME = frozenset({ChangeKind.UNCHANGED, ChangeKind.REWORDED, ChangeKind.RETRANSLATED})


class Notation(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    """For a comment on a pull request."""
    JSON = "json"


@click.command()
@click.argument("old")
@click.argument("new", required=False, default="")
@click.option(
    "--format", "notation", type=click.Choice([str(one) for one in Notation]), default="text", help="The notation."
)
@click.option("--exit-code", is_flag=True, help="Exit code 1 when the meaning changed.")
@locale_option
@vocabulary_option
def diff(old: str, new: str, notation: str, locale: str, vocabulary: str | None, *, exit_code: bool) -> int:
    """Say what changed in meaning: for each rule unchanged, reworded, re-translated or changed, with examples.

    OLD and NEW are two articles, two compiled policies, two folders of either, two projects, or two git revisions;
    without NEW the project is compared as it stands.

    Example: rulemark diff HEAD~1 --format markdown
    """
    changes = compare(policies_of(old, locale, vocabulary), policies_of(new, locale, vocabulary))
    click.echo(_written(changes, Notation(notation)).rstrip("\n"))
    return FINDINGS if exit_code and any(change.change not in _SAME for change in changes) else CLEAN


def _written(changes: tuple[Change, ...], notation: Notation) -> str:
    match notation:
        case Notation.TEXT:
            return to_text(changes)
        case Notation.MARKDOWN:
            return to_markdown(changes)
        case Notation.JSON:
            return to_json(changes)
        case _:
            assert_never(notation)
