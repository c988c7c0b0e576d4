"""Towers in two tones and the stepped skylines they make."""

from .canvas import Canvas
from .palette import mix

CROWNS = ("flat", "step", "slant", "spire", "fins", "arc", "flat", "step")


def tower(
    canvas: Canvas,
    x: float,
    base: float,
    w: float,
    h: float,
    tone: str,
    crown: str = "flat",
    lit: float = 0.3,
) -> None:
    """Draw a tower: a lit side, a shaded side, floors and some lit windows (`lit` is their share, 0–1)."""
    light = canvas.light
    sunny, shade = mix(tone, light.glow, 0.2), mix(tone, light.tones[5], 0.18)
    top, split = base - h, x + w * canvas.random.uniform(0.34, 0.6)
    left_top = right_top = top
    if crown == "slant":
        left_top = top + w * 0.5
    elif crown == "step":
        canvas.rect(x + w * 0.2, top - w * 0.4, w * 0.5, w * 0.45, shade)
        canvas.rect(x + w * 0.2, top - w * 0.4, w * 0.22, w * 0.45, sunny)
    elif crown == "spire":
        canvas.poly(
            [
                (x + w * 0.25, top),
                (x + w * 0.75, top),
                (x + w * 0.62, top - w * 0.5),
                (x + w * 0.38, top - w * 0.5),
            ],
            shade,
        )
        canvas.line([(x + w / 2, top - w * 0.4), (x + w / 2, top - w * 1.7)], shade, max(1.5, w * 0.04))
    elif crown == "arc":
        canvas.path(
            f"M{x:.1f},{top + 1:.1f}Q{x + w * 0.1:.1f},{top - w * 0.75:.1f} {x + w:.1f},{top - w * 0.8:.1f}"
            f"V{top + 1:.1f}Z",
            shade,
        )
    middle = left_top + (right_top - left_top) * (split - x) / w
    wall = canvas.fade(((0, shade), (1, mix(shade, light.mist, 0.42))))
    face = canvas.fade(((0, sunny), (1, mix(sunny, light.mist, 0.42))))
    canvas.poly([(split - 1, middle), (x + w, right_top), (x + w, base), (split - 1, base)], wall)
    canvas.poly([(x, left_top), (split, middle), (split, base), (x, base)], face)
    if crown == "fins":
        canvas.lines(
            [[(x + w * f, top - w * 0.22), (x + w * f, base)] for f in (0.08, 0.25, 0.42, 0.6, 0.78, 0.95)],
            sunny,
            max(1, w * 0.025),
            0.5,
        )
    floor = max(7.0, w * 0.11)
    panes, glow = [], []
    y = max(left_top, top) + floor
    while y < base - floor:
        for low, high, count in ((x, split, 3), (split, x + w, 4)):
            pane = (high - low) / count
            for n in range(count):
                u = low + pane * n
                shape = [
                    (u + pane * 0.2, y),
                    (u + pane * 0.82, y),
                    (u + pane * 0.82, y + floor * 0.5),
                    (u + pane * 0.2, y + floor * 0.5),
                ]
                (glow if canvas.random.random() < lit else panes).append(shape)
        y += floor
    canvas.polys(panes, mix(tone, light.tones[5], 0.3), 0.3)
    canvas.polys(
        glow, light.lamp if light.is_dark else mix(sunny, light.sun, 0.6), 0.85 if light.is_dark else 0.5
    )


def skyline(
    canvas: Canvas,
    left: float,
    right: float,
    base: float,
    height: float,
    tone: str,
    peak: float = 0.5,
    wide: tuple[float, float] = (38, 74),
    lit: float = 0.25,
) -> None:
    """Draw a row of towers from `left` to `right` that rises towards `peak` (a share of the width)."""
    x, before = left, ""
    while x < right:
        w = canvas.random.uniform(*wide)
        place = (x + w / 2 - left) / (right - left)
        swell = max(0.16, 1 - abs(place - peak) * 1.75)
        h = height * swell * canvas.random.uniform(0.6, 1.05)
        crown = canvas.random.choice([c for c in CROWNS if c != before])
        before = crown
        tower(canvas, x, base, w, h, mix(tone, canvas.light.mist, canvas.random.uniform(0, 0.16)), crown, lit)
        x += w * canvas.random.uniform(0.72, 1.18)
