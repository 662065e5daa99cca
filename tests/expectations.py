"""What a casebook can expect: one function a block, from the case's files to the text that must stand there.

The compiler is imported by the functions, so that tests of one stage run while another one doesn't load.
"""

from __future__ import annotations

import doctest
import importlib
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from outline import outline

Files = Mapping[str, str]
Expectation = Callable[[Files, tuple[str, ...], str], str]


def _article(files: Files, words: tuple[str, ...]) -> str:
    """Return the path of the article that a block is about: the one it names, else the first."""
    named = (word for word in words if word in files)
    return next(named, next(path for path in files if path.endswith(".md")))


def diagnostics(files: Files, words: tuple[str, ...], _expected: str) -> str:
    """One line a finding: `path:line:column: CODE message`; `diagnostics RM4` only those whose code begins so."""
    from rulemark.project import check_files  # noqa: PLC0415

    lines = []
    for finding in check_files(files):
        if not words or finding.kind.code.startswith(words):
            start = finding.location.start
            lines.append(
                f"{finding.location.path}:{start.line}:{start.column}: {finding.kind.code} {finding.message}\n"
            )
    return "".join(lines)


def tree(files: Files, words: tuple[str, ...], _expected: str) -> str:
    """The blocks of an article, one node a line, children indented."""
    from rulemark.project import parse_files  # noqa: PLC0415

    path = _article(files, words)
    document = next(item for item in parse_files(files) if item.source.path == path)
    return "".join(outline(block) for block in document.blocks)


def statements(files: Files, words: tuple[str, ...], _expected: str) -> str:
    """Each statement that bears policy: its line and words, and below them what was read, as JSON."""
    from rulemark.project import compile_files  # noqa: PLC0415
    from rulemark.statements import reading_to_json  # noqa: PLC0415

    path = _article(files, words)
    extraction = next(item for item in compile_files(files).extractions if item.source.path == path)
    lines = []
    for statement in extraction.statements:
        if statement.reading.bears_policy or "all" in words:
            read = {key: value for key, value in reading_to_json(statement.reading).items() if value}
            lines.append(f"{statement.location.start.line}: {statement.reading.text}\n")
            lines.extend(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in read.items())
    return "".join(lines)


def policy(files: Files, words: tuple[str, ...], _expected: str) -> str:
    """The policy of an article as YAML; `policy decisions timers` only those keys; `evidence` keeps the sentences."""
    from rulemark.policy import dump  # noqa: PLC0415
    from rulemark.project import compile_files  # noqa: PLC0415

    path = _article(files, words)
    policies = compile_files(files).policies.policies
    found = next((item for item in policies if path.removesuffix(".md").endswith(item.path)), policies[0])
    keys = [word for word in words if word not in files and word != "evidence"]
    value = yaml.safe_load(dump(found))
    if keys:
        value = {key: value[key] for key in keys if key in value}
    if "evidence" not in words:
        value = _without_evidence(value)
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120, default_flow_style=None)


def _without_evidence(value: Any) -> Any:  # noqa: ANN401 - any YAML value
    if isinstance(value, dict):
        return {key: _without_evidence(item) for key, item in value.items() if key != "evidence"}
    return [_without_evidence(item) for item in value] if isinstance(value, list) else value


def python(files: Files, _words: tuple[str, ...], expected: str) -> str:
    """An interactive session in which `policy` is the module generated from the first article."""
    with _generated(files) as module:
        return replay(expected, {"policy": module})


def replay(session: str, names: dict[str, Any]) -> str:
    """Run an interactive session and return it with what it really prints."""
    return "".join(_replayed(example, names) for example in doctest.DocTestParser().get_examples(session))


@contextmanager
def _generated(files: Files) -> Iterator[ModuleType]:
    """Import the rules generated from a case's files, and forget them again."""
    from rulemark.outputs import python as back_end  # noqa: PLC0415
    from rulemark.project import compile_files  # noqa: PLC0415

    package = f"casebook_rules_{abs(hash(tuple(files.items())))}"
    with tempfile.TemporaryDirectory() as folder:
        for artifact in back_end.render(compile_files(files).policies, package=package):
            path = Path(folder, artifact.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(artifact.text, encoding="utf-8")
        root = str(next(Path(folder).rglob(package)).parent)
        stem = Path(_article(files, ())).stem.replace("-", "_")
        sys.path.insert(0, root)
        try:
            yield importlib.import_module(f"{package}.{stem}")
        finally:
            sys.path.remove(root)
            for name in [name for name in sys.modules if name.partition(".")[0] == package]:
                del sys.modules[name]


def _replayed(example: doctest.Example, names: dict[str, Any]) -> str:
    """Run one example and return it with what it really prints."""
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            exec(compile(example.source, "<casebook>", "single"), names)  # noqa: S102 - the session of a casebook
    except Exception as error:  # noqa: BLE001 - whatever the example raises is its result
        printed.write(f"Traceback (most recent call last):\n  ...\n{type(error).__name__}: {error}\n")
    first, *rest = example.source.splitlines()
    return "".join([f">>> {first}\n", *(f"... {line}\n" for line in rest), printed.getvalue()])


def html(files: Files, words: tuple[str, ...], _expected: str) -> str:
    """The compatible HTML of an article; `html moniker=x` as its readers see it."""
    import rulemark  # noqa: PLC0415

    path = _article(files, words)
    moniker = next((word.removeprefix("moniker=") for word in words if word.startswith("moniker=")), None)
    others = {name: text for name, text in files.items() if name != path}
    return rulemark.render_html(files[path], path=path, files=others, moniker=moniker).html.strip("\n") + "\n"


EXPECTATIONS: dict[str, Expectation] = {
    "diagnostics": diagnostics,
    "tree": tree,
    "statements": statements,
    "policy": policy,
    "python": python,
    "html": html,
}
