from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator, ValidationError
from rich.cells import cell_len

from rulemark.diagnostics import Diagnostic, Edit, Fix, Kind, Label, Severity
from rulemark.diagnostics.render import Format, render
from rulemark.source import Location, Source, Span

SCHEMA = Path(__file__).parent / "sarif-2.1.0.schema.json"
"""The schema that OASIS publishes (as in the npm package @microsoft/jest-sarif, MIT), without its descriptions."""
KIND = Kind("RM999", "made-up-kind", Severity.WARNING)


def at(text: str, words: str, path: str = "en-us/returns.md") -> Location:
    start = text.index(words)
    return Location(Source(path, text), Span(start, start + len(words)))


def finding(text: str = "One.\nYou have 25 seats.\n", words: str = "25 seats") -> Diagnostic:
    return Diagnostic(
        KIND,
        "nothing is said about `25 seats`",
        at(text, words),
        help="say what holds",
        labels=(Label(at("Zie 25 plaatsen.", "25", "nl-nl/returns.md"), "the other sentence"),),
        witness=(("seats", 25), ("member", False), ("role", None)),
    )


def test_text_shows_place_line_label_witness_and_remedy() -> None:
    assert render([finding()], Format.TEXT) == (
        "en-us/returns.md:2:10: warning RM999 nothing is said about `25 seats`\n"
        "  |\n"
        "2 | You have 25 seats.\n"
        "  |          ^^^^^^^^\n"
        "  nl-nl/returns.md:1:5: the other sentence\n"
        "  |\n"
        "1 | Zie 25 plaatsen.\n"
        "  |     ^^\n"
        "  = witness: seats = 25, member = false, role = unknown\n"
        "  = help: say what holds\n"
        "\n"
    )


def test_wide_characters_take_two_cells_of_the_underline() -> None:
    lines = render([finding("ライセンスが25席です。", "25席")], Format.TEXT).splitlines()

    assert lines[3] == "  | " + " " * 12 + "^^^^"


def test_a_tab_is_shown_as_four_cells() -> None:
    lines = render([finding("\tx\t25 seats", "25 seats")], Format.TEXT).splitlines()

    assert lines[2:4] == ["1 |     x    25 seats", "  |          ^^^^^^^^"]


@pytest.mark.parametrize("filler", ["word ", "語"])
def test_a_long_line_is_cut_around_its_words(filler: str) -> None:
    lines = render([finding(filler * 200 + "25 seats " + filler * 200, "25 seats")], Format.TEXT).splitlines()

    assert "25 seats" in lines[2]
    assert cell_len(lines[2]) <= 104
    assert lines[2].startswith("1 | …")
    assert lines[2].endswith("…")
    assert lines[2][len(lines[2].partition("25 seats")[0]) :].startswith("25 seats")
    assert cell_len(lines[2].partition("25 seats")[0]) == lines[3].index("^")


def test_a_place_in_an_empty_file_shows_no_line() -> None:
    nowhere = Diagnostic(KIND, "the file has no content", Location(Source("a.md", ""), Span(0, 0)))

    assert render([nowhere], Format.TEXT) == "a.md:1:1: warning RM999 the file has no content\n\n"


def test_control_characters_never_reach_a_terminal() -> None:
    assert "\x1b" not in render([finding("a\x1b[31m25 seats", "25 seats")], Format.TEXT)


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in render([finding()], Format.TEXT)
    assert "\x1b[1;33mwarning\x1b[0m" in render([finding()], Format.TEXT, colour=True)


def test_json_has_exactly_the_promised_shape() -> None:
    assert json.loads(render([finding()], Format.JSON)) == [
        {
            "code": "RM999",
            "name": "made-up-kind",
            "severity": "warning",
            "message": "nothing is said about `25 seats`",
            "help": "say what holds",
            "path": "en-us/returns.md",
            "start": {"line": 2, "column": 10},
            "end": {"line": 2, "column": 18},
            "labels": [
                {
                    "path": "nl-nl/returns.md",
                    "start": {"line": 1, "column": 5},
                    "end": {"line": 1, "column": 7},
                    "message": "the other sentence",
                }
            ],
            "witness": {"seats": 25, "member": False, "role": None},
        }
    ]


@pytest.mark.parametrize(("form", "nothing"), [(Format.TEXT, ""), (Format.JSON, "[]\n"), (Format.GITHUB, "")])
def test_no_findings_are_still_a_report(form: Format, nothing: str) -> None:
    assert render([], form) == nothing


def test_github_escapes_what_ends_a_property_or_a_command() -> None:
    location = Location(Source("a,b:c.md", "x"), Span(0, 1))
    report = render([Diagnostic(KIND, "100% of `x`\nlost", location)], Format.GITHUB)

    assert report == (
        "::warning file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=2,title=RM999 made-up-kind"
        "::100%25 of `x`%0Alost\n"
    )


def test_junit_counts_notes_as_passed() -> None:
    note = Diagnostic(KIND, "only `a\x00b`", at("a & <b>", "<b>"), override=Severity.NOTE)
    root = ET.fromstring(render([finding(), note], Format.JUNIT))  # noqa: S314 - our own report

    assert root.attrib == {"name": "rulemark", "tests": "2", "failures": "1"}
    assert [len(case.findall("failure")) for case in root.iter("testcase")] == [0, 1]
    assert "a\ufffdb" in (root.findtext(".//system-out") or "")


def test_sarif_names_rule_place_second_place_and_fix() -> None:
    location = at("One 25", "25")
    fixed = Diagnostic(KIND, "m", location, fix=Fix("say it", (Edit(location, "30"),)))
    run = json.loads(render([finding(), fixed], Format.SARIF))["runs"][0]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["RM999"]
    assert run["results"][0]["relatedLocations"][0]["message"] == {"text": "the other sentence"}
    assert run["results"][0]["properties"] == {"witness": {"seats": 25, "member": False, "role": None}}
    assert run["results"][1]["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 7},
            "insertedContent": {"text": "30"},
        }
    ]


def test_a_finding_keeps_its_fingerprint_when_lines_above_it_change() -> None:
    def fingerprint(text: str) -> str:
        result = json.loads(render([finding(text)], Format.SARIF))["runs"][0]["results"][0]
        return str(result["partialFingerprints"])

    assert fingerprint("You have 25 seats.") == fingerprint("New.\n\nYou have 25 seats.")


def test_sarif_keeps_to_its_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    everywhere = Diagnostic(KIND, "m", Location(Source("a b/é.md", ""), Span(0, 0)))
    log = json.loads(render([finding(), everywhere], Format.SARIF))

    Draft4Validator(schema).validate(log)
    with pytest.raises(ValidationError):
        Draft4Validator(schema).validate({**log, "version": "2"})
