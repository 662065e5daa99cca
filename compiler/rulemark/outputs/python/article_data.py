"""The data file of an article: sentences, places, translations and conditions, read when they are first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.elements import AmountConstant, keyed_duties, keyed_procedures
from rulemark.outputs.python.expressions import as_data, plain
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.python.timers import TimerConstant
from rulemark.policy import Advisory, Case, Condition, Definition, Evidence, Input, Localized, Reference, Step


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements of an article that were written into its module."""

    functions: tuple[Function, ...]
    timers: tuple[TimerConstant, ...]
    amounts: tuple[AmountConstant, ...]
    advisories: tuple[tuple[str, Advisory], ...]
    definitions: tuple[tuple[str, Definition], ...]
    references: tuple[tuple[str, Reference], ...]


def article_data(subject: Subject, parts: Parts) -> str:
    """Return the data file as JSON."""
    policy = subject.policy
    content = {
        "path": policy.path,
        "locales": policy.locales,
        "source_locale": policy.source_locale,
        "monikers": policy.monikers,
        "metadata": _metadata(subject),
        "revisions": _revisions(subject),
        "inputs": {subject.parameters[name]: _domain(each) for name, each in subject.inputs.items()},
        "decisions": {str(each.key): _decision(subject, each) for each in parts.functions},
        "timers": {each.key: as_data(each.when, subject.parameters) for each in parts.timers},
        "duties": _duties(subject),
        "procedures": _procedures(subject),
        "evidence": dict(_evidence(subject, parts)),
        "texts": {key: dict(texts) for key, texts in _texts(subject, parts) if texts},
    }
    return as_json(content)


def as_json(content: object) -> str:
    """Return JSON for people to read; characters that an editor does not show as themselves are escaped."""
    lines = json.dumps(content, ensure_ascii=False, indent=1).split("\n")
    return "".join(f"{line if line.isprintable() else ''.join(map(_shown, line))}\n" for line in lines)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    # JSON has no \U: a character beyond the first plane is a pair
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _metadata(subject: Subject) -> dict[str, object]:
    metadata = subject.policy.metadata
    fields = {
        "audience": metadata.audience,
        "topic": metadata.topic,
        "date": metadata.date,
        "author": metadata.author,
        "service": metadata.service,
        "collections": metadata.collections,
        "source_commit": dict(metadata.source_commit),
        "source_hash": dict(metadata.source_hash),
        "translation_type": dict(metadata.translation_type),
    }
    return {name: value for name, value in fields.items() if value}


def _revisions(subject: Subject) -> dict[str, str]:
    metadata = subject.policy.metadata
    dated = dict.fromkeys(subject.policy.locales, metadata.date) if metadata.date else {}
    return {locale: text for locale, text in (dated | dict(metadata.source_commit)).items() if text}


def _domain(each: Input) -> dict[str, object]:
    fields: dict[str, object] = {"type": each.type.value}
    if each.minimum is not None:
        fields["minimum"] = plain(each.minimum)
    if each.maximum is not None:
        fields["maximum"] = plain(each.maximum)
    if each.unit:
        fields["unit"] = each.unit
    return fields | ({"choices": each.choices} if each.choices else {})


def _decision(subject: Subject, function: Function) -> dict[str, object]:
    return {
        "id": function.decision.id,
        "inputs": [subject.parameters[each.name] for each in function.inputs],
        "nearest": function.nearest,
        "outcomes": [member.value for member in function.outcomes.members],
        "plan": [_planned(subject, condition, chosen) for condition, chosen in function.plan],
        "cases": [_case(subject, case) for case in function.cases],
    }


def _planned(subject: Subject, condition: Condition, chosen: tuple[int, ...]) -> list[object]:
    return [as_data(condition, subject.parameters), chosen[0] if len(chosen) == 1 else None]


def _case(subject: Subject, case: Case) -> dict[str, object]:
    group = "otherwise" if case.otherwise else "exception" if case.exception else "case"
    when = as_data(case.when, subject.parameters)
    return {"group": group, "when": when, "then": case.then, "hedges": case.hedges}


def _duties(subject: Subject) -> dict[str, object]:
    return {
        key: {
            "kind": duty.kind.value,
            "when": as_data(when, subject.parameters),
            "actors": duty.actors,
            "modality": duty.modality,
            "before": duty.before,
            "after": duty.after,
            "state": duty.state,
            "hedges": duty.hedges,
            "monikers": duty.monikers,
        }
        for key, duty, when in keyed_duties(subject)
    }


def _procedures(subject: Subject) -> dict[str, object]:
    return {
        key: {moniker: [_step(step) for step in steps] for moniker, steps in procedure.steps}
        for key, procedure in keyed_procedures(subject)
    }


def _step(step: Step) -> dict[str, Any]:
    return {"number": step.number, "text": dict(step.text), "links": step.links, "images": step.images}


def _evidence(subject: Subject, parts: Parts) -> Iterable[tuple[str, object]]:
    for function in parts.functions:
        for number, case in enumerate(function.decision.cases, start=1):
            monikers = case.monikers or function.decision.monikers
            yield f"decisions/{function.key}/{number}", _cited(case.evidence, monikers)
    for timer in parts.timers:
        yield f"timers/{timer.key}", _cited(timer.timer.evidence, timer.timer.monikers)
    for amount in parts.amounts:
        yield f"amounts/{amount.key}", _cited(amount.amount.evidence, amount.amount.monikers)
    for key, duty, _ in keyed_duties(subject):
        yield f"duties/{key}", _cited(duty.evidence, duty.monikers)
    for key, procedure in keyed_procedures(subject):
        yield f"procedures/{key}", _cited(procedure.evidence, (), whole=False)
    for key, advisory in parts.advisories:
        yield f"advisories/{key}", _cited(advisory.evidence, advisory.monikers)
    for key, definition in parts.definitions:
        yield f"definitions/{key}", _cited(definition.evidence, definition.monikers)
    for key, reference in parts.references:
        yield f"references/{key}", _cited(reference.evidence, ())


def _cited(evidence: Sequence[Evidence], monikers: Sequence[str], *, whole: bool = True) -> Mapping[str, object]:
    """Return the place of the first sentence in each locale, with the quotes of all (`whole`) or of it alone."""
    quotes: dict[str, dict[str, None]] = {}
    for each in evidence:
        quotes.setdefault(each.locale, {}).setdefault(each.quote)
    locales = {
        each.locale: {
            "path": each.path,
            "line": each.line,
            "anchor": each.anchor,
            "quote": " ".join(quotes[each.locale]) if whole else each.quote,
        }
        for each in reversed(evidence)
    }
    return {"monikers": monikers, "locales": dict(sorted(locales.items()))}


def _texts(subject: Subject, parts: Parts) -> Iterable[tuple[str, Localized]]:
    metadata = subject.policy.metadata
    yield from (("title", metadata.title), ("description", metadata.description))
    for amount in parts.amounts:
        yield f"amounts/{amount.key}/measures", amount.amount.measures
    for key, duty, _ in keyed_duties(subject):
        yield from ((f"duties/{key}/text", duty.text), (f"duties/{key}/conditions", duty.conditions))
    for key, procedure in keyed_procedures(subject):
        yield f"procedures/{key}/title", procedure.title
    for key, advisory in parts.advisories:
        yield f"advisories/{key}/text", advisory.text
    for key, definition in parts.definitions:
        yield from ((f"definitions/{key}/term", definition.term), (f"definitions/{key}/text", definition.text))
    for key, reference in parts.references:
        yield f"references/{key}/text", reference.text
    for function in parts.functions:
        for outcome in function.decision.outcomes:
            yield f"decisions/{function.key}/{outcome.name}", outcome.labels
