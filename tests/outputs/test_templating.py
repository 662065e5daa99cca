from __future__ import annotations

import ast
import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, UndefinedError
from jinja2.exceptions import SecurityError

from rulemark.outputs.templating import (
    Code,
    html_environment,
    markdown_environment,
    python_environment,
    python_literal,
    text_literal,
)

_SCALARS = st.none() | st.booleans() | st.integers() | st.text()


def _python(template: str, **values: object) -> str:
    return python_environment(DictLoader({"t": template})).get_template("t").render(values)


@given(_SCALARS | st.lists(_SCALARS).map(tuple))
def test_a_literal_reads_back_as_the_value(value: object) -> None:
    assert ast.literal_eval(_python("{{ value }}", value=value)) == value


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_literal_is_also_a_toml_string(text: str) -> None:
    assert tomllib.loads(f"key = {text_literal(text)}") == {"key": text}


@given(st.text())
def test_a_text_literal_shows_only_printable_characters(text: str) -> None:
    assert text_literal(text).isprintable()


def test_code_is_printed_as_it_stands() -> None:
    assert _python("{{ name }} = {{ value }}", name=Code("LIMIT"), value="x") == 'LIMIT = "x"'


def test_a_fraction_becomes_an_exact_decimal() -> None:
    assert python_literal(Decimal("2.50")) == 'Decimal("2.50")'
    assert python_literal(Decimal("1E+2")) == "100"


def test_a_float_has_no_literal() -> None:
    with pytest.raises(TypeError, match="no Python literal for float"):
        _python("{{ value }}", value=0.5)


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _python("{{ missing }}")


def test_a_template_cannot_reach_the_interpreter() -> None:
    with pytest.raises(SecurityError):
        _python("{{ value.__class__.__mro__ }}", value="x")


def test_html_is_escaped_and_a_project_overrides_templates() -> None:
    loader = DictLoader({"page": "old {{ text }}"})

    page = html_environment(loader, {"page": "new {{ text }}"}).get_template("page").render(text="<b>")

    assert page == "new &lt;b&gt;"


def test_markdown_text_is_prose() -> None:
    environment = markdown_environment(DictLoader({"t": "# {{ title }}"}))

    assert environment.get_template("t").render(title="a\n# *b* [x](y)") == r"# a \# \*b\* \[x\]\(y\)"
