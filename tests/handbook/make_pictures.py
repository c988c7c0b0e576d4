"""Takes the pictures of the handbook: ``make handbook``, or ``python -m tests.handbook.make_pictures form review``.

Starts a portal of its own with the demo content, sets a scene, and writes one picture in each language for every
name in ``shots.SHOTS``. It may be run again at any time: it overwrites what it makes, and nothing else.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.handbook.shots import SHOTS, Shot
from tests.services.browser import launched
from tests.services.manage import ROOT
from tests.services.portal import Portal, running_portal

PICTURES = ROOT / "docs" / "handbook" / "pictures"
LOCALES = {"en": "en-GB", "zh-hans": "zh-CN"}
WIDTH = 1280
MOST_BYTES = 120 * 1024
#: The qualities that are tried until a picture is small enough.
QUALITIES = (80, 72, 64, 56, 48, 40)
SCENE = "from tests.handbook.scene import set_scene; set_scene()"


class Newsroom:
    """Browsers of colleagues who stay logged in, each in one language, and the keys of the scene."""

    def __init__(self, portal: Portal, browser: Browser):
        self.portal, self.browser = portal, browser
        self.keys = json.loads(portal.manage("shell", "--verbosity=0", "-c", SCENE).splitlines()[-1])
        self.pages: dict[tuple[str, str], Page] = {}

    def page(self, person: str, language: str) -> Page:
        if (person, language) not in self.pages:
            context = self.browser.new_context(
                base_url=self.portal.url,
                locale=LOCALES[language],
                timezone_id="Asia/Shanghai",
                viewport={"width": WIDTH, "height": 860},
            )
            page = self.pages[person, language] = context.new_page()
            page.goto("/admin/login/")
            page.fill("input[name=username]", person)
            page.fill("input[name=password]", self.portal.password)
            page.click("form#login-form [type=submit]")
            page.wait_for_url("**/admin/")
        return self.pages[person, language]

    def take(self, shot: Shot, language: str) -> bytes:
        page = self.page(shot.person, language)
        page.set_viewport_size({"width": WIDTH, "height": shot.height})
        page.goto(shot.address.format(**self.keys))
        page.wait_for_load_state("networkidle")
        shot.prepare(page)
        page.evaluate("document.activeElement?.blur()")
        page.wait_for_timeout(300)
        picture = compressed(page.screenshot())
        # Who has left a form is not named as its reader in the next picture.
        page.goto("/admin/password_change/")
        return picture


def compressed(screenshot: bytes) -> bytes:
    """As WebP, in the best quality that is small enough. Raises ValueError when none is."""
    with Image.open(io.BytesIO(screenshot)) as picture:
        for quality in QUALITIES:
            stream = io.BytesIO()
            picture.convert("RGB").save(stream, "WEBP", quality=quality, method=6)
            if stream.tell() <= MOST_BYTES:
                return stream.getvalue()
    raise ValueError("The picture is too rich in detail: take a smaller part of the page.")


def make(names: list[str], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        shared, own = Path(temporary, "shared"), Path(temporary, "own")
        shared.mkdir()
        own.mkdir()
        with running_portal(shared, own) as portal, launched() as browser:
            newsroom = Newsroom(portal, browser)
            for name in names:
                for language in LOCALES:
                    path = folder / f"{name}.{language}.webp"
                    path.write_bytes(newsroom.take(SHOTS[name], language))
                    print(f"{path.name}: {path.stat().st_size // 1024} KB", flush=True)


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in SHOTS]
    if unknown:
        print(
            f"There is no picture called {', '.join(unknown)}. There are: {', '.join(SHOTS)}", file=sys.stderr
        )
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    make(names or list(SHOTS), PICTURES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
