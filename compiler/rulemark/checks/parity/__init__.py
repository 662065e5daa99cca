"""Do the languages say the same?

An article is laid beside each translation of the same version: first its structure (sections, links, images, zones,
lists, alerts), which translation never changes, then block by block its numbers, then sentence by sentence its limits,
denials and duties. A difference that most translations share points at the source.
"""

from rulemark.checks.parity.findings import find

__all__ = ["find"]
