"""The settings of a project: `rulemark.toml`, or `[tool.rulemark]` in `pyproject.toml`, as a frozen value.

Reading is pure: `read(text, name)` takes the text of the file. What is wrong there is a `ConfigError` that names the
file, the line, the key and the nearest known one; a project never runs with settings that its writer did not mean.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from keyword import iskeyword
from typing import Any, TypeAlias

from rulemark.source import normalise_locale

Pairs: TypeAlias = tuple[tuple[str, str], ...]

SEVERITIES = ("error", "warning", "note", "off")
DEFAULT_EXCLUDE = ("includes/", "TOC.md", "toc.md", ".*", "node_modules/")


class Misuse(Exception):  # noqa: N818 - it says what the caller did, not what went wrong in the program
    """What was asked for cannot be done; the message is one line for the person who asked."""


class ConfigError(Misuse):
    """Settings that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Override:
    """Severities for some articles only."""

    paths: tuple[str, ...]
    """Patterns as in `.gitignore`, relative to the project."""
    severity: Pairs


@dataclass(frozen=True, slots=True)
class MonikerDefinition:
    """A moniker as a project defines it: its name, its product and its place in the order of the product."""

    moniker_name: str
    product_name: str
    order: int | None = None


@dataclass(frozen=True, slots=True)
class MonikerScope:
    """The monikers that a folder may speak of."""

    paths: tuple[str, ...]
    """Patterns as in `.gitignore`, relative to the project."""
    range: str


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a project can set; every path is relative to the folder of the file."""

    content: tuple[str, ...] = ("content",)
    """The folders of articles; a segment such as `en-us` below them is the language."""
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    """Markdown files that are no articles: patterns as in `.gitignore`."""
    policies: str = "policies"
    """Where compiled policies are written."""
    generated: str = "generated"
    """Where rules and pages are written."""
    vocabulary: str | None = None
    """The names that developers give; `vocabulary.yaml` in the folder of policies unless set."""
    source_locale: str = "en-us"
    """The language that gives a policy its structure."""
    monikers: str | tuple[MonikerDefinition, ...] | None = None
    """A file of moniker definitions, or the definitions; None: inferred from use."""
    moniker_scopes: tuple[MonikerScope, ...] = ()
    """The monikers that folders may speak of."""
    package: str = "policy_rules"
    """The import name of the generated Python package."""
    version: str = "0.1.0"
    """The version of the generated Python package; with a baseline the one that was released."""
    baseline: str | None = None
    """The folder of released policies; the version counts up from `version` by what has changed since."""
    title: str = ""
    """The name of the site of guidance pages; "" for the word in the reader's language."""
    base_url: str | None = None
    """Where the pages will stand, for canonical addresses and the site map."""
    root_url: str = ""
    """Where links that begin with `/` lead; "" turns them into text."""
    templates: str = "templates"
    """A folder of Jinja templates, and of `phrases/<language>.yaml`, that replace built-in ones; it may be missing."""
    severity: Pairs = ()
    """Kinds (name or code) and what they weigh: error, warning, note or off."""
    overrides: tuple[Override, ...] = ()
    """Severities for some articles only; the last one that fits counts."""
    accepted: str | None = None
    """A list of findings that the project lives with, in YAML."""
    alerts: Pairs = ()
    """Alerts beyond the usual five: marker and CSS class."""
    alert_titles: Pairs = ()
    """Titles of alerts instead of the marker in capitals."""
    allowed_hosts: tuple[str, ...] = ()
    """Hosts from which pages may embed images, video and frames."""
    lexicons: str | None = None
    """A folder with one YAML file a language that adds to, or replaces, entries of the built-in lexicons."""

    @property
    def vocabulary_path(self) -> str:
        """Where the vocabulary stands."""
        return self.vocabulary or f"{self.policies}/vocabulary.yaml"


def read(text: str, name: str) -> Config | None:
    """Return the settings in the text of a TOML file.

    Args:
        text: The whole file.
        name: Its path, for messages; a `pyproject.toml` is read below `[tool.rulemark]`.

    Returns:
        The settings, or None when the file is a `pyproject.toml` without any.

    Raises:
        ConfigError: The file is no TOML, or a key or value cannot be meant.
    """
    shared = name.rpartition("/")[2] == "pyproject.toml"
    if shared and "rulemark" not in text:
        return None
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: {_first_lower(str(error))}") from None
    if shared:
        table = table.get("tool", {}).get("rulemark")
        if table is None:
            return None
    return _Reader(text, name).config(table)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads tables of one file and says where something is wrong."""

    text: str
    name: str

    def config(self, table: Any) -> Config:  # noqa: ANN401 - TOML values have no narrower type
        if not isinstance(table, dict):
            raise self.wrong("rulemark", "must be a table")
        known = {field.name for field in fields(Config)}
        self.check_keys(table, known)
        return Config(**{key: _READERS[key](self, key, value) for key, value in table.items()})

    def check_keys(self, table: Mapping[str, object], known: set[str]) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, sorted(known), n=1)
                advice = f"did you mean `{near[0]}`?" if near else f"known keys: {', '.join(sorted(known))}"
                raise self.wrong(key, "unknown key", advice)

    def wrong(self, key: str, problem: str, advice: str = "") -> ConfigError:
        found = re.search(rf"^[^#\n]*?(?<![\w-]){re.escape(key)}\b", self.text, re.MULTILINE)
        line = f":{self.text.count(chr(10), 0, found.end()) + 1}" if found else ""
        return ConfigError(f"{self.name}{line}: `{key}`: {problem}" + (f"; {advice}" if advice else ""))

    def string(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "must be a text between quotes")
        return value

    def path(self, key: str, value: object) -> str:
        path = self.string(key, value).replace("\\", "/").rstrip("/")
        if path.startswith("/") or ".." in path.split("/") or re.match(r"[A-Za-z]:", path):
            raise self.wrong(key, f"`{path}` leaves the folder of the project")
        return path.removeprefix("./") or "."

    def strings(self, key: str, value: object) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        return tuple(self.string(key, item) for item in values)

    def paths(self, key: str, value: object) -> tuple[str, ...]:
        return tuple(self.path(key, item) for item in self.strings(key, value))

    def locale(self, key: str, value: object) -> str:
        locale = normalise_locale(self.string(key, value))
        if not locale:
            raise self.wrong(key, f"`{value}` is no locale such as `en-us`")
        return locale

    def package(self, key: str, value: object) -> str:
        name = self.string(key, value)
        if not (name.isascii() and name.isidentifier() and name.islower()) or iskeyword(name):
            raise self.wrong(key, f"`{name}` is no package name: lower-case letters, digits and underscores")
        return name

    def pairs(self, key: str, value: object) -> Pairs:
        if not isinstance(value, dict):
            raise self.wrong(key, "must be a table")
        return tuple(sorted((name, self.string(name, item)) for name, item in value.items()))

    def severities(self, key: str, value: object) -> Pairs:
        pairs = self.pairs(key, value)
        for kind, severity in pairs:
            if severity not in SEVERITIES:
                raise self.wrong(kind, f"`{severity}` is none of {', '.join(SEVERITIES)}")
        return pairs

    def tables(self, key: str, value: object, known: set[str]) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, "must be a list of tables")
        for table in value:
            self.check_keys(table, known)
        return value

    def overrides(self, key: str, value: object) -> tuple[Override, ...]:
        tables = self.tables(key, value, {"paths", "severity"})
        return tuple(
            Override(self.strings("paths", table.get("paths")), self.severities("severity", table.get("severity", {})))
            for table in tables
        )

    def scopes(self, key: str, value: object) -> tuple[MonikerScope, ...]:
        tables = self.tables(key, value, {"paths", "range"})
        return tuple(
            MonikerScope(self.strings("paths", table.get("paths")), self.string("range", table.get("range")))
            for table in tables
        )

    def monikers(self, key: str, value: object) -> str | tuple[MonikerDefinition, ...]:
        if isinstance(value, str):
            return self.path(key, value)
        return tuple(self.definition(table) for table in self.tables(key, value, _DEFINITION))

    def definition(self, table: Mapping[str, object]) -> MonikerDefinition:
        order = table.get("order")
        if order is not None and (not isinstance(order, int) or isinstance(order, bool)):
            raise self.wrong("order", "must be a whole number")
        name = self.string("moniker_name", table.get("moniker_name"))
        return MonikerDefinition(name, self.string("product_name", table.get("product_name")), order)


_DEFINITION = {"moniker_name", "product_name", "order"}
_READERS: dict[str, Callable[[_Reader, str, object], Any]] = {
    "content": _Reader.paths,
    "exclude": _Reader.strings,
    "policies": _Reader.path,
    "generated": _Reader.path,
    "vocabulary": _Reader.path,
    "source_locale": _Reader.locale,
    "monikers": _Reader.monikers,
    "moniker_scopes": _Reader.scopes,
    "package": _Reader.package,
    "version": _Reader.string,
    "title": _Reader.string,
    "baseline": _Reader.path,
    "base_url": _Reader.string,
    "root_url": _Reader.string,
    "templates": _Reader.path,
    "severity": _Reader.severities,
    "overrides": _Reader.overrides,
    "accepted": _Reader.path,
    "alerts": _Reader.pairs,
    "alert_titles": _Reader.pairs,
    "allowed_hosts": _Reader.strings,
    "lexicons": _Reader.path,
}


def _first_lower(text: str) -> str:
    return text[:1].lower() + text[1:]
