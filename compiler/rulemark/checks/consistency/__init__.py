"""Does the policy contradict itself, inside an article or between two?

The same thing is recognised in two ways: by the names that a vocabulary gave it, and by sentences that say the same in
nearly the same words and differ in one value only. Where anything else differs (a condition, the audience, another word
that may tell two things apart) nothing is reported.
"""

from rulemark.checks.consistency.findings import find

__all__ = ["find"]
