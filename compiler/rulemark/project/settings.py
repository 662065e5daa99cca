"""The files beside the articles: settings, moniker definitions, names that developers gave, words of a language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from rulemark.config import Config, ConfigError, MonikerDefinition
from rulemark.config import read as read_config
from rulemark.diagnostics import Diagnostic
from rulemark.document import PivotGroup
from rulemark.document.monikers.definitions import define_monikers
from rulemark.document.problems import INVALID_MONIKER_DEFINITION
from rulemark.policy import EMPTY_VOCABULARY, Vocabulary, load_vocabulary
from rulemark.project.acceptance import Acceptance, read_acceptances
from rulemark.project.errors import ProjectError
from rulemark.source import Location, Source, Span
from rulemark.statements import lexicon_problems

Definitions: TypeAlias = tuple[Mapping[str, object], ...]
PIVOT_GROUPS = "zone-pivot-groups.yml"
NAMES = ("rulemark.toml", "pyproject.toml")


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from a place upwards, that holds the settings of a project."""
    return next((folder for folder in (start, *start.parents) if config_of(folder) is not None), None)


def config_of(root: Path) -> Config | None:
    """Return the settings in a folder, or None when it is no project.

    Raises:
        ProjectError: They cannot be read, or cannot be meant.
    """
    for name in NAMES:
        if _stands(root / name):
            try:
                config = read_config(read_text(root / name, name), name)
            except ConfigError as error:
                raise ProjectError(str(error)) from None
            if config is not None:
                return config
    return None


def _stands(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:
        raise ProjectError(f"{path.parent}: cannot be read: {_reason(error)}") from None


def read_text(path: Path, name: str) -> str:
    """Return the text of a file that a project needs; raises ProjectError when there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ProjectError(f"{name}: cannot be read: {_reason(error)}") from None
    except UnicodeDecodeError:
        raise ProjectError(f"{name}: is not UTF-8") from None


def moniker_definitions(root: Path, config: Config) -> tuple[Definitions, tuple[Diagnostic, ...]]:
    """Return the definitions that the settings hold or name, and the mistakes in them.

    Raises:
        ProjectError: The file cannot be read, or holds no list of definitions.
    """
    match config.monikers:
        case None:
            return (), ()
        case str(name):
            return definitions_in(read_text(root / name, name), name)
        case definitions:
            plain = tuple(_plain(definition) for definition in definitions)
            return plain, _mistakes(plain, [Location(Source("rulemark.toml", ""), Span(0, 0))] * len(plain))


def definitions_in(text: str, name: str) -> tuple[Definitions, tuple[Diagnostic, ...]]:
    """Return the moniker definitions in YAML or JSON and the mistakes in them.

    Raises:
        ProjectError: The text holds no list of definitions.
    """
    data = yaml_in(text, name)
    entries = data.get("definitions") if isinstance(data, dict) else data
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ProjectError(f"{name}: must hold a list of definitions, each with `moniker_name` and `product_name`")
    return tuple(entries), _mistakes(entries, _places(Source(name, text)))


def _mistakes(entries: Sequence[Mapping[str, object]], places: Sequence[Location]) -> tuple[Diagnostic, ...]:
    remedy = "give every definition its own `moniker_name`, and a `product_name`"
    _, mistakes = define_monikers(entries)
    return tuple(
        Diagnostic(INVALID_MONIKER_DEFINITION, message, places[index], help=remedy) for index, message in mistakes
    )


def _places(source: Source) -> list[Location]:
    """Return where each definition of a list stands; a JSON file is YAML in flow style."""
    node = yaml.compose(source.text, Loader=yaml.SafeLoader)
    if isinstance(node, yaml.MappingNode):
        node = next(value for key, value in node.value if key.value == "definitions")
    entries = node.value if isinstance(node, yaml.SequenceNode) else []
    return [Location(source, Span(entry.start_mark.index, entry.end_mark.index)) for entry in entries]


def vocabulary_in(root: Path, config: Config) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """Return the names of a project and what is wrong with them; none when it has no such file."""
    name = config.vocabulary_path
    if config.vocabulary is None and not (root / name).is_file():
        return EMPTY_VOCABULARY, ()
    return load_vocabulary(Source(name, read_text(root / name, name)))


def acceptances_in(root: Path, config: Config) -> tuple[Acceptance, ...]:
    """Return the findings that a project lives with; raises ProjectError when the list cannot be read."""
    if config.accepted is None:
        return ()
    return read_acceptances(Source(config.accepted, read_text(root / config.accepted, config.accepted)))


def pivot_groups_in(root: Path, config: Config) -> tuple[PivotGroup, ...] | None:
    """Return the pivot groups that `zone-pivot-groups.yml` in the content folders defines; None when there is none.

    Raises:
        ProjectError: Such a file holds no list of groups.
    """
    names = [f"{folder}/{PIVOT_GROUPS}" for folder in config.content if (root / folder / PIVOT_GROUPS).is_file()]
    groups = [group for name in names for group in pivot_groups_of(read_text(root / name, name), name)]
    return tuple(groups) if names else None


def pivot_groups_of(text: str, name: str) -> list[PivotGroup]:
    """Return the pivot groups in YAML; raises ProjectError when the text holds no list of groups."""
    data = yaml_in(text, name)
    try:
        return [
            PivotGroup(str(group["id"]), tuple(str(pivot["id"]) for pivot in group.get("pivots") or ()))
            for group in data["groups"]
        ]
    except (TypeError, KeyError, AttributeError):
        raise ProjectError(f"{name}: must hold `groups`, each with an `id` and `pivots` that have an `id`") from None


def lexicons_in(root: Path, config: Config) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Return what a project adds to lexicons, by the language or locale that the file is named after.

    Raises:
        ProjectError: The folder does not exist, or a file does not hold entries of a lexicon.
    """
    if config.lexicons is None:
        return ()
    folder = root / config.lexicons
    if not folder.is_dir():
        raise ProjectError(f"{config.lexicons}: no such folder; `lexicons` names it")
    return tuple(_lexicon(path, f"{config.lexicons}/{path.name}") for path in sorted(folder.glob("*.yaml")))


def _lexicon(path: Path, name: str) -> tuple[str, Mapping[str, Any]]:
    data = yaml_in(read_text(path, name), name)
    problems = lexicon_problems(data)
    if problems:
        raise ProjectError(f"{name}: {problems[0]}")
    return path.stem.lower(), data


def yaml_in(text: str, name: str) -> Any:  # noqa: ANN401 - any YAML value
    """Return the value of a YAML file, or a JSON file by its suffix; raises ProjectError when it is none."""
    try:
        return json.loads(text) if name.endswith(".json") else yaml.safe_load(text)
    except (yaml.YAMLError, json.JSONDecodeError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        raise ProjectError(f"{name}{line}: is not {'JSON' if name.endswith('.json') else 'YAML'}") from None


def _plain(definition: MonikerDefinition) -> Mapping[str, object]:
    plain: dict[str, object] = {"moniker_name": definition.moniker_name, "product_name": definition.product_name}
    return plain if definition.order is None else {**plain, "order": definition.order}


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
