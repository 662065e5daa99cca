"""Stage 5: policies become artifacts, files as text that nobody has written to disk yet.

Each back end is a package of its own and is imported directly: `rulemark.outputs.python`, `rulemark.outputs.guidance`.
They share `artifact`, the shape of what they return, and `templating`, the sandboxed environments they render with.
"""

from rulemark.outputs.artifact import Artifact

__all__ = ["Artifact"]
