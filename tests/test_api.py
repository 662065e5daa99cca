from __future__ import annotations

import subprocess
import sys

import pytest

import rulemark


def test_the_public_names_are_sorted_and_all_exist() -> None:
    assert rulemark.__all__ == sorted(rulemark.__all__, key=str.lower) or rulemark.__all__ == sorted(rulemark.__all__)
    assert [name for name in rulemark.__all__ if not hasattr(rulemark, name)] == []


def test_the_public_names_are_those_that_are_promised() -> None:
    promised = {"Project", "Source", "Document", "Statement", "Policy", "Compilation", "Diagnostic", "Severity"}
    promised |= {"compile_text", "render_html", "Rendered", "moniker_range", "__version__"}

    assert set(rulemark.__all__) == promised
    assert dir(rulemark) == rulemark.__all__


def test_every_public_name_is_documented() -> None:
    silent = [name for name in rulemark.__all__ if name != "__version__" and not getattr(rulemark, name).__doc__]

    assert silent == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'compile_tex'"):
        rulemark.compile_tex  # noqa: B018 - the access is what is tested


def test_importing_the_package_loads_no_stage() -> None:
    code = "import sys, rulemark; print(sorted(name for name in sys.modules if name.startswith('rulemark')))"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output.strip() == "['rulemark']"


def test_a_text_compiles_in_one_call() -> None:
    text = "# Return\n\nIf you return fewer than 10 items, wait. If you return more than 10 items, call us.\n"
    compilation = rulemark.compile_text(text, path="en-us/return.md")

    assert isinstance(compilation, rulemark.Compilation)
    assert [policy.path for policy in compilation.policies.policies] == ["return"]
    assert len(compilation.policies.policies[0].decisions[0].cases) == 2


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version  # noqa: PLC0415 - only here

    assert rulemark.__version__ == version("rulemark")
