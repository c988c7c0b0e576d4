"""Redraw the illustrations: all of them, or the slugs given."""

import json
import sys
from pathlib import Path

from . import scenes  # noqa: F401  (registers every scene)
from .render import render
from .series import SCENES

PICTURES = Path(__file__).resolve().parent.parent / "pictures"


def main(wanted: list[str]) -> int:
    """Draw what is wanted; return 1 when the catalogue and the series do not name the same pictures."""
    listed = {entry["slug"] for entry in json.loads((PICTURES / "pictures.json").read_text("utf-8"))}
    unknown = set(wanted) - SCENES.keys()
    if unknown or (not wanted and listed != SCENES.keys()):
        print("Not in both the catalogue and the series:", *sorted(unknown or listed ^ SCENES.keys()))
        return 1
    slugs = wanted or sorted(SCENES)
    render(((slug, SCENES[slug].drawn()) for slug in slugs), PICTURES)
    print(f"Drew {len(slugs)} pictures into {PICTURES}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
