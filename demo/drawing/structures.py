"""Buildings and bridges seen flat: towers in two tones, stepped skylines, arches, pylons, roofs with upturned eaves."""

from math import cos, pi, sin

from .canvas import Canvas, Point, smooth
from .palette import mix

CROWNS = ("flat", "step", "slant", "spire", "fins", "arc", "flat", "step")


def tower(canvas: Canvas, x: float, base: float, w: float, h: float, tone: str, crown: str = "flat", lit: float = 0.3) -> None:
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
        canvas.poly([(x + w * 0.25, top), (x + w * 0.75, top), (x + w * 0.62, top - w * 0.5), (x + w * 0.38, top - w * 0.5)], shade)
        canvas.line([(x + w / 2, top - w * 0.4), (x + w / 2, top - w * 1.7)], shade, max(1.5, w * 0.04))
    elif crown == "arc":
        canvas.path(f"M{x:.1f},{top + 1:.1f}Q{x + w * 0.1:.1f},{top - w * 0.75:.1f} {x + w:.1f},{top - w * 0.8:.1f}V{top + 1:.1f}Z", shade)
    middle = left_top + (right_top - left_top) * (split - x) / w
    wall = canvas.fade(((0, shade), (1, mix(shade, light.mist, 0.42))))
    face = canvas.fade(((0, sunny), (1, mix(sunny, light.mist, 0.42))))
    canvas.poly([(split - 1, middle), (x + w, right_top), (x + w, base), (split - 1, base)], wall)
    canvas.poly([(x, left_top), (split, middle), (split, base), (x, base)], face)
    if crown == "fins":
        canvas.lines([[(x + w * f, top - w * 0.22), (x + w * f, base)] for f in (0.08, 0.25, 0.42, 0.6, 0.78, 0.95)], sunny, max(1, w * 0.025), 0.5)
    floor = max(7.0, w * 0.11)
    panes, glow = [], []
    y = max(left_top, top) + floor
    while y < base - floor:
        for low, high, count in ((x, split, 3), (split, x + w, 4)):
            pane = (high - low) / count
            for n in range(count):
                u = low + pane * n
                shape = [(u + pane * 0.2, y), (u + pane * 0.82, y), (u + pane * 0.82, y + floor * 0.5), (u + pane * 0.2, y + floor * 0.5)]
                (glow if canvas.random.random() < lit else panes).append(shape)
        y += floor
    canvas.polys(panes, mix(tone, light.tones[5], 0.3), 0.3)
    canvas.polys(glow, light.lamp if light.is_dark else mix(sunny, light.sun, 0.6), 0.85 if light.is_dark else 0.5)


def skyline(
    canvas: Canvas, left: float, right: float, base: float, height: float, tone: str, peak: float = 0.5,
    wide: tuple[float, float] = (38, 74), lit: float = 0.25,
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


def cables(canvas: Canvas, top: Point, low: Point, deck: Point, end: Point, count: int, colour: str, width: float = 1.6, opacity: float = 0.9) -> None:
    """String stay cables from the pylon (`top` to `low`) to the deck (`deck` to `end`)."""
    strokes = []
    for n in range(count):
        share = n / max(1, count - 1)
        strokes.append([
            (top[0] + (low[0] - top[0]) * (1 - share), top[1] + (low[1] - top[1]) * (1 - share)),
            (deck[0] + (end[0] - deck[0]) * share, deck[1] + (end[1] - deck[1]) * share),
        ])
    canvas.lines(strokes, colour, width, opacity)


def pylon(canvas: Canvas, x: float, foot: float, deck: float, top: float, tone: str, spread: float) -> None:
    """Draw a diamond pylon standing at `foot`, its legs `spread` pixels out at the deck and closed at the top."""
    sunny = mix(tone, canvas.light.glow, 0.3)
    waist = deck - (deck - top) * 0.55
    for side, colour in ((-1, sunny), (1, tone)):
        thick = spread * 0.24
        canvas.poly([(x + side * spread * 0.55, foot), (x + side * (spread * 0.55 + thick), foot), (x + side * (spread + thick), deck), (x + side * thick, waist), (x, waist), (x + side * spread, deck)], colour)
        canvas.poly([(x, waist + 6), (x + side * thick, waist + 6), (x + side * thick * 0.7, top), (x, top)], colour)
    canvas.rect(x - spread * 1.05, deck + spread * 0.1, spread * 2.1, spread * 0.22, tone)


def deck(canvas: Canvas, points: list[Point], thick: float, tone: str) -> None:
    """Draw a bridge deck along points: a lit edge over a shaded girder."""
    canvas.poly([*points, *[(x, y + thick) for x, y in reversed(points)]], tone)
    canvas.line([(x, y - thick * 0.12) for x, y in points], mix(tone, canvas.light.glow, 0.5), max(1.5, thick * 0.24))


def arch(canvas: Canvas, left: Point, right: Point, rise: float, tone: str, thick: float = 16, road: float | None = None) -> None:
    """Draw a trussed arch between two springings with hangers or posts to a road at height `road` (pixels)."""
    steps = 36
    bow = [
        (left[0] + (right[0] - left[0]) * n / steps, left[1] + (right[1] - left[1]) * n / steps - rise * (1 - (2 * n / steps - 1) ** 2))
        for n in range(steps + 1)
    ]
    inner = [(x, y + thick * 1.9 + thick * 1.4 * abs(2 * n / steps - 1)) for n, (x, y) in enumerate(bow)]
    road = road if road is not None else left[1]
    canvas.lines([[(x, y), (x, road)] for x, y in bow[2:-2:2]], mix(tone, canvas.light.mist, 0.15), thick * 0.16)
    web = [[bow[n], inner[n + 1]] for n in range(steps)] + [[inner[n], bow[n]] for n in range(steps + 1)]
    canvas.lines(web, tone, thick * 0.2)
    canvas.line(inner, tone, thick * 0.42)
    canvas.line(bow, tone, thick * 0.72)
    canvas.line([(x, y - thick * 0.26) for x, y in bow], mix(tone, canvas.light.glow, 0.5), thick * 0.2)


def eaves(canvas: Canvas, x: float, y: float, w: float, rise: float, tone: str) -> None:
    """Draw a roof with upturned eaves centred on `x`; `y` is the eaves line, `w` its width."""
    half, tip = w / 2, rise * 0.34
    data = (
        f"M{x - half:.1f},{y - tip:.1f}Q{x - half * 0.66:.1f},{y:.1f} {x - half * 0.3:.1f},{y - rise * 0.6:.1f}L{x - half * 0.22:.1f},{y - rise:.1f}"
        f"H{x + half * 0.22:.1f}L{x + half * 0.3:.1f},{y - rise * 0.6:.1f}Q{x + half * 0.66:.1f},{y:.1f} {x + half:.1f},{y - tip:.1f}"
        f"Q{x + half * 0.7:.1f},{y + rise * 0.18:.1f} {x:.1f},{y + rise * 0.14:.1f}Q{x - half * 0.7:.1f},{y + rise * 0.18:.1f} {x - half:.1f},{y - tip:.1f}Z"
    )
    canvas.path(data, tone)
    lit = mix(tone, canvas.light.glow, 0.35)
    canvas.path(f"M{x - half:.1f},{y - tip:.1f}Q{x - half * 0.66:.1f},{y:.1f} {x - half * 0.3:.1f},{y - rise * 0.6:.1f}L{x - half * 0.22:.1f},{y - rise:.1f}", "none", 1, lit, max(1.2, rise * 0.05))
    canvas.line([(x - half * 0.24, y - rise), (x + half * 0.24, y - rise)], lit, max(1.5, rise * 0.09))


def pagoda(canvas: Canvas, x: float, base: float, w: float, floors: int, tone: str) -> None:
    """Draw a pagoda of `floors` storeys, `w` wide at its foot."""
    y, floor = base, w * 0.62
    for n in range(floors):
        width = w * (1 - 0.085 * n)
        canvas.rect(x - width * 0.3, y - floor, width * 0.6, floor, mix(tone, canvas.light.mist, 0.15))
        canvas.rect(x - width * 0.3, y - floor, width * 0.24, floor, mix(tone, canvas.light.glow, 0.42))
        canvas.rect(x - width * 0.06, y - floor * 0.66, width * 0.13, floor * 0.5, mix(tone, canvas.light.lamp, 0.75))
        y -= floor
        eaves(canvas, x, y, width * 1.12, w * 0.26, tone)
        floor *= 0.93
    canvas.line([(x, y - w * 0.2), (x, y - w * 0.95)], tone, w * 0.05)
    for n in range(3):
        canvas.disc(x, y - w * (0.4 + 0.16 * n), w * (0.06 - 0.012 * n), tone)


def stilt_house(canvas: Canvas, x: float, base: float, w: float, h: float, tone: str) -> None:
    """Draw a timber house on stilts with a gallery, lit windows and a tiled roof."""
    light = canvas.light
    body = base - h * 0.36
    posts = [x + w * f for f in (0.06, 0.3, 0.55, 0.8, 0.95)]
    canvas.lines([[(p, body), (p, base + h * 0.25)] for p in posts], tone, w * 0.022)
    canvas.rect(x, body - h * 0.62, w, h * 0.62, tone)
    canvas.rect(x, body - h * 0.62, w * 0.3, h * 0.62, mix(tone, light.glow, 0.12))
    for row in range(2):
        for n in range(5):
            pane = light.lamp if canvas.random.random() < 0.5 else mix(tone, light.tones[5], 0.4)
            canvas.rect(x + w * (0.06 + n * 0.185), body - h * (0.55 - row * 0.3), w * 0.13, h * 0.2, pane, 0.9)
    canvas.lines([[(x - w * 0.05, body - h * 0.02), (x + w * 1.05, body - h * 0.02)], [(x - w * 0.05, body - h * 0.3), (x + w * 1.05, body - h * 0.3)]], mix(tone, light.glow, 0.35), w * 0.014)
    eaves(canvas, x + w / 2, body - h * 0.6, w * 1.28, h * 0.3, mix(tone, light.tones[5], 0.45))


def turbine(canvas: Canvas, x: float, base: float, height: float, tone: str, turn: float) -> None:
    """Draw a wind turbine; `turn` is the angle of the first blade in degrees."""
    top = base - height
    canvas.poly([(x - height * 0.016, base), (x + height * 0.016, base), (x + height * 0.007, top), (x - height * 0.007, top)], tone)
    reach = height * 0.52
    for n in range(3):
        angle = (turn + 120 * n) * pi / 180
        tip = (x + reach * cos(angle), top + reach * sin(angle))
        side = (-sin(angle) * height * 0.02, cos(angle) * height * 0.02)
        root = (x + reach * 0.22 * cos(angle), top + reach * 0.22 * sin(angle))
        canvas.poly([(x, top), (root[0] + side[0], root[1] + side[1]), tip], tone)
    canvas.disc(x, top, height * 0.018, tone)


def lattice(canvas: Canvas, x: float, base: float, height: float, tone: str) -> None:
    """Draw a power pylon."""
    top, w = base - height, height * 0.13
    strokes = [[(x - w, base), (x - w * 0.2, top + height * 0.2), (x, top)], [(x + w, base), (x + w * 0.2, top + height * 0.2), (x, top)]]
    for n in range(6):
        y0, y1 = base - height * 0.14 * n, base - height * 0.14 * (n + 1)
        a, b = w * (1 - 0.13 * n), w * (1 - 0.13 * (n + 1))
        strokes += [[(x - a, y0), (x + b, y1)], [(x + a, y0), (x - b, y1)]]
    for f in (0.12, 0.24, 0.36):
        strokes.append([(x - w * 1.8, top + height * f), (x, top + height * (f - 0.05)), (x + w * 1.8, top + height * f), (x - w * 1.8, top + height * f)])
    canvas.lines(strokes, tone, max(1.2, height * 0.009))


def figure(canvas: Canvas, x: float, foot: float, height: float, tone: str, stride: float = 0.5, lean: float = 0) -> None:
    """Draw a person in silhouette; `stride` opens the legs (0–1), `lean` tips the body forward in pixels."""
    h, s = height, stride * height * 0.1
    hip, neck = foot - h * 0.47, foot - h * 0.84
    top = x + lean
    canvas.poly([(x - h * 0.075, hip), (x + h * 0.075, hip), (x + h * 0.05 + s, foot), (x - h * 0.015 + s, foot), (x, hip + h * 0.14), (x + h * 0.01 - s, foot), (x - h * 0.055 - s, foot)], tone)
    torso = smooth([(x - h * 0.08, hip + 2), (x - h * 0.1 + lean * 0.5, hip - h * 0.2), (top - h * 0.098, neck + h * 0.05), (top, neck + h * 0.005), (top + h * 0.098, neck + h * 0.05), (x + h * 0.1 + lean * 0.5, hip - h * 0.2), (x + h * 0.08, hip + 2)])
    canvas.path(torso + "Z", tone)
    canvas.lines([[(top - h * 0.085, neck + h * 0.06), (x - h * 0.098 - s * 0.35, hip - h * 0.01)], [(top + h * 0.085, neck + h * 0.06), (x + h * 0.098 + s * 0.35, hip - h * 0.01)]], tone, h * 0.042)
    canvas.oval(top + lean * 0.2, neck - h * 0.075, h * 0.058, h * 0.075, tone)
