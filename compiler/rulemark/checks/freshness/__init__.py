"""Is a translation made from the version of the source at hand?

A translation of another version is stale, not wrong: it gets one finding, which names the rules that have changed
since, and is not judged sentence by sentence.
"""

from rulemark.checks.freshness.findings import find

__all__ = ["find"]
