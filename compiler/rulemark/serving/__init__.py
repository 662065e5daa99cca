"""Guidance pages while somebody writes: served on this machine, built anew on every save, reloaded in the browser.

`serve` is the one way in. The files on disk are those of `rulemark build`; what reloads a page and shows findings on
it is added on the way to the browser and never written.
"""

from rulemark.serving.serve import Teller, serve
from rulemark.serving.state import Problem, State

__all__ = ["Problem", "State", "Teller", "serve"]
