from __future__ import annotations

import pytest

from rulemark.config import Config, ConfigError, MonikerDefinition, MonikerScope, Override, read


def test_an_empty_file_gives_the_defaults() -> None:
    assert read("", "rulemark.toml") == Config()


def test_every_key_is_read() -> None:
    text = """
content = ["docs", "./extra/"]
exclude = ["drafts/"]
policies = "agreed"
generated = "out"
vocabulary = "names.yaml"
source_locale = "nl-NL"
package = "shop_rules"
version = "2.0.0"
baseline = "released"
title = "Shop"
base_url = "https://help.example/"
root_url = "https://www.example"
templates = "looks"
accepted = "accepted.yaml"
allowed_hosts = ["video.example"]
lexicons = "words"
alerts = { HINT = "hint" }
alert_titles = { hint = "Hint" }
severity = { uncovered-case = "error", RM402 = "off" }
monikers = [{ moniker_name = "v2", product_name = "Shop", order = 2 }]
moniker_scopes = [{ paths = "docs/v2", range = "v2" }]
[[overrides]]
paths = ["docs/old/"]
severity = { uncovered-case = "note" }
"""
    expected = Config(
        content=("docs", "extra"),
        exclude=("drafts/",),
        policies="agreed",
        generated="out",
        vocabulary="names.yaml",
        source_locale="nl-nl",
        monikers=(MonikerDefinition("v2", "Shop", 2),),
        moniker_scopes=(MonikerScope(("docs/v2",), "v2"),),
        package="shop_rules",
        version="2.0.0",
        baseline="released",
        title="Shop",
        base_url="https://help.example/",
        root_url="https://www.example",
        templates="looks",
        severity=(("RM402", "off"), ("uncovered-case", "error")),
        overrides=(Override(("docs/old/",), (("uncovered-case", "note"),)),),
        accepted="accepted.yaml",
        alerts=(("HINT", "hint"),),
        alert_titles=(("hint", "Hint"),),
        allowed_hosts=("video.example",),
        lexicons="words",
    )

    assert read(text, "rulemark.toml") == expected


def test_a_pyproject_is_read_below_its_table() -> None:
    assert read('[tool.rulemark]\npackage = "shop"\n', "some/pyproject.toml") == Config(package="shop")


def test_a_pyproject_without_the_table_is_no_project() -> None:
    assert read('[project]\nname = "shop"\n', "pyproject.toml") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('package = "a"\ncontnet = "docs"', "rulemark.toml:2: `contnet`: unknown key; did you mean `content`?"),
        ("content = 3", "rulemark.toml:1: `content`: must be a text between quotes"),
        ('content = "../docs"', "rulemark.toml:1: `content`: `../docs` leaves the folder of the project"),
        ('policies = "/etc"', "rulemark.toml:1: `policies`: `/etc` leaves the folder of the project"),
        ('source_locale = "dutch!"', "rulemark.toml:1: `source_locale`: `dutch!` is no locale such as `en-us`"),
        ('package = "My-Rules"', "rulemark.toml:1: `package`: `My-Rules` is no package name"),
        ('package = "class"', "rulemark.toml:1: `package`: `class` is no package name"),
        ('severity = "off"', "rulemark.toml:1: `severity`: must be a table"),
        ('[severity]\nuncovered-case = "loud"', "rulemark.toml:2: `uncovered-case`: `loud` is none of error, warning"),
        ('[[overrides]]\npath = "x"', "rulemark.toml:2: `path`: unknown key; did you mean `paths`?"),
        ('monikers = [{ moniker_name = "v1" }]', "rulemark.toml: `product_name`: must be a text between quotes"),
        ("content = ", "rulemark.toml: invalid value"),
    ],
)
def test_what_cannot_be_meant_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text, "rulemark.toml")

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_an_unknown_key_far_from_all_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"known keys: accepted, alert_titles, alerts, .*, vocabulary"):
        read("zzz = 1", "rulemark.toml")
