from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from outputs.python.sample import CLOUDS, POLICIES
from rulemark.outputs.python import render


def _schema() -> dict[str, Any]:
    found = {artifact.path: artifact.text for artifact in render(POLICIES, package="plan_rules")}
    schema: dict[str, Any] = json.loads(found["python/plan_rules/articles/end_a_plan.schema.json"])
    return schema


def test_everything_is_answered_at_once(rules: ModuleType) -> None:
    found = rules.evaluate(seats=12, own_domain=True, role="guest", paid=5, moniker="harbor-cloud")

    assert {name: str(answer.outcome) for name, answer in found.decisions.items()} == {
        "ending_channel": "online",
        "refund": "none",
        "handover": "self_service",
    }
    assert [(duty.id, status) for duty, status in found.duties] == [
        ("remove_own_domain", "applies"),
        ("read_only", "applies"),
    ]
    assert len(found.timers) == 7


def test_a_trace_says_which_case_matched_and_why_the_others_did_not(rules: ModuleType) -> None:
    traces = rules.evaluate(seats=41, role="guest", paid=Decimal("19.50")).traces

    assert [(case.status, case.reason) for case in traces["ending_channel"]] == [
        ("does not apply", "seats < 40: seats is 41"),
        ("applies", "seats > 40: holds"),
    ]
    assert [(case.status, case.reason) for case in traces["refund"]] == [
        ("outranked", "paid < 19.90: a case that comes first applies"),
        ("does not apply", "19.90 <= paid <= 500: paid is 19.50"),
        ("applies", "role == guest: holds"),
        ("outranked", "always: a case that comes first applies"),
    ]
    assert traces["handover"][0].reason == "moniker is north-cloud and seats >= 10: depends on moniker"


def test_a_timer_is_dated_when_its_event_is_known(rules: ModuleType) -> None:
    found = rules.evaluate(events={"cancellation": date(2026, 1, 1)}).to_dict()

    timers = {timer["id"]: timer for timer in found["timers"]}
    assert (timers["wiped"]["earliest_on"], timers["wiped"]["latest_on"]) == ("2026-03-02", "2026-05-31")
    assert "latest_on" not in timers["papers"]
    assert timers["paused_period"]["last_day"] == "2026-03-01"


def test_the_words_come_in_the_language_asked_for(rules: ModuleType) -> None:
    found = rules.evaluate(seats=12).to_dict("nl-nl")

    assert found["decisions"]["ending_channel"]["because"]["quote"] == "Met minder dan 40 plaatsen: online."
    with pytest.raises(ValueError, match="locale must be one of"):
        rules.evaluate(seats=12).to_dict("xx-xx")


def test_a_wrong_fact_is_refused(rules: ModuleType) -> None:
    with pytest.raises(ValueError, match="seats must be an integer of at least 0"):
        rules.evaluate(seats=-1)


@pytest.mark.parametrize(
    ("events", "error", "message"),
    [
        (
            {"foo": date(2026, 1, 1)},
            ValueError,
            "events must be a day by the name of an event: cancellation; got 'foo'",
        ),
        ({None: date(2026, 1, 1)}, ValueError, "events must be .*; got None"),
        ({"cancellation": "today"}, TypeError, r"events\['cancellation'\] must be a date.*; got 'today'"),
        (["cancellation"], TypeError, r"events must be a day by the name .*; got \['cancellation'\]"),
        (0, TypeError, "events must be .*; got 0"),
    ],
)
def test_events_that_the_article_does_not_name_are_refused(
    rules: ModuleType,
    events: Any,  # noqa: ANN401
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=message):
        rules.evaluate(events=events)


def test_an_evaluation_keeps_the_days_and_the_revision_that_it_rests_on(rules: ModuleType) -> None:
    found = rules.evaluate(events={"cancellation": date(2026, 1, 1)}).to_dict("nl-nl")

    assert found["events"] == {"cancellation": "2026-01-01"}
    assert found["revision"] == "0123abcd"
    Draft202012Validator(_SCHEMA).validate(found)


@given(
    seats=st.none() | st.integers(0, 60),
    own_domain=st.none() | st.booleans(),
    role=st.none() | st.sampled_from(["owner", "guest"]),
    paid=st.none() | st.integers(0, 600) | st.decimals(0, 600, places=2),
    moniker=st.none() | st.sampled_from(CLOUDS),
)
def test_an_evaluation_is_json_that_its_schema_describes(rules: ModuleType, **facts: Any) -> None:  # noqa: ANN401
    written = json.loads(json.dumps(rules.evaluate(**facts).to_dict()))

    Draft202012Validator(_SCHEMA).validate(written)


_SCHEMA = _schema()


def test_the_schema_is_one_and_refuses_what_is_none(rules: ModuleType) -> None:
    Draft202012Validator.check_schema(_SCHEMA)
    written = rules.evaluate(seats=1).to_dict()
    written["decisions"]["ending_channel"]["outcome"] = "by_post"

    assert not Draft202012Validator(_SCHEMA).is_valid(written)
