from __future__ import annotations

from collections.abc import Iterator

import pytest

from serving.running import Running, run


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a server that runs, with a small project."""
    with run(tmp_path_factory.mktemp("serving") / "project") as server:
        yield server
