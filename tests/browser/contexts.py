"""Browser contexts that are used again: what a fresh one costs is a process, and everything that it has yet to compile.

Measured on the home page of the Kursk site: 1.8 seconds of a processor in a fresh context, 0.9 in one used before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

KEPT = 2
"""Contexts of one kind that are kept for later: few tests open more than two pages, and each context is a process."""


class Contexts:
    """The contexts of a browser. Two pages that are open at the same time never share one.

    A context that comes back is emptied of all that the sites on it have stored, and of the browser's cache. Its first
    page shows nothing, and stays: it keeps alive the process that, with `--process-per-site`, shows the others too.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, list[BrowserContext]] = {}
        self._kinds: dict[BrowserContext, str] = {}

    def take(self, **options: Any) -> BrowserContext:
        """A context as if it were new, with these options of Playwright's."""
        kind = json.dumps(options, sort_keys=True)
        kept = self._kept.setdefault(kind, [])
        if kept:
            return kept.pop()
        context = self._browser.new_context(**options)
        context.set_default_timeout(10_000)
        self._kinds[context] = kind
        _stay(context.new_page())
        return context

    def give_back(self, context: BrowserContext, origins: Iterable[str]) -> None:
        """Close the pages of a context and empty it of what these origins have stored."""
        kept = self._kept[self._kinds[context]]
        if len(kept) < KEPT and _emptied(context, origins):
            kept.append(context)
        else:
            del self._kinds[context]
            context.close()


def _stay(page: Page) -> None:
    address = "http://127.0.0.1/"
    page.route(address, lambda route: route.fulfill(content_type="text/html", body="<!doctype html><title>.</title>"))
    page.goto(address)


def _emptied(context: BrowserContext, origins: Iterable[str]) -> bool:
    first, *others = context.pages
    try:
        for page in others:
            page.close()
        context.clear_cookies()
        session = context.new_cdp_session(first)
        session.send("Network.clearBrowserCache")
        for origin in origins:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.detach()
    except Error:  # its process has ended
        return False
    return True
