from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EVERY_PAGE = "RULEMARK_EVERY_PAGE" in os.environ
"""Set it to visit all pages; otherwise all kinds of page in one language each, which takes a fifth of the time."""


def chosen(studio: Path, northwind: Path) -> list[Path]:
    if EVERY_PAGE:
        return [*sorted(studio.rglob("*.html")), *sorted(northwind.rglob("*.html"))]
    names = ("cancel-subscription", "licenses-and-limits", "when-a-subscription-ends")
    sample = [northwind / "en-us" / "commerce" / f"{name}.html" for name in names]
    others = [northwind / locale / "commerce" / "renew-subscription.html" for locale in ("nl-nl", "de-de", "ja-jp")]
    invented = [studio / "ar-sa" / "studio" / "leave.html", studio / "de-de" / "studio" / "rejoin.html"]
    return [*sample, *others, *invented, northwind / "index.html", northwind / "en-us" / "index.html"]


def violations(page: Page, *rules: str) -> list[str]:
    options: dict[str, Any] = {"runOnly": list(rules)} if rules else {}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found["violations"]]


def test_axe_finds_no_violation_on_any_page_light_or_dark(browser: Browser, studio: Path, northwind: Path) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    axe = (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    bad: dict[str, list[str]] = {}
    for path in chosen(studio, northwind):
        page.emulate_media(color_scheme="light")
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = violations(page)
        page.emulate_media(color_scheme="dark")
        if found := [*found, *violations(page, "color-contrast")]:
            bad[f"{path.parents[1].name}/{path.parent.name}/{path.name}"] = found
    context.close()
    assert bad == {}
