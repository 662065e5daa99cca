"""Every kind of finding about a project itself: codes RM5xx."""

from __future__ import annotations

from rulemark.diagnostics import Kind, Severity

STALE_ACCEPTANCE = Kind("RM501", "stale-acceptance", Severity.WARNING)
"""An accepted finding that is no longer there."""

EXPIRED_ACCEPTANCE = Kind("RM502", "expired-acceptance", Severity.WARNING)
"""A finding was accepted until a day that has passed; it counts again."""
