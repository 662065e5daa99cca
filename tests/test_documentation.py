from __future__ import annotations

import re
from dataclasses import fields

from rulemark.cli.main import COMMANDS
from rulemark.config import Config, read
from rulemark.diagnostics.render import Format
from shared import ROOT

CONFIGURATION = (ROOT / "compiler/docs/configuration.md").read_text(encoding="utf-8")
COMMAND_LINE = (ROOT / "compiler/docs/cli.md").read_text(encoding="utf-8")


def test_every_key_of_the_settings_is_documented() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", CONFIGURATION, re.MULTILINE)) == {f.name for f in fields(Config)}


def test_the_example_of_all_settings_is_read_and_uses_every_key() -> None:
    example = CONFIGURATION.partition("```toml\n")[2].partition("```")[0]
    config = read(example, "rulemark.toml")

    assert config is not None
    assert [f.name for f in fields(Config) if not re.search(rf"^(\[+)?{f.name}\b", example, re.MULTILINE)] == []


def test_every_command_and_format_is_documented() -> None:
    assert {name for name in COMMANDS if f"`rulemark {name}" not in COMMAND_LINE} == set()
    assert r"\|".join(Format) in COMMAND_LINE
