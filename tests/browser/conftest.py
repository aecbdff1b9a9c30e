"""Real pages in a real browser: Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; each opens its own page."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        # A machine without a browser must still pass the rest; where all is checked, none may lack.
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("These tests need the browser Chromium: apt-get install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
