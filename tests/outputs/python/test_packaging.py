from __future__ import annotations

import doctest
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from outputs.python.generated import write
from outputs.python.sample import POLICIES
from rulemark.outputs.python import render


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sdist and the wheel."""
    folder = tmp_path_factory.mktemp("built")
    write(render(POLICIES, package="plan_rules", version="2.0.1"), folder)
    subprocess.run([sys.executable, "-m", "hatchling", "build"], cwd=folder / "python", check=True, capture_output=True)
    return folder / "python" / "dist"


def test_the_wheel_holds_the_package_with_its_data_and_types(built: Path) -> None:
    with zipfile.ZipFile(built / "plan_rules-2.0.1-py3-none-any.whl") as wheel:
        names = set(wheel.namelist())

    assert {"plan_rules/end_a_plan.py", "plan_rules/py.typed", "plan_rules/articles/end_a_plan.json"} <= names
    assert {"plan_rules/articles/end_a_plan.schema.json", "plan_rules-2.0.1.dist-info/METADATA"} <= names


def test_the_source_distribution_holds_what_the_wheel_is_built_from(built: Path) -> None:
    with tarfile.open(built / "plan_rules-2.0.1.tar.gz") as source:
        names = set(source.getnames())

    assert {"plan_rules-2.0.1/pyproject.toml", "plan_rules-2.0.1/plan_rules/articles/end_a_plan.json"} <= names


def test_the_tests_are_in_the_source_distribution_and_not_in_the_wheel(built: Path) -> None:
    with tarfile.open(built / "plan_rules-2.0.1.tar.gz") as source:
        assert "plan_rules-2.0.1/tests/test_plan_rules_examples.py" in source.getnames()
    with zipfile.ZipFile(built / "plan_rules-2.0.1-py3-none-any.whl") as wheel:
        assert not [name for name in wheel.namelist() if "test" in name]


def test_the_wheel_works_alone_even_packed(built: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(built / 'plan_rules-2.0.1-py3-none-any.whl')!r})\n"
        "from plan_rules import end_a_plan as policy\n"
        "print(policy.ending_channel(seats=3).because.quote('nl-nl'))\n"
    )

    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=False)

    assert (done.stderr, done.stdout) == ("", "Met minder dan 40 plaatsen: online.\n")


def test_every_example_of_the_readme_is_true(package: ModuleType) -> None:
    found = {artifact.path: artifact.text for artifact in render(POLICIES, package=package.__name__)}
    fenced = found["python/README.md"].split("```pycon\n")[1].partition("```")[0]
    example = doctest.DocTestParser().get_doctest(fenced, {}, "README.md", None, 0)

    results = doctest.DocTestRunner().run(example)

    assert results.attempted == 7
    assert results.failed == 0
