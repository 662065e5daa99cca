"""Numbers that are neither time nor part of a condition become amounts: limits, shares, prices, sizes."""

from __future__ import annotations

from rulemark.policy.clauses import Understood, is_time, operator_of
from rulemark.policy.conditions import modality_of
from rulemark.policy.drafts import RefusedError, evidence_of
from rulemark.policy.look_alike_amounts import look_alike_amount
from rulemark.policy.lookup import Lookup, first, hedges_of
from rulemark.policy.model import Amount, Basis
from rulemark.source import Span
from rulemark.statements import COUNT, FORBIDDING, MEASURED, Comparison, Quantity, Scope, Statement

_MEASURED = MEASURED | {"point"}


def amounts_of(
    statement: Statement, when: Understood, lookup: Lookup, *, beside_timer: bool = False
) -> tuple[Amount, ...]:
    """Return the amounts that a sentence states outside its conditions.

    Args:
        statement: The sentence.
        when: What its conditions say.
        lookup: The vocabulary.
        beside_timer: It states a time as well, and is compiled without its numbers.

    Raises:
        RefusedError: Every number only looks like a limit.
    """
    if not statement.reading.quantities:
        return ()
    conditions = tuple(condition.span for condition in statement.reading.conditions)
    stated = (q for q in statement.reading.quantities if not any(q.number_span in span for span in conditions))
    limits = tuple(
        quantity
        for quantity in stated
        if quantity.scope is not Scope.CASE and states_amount(quantity) and not _is_forbidden(statement, quantity)
    )
    reasons = tuple(look_alike_amount(statement, quantity, lookup.lexicon) for quantity in limits)
    if reasons and all(reasons) and not beside_timer:
        raise RefusedError(reasons[0])
    kept = (quantity for quantity, reason in zip(limits, reasons, strict=True) if not reason)
    return tuple(_amount(statement, quantity, when, lookup) for quantity in kept)


def _is_forbidden(statement: Statement, quantity: Quantity) -> bool:
    """Whether a number stands in a prohibition that does not say how it compares: the duty quotes it."""
    return (
        statement.reading.modality in FORBIDDING and not quantity.negated and quantity.comparison is not Comparison.LE
    )


def states_amount(quantity: Quantity) -> bool:
    """Whether a quantity limits or measures something; a bare count ("two subscriptions") does not."""
    if is_time(quantity.unit) or quantity.unit == COUNT:
        return False
    measured = quantity.unit in _MEASURED or quantity.unit.startswith("currency:")
    return measured or quantity.comparison is not Comparison.EQ


def _amount(statement: Statement, quantity: Quantity, when: Understood, lookup: Lookup) -> Amount:
    reading = statement.reading
    main = reading.consequence or Span(0, len(reading.text))
    text = " ".join(reading.words(main).split())
    name = first(lookup.amounts.find(text)) or ""
    return Amount(
        id=name,
        name=name,
        evidence=(evidence_of(statement, lookup.locale),),
        value=quantity.value,
        upper=quantity.upper,
        operator=operator_of(quantity),
        unit=quantity.unit,
        measures=((lookup.locale, statement.label_of_item or text),),
        when=when.condition,
        modality=modality_of(statement, (quantity,)),
        hedges=hedges_of(reading, lookup),
        monikers=statement.monikers,
        basis=Basis.PROSE,
        anchor=statement.anchor,
    )
