"""The folder of real articles that lies beside the repository on a developer's machine, never in it."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
ROOT = Path(__file__).resolve().parent.parent

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs the real articles in ../shared")
