"""What a project says about its guidance pages, in the words of that output."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from rulemark.compilation import Compilation
from rulemark.config import Config
from rulemark.diagnostics import Diagnostic
from rulemark.outputs.artifact import Artifact
from rulemark.outputs.guidance import Media, Settings, render
from rulemark.policy import Vocabulary
from rulemark.project.compiling import Inputs
from rulemark.project.errors import ProjectError
from rulemark.project.pictures import Pictures
from rulemark.project.settings import read_text, yaml_in

Phrases = Mapping[str, Mapping[str, str | Mapping[str, str]]]


def pages_of(
    root: Path,
    inputs: Inputs,
    compilation: Compilation,
    diagnostics: Sequence[Diagnostic],
    *,
    draft: bool,
    only: Collection[str] | None = None,
) -> tuple[Artifact, ...]:
    """Return the guidance pages of a project, and copies of the pictures that they show.

    Of articles only those of the sources that are named, where some are.

    Raises:
        ProjectError: A template or a phrase of the project cannot be read or rendered.
    """
    config = inputs.config
    pictures = Pictures(root, inputs.files, "../" * (config.generated.count("/") + 2))
    try:
        pages = render(
            compilation,
            templates=templates_in(root, config),
            phrases=phrases_in(root, config),
            base_url=config.base_url,
            findings=diagnostics,
            draft=draft,
            settings=settings_of(inputs, pictures.url),
            only=only,
        )
    except TemplateSyntaxError as error:
        place = f"{config.templates}/{error.name or error.filename}:{error.lineno}"
        raise ProjectError(f"{place}: {error.message}; correct the template") from error
    except TemplateError as error:
        raise ProjectError(f"{config.templates}: {error}; correct the template that says so") from error
    return (*pages, *pictures.artifacts())


def settings_of(inputs: Inputs, media: Media) -> Settings:
    """Return the settings of the pages of a project."""
    return Settings(
        title=inputs.config.title,
        media=media,
        hosts=tuple(f"https://{host}" for host in inputs.config.allowed_hosts),
        root_url=inputs.config.root_url,
        labels=dict(_labels(inputs.vocabulary)),
        monikers=dict(_monikers(inputs.definitions)),
    )


def templates_in(root: Path, config: Config) -> dict[str, str]:
    """Return the templates of a project by name; raises ProjectError when one cannot be read."""
    folder = root / config.templates
    return {path.name: read_text(path, f"{config.templates}/{path.name}") for path in sorted(folder.glob("*.jinja"))}


def phrases_in(root: Path, config: Config) -> Phrases:
    """Return the phrases of a project by language; raises ProjectError when a file is no mapping."""
    return {path.stem: _phrases(path, config) for path in sorted((root / config.templates / "phrases").glob("*.yaml"))}


def _phrases(path: Path, config: Config) -> Mapping[str, str | Mapping[str, str]]:
    name = f"{config.templates}/phrases/{path.name}"
    data = yaml_in(read_text(path, name), name)
    if not isinstance(data, dict):
        raise ProjectError(f"{name}: must be a mapping from the name of a phrase to its words")
    return data


def _labels(vocabulary: Vocabulary) -> Iterator[tuple[str, Mapping[str, str]]]:
    choices = (choice for _, choice in vocabulary.choices)
    for term in (*vocabulary.events, *vocabulary.states, *vocabulary.effects, *vocabulary.periods, *choices):
        yield term.name, dict(term.labels)


def _monikers(definitions: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Read what the definitions call a moniker: a text, or a text by locale."""
    for definition in definitions:
        match definition.get("moniker_display_name"):
            case str(title):
                yield str(definition.get("moniker_name")), {"": title}
            case dict() as titles:
                yield str(definition.get("moniker_name")), {str(key): str(title) for key, title in titles.items()}
            case _:
                pass
