"""What the policy of an article says, as the rows of the summary on its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Final, TypeVar

from rulemark.outputs.guidance.locales import direction, tag
from rulemark.outputs.guidance.rows import (
    CaseRow,
    Citation,
    DecisionTable,
    Group,
    Line,
    Place,
    Summary,
    TimerGroup,
    TimerRow,
)
from rulemark.outputs.guidance.sentences import Sentences
from rulemark.outputs.guidance.spoken import spoken, spoken_unit
from rulemark.outputs.guidance.timeline import TimeLine, time_lines
from rulemark.outputs.guidance.voice import Voice
from rulemark.outputs.guidance.wording import amount_words, clipped, timer_words
from rulemark.policy import (
    Amount,
    Case,
    Decision,
    Definition,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    Policy,
    Procedure,
    Timer,
)
from rulemark.statements import Statement

Item = TypeVar("Item")
_FEW: Final = 4
"""How many lines of a long list a summary shows; the others are counted where they stand."""


@dataclass(frozen=True, slots=True)
class Summarizer:
    """Puts the elements of one policy into the words of one page."""

    policy: Policy
    voice: Voice
    edition: str
    """The locale of the article on the page."""
    sentences: Sentences
    placed: frozenset[str]
    """The sentences that are marked on the page."""
    statements: tuple[Statement, ...] = ()
    """The sentences of the article on the page, as they were read."""

    def summary(self) -> Summary:
        """Return the whole summary."""
        policy = self.policy
        return Summary(
            decisions=tuple(map(self._decision, policy.decisions)),
            timers=self._timers(),
            duties=tuple(self._duties()),
            amounts=tuple(map(self._amount, policy.amounts)),
            definitions=tuple(map(self._definition, _shown(policy.definitions))),
            procedures=tuple(line for procedure in policy.procedures for line in self._procedure(procedure)),
            other_terms=tuple(map(self._term, policy.definitions[len(_shown(policy.definitions)) :])),
        )

    def cite(self, evidence: Sequence[Evidence]) -> Citation | None:
        """Return the evidence in the language of the page, else the first there is."""
        first = self._first(evidence)
        if first is None:
            return None
        quote = " ".join(dict.fromkeys(item.quote for item in evidence if item.locale == first.locale))
        sentence = self.sentences.of(first)
        if sentence and sentence.id in self.placed:
            lang, way = tag(first.locale), direction(first.locale)
            return Citation(quote, f"#{sentence.id}", lang, way, first.anchor, marked=True)
        section = f"#{first.anchor or 'page_main'}"
        return Citation(quote, section, tag(first.locale), direction(first.locale), first.anchor)

    def _first(self, evidence: Iterable[Evidence]) -> Evidence | None:
        return min(evidence, key=lambda item: (item.locale != self.edition, item.locale), default=None)

    def _decision(self, decision: Decision) -> DecisionTable:
        rows = tuple(self._case(decision, case) for case in decision.cases)
        return DecisionTable(decision.id, self.title(decision.id, decision.anchor), rows)

    def title(self, name: str, anchor: str) -> str:
        """Return the words for an element: its section's heading, else its name."""
        section = self.voice.text(dict(self.policy.anchors).get(anchor, ()))
        label = self.voice.label(name)
        return section or label[:1].upper() + label[1:]

    def _case(self, decision: Decision, case: Case) -> CaseRow:
        words = self.voice.condition(case.when, self.policy)
        if not words:
            words = self.voice.say("case_otherwise" if case.otherwise else "case_always")
        outcome = next((self.voice.text(item.labels) for item in decision.outcomes if item.name == case.then), "")
        return CaseRow(
            condition=words,
            outcome=outcome or self.voice.label(case.then),
            versions=tuple(map(self.voice.moniker, case.monikers)),
            monikers=case.monikers,
            hedges=tuple(map(self.voice.hedge, case.hedges)),
            exception=case.exception,
            citation=self.cite(case.evidence),
        )

    def _timers(self) -> tuple[TimerGroup, ...]:
        lines = time_lines(self.policy.timers, self.voice, self._length)
        groups: dict[str | None, dict[object, TimerRow]] = {}
        for timer in self.policy.timers:
            row = self._timer(timer, lines.get(timer.event))
            same, meaning = groups.setdefault(timer.event, {}), (row.subject, row.words, row.details, row.monikers)
            known = same.get(meaning)
            same[meaning] = replace(known, citations=(*known.citations, *row.citations)) if known else row
        return tuple(self._timer_group(event, lines.get(event), tuple(rows.values())) for event, rows in groups.items())

    def _timer_group(self, event: str | None, line: TimeLine | None, rows: tuple[TimerRow, ...]) -> TimerGroup:
        shown = _shown(rows)
        others = (row.citations[0].section for row in rows[len(shown) :] if row.citations)
        return TimerGroup(self._event(event), line, shown, self._places(others))

    def _event(self, event: str | None) -> str:
        return self.voice.named(event) if event else ""

    def _timer(self, timer: Timer, line: TimeLine | None) -> TimerRow:
        subject = self.voice.known(timer.state or timer.effect or "")
        citation = self.cite(timer.evidence)
        return TimerRow(
            subject=subject[:1].upper() + subject[1:],
            words=self.timer_words(timer),
            details=self._details(timer),
            monikers=timer.monikers,
            lane=line.lanes.get(timer.id) if line else None,
            citations=(citation,) if citation else (),
        )

    def timer_words(self, timer: Timer) -> str:
        """Return what a timer says."""
        return timer_words(timer, self.voice, partial(self._length, timer))

    def _length(self, timer: Timer, duration: Duration) -> str:
        """Return a duration; days of work are called as the article calls them, since there are several kinds."""
        if duration.unit is not DurationUnit.BUSINESS_DAY:
            return self.voice.duration(duration)
        kind = spoken_unit(Decimal(duration.count), None, self._first(timer.evidence), self.statements)
        return f"{self.voice.number(duration.count)} {kind}" if kind else self.voice.duration(duration)

    def _details(self, element: Timer | Amount) -> tuple[str, ...]:
        return tuple(filter(None, (self.voice.condition(element.when, self.policy), *self._scope(element))))

    def _scope(self, element: Timer | Amount | Duty) -> Iterable[str]:
        if element.monikers:
            names = self.voice.all_of(tuple(map(self.voice.moniker, element.monikers)))
            yield self.voice.say("only_for", names=names)
        yield from dict.fromkeys(map(self.voice.hedge, element.hedges))

    def _duties(self) -> Iterable[Group]:
        for kind in DutyKind:
            duties = tuple(duty for duty in self.policy.duties if duty.kind is kind)
            if duties:
                shown = _shown(duties)
                lines = tuple(map(self._duty, shown))
                yield Group(
                    kind.value,
                    self.voice.say(f"duty_{kind.value}"),
                    lines,
                    self._places(self.anchor_here(duty) for duty in duties[len(shown) :]),
                )

    def anchor_here(self, element: Duty | Timer | Procedure) -> str:
        """Return the anchor that the section of an element has in the language of the page."""
        return next((item.anchor for item in element.evidence if item.locale == self.edition), element.anchor)

    def _places(self, anchors: Iterable[str]) -> tuple[Place, ...]:
        """Return the sections of the page that lines stand in, each with their number."""
        counts = Counter(anchors)
        return tuple(Place(f"#{anchor or 'page_main'}", self._section(anchor), n) for anchor, n in counts.items())

    def _section(self, anchor: str) -> str:
        """Return what a section of the page is called, the title of the article where it has no heading."""
        elements: tuple[Duty | Timer, ...] = (*self.policy.duties, *self.policy.timers)
        shared = next((each.anchor for each in elements if self.anchor_here(each) == anchor), anchor)
        heading = self.voice.text(dict(self.policy.anchors).get(shared, ()))
        return heading or self.voice.text(self.policy.metadata.title) or self.policy.path

    def _duty(self, duty: Duty) -> Line:
        citation = self.cite(duty.evidence)
        condition = self.voice.text(duty.conditions) or self.voice.condition(duty.when, self.policy)
        before = self.voice.say("before_event", event=self.voice.label(duty.before)) if duty.before else ""
        after = self.voice.say("after_event", event=self.voice.label(duty.after)) if duty.after else ""
        actors = self.voice.all_of(tuple(map(self.voice.label, duty.actors)))
        details = tuple(filter(None, (actors, condition, before, after, *self._scope(duty))))
        text = citation.quote if citation else self.voice.text(duty.text)
        return Line(clipped(text), () if citation else details, duty.monikers, citation)

    def _amount(self, amount: Amount) -> Line:
        citation = self.cite(amount.evidence)
        text = self.voice.text(amount.measures) or self.voice.label(amount.id)
        return Line(text, self._details(amount), amount.monikers, citation, self._figure(amount))

    def _figure(self, amount: Amount) -> str:
        """Return what an amount says, in the words of the article where it counts things: they have plural forms."""
        voice, evidence = self.voice, self._first(amount.evidence)
        if voice.measures(amount.unit):
            return amount_words(amount, voice)
        if amount.upper is None:
            return spoken(amount, evidence, self.statements) or amount_words(amount, voice)
        kind = spoken_unit(amount.value, amount.upper, evidence, self.statements)
        high = f"{voice.number(amount.upper)} {kind}" if kind else voice.measure(amount.upper, amount.unit)
        return voice.say("between", low=voice.number(amount.value), high=high)

    def _definition(self, definition: Definition) -> Line:
        text, term = self.voice.text(definition.text), self.voice.text(definition.term)
        return Line(clipped(text), (), definition.monikers, self.cite(definition.evidence), term)

    def _term(self, definition: Definition) -> Place:
        citation = self.cite(definition.evidence)
        return Place(citation.href if citation else "#page_main", self.voice.text(definition.term), 1)

    def _procedure(self, procedure: Procedure) -> Iterable[Line]:
        title = self.voice.text(procedure.title) or self.title(procedure.id, procedure.anchor)
        anchor = self.anchor_here(procedure)
        for moniker, steps in procedure.steps:
            figure = self.voice.say("steps", len(steps))
            names = (self.voice.moniker(moniker),) if moniker else ()
            citation = Citation("", f"#{anchor or 'page_main'}", "", "")
            yield Line(title, names, (moniker,) if moniker else (), citation, figure)


def _shown(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what a summary shows of a list: the first few of a long one."""
    return items if len(items) <= _FEW + 1 else items[:_FEW]
