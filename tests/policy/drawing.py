"""Random policies and texts for properties."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from rulemark.policy import (
    Advisory,
    All,
    Amount,
    AnyOf,
    Basis,
    Between,
    Case,
    Compare,
    Condition,
    Decision,
    Definition,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    Input,
    InputType,
    Localized,
    Metadata,
    Not,
    NotCompiled,
    OneOf,
    Operator,
    Outcome,
    Policy,
    Procedure,
    Reference,
    Step,
    Timer,
    localized,
)
from rulemark.statements import Modality

Item = TypeVar("Item")

names = st.sampled_from(["licenses", "own_domain", "n_90_days", "a", "class", "null", "yes", "x_2"])
locales = st.sampled_from(["de-de", "en-us", "ja-jp", "zh-hant-tw", "no"])
_NASTY = (
    *("yes", "null", "~", "1.0", "1e3", "0x10", "1_000", "12:30", "2020-01-01", ".inf", "=", "<<", "!tag", "&a", "*a"),
    *("- x", "a: b", "a #b", "#", "{{ x }}", "[x", "%", "@", "`", "'\"", " lead", "trail ", "two\nlines", "tab\tbed"),
    *("訂閱", "l\u2028s", "\u00a0", "\ufeff", "\x85", "😀", "e\u0301", "...", "---", "?"),
)
"""Words that YAML has plans of its own for."""
texts = st.sampled_from(_NASTY) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=4)
numbers = st.sampled_from(["0", "25", "-3", "0.5", "12.25", "1e3", "99999999999999999999", "0.0001", "1E+10"]).map(
    lambda text: Decimal(text).normalize()
)
durations = st.builds(Duration, st.integers(0, 10_000), st.sampled_from(DurationUnit))


def _few(items: st.SearchStrategy[Item], most: int = 3) -> st.SearchStrategy[tuple[Item, ...]]:
    return st.lists(items, max_size=most).map(tuple)


def _some(items: st.SearchStrategy[Item], most: int = 3) -> st.SearchStrategy[tuple[Item, ...]]:
    return st.lists(items, min_size=1, max_size=most).map(tuple)


def _maybe(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Item | None]:
    return st.none() | items


localized_texts: st.SearchStrategy[Localized] = st.dictionaries(locales, texts, max_size=3).map(
    lambda found: localized(found.items())
)
compares = (
    st.builds(Compare, names, st.sampled_from(Operator), numbers)
    | st.builds(Compare, names, st.just(Operator.EQ), st.booleans())
    | st.builds(Compare, names, st.sampled_from([Operator.EQ, Operator.NE]), names)
)
simple_conditions: st.SearchStrategy[Condition] = (
    compares
    | st.builds(Between, names, numbers, numbers)
    | st.builds(OneOf, names, _some(names | numbers | st.booleans()))
)


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    return st.builds(All, _few(parts)) | st.builds(AnyOf, _few(parts)) | st.builds(Not, parts)


conditions: st.SearchStrategy[Condition] = st.recursive(simple_conditions, _joined, max_leaves=5)
evidence = st.builds(Evidence, locales, texts, texts | st.just(""), st.integers(1, 10_000), texts)
_evidence = _few(evidence, 2)
_modality = _maybe(st.sampled_from([modality.value for modality in Modality]))
_basis = st.sampled_from(Basis)
_words = _few(texts, 2)

inputs = st.builds(
    Input,
    name=names,
    type=st.sampled_from(InputType),
    minimum=_maybe(numbers),
    maximum=_maybe(numbers),
    unit=_maybe(texts),
    choices=_few(names),
    labels=localized_texts,
    invented=st.booleans(),
)
cases = st.builds(
    Case,
    when=conditions,
    then=names,
    evidence=_evidence,
    monikers=_words,
    hedges=_words,
    exception=st.booleans(),
    otherwise=st.booleans(),
)
decisions = st.builds(
    Decision,
    id=names,
    inputs=_few(names),
    outcomes=_few(st.builds(Outcome, names, localized_texts)),
    cases=_some(cases, 2),
    monikers=_words,
    basis=_basis,
    declared=st.booleans(),
    anchor=texts,
)
timers = st.builds(
    Timer,
    id=names,
    evidence=_evidence,
    event=_maybe(texts),
    state=_maybe(texts),
    effect=_maybe(texts),
    actors=_words,
    lasts=_maybe(durations),
    earliest=_maybe(durations),
    latest=_maybe(durations),
    before=_maybe(durations),
    period=_maybe(texts),
    when=conditions,
    modality=_modality,
    hedges=_words,
    monikers=_words,
    basis=_basis,
    anchor=texts,
)
amounts = st.builds(
    Amount,
    id=names,
    evidence=_evidence,
    value=numbers,
    operator=st.sampled_from(Operator),
    unit=texts,
    name=st.one_of(st.just(""), names),
    upper=_maybe(numbers),
    measures=localized_texts,
    when=conditions,
    modality=_modality,
    hedges=_words,
    monikers=_words,
    basis=_basis,
    anchor=texts,
)
duties = st.builds(
    Duty,
    id=names,
    kind=st.sampled_from(DutyKind),
    evidence=_evidence,
    text=localized_texts,
    actors=_words,
    when=conditions,
    conditions=localized_texts,
    modality=_modality,
    before=_maybe(texts),
    after=_maybe(texts),
    state=_maybe(texts),
    hedges=_words,
    monikers=_words,
    basis=_basis,
    anchor=texts,
)
steps = st.builds(Step, st.integers(0, 99), localized_texts, _words, _words)
procedures = st.builds(
    Procedure,
    id=names,
    title=localized_texts,
    steps=st.dictionaries(texts | st.just(""), _some(steps), min_size=1, max_size=2).map(
        lambda found: tuple(found.items())
    ),
    evidence=_evidence,
    anchor=texts,
)
metadata = st.builds(
    Metadata,
    title=localized_texts,
    description=localized_texts,
    audience=_maybe(texts),
    topic=_maybe(texts),
    date=_maybe(st.dates().map(lambda date: date.isoformat())),
    author=_maybe(texts),
    service=_maybe(texts),
    collections=_words,
    source_commit=localized_texts,
    source_hash=localized_texts,
    translation_type=localized_texts,
)
_advisories = st.builds(Advisory, names, texts, localized_texts, _evidence, _words, texts)
_definitions = st.builds(Definition, names, localized_texts, localized_texts, _evidence, _words, texts)
_references = st.builds(Reference, texts, localized_texts, _evidence, texts)
_anchors = st.dictionaries(texts, localized_texts, max_size=2).map(lambda found: tuple(found.items()))
_ELEMENTS: dict[str, st.SearchStrategy[tuple[object, ...]]] = {
    "inputs": _few(inputs, 2),
    "decisions": _few(decisions, 2),
    "timers": _few(timers, 2),
    "amounts": _few(amounts, 2),
    "duties": _few(duties, 2),
    "procedures": _few(procedures, 2),
    "advisories": _few(_advisories, 2),
    "definitions": _few(_definitions, 2),
    "references": _few(_references, 2),
    "not_compiled": _few(st.builds(NotCompiled, texts, evidence), 2),
    "anchors": _anchors,
}


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """A policy with elements of two kinds: all kinds at once would only be slow."""
    kinds = draw(st.lists(st.sampled_from(sorted(_ELEMENTS)), max_size=2, unique=True))
    return Policy(
        path=draw(texts),
        metadata=draw(metadata),
        locales=draw(_some(locales)),
        source_locale=draw(locales),
        monikers=draw(_words),
        **{kind: draw(_ELEMENTS[kind]) for kind in kinds},  # type: ignore[arg-type] # each kind has its own strategy
    )


_SENTENCES = (
    "If you have fewer than {n} seats, call us.",
    "If you have more than {n} seats, write to us.",
    "You must pay within {n} days of purchase.",
    "The suspended state lasts {n} days.",
    "You can install it on at most {n} devices.",
    "Users can't leave before the end.",
    "- **Term**: a word with {n} letters.",
    "1. Open the door.\n2. See [the next](next.md).",
    "> [!NOTE]\n> Wait {n} hours.",
    "## Section {n}",
    "| Seats | What |\n|---|---|\n| up to {n} seats | call |\n| more than {n} seats | write |",
    '::: moniker range="one"\n\nYou should wait.\n\n::: moniker-end',
    "*Fee:* **You get** back `{n}` percent & {n} % of <b>it</b>.",
    "You must:\n\n- pay {n} euros\n- wait",
    "Text \\*escaped\\* &amp; [linked](a.md) ![image](b.png)<br>with **bold** and\na line end.",
)
articles = st.lists(
    st.builds(lambda sentence, number: sentence.format(n=number), st.sampled_from(_SENTENCES), st.integers(0, 400)),
    min_size=1,
    max_size=8,
).map(lambda blocks: "# Title\n\n" + "\n\n".join(blocks) + "\n")
"""Articles of sentences that become elements of every kind."""
