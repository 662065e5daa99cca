"""Policies to an installable, typed, dependency-free Python distribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Final, TypeAlias

from jinja2 import Environment, PackageLoader

from rulemark.outputs.artifact import Artifact
from rulemark.outputs.python.article_data import Parts, article_data, as_json
from rulemark.outputs.python.decisions import functions_of
from rulemark.outputs.python.elements import amounts_of, duty_functions, listing, steps_function
from rulemark.outputs.python.evaluation import evaluation_of, events_of
from rulemark.outputs.python.evaluation_schema import evaluation_schema
from rulemark.outputs.python.example_tests import example_tests
from rulemark.outputs.python.imports import imports_of, public_names
from rulemark.outputs.python.layout import WIDTH, bracketed, docstring, exploded, one_line, width
from rulemark.outputs.python.names import module_names
from rulemark.outputs.python.readme import chapter
from rulemark.outputs.python.signatures import Enumeration, enumeration
from rulemark.outputs.python.subject import Subject, subject_of
from rulemark.outputs.python.timers import life_cycle, states_of, timers_of
from rulemark.outputs.templating import Code, markdown_environment, python_environment, python_literal
from rulemark.policy import Policy, PolicySet, in_locale

_LOADER: Final = PackageLoader("rulemark.outputs.python", "templates")
_NOQA: Final = re.compile(r"[ ]{2}# noqa: [^\n]*")


def render(
    policies: PolicySet, *, package: str, version: str = "0.1.0", known: Known | None = None
) -> tuple[Artifact, ...]:
    """Return the distribution of a project: its metadata, one module per article, and what those modules share.

    Args:
        policies: The policies; their diagnostics play no part.
        package: The import name, also of the distribution (with hyphens).
        version: The version of the distribution.
        known: What earlier renderings made of each article; it is brought up to date.

    Returns:
        Files below `python/`, sorted by path. The same policies always give the same bytes.

    Raises:
        ValueError: The package name is no Python identifier.
    """
    if not package.isidentifier():
        raise ValueError(f"a package name must be a Python identifier: {package!r}")
    articles = articles_of(policies, known)
    artifacts = [*_distribution(articles, package, version), *_runtime(package)]
    artifacts += [artifact for article in articles for artifact in article.artifacts(package)]
    artifacts += _tests(articles, policies, package)
    return tuple(sorted(artifacts))


def articles_of(policies: PolicySet, known: Known | None = None) -> tuple[GeneratedArticle, ...]:
    """Return each article with the names of its module and its elements, sorted as the policies are.

    Args:
        policies: The articles.
        known: What is known of them already; an article is written again when its policy or its module is another one.
    """
    names = module_names(policy.path for policy in policies.policies)
    written: Known = {} if known is None else known
    for policy in policies.policies:
        module, last = names[policy.path], written.get(policy.path)
        if last is None or (last.subject.module, last.subject.policy) != (module, policy):
            written[policy.path] = _article(policy, module)
    return tuple(written[policy.path] for policy in policies.policies)


@dataclass(frozen=True)
class GeneratedArticle:
    """An article as a module and its data file.

    Attributes:
        subject: The policy with its names.
        parts: Its elements as they stand in the module.
        functions: What can be called besides its decisions.
        source: The module.
    """

    subject: Subject
    parts: Parts
    functions: tuple[Code, ...]
    source: str

    def artifacts(self, package: str) -> Iterator[Artifact]:
        """Yield the module, its data file and the schema of its evaluations."""
        yield Artifact(f"python/{package}/{self.subject.module}.py", self.source)
        yield Artifact(f"python/{package}/articles/{self.subject.module}.json", self._data)
        yield Artifact(f"python/{package}/articles/{self.subject.module}.schema.json", self._schema)

    @cached_property
    def _data(self) -> str:
        return article_data(self.subject, self.parts)

    @cached_property
    def _schema(self) -> str:
        return as_json(evaluation_schema(self.subject, self.parts))


Known: TypeAlias = MutableMapping[str, GeneratedArticle]
"""Articles that were written before, by path."""


def _article(policy: Policy, module: str) -> GeneratedArticle:
    subject = subject_of(policy, module)
    states = states_of(subject)
    functions = functions_of(subject)
    timers, amounts = timers_of(subject, states), amounts_of(subject)
    listed = {
        "ADVISORIES": listing("advisories", policy.advisories),
        "DEFINITIONS": listing("definitions", policy.definitions),
        "REFERENCES": listing("references", policy.references),
    }
    parts = Parts(
        functions,
        timers,
        amounts,
        tuple((key, each) for (key, _), each in zip(listed["ADVISORIES"], policy.advisories, strict=True)),
        tuple((key, each) for (key, _), each in zip(listed["DEFINITIONS"], policy.definitions, strict=True)),
        tuple((key, each) for (key, _), each in zip(listed["REFERENCES"], policy.references, strict=True)),
    )
    view = {
        "article": subject.module,
        "monikers": _constant("MONIKERS", policy.monikers) if policy.monikers else "",
        "locales": _constant("LOCALES", policy.locales),
        "choices": _choices(subject),
        "states": states,
        "functions": functions,
        "timers": timers,
        "life_cycle": life_cycle(subject, states, timers),
        "amounts": amounts,
        "duties": duty_functions(subject),
        "evaluation": evaluation_of(subject, functions, timers),
        "steps": steps_function(subject),
        "listed": [_tuple(name, [source for _, source in lines]) for name, lines in listed.items() if lines],
    }
    body = _python().get_template("module.py.jinja").render(view)
    decisions = {str(each.key) for each in functions}
    others = tuple(Code(name) for name in public_names(body) if name.islower() and name not in decisions)
    return GeneratedArticle(subject, parts, others, _head(subject, body) + body)


def _head(subject: Subject, body: str) -> str:
    aliases = _aliases(subject)
    imports, annotations = imports_of(body, aliases)
    public = bracketed("__all__ = [", [python_literal(name) for name in public_names(body)], "]")
    view = {
        "doc": _module_doc(subject),
        "imports": imports,
        "annotations": annotations,
        "overloads": "\n@overload\n" in body,
        "aliases": aliases,
        "public": public,
    }
    return _python().get_template("head.py.jinja").render(view)


@cache
def _python() -> Environment:
    return python_environment(_LOADER)


def _module_doc(subject: Subject) -> Code:
    policy = subject.policy
    source = policy.source_locale
    title = one_line(in_locale(policy.metadata.title, source)) or policy.path
    description = one_line(in_locale(policy.metadata.description, source))
    lines = [f"{title.rstrip('.')}."]
    lines += ["", description] if description else []
    return docstring([*lines, "", f"Compiled from the article `{policy.path}`; change the article, not this module."])


def _tuple(name: str, parts: Sequence[str]) -> Code:
    """Return the assignment of a tuple; the formatter keeps a single part on its line where it fits."""
    flat = f"{name}: Final = ({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    return Code(flat) if len(parts) < 2 and width(flat) <= WIDTH else exploded(f"{name}: Final = (", parts, ")")


def _constant(name: str, values: tuple[str, ...]) -> Code:
    return bracketed(f"{name}: Final = (", [python_literal(value) for value in values], ")", single=",")


def _aliases(subject: Subject) -> tuple[Code, ...]:
    policy = subject.policy
    aliases = {"Event": events_of(subject), "Locale": policy.locales, "Moniker": policy.monikers}
    aliases["Procedure"] = steps.ids if (steps := steps_function(subject)) else ()
    without = (Code("Locale: TypeAlias = str"),) if not policy.locales else ()
    return without + tuple(
        bracketed(f"{name}: TypeAlias = Literal[", [python_literal(value) for value in values], "]", indent=4)
        for name, values in aliases.items()
        if values
    )


def _choices(subject: Subject) -> tuple[Enumeration, ...]:
    return tuple(
        enumeration(
            name,
            f"What `{subject.parameters[key]}` can be.",
            [(choice, "") for choice in subject.inputs[key].choices],
        )
        for key, name in subject.enums.items()
    )


def _runtime(package: str) -> Iterator[Artifact]:
    """Yield the modules that every package shares; remarks for our own linter are left out."""
    folder = files("rulemark.outputs.python") / "runtime"
    for source in sorted(folder.iterdir(), key=lambda each: each.name):
        if source.name.endswith(".py") and source.name != "__init__.py":
            text = _NOQA.sub("", source.read_text(encoding="utf-8"))
            yield Artifact(f"python/{package}/{source.name}", text)


def _tests(articles: Sequence[GeneratedArticle], policies: PolicySet, package: str) -> Iterator[Artifact]:
    """Yield the test module; none when no article has anything to test."""
    asked = ((article.subject, article.parts.functions, article.parts.timers) for article in articles)
    tests = example_tests(asked, policies.examples, package)
    if tests:
        text = _python().get_template("example_tests.py.jinja").render(module=tests)
        yield Artifact(f"python/tests/test_{package}_examples.py", text)


def _distribution(articles: Sequence[GeneratedArticle], package: str, version: str) -> Iterator[Artifact]:
    view = {
        "package": Code(package),
        "folder": package,
        "name": package.replace("_", "-"),
        "version": version,
        "chapters": [chapter(article.subject, article.parts, article.functions) for article in articles],
        "tested": any(article.parts.functions or article.parts.timers for article in articles),
        "index": [(article.subject.policy.path, article.subject.module) for article in articles],
    }
    templates = {"pyproject.toml": "pyproject.toml.jinja", f"{package}/__init__.py": "package.py.jinja"}
    for path, template in templates.items():
        yield Artifact(f"python/{path}", _python().get_template(template).render(view))
    view["name"] = Code(package.replace("_", "-"))
    readme = markdown_environment(_LOADER).get_template("README.md.jinja")
    yield Artifact("python/README.md", readme.render(view))
    yield Artifact(f"python/{package}/py.typed", "")
