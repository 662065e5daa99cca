"""From a compilation to its findings: what every stage and every check has to say. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rulemark import checks
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic, sort_key
from rulemark.document import Document
from rulemark.document.lies import Surroundings, anchors_of, find_missing_heading, find_unresolved_links
from rulemark.document.problems import INFERRED_MONIKERS
from rulemark.policy import missing_decisions
from rulemark.project.acceptance import accept
from rulemark.project.compiling import Inputs
from rulemark.project.severity import weigh
from rulemark.source import Location, Span


def findings(
    inputs: Inputs, compilation: Compilation, today: date, checked: Iterable[Diagnostic] | None = None
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a project, by place, each finding once.

    Args:
        inputs: What was compiled; its settings decide what a finding weighs and which ones are accepted.
        compilation: What it compiled to.
        today: The day on which accepted findings are judged.
        checked: What the checks found; None: they are run.
    """
    found = (
        *inputs.problems,
        *(item for document in compilation.documents for item in document.diagnostics),
        *(
            item
            for document in compilation.documents
            if not _is_fragment(document)
            for item in find_missing_heading(document)
        ),
        *_unresolved_links(inputs, compilation.documents),
        *_inferred_monikers(inputs, compilation.documents),
        *(item for extraction in compilation.extractions for item in extraction.diagnostics),
        *compilation.policies.diagnostics,
        *(missing_decisions(compilation.policies, inputs.vocabulary) if inputs.whole else ()),
        *(checks.run(compilation) if checked is None else checked),
    )
    ordered = tuple(sorted(dict.fromkeys(found), key=sort_key))
    return weigh(accept(ordered, inputs.acceptances, compilation, today), inputs.config)


def _is_fragment(document: Document) -> bool:
    """Whether a file is there to be included: it stands in a folder `includes`, as Learn repositories keep them."""
    return "includes" in document.source.path.split("/")[:-1]


def _unresolved_links(inputs: Inputs, documents: tuple[Document, ...]) -> Iterator[Diagnostic]:
    """Judge links against all articles at once."""
    known = [(document.source.path, anchors_of(document)) for document in documents]
    surroundings = Surroundings(
        articles=frozenset(document.source.path for document in documents),
        exists=(lambda path: inputs.files(path) is not None) if inputs.whole else None,
        anchors={path: anchors for path, anchors in known if anchors is not None},
    )
    for document in documents:
        yield from find_unresolved_links(document, surroundings)


def _inferred_monikers(inputs: Inputs, documents: tuple[Document, ...]) -> Iterator[Diagnostic]:
    """Say once that a project lets its articles define the monikers; loose articles have nowhere to define them."""
    speaking = [document for document in documents if document.monikers]
    if not inputs.configured or inputs.definitions or not speaking:
        return
    names = sorted({name for document in speaking for name in document.monikers})
    message = f"no moniker is defined; the articles use {', '.join(f'`{name}`' for name in names)}"
    remedy = "list the monikers in a definitions file, oldest first, and name it in the settings"
    yield Diagnostic(INFERRED_MONIKERS, message, Location(speaking[0].source, Span(0, 0)), help=remedy)
