"""When to build again: something that a project is made from was saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

from rulemark.config import Config

_SETTINGS = ("rulemark.toml", "pyproject.toml")
_QUIET_MS = 60
"""How long a save must be over before it counts: editors write, rename and touch in one go."""
_COARSE_NS = 20_000_000
"""How far the times of files lag behind the clock."""
_LOOK_MS = 500
"""How often settings are looked at, which stand beside everything else and so are not watched as a folder."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a project is made from: folders as a whole, and single files.

    Attributes:
        folders: Everything below them counts.
        files: Only these count.
        generated: Folders that a build writes; nothing below them counts but `files`.
    """

    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    generated: tuple[Path, ...]

    def concern(self, path: Path) -> bool:
        """Tell whether a change of a file is a reason to build."""
        if path in self.files:
            return True
        written = any(path.is_relative_to(folder) for folder in self.generated)
        return not written and any(path.is_relative_to(folder) for folder in self.folders)

    def watched(self) -> tuple[Path, ...]:
        """Return the folders to watch: those that exist, and those around the single files."""
        around = (file.parent for file in self.files if file.name not in _SETTINGS)
        return tuple(dict.fromkeys(folder for folder in (*self.folders, *around) if folder.is_dir()))

    def stamps(self) -> tuple[object, ...]:
        """Return what changes when a setting is saved, or a folder to watch comes or goes."""
        return (*(_stamp(file) for file in self.files if file.name in _SETTINGS), self.watched())


def inputs_of(root: Path, config: Config) -> Inputs:
    """Return what a project is made from."""
    root = root.resolve()
    named = (*config.content, config.templates, *((config.lexicons,) if config.lexicons else ()))
    monikers = (config.monikers,) if isinstance(config.monikers, str) else ()
    accepted = (config.accepted,) if config.accepted else ()
    return Inputs(
        folders=tuple(root / folder for folder in named),
        files=tuple(root / name for name in (*_SETTINGS, config.vocabulary_path, *monikers, *accepted)),
        generated=(root / config.policies, root / config.generated),
    )


def saves(inputs: Inputs, stop: Event, since: int) -> Iterator[frozenset[Path]]:
    """Yield the files that were saved, once for each group of saves; empty when it was a setting.

    Ends when `stop` is set, and after a setting or a watched folder has changed: the caller asks again.

    Args:
        inputs: What to watch.
        stop: Set when nobody wants to know any more.
        since: When the last build began, in nanoseconds of the clock: what was saved before the watch counts, too.
    """
    missed = since - _COARSE_NS
    before = inputs.stamps()
    every = DefaultFilter()

    def wanted(change: Change, name: str) -> bool:
        return every(change, name) and inputs.concern(Path(name))

    for changes in watch(
        *inputs.watched(),
        watch_filter=wanted,
        debounce=_QUIET_MS * 10,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        changed = inputs.stamps() != before
        saved = {Path(name) for _, name in changes} | (set(_newer(inputs, missed)) if missed else set())
        missed = 0
        if saved or changed:
            yield frozenset(saved)
        if changed:
            return


def _newer(inputs: Inputs, since: int) -> Iterator[Path]:
    """Yield the files that were saved after a time."""
    below = (path for folder in inputs.watched() for path in folder.rglob("*"))
    for path in (*below, *inputs.files):
        stamp = _stamp(path)
        if stamp is not None and stamp[0] > since and path.is_file() and inputs.concern(path):
            yield path


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
