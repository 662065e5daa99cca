"""The policies of the last release, and the version that says what has changed since."""

from __future__ import annotations

from pathlib import Path

from rulemark.config import Config
from rulemark.difference import compare, suggest_version
from rulemark.policy import Policy, PolicySet, load
from rulemark.project.errors import ProjectError
from rulemark.project.settings import read_text
from rulemark.source import Source


def version_of(root: Path, config: Config, policies: PolicySet) -> str:
    """Return the version of the generated package: the released one, or the next when policies have changed since.

    Raises:
        ProjectError: The folder of released policies cannot be read, or the version is not made of three numbers.
    """
    if config.baseline is None:
        return config.version
    released = policies_in(root / config.baseline, config.baseline)
    try:
        return suggest_version(compare(released, policies), config.version)
    except ValueError:
        raise ProjectError(f"`version`: `{config.version}` is not made of three numbers, as `baseline` needs") from None


def policies_in(folder: Path, name: str) -> PolicySet:
    """Return the policies in the YAML files below a folder; raises ProjectError when one of them is none."""
    if not folder.is_dir():
        raise ProjectError(f"{name}: no such folder")
    paths = [path for path in sorted(folder.rglob("*.yaml")) if path.name != "vocabulary.yaml"]
    policies = [policy_in(path, f"{name}/{path.relative_to(folder).as_posix()}") for path in paths]
    return PolicySet(tuple(sorted(policies, key=lambda policy: policy.path)))


def policy_in(path: Path, name: str) -> Policy:
    """Return the policy in a YAML file; raises ProjectError with the first thing that is wrong with it."""
    loaded = load(Source(name, read_text(path, name)))
    if loaded.policy is None:
        line, message = next(
            ((one.location.start.line, one.message) for one in loaded.diagnostics), (1, "is no policy")
        )
        raise ProjectError(f"{name}:{line}: {message}")
    return loaded.policy
