from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import yaml

from command_line import Run

ARTICLE = """---
title: Pay
---
# Pay

You must pay within 14 days after delivery. See *[terms](terms.md)*.

1. Open the page.
2. Pay.
"""


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "en-us/pay.md"
    path.parent.mkdir()
    path.write_text(ARTICLE)
    return path


@pytest.mark.parametrize("form", ["document", "statements", "policy"])
def test_yaml_and_json_say_the_same(rulemark: Run, article: Path, form: str) -> None:
    as_yaml, as_json = rulemark("show", form, article), rulemark("show", form, article, "--format", "json")

    assert (as_yaml.code, as_json.code) == (0, 0)
    assert json.loads(as_json.out) == json.loads(json.dumps(yaml.safe_load(as_yaml.out), default=str))


def test_a_document_is_a_tree_of_nodes_with_places(rulemark: Run, article: Path) -> None:
    form = json.loads(rulemark("show", "document", article, "--format", "json").out)

    assert form["title"] == "Pay"
    assert form["locale"] == "en-us"
    assert [block["node"] for block in form["blocks"]] == ["Heading", "Paragraph", "List"]
    assert form["blocks"][1]["place"].startswith("6:1-6:")


def test_statements_carry_their_place_and_what_was_read(rulemark: Run, article: Path) -> None:
    form = json.loads(rulemark("show", "statements", article, "--format", "json").out)
    first = form["statements"][0]

    assert first["text"] == "You must pay within 14 days after delivery."
    assert first["location"].endswith("en-us/pay.md:6:1")
    assert (first["modality"], first["quantities"][0]["value"]) == ("must", 14)


def test_lines_of_standard_input_give_one_object_each(rulemark: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"U hebt 5 dagen.\n\nNiets.\n")))
    result = rulemark("show", "statements", "--lines", "-", "--locale", "nl-nl")
    read = [json.loads(line) for line in result.out.splitlines()]

    assert [len(one["quantities"]) for one in read] == [1, 0, 0]
    assert set(read[0]) == {"quantities", "condition", "consequence", "modality", "negated", "hedges"}


def test_pairs_of_lines_give_one_list_each(rulemark: Run, folder: Path) -> None:
    pairs = [("Pay within 14 days.", "Betaal binnen 15 dagen."), ("Pay within 14 days.", "Betaal binnen 14 dagen.")]
    lines = "".join(json.dumps({"source": source, "target": target}) + "\n" for source, target in pairs)
    (folder / "pairs.jsonl").write_text(lines)
    result = rulemark("show", "parity", "--lines", "pairs.jsonl", "--locale", "nl-nl", "--source-locale", "en-us")
    drifted, faithful = (json.loads(line) for line in result.out.splitlines())

    assert [set(one) for one in drifted] == [{"name", "severity", "message"}]
    assert faithful == []


def test_a_line_that_is_no_pair_is_named(rulemark: Run, folder: Path) -> None:
    (folder / "pairs.jsonl").write_text('{"source": "a"}\n')
    result = rulemark("show", "parity", "--lines", "pairs.jsonl", "--locale", "nl-nl")

    assert result.code == 2
    assert result.err.startswith("rulemark: line 1: must be a JSON object")


@pytest.mark.usefixtures("sample")
def test_a_policy_of_a_project_has_all_its_languages(rulemark: Run) -> None:
    result = rulemark("show", "policy", "content/nl-nl/commerce/cancel-subscription.md")

    assert result.code == 0
    assert yaml.safe_load(result.out)["locales"] == ["de-de", "en-us", "ja-jp", "nl-nl"]


def test_a_file_that_is_no_article_is_a_finding_and_misuse(rulemark: Run, folder: Path) -> None:
    (folder / "a.md").write_bytes(b"\x00")
    result = rulemark("show", "document", "a.md")

    assert result.code == 2
    assert "RM181" in result.out
    assert result.err.splitlines()[-1] == "rulemark: a.md: is no article that can be read"
