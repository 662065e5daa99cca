from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from checks import written
from rulemark.checks.coverage import find
from rulemark.diagnostics import Diagnostic
from rulemark.policy import (
    ALWAYS,
    All,
    AnyOf,
    Basis,
    Between,
    Case,
    Compare,
    Condition,
    Input,
    InputType,
    Not,
    OneOf,
    Operator,
    Value,
)

LT, LE, GT, GE, EQ, NE = Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.EQ, Operator.NE
OWN_DOMAIN = Input("own_domain", InputType.BOOLEAN)
ROLE = Input("role", InputType.CHOICE, choices=("owner", "member", "guest"))
SIZE = Input("size", InputType.NUMBER, unit="gigabyte")


def licenses(operator: Operator, value: int) -> Condition:
    return Compare("licenses", operator, Decimal(value))


def check(
    cases: Iterable[Case],
    inputs: Iterable[Input] = (written.LICENSES,),
    *,
    declared: bool = False,
    basis: Basis = Basis.PROSE,
) -> list[Diagnostic]:
    decided = written.decision(cases, declared=declared, basis=basis)
    return list(find(written.compilation(written.policy([decided], inputs))))


def messages(found: Iterable[Diagnostic]) -> list[str]:
    return [f"{item.kind.code} {item.message}" for item in found]


def test_a_single_value_between_two_cases_is_a_gap() -> None:
    found = check([written.case(licenses(LT, 25), "online", 3), written.case(licenses(GT, 25), "support", 4)])
    assert messages(found) == ["RM401 no case covers exactly 25 licenses"]
    assert found[0].witness == (("licenses", 25),)
    assert (found[0].location.start.line, [label.location.start.line for label in found[0].labels]) == (3, [4])
    assert found[0].help is not None


def test_cases_that_meet_leave_no_gap() -> None:
    assert not check([written.case(licenses(LT, 25), "online", 3), written.case(licenses(GE, 25), "support", 4)])


def test_integers_have_no_room_between_neighbours() -> None:
    assert not check([written.case(licenses(LE, 24), "online"), written.case(licenses(GT, 24), "support")])
    assert not check([written.case(licenses(LT, 25), "online"), written.case(licenses(GT, 24), "support")])


def test_a_stretch_between_two_cases_is_one_gap() -> None:
    found = check([written.case(licenses(LT, 25), "online"), written.case(licenses(GT, 100), "support", 2)])
    assert messages(found) == ["RM401 no case covers 25 to 100 licenses"]
    assert found[0].witness == (("licenses", 25),)


def test_the_ends_are_open_unless_the_decision_is_declared() -> None:
    cases = [written.case(licenses(GT, 10), "support")]
    assert not check(cases)
    assert messages(check(cases, declared=True)) == ["RM401 no case covers 0 to 10 licenses"]


def test_single_values_of_prose_bound_no_gap() -> None:
    assert not check([written.case(licenses(EQ, 1), "short"), written.case(licenses(EQ, 3), "long")])


def test_a_gap_that_every_role_shares_is_reported_once_and_without_the_role() -> None:
    owner, others = Compare("role", EQ, "owner"), Compare("role", NE, "owner")
    cases = [
        written.case(All((owner, licenses(LT, 5))), "a", 1),
        written.case(All((owner, licenses(GT, 5))), "b", 2),
        written.case(All((others, licenses(LT, 5))), "c", 3),
        written.case(All((others, licenses(GT, 5))), "d", 4),
    ]
    found = check(cases, (ROLE, written.LICENSES), declared=True)
    assert messages(found) == ["RM401 no case covers exactly 5 licenses"]
    assert found[0].witness == (("licenses", 5),)


def test_a_gap_of_one_choice_names_the_choice() -> None:
    cases = [
        written.case(All((Compare("role", EQ, "owner"), licenses(GE, 5))), "a", 1),
        written.case(licenses(LT, 5), "b", 2),
        written.case(All((Compare("role", EQ, "member"), licenses(GE, 5))), "c", 3),
    ]
    found = check(cases, (ROLE, written.LICENSES), declared=True)
    assert messages(found) == ["RM401 no case covers at least 5 licenses where `role` is `guest`"]
    assert found[0].witness == (("licenses", 5), ("role", "guest"))


def test_dense_domains_have_room_between_whole_numbers_only_where_prose_means_it() -> None:
    size = [Between("size", Decimal(1), Decimal(10)), Between("size", Decimal(11), Decimal(50))]
    assert not check([written.case(part, str(index)) for index, part in enumerate(size)], (SIZE,))
    above, below = Compare("size", GT, Decimal("2.5")), Compare("size", LT, Decimal(2))
    found = check([written.case(below, "small"), written.case(above, "large")], (SIZE,))
    assert messages(found) == ["RM401 no case covers from 2 to 2.5 gigabytes"]
    assert found[0].witness == (("size", 2),)


def test_dates_are_days() -> None:
    signed = Input("signed", InputType.DATE)
    cases = [
        written.case(Compare("signed", LT, "2024-07-01"), "old", 1),
        written.case(Compare("signed", GT, "2024-07-01"), "new", 2),
    ]
    assert messages(check(cases, (signed,))) == ["RM401 no case covers exactly 2024-07-01"]


def test_otherwise_covers_the_rest() -> None:
    cases = [written.case(licenses(GT, 10), "support"), written.case(ALWAYS, "online", otherwise=True)]
    assert not check(cases, declared=True)


def test_two_prose_cases_that_face_each_other_overlap() -> None:
    found = check([written.case(licenses(LE, 25), "online", 3), written.case(licenses(GE, 25), "support", 4)])
    assert messages(found) == ["RM402 both `online` and `support` apply to exactly 25 licenses"]
    assert found[0].witness == (("licenses", 25),)


def test_prose_that_adds_a_rule_for_more_does_not_overlap() -> None:
    cases = [written.case(licenses(GT, 5), "discount"), written.case(licenses(GT, 50), "manager")]
    assert not check(cases)
    assert messages(check(cases, basis=Basis.TABLE)) == [
        "RM402 both `discount` and `manager` apply to more than 50 licenses"
    ]


def test_an_exception_overlaps_nothing() -> None:
    cases = [written.case(licenses(GE, 5), "yes"), written.case(licenses(LE, 7), "no", exception=True)]
    assert not check(cases)


def test_the_same_outcome_twice_is_no_contradiction() -> None:
    assert not check([written.case(licenses(LE, 5), "yes"), written.case(licenses(GE, 5), "yes", 2)], declared=True)


def test_a_condition_that_denies_itself_is_unreachable() -> None:
    cases = [written.case(All((licenses(LT, 5), licenses(GT, 9))), "never", 2), written.case(ALWAYS, "always", 1)]
    assert messages(check(cases)) == ["RM403 no input can reach the case that leads to `never`"]


def test_otherwise_after_everything_is_unreachable() -> None:
    cases = [
        written.case(licenses(LT, 5), "few", 1),
        written.case(licenses(GE, 5), "many", 2),
        written.case(ALWAYS, "rest", 3, otherwise=True),
    ]
    found = check(cases)
    assert messages(found) == ["RM403 no input can reach the case that leads to `rest`"]
    assert [label.location.start.line for label in found[0].labels] == [1, 2]


def test_a_hedged_case_shadows_nothing() -> None:
    cases = [
        written.case(licenses(GE, 0), "usual", 1, hedges=("usually",)),
        written.case(ALWAYS, "rest", 2, otherwise=True),
    ]
    assert not check(cases)


def test_readers_of_one_cloud_are_judged_on_what_they_see() -> None:
    cases = (
        written.case(licenses(LT, 25), "online", 1),
        written.case(licenses(GE, 25), "support", 2, monikers=("cloud-a",)),
        written.case(licenses(GT, 25), "support", 3, monikers=("cloud-b",)),
    )
    page = written.policy([written.decision(cases)], monikers=("cloud-a", "cloud-b"))
    found = list(find(written.compilation(page)))
    assert messages(found) == ["RM401 no case covers exactly 25 licenses for `cloud-b`"]
    assert found[0].witness == (("licenses", 25), ("moniker", "cloud-b"))


def test_a_declared_decision_speaks_to_every_moniker_of_the_page() -> None:
    cases = (written.case(licenses(GE, 0), "online", 1, monikers=("cloud-a",)),)
    page = written.policy([written.decision(cases, declared=True)], monikers=("cloud-a", "cloud-b"))
    assert messages(find(written.compilation(page))) == ["RM404 no case of `channel` is shown to readers of `cloud-b`"]


def test_a_decision_that_does_not_fit_its_inputs_is_left_alone() -> None:
    odd = [Compare("licenses", LT, "many"), Compare("unknown", EQ, value=True), Compare("own_domain", LT, value=True)]
    for condition in odd:
        assert not check([written.case(condition, "a")], (written.LICENSES, OWN_DOMAIN), declared=True)


def test_a_decision_over_too_many_inputs_is_left_alone_quickly() -> None:
    inputs = [Input(f"flag_{index}", InputType.BOOLEAN) for index in range(40)]
    parity = All(
        tuple(
            AnyOf((Compare(a.name, EQ, value=True), Compare(b.name, EQ, value=True)))
            for a, b in product(inputs, inputs)
        )
    )
    assert not check([written.case(parity, "a"), written.case(Not(parity), "b")], inputs, declared=True)


# --- against brute force ----------------------------------------------------------------------------------------------

NUMBERS = st.integers(0, 6).map(Decimal)
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Compare, st.just("licenses"), st.sampled_from(Operator), NUMBERS),
    st.builds(lambda low, width: Between("licenses", low, low + width), NUMBERS, NUMBERS),
    st.builds(Compare, st.just("own_domain"), st.sampled_from([EQ, NE]), st.booleans()),
    st.builds(Compare, st.just("role"), st.sampled_from([EQ, NE]), st.sampled_from(ROLE.choices)),
    st.builds(lambda names: OneOf("role", tuple(names)), st.lists(st.sampled_from(ROLE.choices), max_size=2)),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=4,
)
CASES = st.lists(
    st.builds(
        lambda when, then, otherwise: written.case(when, then, otherwise=otherwise),
        CONDITIONS,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from([False, False, False, True]),
    ),
    min_size=1,
    max_size=4,
)


def applies(condition: Condition, point: dict[str, Value]) -> bool:
    """Evaluate a condition the plain way, apart from the code under test."""
    match condition:
        case Compare(input=name, operator=operator, value=value):
            left: Value = point[name]
            if operator is EQ:
                return left == value
            if operator is NE:
                return left != value
            assert isinstance(left, Decimal)
            assert isinstance(value, Decimal)
            return {LT: left < value, LE: left <= value, GT: left > value, GE: left >= value}[operator]
        case Between(input=name, low=low, high=high):
            number = point[name]
            assert isinstance(number, Decimal)
            return low <= number <= high
        case OneOf(input=name, values=values):
            return point[name] in values
        case All(parts):
            return all(applies(part, point) for part in parts)
        case AnyOf(parts):
            return any(applies(part, point) for part in parts)
        case Not(part):
            return not applies(part, point)


def every_point() -> Iterable[dict[str, Value]]:
    for count, owns, role in product(range(16), (True, False), ROLE.choices):
        yield {"licenses": Decimal(count), "own_domain": owns, "role": role}


@given(CASES)
@settings(max_examples=300, deadline=None)
def test_the_verdicts_equal_brute_force(cases: list[Case]) -> None:
    found = check(cases, (written.LICENSES, OWN_DOMAIN, ROLE), declared=True)
    points = list(every_point())
    codes = [item.kind.code for item in found]
    assert ("RM401" in codes) == any(not any(applies(case.when, point) for case in cases) for point in points)
    plain = [case for case in cases if not case.otherwise]
    assert ("RM402" in codes) == any(
        len({case.then for case in plain if applies(case.when, point)}) > 1 for point in points
    )
    assert codes.count("RM403") == sum(
        not any(
            applies(case.when, point) and not (case.otherwise and any(applies(other.when, point) for other in plain))
            for point in points
        )
        for case in cases
    )


@given(CASES)
@settings(max_examples=200, deadline=None)
def test_every_witness_shows_what_it_claims(cases: list[Case]) -> None:
    for item in check(cases, (written.LICENSES, OWN_DOMAIN, ROLE), declared=True):
        shown = {name: Decimal(value) if type(value) is int else value for name, value in item.witness}
        around = [point for point in every_point() if all(point[name] == value for name, value in shown.items())]
        applying = [[case for case in cases if applies(case.when, point)] for point in around]
        if item.kind.code == "RM401":
            assert around
            assert not any(applying)
        if item.kind.code == "RM402":
            assert around
            assert all(len({case.then for case in hits}) > 1 for hits in applying)
