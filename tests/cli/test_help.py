from __future__ import annotations

import shlex
from collections.abc import Iterator

import click
import pytest

from rulemark.cli.main import rulemark as group


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, (*path, name))


ALL = list(commands(group))


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) or "rulemark" for path, _ in ALL])
def test_every_help_has_an_example_that_the_command_accepts(path: tuple[str, ...], command: click.Command) -> None:
    text = " ".join((command.help or "").split())
    example = text.partition("Example: ")[2]
    words = shlex.split(example.partition(" | ")[2] or example.partition(" >> ")[0])

    assert words[0] == "rulemark", text
    assert tuple(words[1 : 1 + len(path)]) == path
    for option in (word for word in words if word.startswith("--")):
        assert option in {name for _, inner in ALL for parameter in inner.params for name in parameter.opts}


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) or "rulemark" for path, _ in ALL])
def test_every_option_says_what_it_does(path: tuple[str, ...], command: click.Command) -> None:
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]

    assert silent == [], path
