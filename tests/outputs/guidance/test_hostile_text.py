"""What writers, translators and developers type is text: nothing of it runs, and the page still stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from outputs.guidance.conftest import written
from outputs.guidance.sample import sample
from rulemark.outputs.guidance import Settings, render
from rulemark.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ATTACKS = (
    "<script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 1'>",
    '"><svg onload=window.pwned=1>',
    "</title></script><script>window.pwned = 1</script><!--",
    "{{ ''.__class__.__mro__ }}{% raw %}",
    "{count.__class__} {0.__init__} {names}",
    "javascript:window.pwned=1",
)
ALL = " ".join(ATTACKS)

ARTICLE = """---
title: '{title}'
description: '{title}'
monikerRange: safe || {moniker}
---
# {attack}

## <a name="x' onmouseover='window.pwned=1"></a>{attack}

[{label}](javascript:window.pwned=1) [b](JaVa&#x09;script:window.pwned=1) ![{label}](x" onerror="window.pwned=1)
[c](data:text/html,<script>window.pwned=1</script>) <a href="javascript:window.pwned=1" onclick="window.pwned=1">d</a>
<iframe src="javascript:window.pwned=1"></iframe> <style>* {{ display: none }}</style>
<base href="https://evil.example/">

<div id="page_policy" class="for-me">{{"inputs":{{}}}}</div>

<form class="versions"><input name="version" value="x"></form>

<script type="application/json" id="page_phrases">{{"version": "<img src=x onerror=window.pwned=1>"}}</script>

If you have fewer than 25 {attack}, cancel online. If you have more than 25 {attack}, call support.

::: moniker range="{moniker}"
1. Select **{attack}**.
::: moniker-end

> [!NOTE]
> {attack}

| {attack} | b |
|---|---|
| x | {attack} |

# [Tab {attack}](#tab/one)
Text
# [Tab two](#tab/two)
More
***
"""


def hostile_project(folder: Path) -> Project:
    content = folder / "content" / "en-us"
    content.mkdir(parents=True)
    (folder / "rulemark.toml").write_text('content = ["content"]\n', encoding="utf-8")
    for number, attack in enumerate(ATTACKS):
        fields = {
            "title": attack.replace("'", "''"),
            "attack": attack,
            "moniker": "other",
            "label": attack.replace("]", ""),
        }
        (content / f"a-{number}.md").write_text(ARTICLE.format(**fields), encoding="utf-8")
    (content / "quote'\"<b>.md").write_text("# Quote\n\nText.\n", encoding="utf-8")
    return Project.open(folder)


def pages(folder: Path) -> Path:
    """Write pages with attacks in every place that a text can come from."""
    compilation = hostile_project(folder).compile()
    names = {"cancellation": {"en-us": ALL}}
    settings = Settings(
        title=ALL, labels=names, monikers={"other": {"": ALL}, "safe": {"en-us": ALL}}, root_url="https://ok.example"
    )
    phrases = {
        "en": dict.fromkeys(
            ("skip", "search", "only_for", "if", "promises", "for_me", "answer_unknown", "version"), ALL
        )
    }
    artifacts = render(
        compilation,
        settings=settings,
        phrases=phrases,
        base_url='https://site.example/?"><script>window.pwned=1</script>',
        findings=compilation.policies.diagnostics,
        draft=True,
    )
    return written(folder / "site", {item.path: item.text for item in artifacts})


def test_no_attack_runs_and_every_page_still_stands(browser: Browser, tmp_path: Path) -> None:
    folder = pages(tmp_path)
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        for link in page.locator("main a:visible").all()[:40]:
            link.dispatch_event("mouseover")
            assert not (link.get_attribute("href") or "").lower().replace("\t", "").startswith(("javascript:", "data:"))
        if page.locator(".search input").is_visible():
            page.fill(".search input", "cancel")
        assert page.evaluate("window.pwned") is None
        assert page.locator("h1:visible").count() >= 1
        assert page.locator("script:not([src]):not([type='application/json'])").count() == 0
    context.close()


def test_attacks_in_a_policy_are_text(browser: Browser, tmp_path: Path) -> None:
    given = sample(("en-us",), rejoin=())
    policy = given.policies.policies[0]
    decision = policy.decisions[0]
    outcomes = tuple(replace(item, labels=(("en-us", ALL),)) for item in decision.outcomes)
    inputs = tuple(replace(item, labels=(("en-us", ALL),)) for item in policy.inputs)
    hostile = replace(
        policy,
        inputs=inputs,
        decisions=(replace(decision, outcomes=outcomes),),
        anchors=(("how-to-leave", (("en-us", ALL),)),),
    )
    folder = written(
        tmp_path,
        {
            item.path: item.text
            for item in render(replace(given, policies=replace(given.policies, policies=(hostile,))))
        },
    )
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / "en-us/studio/leave.html").as_uri())
    page.fill("[data-input=seats]", "3")
    assert page.locator(".answer .outcome").first.inner_text() == ALL
    assert page.evaluate("window.pwned") is None
    context.close()
