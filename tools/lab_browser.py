"""Chromium or Chrome, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER_OPTIONS = (
    "--no-sandbox",  # containers often allow no sandbox inside
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",  # no network
)


class NoBrowserError(RuntimeError):
    """There is no Chromium or Chrome on this machine."""


@contextmanager
def browser(width: int = 1280, height: int = 800, scale: float = 1) -> Iterator[BrowserContext]:
    """Run a browser without a window.

    Parameters
    ----------
    width, height : int
        Size of its pages in CSS pixels.
    scale : float
        Device pixels for each CSS pixel, in screenshots.

    Yields
    ------
    BrowserContext
        ``new_page()`` of it makes pages.

    Raises
    ------
    NoBrowserError
        If there is no Chromium or Chrome.
    """
    size = {"width": width, "height": height}
    with _launched() as (launch, options):
        chromium = launch(**options)
        try:
            yield chromium.new_context(viewport=size, device_scale_factor=scale)
        finally:
            chromium.close()


@contextmanager
def browser_on_screen(display: str, size: str) -> Iterator[BrowserContext]:
    """Run a browser that fills an X display, such as ``:99``, of a size such as ``1280,900``.

    Yields
    ------
    BrowserContext
    """
    with _launched() as (launch, options):
        window = ["--kiosk", "--window-position=0,0", f"--window-size={size}"]
        options["args"] += [*window, "--force-device-scale-factor=1"]
        chromium = launch(**options, headless=False, env={**os.environ, "DISPLAY": display})
        try:
            yield chromium.new_context(no_viewport=True)
        finally:
            chromium.close()


@contextmanager
def _launched() -> Iterator[tuple[Any, dict[str, Any]]]:
    options = {"executable_path": find_browser(), "args": list(BROWSER_OPTIONS)}
    with sync_playwright() as playwright:
        yield playwright.chromium.launch, options


def find_browser() -> str:
    """Return the path of Chromium or Chrome.

    Raises
    ------
    NoBrowserError
        If there is none.
    """
    usual = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        rf"{os.environ.get('PROGRAMFILES')}\Google\Chrome\Application\chrome.exe",
    ]
    for name in (*BROWSERS, *usual):
        if path := shutil.which(name):
            return path
    raise NoBrowserError(f"none of {', '.join(BROWSERS)} was found: install Chromium or Chrome")
