"""A browser that complains: a page with a fault on its console is a failed test."""

import contextlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.services import chromium


class Watch:
    """Collects what went wrong on the pages of one test: errors on the console, exceptions of scripts,
    and requests to any host but the portal's own."""

    def __init__(self, url: str):
        self.host = urlsplit(url).netloc
        self.faults: list[str] = []
        self.allowed: list[str] = []

    def allow(self, text: str) -> None:
        """Faults that contain ``text`` are what this test is about, such as "status of 404"."""
        self.allowed.append(text)

    def unexpected(self) -> list[str]:
        return [fault for fault in self.faults if not any(text in fault for text in self.allowed)]

    def over(self, context: BrowserContext) -> None:
        context.on("page", self._over_page)
        context.on("request", self._see_request)

    def _over_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"exception on {page.url}: {error}"))
        page.on("console", lambda message: self._see_message(page, message))

    def _see_message(self, page: Page, message) -> None:
        if message.type == "error":
            self.faults.append(f"console of {page.url}: {message.text} {message.location.get('url', '')}")

    def _see_request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.faults.append(f"request to another host: {request.url}")


@contextlib.contextmanager
def launched() -> Iterator[Browser]:
    """Chromium without a window. Raises AssertionError, saying how to get one, when there is none."""
    path = chromium.find()
    assert path, chromium.HOW
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
