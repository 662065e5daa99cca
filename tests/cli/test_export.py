from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from command_line import Run


def test_dmn_holds_a_table_for_every_decision(rulemark: Run, sample: Path) -> None:
    result = rulemark("export", "--to", "dmn", "--output", "build")

    assert result.code == 0
    root = ET.parse(sample / "build/export/dmn/cancel_subscription.dmn").getroot()  # noqa: S314 - we wrote it
    assert "DMN/20191111" in root.tag
    assert [element.get("id") for element in root.iter() if element.tag.endswith("}decision")] == [
        "decision_cancellation_channel"
    ]


@pytest.mark.parametrize(
    ("form", "file"), [("json-schema", "cancel_subscription.schema.json"), ("cel", "cancel_subscription.json")]
)
def test_json_forms_can_be_read(rulemark: Run, sample: Path, form: str, file: str) -> None:
    assert rulemark("export", "--to", form, "--output", "build").code == 0
    assert "cancellation_channel" in json.dumps(json.loads((sample / f"build/export/{form}/{file}").read_text()))


def test_an_unknown_form_is_misuse(rulemark: Run, sample: Path) -> None:
    assert sample.is_dir()
    result = rulemark("export", "--to", "cobol")

    assert result.code == 2
    assert "cobol" in result.err


def test_a_wheel_is_built_beside_the_package(rulemark: Run, project: Path) -> None:
    result = rulemark("build", "--wheel")

    assert result.code == 0
    assert list((project / "generated/python/dist").glob("*.whl"))
    assert rulemark("build", "--check").code == 0
