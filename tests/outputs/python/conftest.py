"""The package generated from the sample, imported once."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import settings

from outputs.python.generated import imported
from outputs.python.sample import POLICIES

settings.register_profile("unhurried", deadline=None)  # a busy machine is no bug
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package."""
    with imported(POLICIES, tmp_path_factory.mktemp("generated")) as found:
        yield found


@pytest.fixture(scope="session")
def rules(package: ModuleType) -> ModuleType:
    """The module of the sample article."""
    return importlib.import_module(f"{package.__name__}.end_a_plan")
