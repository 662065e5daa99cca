"""What is wrong with a policy: gaps, contradictions, drift between languages, stale translations.

Four families, each a package that knows nothing of the others: `coverage` looks at the cases of one decision,
`consistency` at sentences that say the same thing differently, `parity` at an article and its translation, `freshness`
at a translation of another version. All of them read a `Compilation` and return diagnostics; none of them reports what
cannot be shown.
"""

from rulemark.checks.findings import BETWEEN_LANGUAGES, run

__all__ = ["BETWEEN_LANGUAGES", "run"]
