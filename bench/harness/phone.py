"""A phone at the end of a line: Chromium at 360 points, and when a page shows words and can be used."""

import importlib
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from harness.line import Line
from harness.place import ROOT
from harness.server import HOST

SCREEN = {"width": 360, "height": 640}
PATIENCE_MS = 120_000
QUIET_SECONDS = 2.0  # nothing on the line for so long: the worker has kept what it keeps
MORE_MS = 1_500
TIMES = """() => ({
  usable: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
  words: (performance.getEntriesByName("first-contentful-paint")[0] || {}).startTime || null,
})"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit took.

    Attributes:
        words: seconds until the first words are drawn.
        usable: seconds until the page is read and its scripts have run (DOMContentLoaded).
        size: bytes down the line until it was quiet, with what a worker keeps.
        questions: requests until then.
    """

    words: float
    usable: float
    size: int
    questions: int


@dataclass(slots=True)
class Weight:
    """What a page makes a browser fetch: bytes of the bodies as they were sent, and requests."""

    size: int = 0
    questions: int = 0
    failed: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium for as long as the block lasts.

    Raises:
        RuntimeError: There is none on the PATH.
    """
    sys.path.append(str(ROOT))
    path = importlib.import_module("scripts.browser").find()
    if path is None:
        raise RuntimeError("no Chromium on the PATH (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def weigh(browser: Browser, port: int, path: str) -> Weight:
    """Fetch a page on a fast line without a worker, and add up what comes."""
    found = Weight()
    with _context(browser, service_workers="block") as page:
        answers: list[Any] = []

        def keep(answer: Any) -> None:
            answers.append(answer)

        page.on("response", keep)
        _go(page, port, path)
        known = -1
        while known != len(answers):  # scripts may ask for more
            known = len(answers)
            page.wait_for_timeout(MORE_MS)
        for answer in answers:
            if answer.url.startswith("data:"):
                continue
            found.size += answer.request.sizes()["responseBodySize"]
            found.questions += 1
            if answer.status != 200:
                found.failed.append(f"{answer.url}: {answer.status}")
    return found


def visit_once(browser: Browser, line: Line, path: str) -> Visit:
    """Visit on a slow line, for the first time."""
    with _context(browser) as page:
        return _visit(page, line, path)


def visit_twice(browser: Browser, line: Line, path: str) -> tuple[Visit, Visit]:
    """Visit on a slow line; let the worker keep what it keeps on a fast one; come again on the slow one."""
    with _context(browser) as page:
        first = _visit(page, line, path)
        line.begin(is_slow=False)
        page.evaluate(
            "() => navigator.serviceWorker && navigator.serviceWorker.ready.then(() => 1)"
        )
        _go(page, line.port, path)  # it hears of the page again, should its fetching have been cut
        _wait_until_quiet(line)
        page.goto("about:blank")
        return first, _visit(page, line, path)


def _visit(page: Page, line: Line, path: str) -> Visit:
    line.begin(is_slow=True)
    _go(page, line.port, path)
    times = _times(page)
    seen = line.down.size, line.questions
    return Visit(times["words"] / 1000, times["usable"] / 1000, *seen)


def _times(page: Page) -> dict[str, float]:
    until = time.monotonic() + PATIENCE_MS / 1000
    while (found := page.evaluate(TIMES))["words"] is None:
        if time.monotonic() > until:
            raise RuntimeError("the page never drew words")
        page.wait_for_timeout(50)
    times: dict[str, float] = found
    return times


def _wait_until_quiet(line: Line) -> None:
    until = time.monotonic() + PATIENCE_MS / 1000
    while line.idle_seconds() < QUIET_SECONDS:
        if time.monotonic() > until:
            raise RuntimeError("the line does not become quiet")
        time.sleep(0.1)


def _go(page: Page, port: int, path: str) -> None:
    answer = page.goto(f"http://{HOST}:{port}{path}", wait_until="load", timeout=PATIENCE_MS)
    if answer is None or answer.status != 200:
        raise RuntimeError(f"{path}: {answer and answer.status}")


@contextmanager
def _context(browser: Browser, **more: Any) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        viewport=SCREEN, locale="ky", has_touch=True, is_mobile=True, **more
    )
    try:
        yield context.new_page()
    finally:
        context.close()
