"""Policies as an installable, typed, dependency-free Python distribution.

`render` returns one module per article, which reads like a hand-written one, and the few modules those share
(`runtime/`, copied as they stand). Sentences, translations and conditions lie in a data file beside each module and are
read when they are first asked for.
"""

from rulemark.outputs.python.from_policy import Known, render

__all__ = ["Known", "render"]
