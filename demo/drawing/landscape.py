"""Land, water and air: skies, ridges in mist, rivers, trees."""

from math import pi, sin

from .canvas import Canvas, Point, smooth
from .palette import mix


def sky(canvas: Canvas, sun: Point | None = None, radius: float = 60, bottom: float | None = None) -> None:
    """Fill the sheet with sky down to `bottom` (pixels), and hang the sun or moon at `sun`."""
    light, bottom = canvas.light, bottom or canvas.height
    canvas.rect(0, 0, canvas.width, canvas.height, canvas.fade(light.sky, (0, 0), (0, bottom), fixed=True))
    if sun:
        x, y = sun
        glow = canvas.halo(
            ((0, light.sun, 0.85), (0.2, light.sun, 0.45), (0.55, light.glow, 0.18), (1, light.glow, 0))
        )
        canvas.disc(x, y, radius * 6.5, glow)
        canvas.disc(x, y, radius, light.sun, 0.95)


def clouds(canvas: Canvas, top: float, bottom: float, count: int = 9, opacity: float = 0.5) -> None:
    """Lay long soft banks of cloud between two heights."""
    for _ in range(count):
        y, x = canvas.random.uniform(top, bottom), canvas.random.uniform(-100, canvas.width)
        length = canvas.random.uniform(260, 760)
        fill = canvas.fade(
            ((0, canvas.light.mist, 0), (0.5, canvas.light.glow, 0.8), (1, canvas.light.mist, 0)),
            (0, 0),
            (1, 0),
        )
        canvas.oval(x, y, length / 2, canvas.random.uniform(3, 12), fill, opacity)


def stars(canvas: Canvas, bottom: float, count: int = 90) -> None:
    """Prick stars into a night sky."""
    for _ in range(count):
        x, y = canvas.random.uniform(0, canvas.width), bottom * canvas.random.random() ** 1.6
        canvas.disc(
            x, y, canvas.random.uniform(0.6, 1.7), canvas.light.glow, canvas.random.uniform(0.25, 0.8)
        )


def skyline_of(canvas: Canvas, base: float, height: float, rough: float, step: float = 14) -> list[Point]:
    """Return the upper edge of a ridge from left to right: a few long waves, broken by shorter ones."""
    chance = canvas.random
    waves = [
        (height / (n**1.15), chance.uniform(0.7, 1.3) * n, chance.uniform(0, 2 * pi)) for n in (1, 2, 3, 5)
    ]
    small = [
        (rough * height / n, n * chance.uniform(3, 4.5), chance.uniform(0, 2 * pi)) for n in (3, 5, 8, 13)
    ]
    edge = []
    x = -40.0
    while x <= canvas.width + 40:
        share = x / canvas.width * 2 * pi
        lift = sum(a * (0.5 + 0.5 * sin(share * f * 0.8 + p)) for a, f, p in waves) * 0.5
        lift += sum(a * sin(share * f + p) for a, f, p in small)
        edge.append((x, base - lift))
        x += step
    return edge


def ridge(
    canvas: Canvas,
    base: float,
    height: float,
    tone: str,
    mist: float = 0.85,
    rough: float = 0.06,
    trees: float = 0,
) -> list[Point]:
    """Draw one ridge whose foot dissolves into mist.

    Return its edge. `trees` is the size of the treetops in pixels.
    """
    edge = skyline_of(canvas, base, height, rough)
    if trees:
        edge = wooded(canvas, edge, trees)
    top = min(y for _, y in edge)
    paint = canvas.fade(
        (
            (0, tone),
            (0.3, mix(tone, canvas.light.mist, mist * 0.25)),
            (1, mix(tone, canvas.light.mist, mist)),
        ),
        (0, top),
        (0, base + 40),
        fixed=True,
    )
    canvas.poly([(-40, canvas.height + 40), *edge, (canvas.width + 40, canvas.height + 40)], paint)
    return edge


def wooded(canvas: Canvas, edge: list[Point], size: float) -> list[Point]:
    """Return an edge set with treetops of about `size` pixels."""
    tops = []
    for (x0, y0), (x1, y1) in zip(edge, edge[1:], strict=False):
        start = 0.0
        while start < 1:
            width = min(1 - start, size * canvas.random.uniform(0.5, 2) / (x1 - x0))
            height = size * canvas.random.uniform(0.05, 0.6)
            for part, lift in ((0, 0.3), (0.15, 0.75), (0.4, 1), (0.65, 0.95), (0.88, 0.65)):
                share = start + part * width
                tops.append((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share - height * lift))
            start += max(width, 0.01)
    return [*tops, edge[-1]]


def hills(
    canvas: Canvas,
    horizon: float,
    height: float,
    near: float = 0.5,
    count: int = 4,
    far: float = 0.0,
    sink: float = 40,
) -> None:
    """Draw `count` ridges, paling away.

    `far` and `near` are tone depths, `sink` pixels between their feet.
    """
    for n in range(count):
        share = n / max(1, count - 1)
        tone = canvas.light.tone(far + (near - far) * share)
        ridge(canvas, horizon + sink * n, height * (1 - 0.38 * share), tone, 0.9, 0.05, trees=share * 7)


def veil(canvas: Canvas, y: float, depth: float, opacity: float = 0.8, colour: str | None = None) -> None:
    """Lay a bank of mist around height `y`, `depth` pixels thick."""
    colour = colour or canvas.light.mist
    paint = canvas.fade(((0, colour, 0), (0.5, colour, 1), (1, colour, 0)))
    canvas.rect(0, y - depth / 2, canvas.width, depth, paint, opacity)


def water(
    canvas: Canvas, top: float, bottom: float, far: str, near: str, glints: int = 90, glint: str | None = None
) -> None:
    """Draw still water between two heights, with broken light that grows towards the viewer."""
    canvas.rect(0, top, canvas.width, bottom - top, canvas.fade(((0, far), (1, near))))
    ripples(canvas, top, bottom, glints, glint or canvas.light.glow)


def ripples(
    canvas: Canvas,
    top: float,
    bottom: float,
    count: int,
    colour: str,
    left: float = 0,
    right: float | None = None,
    opacity: float = 0.5,
) -> None:
    """Break light on water between two heights (pixels)."""
    right = canvas.width if right is None else right
    for _ in range(count):
        share = canvas.random.random() ** 1.5
        y, x = top + (bottom - top) * share, canvas.random.uniform(left, right)
        half = (10 + 70 * share) * canvas.random.uniform(0.4, 1.3)
        canvas.path(
            f"M{x - half:.1f},{y:.1f}Q{x:.1f},{y - 1.2 - 2.4 * share:.1f} {x + half:.1f},{y:.1f}"
            f"Q{x:.1f},{y + 1 + 2.2 * share:.1f} {x - half:.1f},{y:.1f}",
            colour,
            canvas.random.uniform(0.15, 1) * opacity,
        )


def tree(canvas: Canvas, x: float, base: float, height: float, tone: str, lit: str | None = None) -> None:
    """Draw a broad-leaved tree: a trunk and a crown built of soft clumps, the upper left of it in light."""
    chance = canvas.random
    lit = lit or mix(tone, canvas.light.glow, 0.22)
    canvas.path(
        f"M{x - height * 0.028},{base}Q{x - height * 0.012},{base - height * 0.3} {x},{base - height * 0.55}"
        f"Q{x + height * 0.012},{base - height * 0.3} {x + height * 0.028},{base}Z",
        mix(tone, canvas.light.tones[5], 0.4),
    )
    canvas.oval(x, base - height * 0.66, height * 0.21, height * 0.15, tone)
    for colour, shift, count, share in ((tone, 0, 26, 1), (lit, -0.07, 16, 0.72)):
        for _ in range(count):
            cx = x + chance.gauss(shift, 0.125 * share) * height
            cy = base - height * (0.66 + chance.gauss(-shift * 0.9, 0.08 * share))
            radius = height * chance.uniform(0.06, 0.125) * share
            canvas.oval(cx, cy, radius * 1.2, radius, colour)


def pine(canvas: Canvas, x: float, base: float, height: float, tone: str) -> None:
    """Draw a mountain pine: a bent trunk under flat layers of needles."""
    lean = canvas.random.uniform(-0.12, 0.12) * height
    canvas.curve(
        [(x, base), (x + lean * 0.3, base - height * 0.5), (x + lean, base - height)],
        tone,
        max(2, height * 0.035),
    )
    for n in range(5):
        share = 0.38 + n * 0.15
        half = height * (0.34 - 0.045 * n) * canvas.random.uniform(0.8, 1.15)
        cx, cy = x + lean * share + canvas.random.uniform(-0.1, 0.1) * height, base - height * share
        data = smooth(
            [
                (cx - half, cy + 2),
                (cx - half * 0.4, cy - height * 0.06),
                (cx + half * 0.3, cy - height * 0.065),
                (cx + half, cy + 2),
            ]
        )
        canvas.path(data + "Z", tone)


def bushes(
    canvas: Canvas,
    y: float,
    size: float,
    tone: str,
    left: float = -40,
    right: float | None = None,
    sag: float = 0,
) -> None:
    """Close the foot of a picture with foliage whose edge sags by `sag` pixels in the middle.

    An end inside the sheet slopes down and out of it.
    """
    right = canvas.width + 40 if right is None else right
    edge = []
    for n in range(25):
        share = n / 24
        sink = max(0.0, 1 - share / 0.6) ** 2 if left > 0 else 0.0
        sink += max(0.0, 1 - (1 - share) / 0.6) ** 2 if right < canvas.width else 0.0
        top = y + sag * sin(share * pi)
        edge.append((left + (right - left) * share, top + sink * (canvas.height + 30 - top)))
    canvas.poly(
        [(left, canvas.height + 40), *wooded(canvas, edge, size * 0.8), (right, canvas.height + 40)], tone
    )
