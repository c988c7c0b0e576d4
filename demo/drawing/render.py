"""Turn SVG scenes into the committed JPEG files with a headless Chromium."""

import os
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from .canvas import Canvas

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
]
LARGEST = 185_000
QUALITIES = (84, 80, 76, 72)


def render(canvases: Iterable[tuple[str, Canvas]], folder: Path) -> None:
    """Write folder/<slug>.jpg for every (slug, canvas), stepping quality down until it is at
    most `LARGEST` bytes.
    """
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        for slug, canvas in canvases:
            page.set_viewport_size({"width": canvas.width, "height": canvas.height})
            page.set_content(f"<body style='margin:0;background:#fff'>{canvas.svg()}</body>")
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
            (folder / f"{slug}.jpg").write_bytes(compressed(picture))
        browser.close()


def compressed(picture: Image.Image) -> bytes:
    """Return JPEG bytes of the picture at the best quality that fits."""
    data = b""
    for quality in QUALITIES:
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        data = buffer.getvalue()
        if len(data) <= LARGEST:
            break
    return data
