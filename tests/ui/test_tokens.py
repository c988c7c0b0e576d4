"""Contrast of the colour tokens, WCAG 2.2: 4.5 for text, 3 for the borders of controls."""

import re

import pytest
from django.conf import settings

CSS = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text("utf-8")
LIGHT = CSS[CSS.index(":root {") : CSS.index(":root:lang(zh)")]
CHOSEN_DARK = CSS[CSS.index(':root[data-theme="dark"]') : CSS.index("@media (prefers-color-scheme: dark)")]
SYSTEM_DARK = CSS[CSS.index("@media (prefers-color-scheme: dark)") :]

TEXT = [
    *[
        (text, back)
        for back in ("paper", "mist", "surface")
        for text in ("ink", "ink-soft", "jialing", "yangtze")
    ],
    *[(text, back) for back in ("near-hill", "far-hill") for text in ("ink", "ink-soft")],
    ("on-jialing", "jialing"),
    ("on-jialing", "jialing-deep"),
    ("jialing", "jialing-tint"),
    ("jialing-deep", "jialing-tint"),
    ("on-deep", "deep"),
    ("on-deep-soft", "deep"),
    ("deep", "on-deep"),
    ("good", "good-tint"),
    ("warn", "warn-tint"),
    ("bad", "bad-tint"),
    ("bad", "surface"),
]
CONTROLS = [
    ("line-strong", "paper"),
    ("line-strong", "surface"),
    ("jialing", "near-hill"),
    ("yangtze-line", "paper"),
]


def colours(block):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["light", "dark"])
def palette(request):
    return colours(LIGHT) | (colours(CHOSEN_DARK) if request.param == "dark" else {})


@pytest.mark.parametrize(("text", "back"), TEXT)
def test_text_can_be_read_on_its_ground(palette, text, back):
    assert contrast(palette[text], palette[back]) >= 4.5


@pytest.mark.parametrize(("edge", "back"), CONTROLS)
def test_edges_of_controls_can_be_seen(palette, edge, back):
    assert contrast(palette[edge], palette[back]) >= 3


def test_dark_by_choice_and_dark_by_system_are_the_same():
    assert colours(CHOSEN_DARK) == colours(SYSTEM_DARK)
    assert len(colours(CHOSEN_DARK)) > 20
