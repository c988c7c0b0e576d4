"""Pictures of every kind of page in both languages, light and dark, on a desktop and a phone.

    python -m tests.services.contact_sheet http://127.0.0.1:8000 FOLDER [PASSWORD]

looks at a running portal with the demo content. With the password of the demo accounts the newsroom is shown too.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from .browser import launched

LANGUAGES = {"en": "en-GB", "zh-hans": "zh-CN"}
SCHEMES = ("light", "dark")
WIDTHS = {"desktop": 1440, "phone": 390}
#: A long page is cut here, so that a picture stays readable.
TALLEST = 6000

PUBLIC = {
    "home": "",
    "news": "news/",
    "column": "news/business/",
    "photos": "news/photos/",
    "archive": "news/archive/",
    "article": "news/2026/11/four-ways-out-of-the-hills/",
    "special": "news/specials/smart-china-expo/",
    "enterprises": "enterprises/",
    "enterprises-table": "enterprises/?view=table",
    "enterprises-none": "enterprises/?q=zzzz",
    "profile": "enterprises/sany-heavy-machinery-chongqing/",
    "profile-small": "enterprises/tpv/",
    "designations": "designations/",
    "scheme": "designations/global-lighthouse-network/",
    "industries": "industries/",
    "industry": "industries/integrated-circuits/",
    "parks": "parks/",
    "park": "parks/longxing/",
    "events": "investing/events/",
    "event": "investing/events/cloud-signing-2021/",
    "projects": "investing/projects/",
    "project": "investing/projects/dayou-cop-packaging/",
    "introduction": "about/introduction/",
    "guide": "investing/guide/",
    "places": "living/food/",
    "search": "search/?q=changan",
    "not-found": "no/such/page/",
}
NEWSROOM = {
    "newsroom": "",
    "newsroom-articles": "articles/article/",
    "newsroom-article-new": "articles/article/add/",
    "newsroom-enterprises": "enterprises/enterprise/",
    "newsroom-images": "media_library/image/",
}


def take(page: Page, url: str, path: Path) -> None:
    """One picture of a page, tall enough to show all of it without scrolling (what is sticky stays in place)."""
    page.goto(url, wait_until="load")
    width = page.viewport_size["width"]
    page.set_viewport_size({"width": width, "height": 900})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
    page.wait_for_timeout(150)
    page.screenshot(path=path)


def contact_sheet(browser: Browser, site: str, folder: Path, password: str = "") -> int:
    """Take all pictures; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for (language, locale), scheme, (device, width) in product(LANGUAGES.items(), SCHEMES, WIDTHS.items()):
        context = browser.new_context(
            base_url=site, locale=locale, color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        context.add_cookies([{"name": "cookie_choice", "value": "refuse", "url": site}])
        page = context.new_page()
        pages = {name: f"/{language}/{path}" for name, path in PUBLIC.items()}
        if password:
            _log_in(page, password)
            pages |= {name: f"/admin/{path}" for name, path in NEWSROOM.items()}
        for name, path in pages.items():
            take(page, path, folder / f"{name}.{language}.{scheme}.{device}.png")
            taken += 1
        context.close()
    return taken


def _log_in(page: Page, password: str) -> None:
    page.goto("/admin/login/")
    page.fill("input[name=username]", "publisher")
    page.fill("input[name=password]", password)
    page.click("form#login-form [type=submit]")
    page.wait_for_url("**/admin/")


if __name__ == "__main__":
    with launched() as chromium:
        print(contact_sheet(chromium, sys.argv[1], Path(sys.argv[2]), *sys.argv[3:4]), "pictures")
