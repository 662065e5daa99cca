"""The policies of one version of a project: a file, a folder, or a git revision."""

from __future__ import annotations

import io
import tarfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rulemark.policy import Policy, PolicySet
from rulemark.project.baseline import policies_in, policy_in
from rulemark.project.errors import ProjectError
from rulemark.project.git import commit_of, git
from rulemark.project.project import Project
from rulemark.project.settings import config_of, find_root


def policies_of(version: str, locale: str = "", vocabulary: str | None = None) -> PolicySet:
    """Return the policies of a version.

    Args:
        version: An article, a compiled policy, a folder of either, a project, or a git revision of the project around
            the current folder; "" is that project as it stands.
        locale: The language of loose articles that don't say it.
        vocabulary: A file of names for loose articles.

    Raises:
        ProjectError: There is no such thing, or it cannot be read.
    """
    path = Path(version)
    if version and path.is_file():
        return _file(path, locale, vocabulary)
    if version and path.is_dir():
        return _folder(path, locale, vocabulary)
    return _revision(version) if version else _compiled(Project.open(_root()))


def _file(path: Path, locale: str, vocabulary: str | None) -> PolicySet:
    """Return the policy of a file; its name says nothing, so that two files can be compared."""
    policies: tuple[Policy, ...]
    if path.suffix in {".yaml", ".yml"}:
        policies = (policy_in(path, path.as_posix()),)
    else:
        policies = _compiled(Project.loose([path], locale=locale, vocabulary=vocabulary)).policies
    return PolicySet(tuple(replace(policy, path="article") for policy in policies))


def _folder(path: Path, locale: str, vocabulary: str | None) -> PolicySet:
    if config_of(path) is not None:
        return _compiled(Project.open(path))
    if not any(path.rglob("*.md")):
        return policies_in(path, path.as_posix())
    prefix = "".join(f"{part}/" for part in path.parts if part not in {"/", "..", "."})
    policies = _compiled(Project.loose([path], locale=locale, vocabulary=vocabulary)).policies
    return PolicySet(tuple(replace(policy, path=policy.path.removeprefix(prefix)) for policy in policies))


def _revision(revision: str) -> PolicySet:
    """Compile what a revision holds, in a folder that is gone afterwards."""
    root = _root(f"{revision}: no such file or folder, and ")
    try:
        archive = git(root, "archive", "--format=tar", commit_of(root, revision))
    except ProjectError:
        raise ProjectError(f"{revision}: no such file, folder or revision") from None
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        return _compiled(Project.open(folder))


def _compiled(project: Project) -> PolicySet:
    """Compile a version whole: one without an article that cannot be read would seem to have lost its rules."""
    for unread in project.inputs.unread:
        raise ProjectError(f"{unread.location.path}: {unread.message}")
    return project.compile().policies


def _root(problem: str = "") -> Path:
    root = find_root(Path.cwd())
    if root is None:
        raise ProjectError(f"{problem}no project here; name two files or folders")
    return root
