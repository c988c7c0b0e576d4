"""Finds the Chromium that the browser tests drive, or gets one.

    python -m tests.services.chromium

ends quietly when there is one, installs it with apt-get when run by root, and otherwise says how.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
HOW = (
    "The browser tests need Chromium. Install it, or set PORTAL_CHROMIUM to its path.\n"
    "Debian and Ubuntu: apt-get install chromium fonts-noto-cjk\n"
    "Anywhere: .venv/bin/python -m playwright install chromium"
)


def find() -> str | None:
    """The path of a Chromium that starts, or None. PORTAL_CHROMIUM goes before everything else."""
    return next((candidate for candidate in _candidates() if _starts(candidate)), None)


def _candidates() -> Iterator[str]:
    yield from filter(None, [os.environ.get("PORTAL_CHROMIUM"), *map(shutil.which, NAMES)])
    # Asked last: it starts Playwright.
    yield from filter(None, [_from_playwright()])


def _from_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _starts(path: str) -> bool:
    """Some systems ship a stand-in that only tells to install another package."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except OSError:
        return False


def _can_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True).stdout.strip())


def main() -> int:
    found = find()
    if found and (_has_chinese_font() or not _can_install()):
        print(f"Browser tests will use {found}")
        return 0
    if _can_install():
        apt_get("chromium", "fonts-noto-cjk")
        found = find()
    if not found:
        print(HOW, file=sys.stderr)
        return 1
    print(f"Browser tests will use {found}")
    return 0


def apt_get(*packages: str) -> None:
    """Installs system packages; the caller looks whether what it needs is there afterwards."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing {', '.join(packages)} …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], env=environment)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
