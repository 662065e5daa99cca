"""The browser of this process: started once, whoever asks first."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)


@cache
def started() -> Browser:
    """Start Chromium, or skip where there is none; a process can only have one driver."""
    if _CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api")
    driver = sync_api.sync_playwright().start()
    atexit.register(driver.stop)
    browser: Browser = driver.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
    return browser
