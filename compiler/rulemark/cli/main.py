"""`rulemark`: the group of commands, and what an error looks like."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import TextIO

import click

from rulemark import __version__
from rulemark.config import Misuse

COMMANDS = {
    "build": "rulemark.cli.build:build",
    "check": "rulemark.cli.check:check",
    "coverage": "rulemark.cli.coverage:coverage",
    "diff": "rulemark.cli.diff:diff",
    "explain": "rulemark.cli.explain:explain",
    "export": "rulemark.cli.export:export",
    "generate": "rulemark.cli.generate:generate",
    "html": "rulemark.cli.html:html",
    "init": "rulemark.cli.init:init",
    "serve": "rulemark.cli.serve:serve",
    "show": "rulemark.cli.show:show",
    "test": "rulemark.cli.test:test",
    "vocabulary": "rulemark.cli.vocabulary:vocabulary",
}
"""Where each command stands; a command is loaded when it is used."""


_OBJECTS_UNTIL_COLLECTION = 50_000
"""A compilation is made of objects that stay: looking for garbage less often saves an eighth of its time."""


class _Commands(click.Group):
    """A group that loads a command when it is used, so that `rulemark --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature of click
        """List every command."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the signature of click
        """Load a command."""
        module, _, name = COMMANDS.get(cmd_name, "").partition(":")
        command: click.Command | None = getattr(import_module(module), name) if module else None
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; a misspelt one is refused with the nearest."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = get_close_matches(args[0], COMMANDS, n=1)
            advice = f"did you mean {near[0]}?" if near else "`rulemark --help` lists them all"
            ctx.fail(f"no such command {args[0]!r}; {advice}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rulemark", message="%(prog)s %(version)s")
def rulemark() -> None:
    """Compile help articles into reviewed policy, typed Python rules and guidance pages.

    Articles are written by people; policy is what all their languages promise; rules and pages are generated from it.

    Example: rulemark check content
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    gc.set_threshold(_OBJECTS_UNTIL_COLLECTION)
    sys.exit(run(lambda: rulemark.main(args=arguments, prog_name="rulemark", standalone_mode=False)))


def run(command: Callable[[], object]) -> int:
    """Run a command and return the exit code; misuse is one line on standard error."""
    try:
        result = command()
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return _fail("interrupted", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _fail(error.format_message(), 2)
    except Misuse as error:
        return _fail(str(error), 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:
        if "RULEMARK_TRACEBACK" in os.environ:
            raise
        what = f"{type(error).__name__}: {error}"
        return _fail(f"a bug in rulemark: {what}; set RULEMARK_TRACEBACK=1 to see where, and report it", 70)
    return result if isinstance(result, int) else 0


def _fail(message: str, code: int) -> int:
    click.echo(f"rulemark: {' '.join(message.split())}", err=True)
    return code


def _speak_utf8(stream: TextIO) -> None:
    """Articles are in every script, whatever the terminal says about itself."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
