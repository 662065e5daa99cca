"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TypeVar

import click

from rulemark.source import normalise_locale

Command = TypeVar("Command", bound=Callable[..., object])


def locale_option(command: Command) -> Command:
    """Add `--locale`."""
    return click.option(
        "--locale",
        default="",
        metavar="LOCALE",
        callback=_locale,
        help="Language of articles that don't say it themselves, such as nl-nl.",
    )(command)


def vocabulary_option(command: Command) -> Command:
    """Add `--vocabulary`."""
    return click.option(
        "--vocabulary",
        type=click.Path(exists=True, dir_okay=False),
        help="Names for what articles talk about, for files that belong to no project.",
    )(command)


def colours() -> bool:
    """Tell whether standard output can show colours, and nobody asked for none."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _locale(_context: click.Context, parameter: click.Parameter, value: str) -> str:
    locale = normalise_locale(value)
    if value and not locale:
        raise click.BadParameter(f"{value!r} is no locale such as nl-nl", param=parameter)
    return locale
