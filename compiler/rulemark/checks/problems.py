"""Every kind of finding of the checks: codes RM4xx, grouped by what they look at."""

from __future__ import annotations

from rulemark.diagnostics import Kind, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# --- RM40x: do the cases of a decision cover what can happen? ---------------------------------------------------------

UNCOVERED_CASE = Kind("RM401", "uncovered-case", WARNING)
"""An input that no case of a decision says anything about."""

OVERLAPPING_CASES = Kind("RM402", "overlapping-cases", ERROR)
"""Two cases apply to the same input and lead to different outcomes."""

UNREACHABLE_CASE = Kind("RM403", "unreachable-case", WARNING)
"""A case that no input can reach."""

UNCOVERED_MONIKER = Kind("RM404", "uncovered-moniker", WARNING)
"""A decision that says nothing to the readers of one moniker."""

# --- RM41x: does the policy contradict itself? ------------------------------------------------------------------------

CONFLICTING_VALUES = Kind("RM411", "conflicting-values", ERROR)
"""Two sentences give the same thing different values."""

CONFLICTING_MODALITY = Kind("RM412", "conflicting-modality", ERROR)
"""What one sentence forbids or demands, another leaves to the reader."""

UNDEFINED_TERM = Kind("RM413", "undefined-term", NOTE)
"""A step or condition names a state that is defined nowhere, among states that are."""

STALE_CROSS_REFERENCE = Kind("RM414", "stale-cross-reference", ERROR)
"""An article restates a rule of the article it points to, with another value."""

# --- RM42x: do the languages say the same? ----------------------------------------------------------------------------

ANCHOR_DIFFERS = Kind("RM420", "anchor-differs", WARNING)
"""A section of the source is missing in the translation, or the other way round."""

LINK_DIFFERS = Kind("RM421", "link-differs", WARNING)
"""A section links elsewhere in the translation."""

IMAGE_DIFFERS = Kind("RM422", "image-differs", WARNING)
"""A section shows other images in the translation."""

ZONE_DIFFERS = Kind("RM423", "zone-differs", ERROR)
"""A part is shown to other monikers in the translation."""

STEPS_DIFFER = Kind("RM424", "steps-differ", ERROR)
"""A numbered list has more or fewer steps in the translation."""

ALERT_DIFFERS = Kind("RM425", "alert-differs", WARNING)
"""An alert is missing in the translation, or is of another kind."""

QUANTITY_DIFFERS = Kind("RM426", "quantity-differs", ERROR)
"""A number, unit or date of the source is another one in the translation."""

COMPARISON_DIFFERS = Kind("RM427", "comparison-differs", ERROR)
"""A limit points the other way in the translation."""

POLARITY_DIFFERS = Kind("RM428", "polarity-differs", ERROR)
"""A negation was lost or added in translation."""

MODALITY_DIFFERS = Kind("RM429", "modality-differs", WARNING)
"""What must be done in one language may be done in the other."""

# --- RM43x: is the translation of this version? -----------------------------------------------------------------------

STALE_TRANSLATION = Kind("RM431", "stale-translation", WARNING)
"""A translation of another version of the source states rules that have changed since."""
