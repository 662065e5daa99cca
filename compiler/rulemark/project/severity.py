"""What findings weigh in a project: settings raise, lower or silence a kind, everywhere or for some articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from rulemark.config import Config
from rulemark.diagnostics import Diagnostic, Kind, Severity
from rulemark.project.errors import ProjectError
from rulemark.project.kinds import KINDS
from rulemark.project.patterns import matches

OFF = "off"


def weigh(diagnostics: Iterable[Diagnostic], config: Config) -> tuple[Diagnostic, ...]:
    """Return findings with the severity that the settings give them, in the same order, without those turned off."""
    weighed = ((item, _severity(item, config)) for item in diagnostics)
    return tuple(
        item if severity is None else replace(item, override=Severity(severity))
        for item, severity in weighed
        if severity != OFF
    )


def check_names(config: Config) -> None:
    """Make sure that the settings name only kinds that exist; raises ProjectError with the nearest name."""
    known = {kind.code for kind in KINDS} | {kind.name for kind in KINDS}
    for name in _names(config):
        if name not in known:
            near = get_close_matches(name, sorted(known), n=1)
            advice = f"; did you mean `{near[0]}`?" if near else ""
            raise ProjectError(f"`{name}` under `severity` is no kind of finding{advice}")


def _names(config: Config) -> Iterator[str]:
    yield from (name for name, _ in config.severity)
    yield from (name for override in config.overrides for name, _ in override.severity)


def _severity(diagnostic: Diagnostic, config: Config) -> str | None:
    """Return what the settings say: the last override that fits, else the setting for everywhere, else None."""
    path, kind = diagnostic.location.path, diagnostic.kind
    tables = [override.severity for override in config.overrides if matches(path, override.paths)]
    said = (_lookup(dict(table), kind) for table in (*reversed(tables), config.severity))
    return next((severity for severity in said if severity is not None), None)


def _lookup(table: dict[str, str], kind: Kind) -> str | None:
    return table.get(kind.code) or table.get(kind.name)
