"""A real browser for pages, and pages for the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chromium import started
from outputs.guidance.sample import NAMES, sample
from rulemark.outputs.guidance import Settings, render
from rulemark.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TITLES = {"kiln-home": {"": "Home kiln"}, "kiln-studio": {"": "Studio kiln"}}


@pytest.fixture(scope="session")
def browser() -> Browser:
    """Return Chromium, or skip where there is none."""
    return started()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh tab without memory, that fails the test on any error of a script or of the content policy."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if _is_error(message.type, message.text) else None)
    yield tab
    context.close()
    assert errors == []


def _is_error(kind: str, text: str) -> bool:
    return kind == "error" and "ERR_FILE_NOT_FOUND" not in text


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of the invented studio and return their folder."""
    settings = Settings(title="Kiln", labels=NAMES, monikers=TITLES)
    return written(
        tmp_path_factory.mktemp("studio"), {item.path: item.text for item in render(sample(), settings=settings)}
    )


@pytest.fixture(scope="session")
def northwind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of the sample project and return their folder."""
    project = Project.open(Path(__file__).parents[3])
    artifacts = {item.path: item.text for item in project.artifacts(project.compile())}
    folder = written(tmp_path_factory.mktemp("northwind"), artifacts)
    return folder.parent / "generated" / "guidance"


def written(folder: Path, texts: dict[str, str]) -> Path:
    """Write files below a folder and return that of the guidance pages."""
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder / "guidance"
