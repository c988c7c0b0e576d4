"""What stands thin against the sky: wind turbines and power pylons."""

from math import cos, pi, sin

from .canvas import Canvas


def turbine(canvas: Canvas, x: float, base: float, height: float, tone: str, turn: float) -> None:
    """Draw a wind turbine; `turn` is the angle of the first blade in degrees."""
    top = base - height
    canvas.poly(
        [
            (x - height * 0.016, base),
            (x + height * 0.016, base),
            (x + height * 0.007, top),
            (x - height * 0.007, top),
        ],
        tone,
    )
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
    strokes = [
        [(x - w, base), (x - w * 0.2, top + height * 0.2), (x, top)],
        [(x + w, base), (x + w * 0.2, top + height * 0.2), (x, top)],
    ]
    for n in range(6):
        y0, y1 = base - height * 0.14 * n, base - height * 0.14 * (n + 1)
        a, b = w * (1 - 0.13 * n), w * (1 - 0.13 * (n + 1))
        strokes += [[(x - a, y0), (x + b, y1)], [(x + a, y0), (x - b, y1)]]
    for f in (0.12, 0.24, 0.36):
        strokes.append(
            [
                (x - w * 1.8, top + height * f),
                (x, top + height * (f - 0.05)),
                (x + w * 1.8, top + height * f),
                (x - w * 1.8, top + height * f),
            ]
        )
    canvas.lines(strokes, tone, max(1.2, height * 0.009))
