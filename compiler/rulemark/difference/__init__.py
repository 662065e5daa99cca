"""What changed in meaning between two versions of a project, for whom, with examples.

Elements are paired although ids and words may have changed; a decision is compared input by input over its whole
domain, anything else by its values. Other words for the same rule are never a change.
"""

from rulemark.difference.from_policies import compare
from rulemark.difference.model import Change, ChangeKind, Direction
from rulemark.difference.render import to_json, to_markdown, to_text
from rulemark.difference.versions import suggest_version

__all__ = ["Change", "ChangeKind", "Direction", "compare", "suggest_version", "to_json", "to_markdown", "to_text"]
