"""Policies to files that other engines read."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from rulemark.outputs.artifact import Artifact
from rulemark.outputs.export.cel import cel_file
from rulemark.outputs.export.dmn import dmn_file
from rulemark.outputs.export.json_schema import schema_file
from rulemark.outputs.python.from_policy import GeneratedArticle, articles_of
from rulemark.policy import PolicySet


class Format(StrEnum):
    """A form that other engines read."""

    DMN = "dmn"
    JSON_SCHEMA = "json-schema"
    CEL = "cel"


def render(policies: PolicySet, to: Format) -> tuple[Artifact, ...]:
    """Return one file per article below `export/<format>/`, sorted by path."""
    return tuple(sorted(_artifact(article, to) for article in articles_of(policies)))


def _artifact(article: GeneratedArticle, to: Format) -> Artifact:
    stem = f"export/{to.value}/{article.subject.module}"
    match to:
        case Format.DMN:
            return Artifact(f"{stem}.dmn", dmn_file(article.subject, article.parts.functions))
        case Format.JSON_SCHEMA:
            return Artifact(f"{stem}.schema.json", schema_file(article.subject, article.parts))
        case Format.CEL:
            return Artifact(f"{stem}.json", cel_file(article.subject, article.parts.functions))
        case _:
            assert_never(to)
