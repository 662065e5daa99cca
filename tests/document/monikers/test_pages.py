from __future__ import annotations

import pytest

from rulemark.diagnostics import Severity
from rulemark.document.front_matter.header import read_front_matter
from rulemark.document.monikers.definitions import MonikerDefinitions, define_monikers
from rulemark.document.monikers.pages import PageMonikers, page_monikers, within, zone_monikers
from rulemark.source import Location, Source, Span

KNOWN, _ = define_monikers(
    {"moniker_name": name, "product_name": "Cloud"} for name in ("cloud-world", "cloud-china", "cloud-gov")
)
WHOLE = ">= cloud-world"


def page(
    header: str, scope: str | None = WHOLE, definitions: MonikerDefinitions | None = KNOWN
) -> tuple[PageMonikers, list[str]]:
    source = Source("a.md", f"---\ntitle: T\n{header}\n---\nbody")
    found, diagnostics = page_monikers(source, read_front_matter(source).front_matter, definitions, scope)
    return found, [f"{one.kind.code} {one.location.text}" for one in diagnostics]


@pytest.mark.parametrize(
    ("header", "scope", "monikers", "findings"),
    [
        ("", WHOLE, "cloud-world cloud-china cloud-gov", []),
        ("", None, "", []),
        ("monikerRange: cloud-china", WHOLE, "cloud-china", []),
        ("monikerRange: '> cloud-world'", WHOLE, "cloud-china cloud-gov", []),
        ("monikerRange: ''\nmonikers: cloud-gov", WHOLE, "cloud-gov", []),
        ("monikerRange:\nmonikers: [cloud-gov, cloud-world]", WHOLE, "cloud-world cloud-gov", []),
        ("monikers: [cloud-gov]\nmonikerRange: cloud-china", WHOLE, "cloud-china", ["RM114 monikers"]),
        (
            "monikers: [cloud-gov]\nmonikerRange: nowhere",
            WHOLE,
            "",
            ["RM114 monikers", "RM110 nowhere", "RM112 nowhere"],
        ),
        ("replace_monikers: cloud-gov\nmonikerRange: cloud-china", WHOLE, "cloud-gov", []),
        ("exclude_monikers: [cloud-gov]", WHOLE, "cloud-world cloud-china", []),
        ("exclude_monikers: [cloud-gov, nowhere]", WHOLE, "cloud-world cloud-china", ["RM110 nowhere"]),
        ("monikers: [cloud-gov, ~]", WHOLE, "cloud-gov", ["RM105 [cloud-gov, ~]"]),
        ("monikerRange: cloud-china", "cloud-world", "", ["RM112 cloud-china"]),
        ("replace_monikers: cloud-china", "cloud-world", "", ["RM112 cloud-china"]),
        ("monikerRange: cloud-china", None, "", ["RM113 monikerRange"]),
    ],
)
def test_a_page_has_what_it_chooses_less_what_it_excludes_within_its_folder(
    header: str, scope: str | None, monikers: str, findings: list[str]
) -> None:
    found, said = page(header, scope)

    assert found.monikers == tuple(monikers.split())
    assert said == findings


def zone(expression: str, around: PageMonikers) -> tuple[str, list[str]]:
    source = Source("a.md", expression)
    names, diagnostics = zone_monikers(expression, Location(source, Span(0, len(expression))), around)
    return " ".join(names), [f"{one.kind.code} {one.message}" for one in diagnostics]


@pytest.mark.parametrize(
    ("header", "scope", "expression", "names", "findings"),
    [
        ("", WHOLE, "cloud-gov || cloud-world", "cloud-world cloud-gov", []),
        ("", WHOLE, "cloud-gov || nowhere", "cloud-gov", ["RM110 moniker `nowhere` is not defined"]),
        ("", WHOLE, "nowhere", "", ["RM110 moniker `nowhere` is not defined"]),
        ("", WHOLE, " ", "", ["RM118 nobody reads the zone: its range is empty"]),
        (
            "monikerRange: cloud-world",
            WHOLE,
            "cloud-gov",
            "",
            ["RM118 nobody reads the zone for `cloud-gov`: the page is only for `cloud-world`"],
        ),
        (
            "exclude_monikers: cloud-gov",
            WHOLE,
            "cloud-gov",
            "",
            ["RM118 nobody reads the zone for `cloud-gov`: `exclude_monikers` takes it away"],
        ),
        (
            "monikerRange: cloud-gov || cloud-world",
            "cloud-world",
            "cloud-gov",
            "",
            [
                (
                    "RM118 nobody reads the zone for `cloud-gov`: "
                    "the configuration does not give this article that moniker"
                ),
            ],
        ),
        (
            "",
            None,
            "cloud-gov",
            "",
            ["RM113 the zone for `cloud-gov` is dropped: the configuration gives this article no monikers"],
        ),
    ],
)
def test_a_zone_that_nobody_reads_says_why(
    header: str, scope: str | None, expression: str, names: str, findings: list[str]
) -> None:
    found, _ = page(header, scope)

    assert zone(expression, found) == (names, findings)


def test_a_zone_inside_a_zone_has_the_monikers_of_both() -> None:
    found, _ = page("")

    assert zone("cloud-gov || cloud-china", within(found, ("cloud-world", "cloud-china")))[0] == "cloud-china"


def test_without_definitions_an_article_has_the_monikers_that_it_uses_outside_of_code() -> None:
    zones = '::: moniker range="west"\n::: moniker-end\n\n> ::: moniker range="East || west"\n'
    text = f'{zones}\n```\n::: moniker range="no"\n'
    found, diagnostics = page_monikers(Source("a.md", text), None)

    assert found.monikers == ("west", "east")
    assert diagnostics == ()


def test_without_definitions_a_zone_of_an_included_file_counts_as_it_stands() -> None:
    found, _ = page_monikers(Source("a.md", "text"), None)

    assert zone("west", found) == ("west", [])


def test_without_definitions_a_comparison_means_nothing_and_a_note_says_so() -> None:
    source = Source("a.md", "---\nmonikerRange: '>= shop-2'\n---\n")
    found, diagnostics = page_monikers(source, read_front_matter(source).front_matter)

    assert found.monikers == ("shop-2",)
    assert [(one.severity, one.message) for one in diagnostics] == [
        (Severity.NOTE, "`>=` needs an order, but nothing defines the monikers")
    ]


def test_without_definitions_a_choice_in_the_front_matter_still_closes_other_zones() -> None:
    found, _ = page("monikerRange: west", None, None)

    assert zone("west", found) == ("west", [])
    assert zone("east", found)[0] == ""


def test_without_definitions_a_compared_choice_closes_no_zone_that_may_belong_to_it() -> None:
    found, _ = page("monikerRange: '>= shop-2'", None, None)

    assert zone("shop-3", found) == ("shop-3", [])
    assert zone("shop-2", found) == ("shop-2", [])
