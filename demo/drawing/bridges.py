"""Decks, pylons with their cables, and trussed arches."""

from .canvas import Canvas, Point
from .palette import mix


def cables(
    canvas: Canvas,
    top: Point,
    low: Point,
    deck: Point,
    end: Point,
    count: int,
    colour: str,
    width: float = 1.6,
    opacity: float = 0.9,
) -> None:
    """String stay cables from the pylon (`top` to `low`) to the deck (`deck` to `end`)."""
    strokes = []
    for n in range(count):
        share = n / max(1, count - 1)
        strokes.append(
            [
                (top[0] + (low[0] - top[0]) * (1 - share), top[1] + (low[1] - top[1]) * (1 - share)),
                (deck[0] + (end[0] - deck[0]) * share, deck[1] + (end[1] - deck[1]) * share),
            ]
        )
    canvas.lines(strokes, colour, width, opacity)


def pylon(canvas: Canvas, x: float, foot: float, deck: float, top: float, tone: str, spread: float) -> None:
    """Draw a diamond pylon standing at `foot`, its legs `spread` pixels out at the deck and
    closed at the top.
    """
    sunny = mix(tone, canvas.light.glow, 0.3)
    waist = deck - (deck - top) * 0.55
    for side, colour in ((-1, sunny), (1, tone)):
        thick = spread * 0.24
        canvas.poly(
            [
                (x + side * spread * 0.55, foot),
                (x + side * (spread * 0.55 + thick), foot),
                (x + side * (spread + thick), deck),
                (x + side * thick, waist),
                (x, waist),
                (x + side * spread, deck),
            ],
            colour,
        )
        canvas.poly(
            [(x, waist + 6), (x + side * thick, waist + 6), (x + side * thick * 0.7, top), (x, top)], colour
        )
    canvas.rect(x - spread * 1.05, deck + spread * 0.1, spread * 2.1, spread * 0.22, tone)


def deck(canvas: Canvas, points: list[Point], thick: float, tone: str) -> None:
    """Draw a bridge deck along points: a lit edge over a shaded girder."""
    canvas.poly([*points, *[(x, y + thick) for x, y in reversed(points)]], tone)
    canvas.line(
        [(x, y - thick * 0.12) for x, y in points], mix(tone, canvas.light.glow, 0.5), max(1.5, thick * 0.24)
    )


def arch(
    canvas: Canvas,
    left: Point,
    right: Point,
    rise: float,
    tone: str,
    thick: float = 16,
    road: float | None = None,
) -> None:
    """Draw a trussed arch between two springings with hangers or posts to a road at height
    `road` (pixels).
    """
    steps = 36
    bow = [
        (
            left[0] + (right[0] - left[0]) * n / steps,
            left[1] + (right[1] - left[1]) * n / steps - rise * (1 - (2 * n / steps - 1) ** 2),
        )
        for n in range(steps + 1)
    ]
    inner = [(x, y + thick * 1.9 + thick * 1.4 * abs(2 * n / steps - 1)) for n, (x, y) in enumerate(bow)]
    road = road if road is not None else left[1]
    canvas.lines(
        [[(x, y), (x, road)] for x, y in bow[2:-2:2]], mix(tone, canvas.light.mist, 0.15), thick * 0.16
    )
    web = [[bow[n], inner[n + 1]] for n in range(steps)] + [[inner[n], bow[n]] for n in range(steps + 1)]
    canvas.lines(web, tone, thick * 0.2)
    canvas.line(inner, tone, thick * 0.42)
    canvas.line(bow, tone, thick * 0.72)
    canvas.line([(x, y - thick * 0.26) for x, y in bow], mix(tone, canvas.light.glow, 0.5), thick * 0.2)
