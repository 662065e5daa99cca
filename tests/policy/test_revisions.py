"""Fifteen revisions of one article: what they promise side by side, and that wording alone changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from rulemark.document import parse
from rulemark.policy import Decision, Policy, Timer, assemble, load_vocabulary
from rulemark.policy.plain_form import condition_to_plain
from rulemark.source import Source
from rulemark.statements import extract, load_lexicon
from shared import ROOT, SHARED, needs_shared

BOOK = Path(__file__).with_name("revisions.md")
LOCALES = ("en-us", "nl-nl")


def revisions(locale: str) -> list[Path]:
    return sorted((SHARED / "seed").glob(f"*.{locale}.md"))


def compiled(path: Path, locale: str) -> Policy:
    names = ROOT / "policies/vocabulary.yaml"
    vocabulary, _ = load_vocabulary(Source(names.name, names.read_text(encoding="utf-8")))
    document = parse(Source(path.name, path.read_text(encoding="utf-8"), locale))
    return assemble([extract(document, load_lexicon(locale))], vocabulary, source_locale=locale).policies[0]


def facts(policy: Policy) -> Iterator[str]:
    """What a policy promises, one line each, without any word of the article."""
    yield from map(decision_line, policy.decisions)
    yield from map(timer_line, policy.timers)
    for procedure in policy.procedures:
        steps = ", ".join(f"{moniker or 'everybody'} {len(steps)}" for moniker, steps in procedure.steps)
        yield f"procedure {procedure.id}: {steps}"
    kinds = Counter(duty.kind.value for duty in policy.duties)
    yield from (f"{kind}: {count}" for kind, count in sorted(kinds.items()))


def decision_line(decision: Decision) -> str:
    cases = "; ".join(f"{condition_to_plain(case.when)} -> {case.then}" for case in decision.cases)
    return f"decision {decision.id}: {cases}"


def timer_line(timer: Timer) -> str:
    bounds = {name: getattr(timer, name) for name in ("lasts", "earliest", "latest", "before")}
    parts = [f"{name} {duration.iso}" for name, duration in bounds.items() if duration]
    parts += [f"within {timer.period}"] if timer.period else []
    parts += [f"for {', '.join(timer.actors)}"] if timer.actors else []
    parts += [f"usually ({', '.join(timer.hedges)})"] if timer.hedges else []
    about = timer.state or timer.effect
    return f"timer {about if about in KNOWN else 'unnamed'}: {', '.join(parts)}"


KNOWN = frozenset({"credit_refunded", "disabled", "data_deleted", "reactivation", "deleted"})
"""What the vocabulary names; an invented name holds words of the article, which do not belong here."""


def side_by_side(locale: str) -> str:
    """One line a fact, with a mark for each revision that promises it."""
    columns = [list(dict.fromkeys(facts(compiled(path, locale)))) for path in revisions(locale)]
    rows = dict.fromkeys(fact for column in columns for fact in column)
    return "\n".join("".join("●" if row in column else "·" for column in columns) + f"  {row}" for row in rows)


def expected(locale: str) -> str:
    found = block(locale).search(BOOK.read_text(encoding="utf-8"))
    assert found is not None
    return found[2]


def block(locale: str) -> re.Pattern[str]:
    return re.compile(rf"(```revisions {locale}\n)(.*?)\n```", re.DOTALL)


@needs_shared
@pytest.mark.parametrize("locale", LOCALES)
def test_every_revision_promises_what_the_table_says(locale: str, request: pytest.FixtureRequest) -> None:
    table = side_by_side(locale)
    if request.config.getoption("--update"):
        text = block(locale).sub(lambda found: f"{found[1]}{table}\n```", BOOK.read_text(encoding="utf-8"))
        BOOK.write_text(text, encoding="utf-8")

    assert table == expected(locale)


@needs_shared
@pytest.mark.parametrize("locale", LOCALES)
def test_the_case_of_exactly_25_stays_open_in_every_revision(locale: str) -> None:
    decisions = [compiled(path, locale).decisions[0] for path in revisions(locale)]

    assert len(decisions) == 15
    open_case = [{"licenses": {"lt": 25}}, {"licenses": {"gt": 25}}]
    assert all([condition_to_plain(case.when) for case in decision.cases] == open_case for decision in decisions)
