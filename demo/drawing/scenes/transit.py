"""The city under way: cableway and monorail."""

from math import sin

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, ripples, sky, veil, water, wooded
from ..palette import mix
from ..series import scene
from ..towers import skyline, tower
from ..transport import cable_car


@scene("cableway", "fog")
def cableway(canvas: Canvas) -> None:
    """A car large in the upper left, the river far below."""
    light = canvas.light
    sky(canvas, (1250, 190), 54, 700)
    hills(canvas, 470, 210, 0.3, 3, 0.03, 30)
    skyline(canvas, 640, 1640, 690, 360, light.tone(0.24), 0.6, (46, 80), 0.15)
    veil(canvas, 640, 150, 0.85)
    skyline(canvas, 980, 1660, 740, 250, light.tone(0.45), 0.8, (46, 82), 0.2)
    veil(canvas, 730, 80, 0.7)
    water(canvas, 740, 1067, mix(light.jialing, light.mist, 0.65), mix(light.jialing, light.mist, 0.1), 110)
    ripples(canvas, 760, 900, 60, light.yangtze, 0, 700, 0.35)
    mast_x, mast_top = 1320, 420
    canvas.lines(
        [[(mast_x - 34, 760), (mast_x - 8, mast_top)], [(mast_x + 34, 760), (mast_x + 8, mast_top)]],
        light.tones[4],
        9,
    )
    canvas.lines(
        [[(mast_x - 34 + n * 4, 760 - n * 52), (mast_x + 30 - n * 4, 708 - n * 52)] for n in range(6)]
        + [[(mast_x + 34 - n * 4, 760 - n * 52), (mast_x - 30 + n * 4, 708 - n * 52)] for n in range(6)],
        light.tones[4],
        3.5,
    )
    canvas.rect(mast_x - 52, mast_top - 10, 104, 14, light.tones[4])
    for shift in (0, 26):
        canvas.path(
            f"M-20,{120 + shift * 2}Q640,{300 + shift * 1.6} {mast_x},{mast_top - 14 + shift * 0.4}"
            f"Q1480,{440 + shift * 0.3} 1640,{448 + shift * 0.2}",
            "none",
            1,
            light.tones[5],
            4 - shift * 0.05,
        )
    cable_car(canvas, 1010, 376, 74, mix(light.jialing, light.mist, 0.25))
    cable_car(canvas, 560, 258, 390, light.yangtze)
    for n in range(11):
        x = -40 + n * 118
        y = 930 + 40 * sin(n * 1.7) + n * 9
        canvas.poly(
            [(x, y), (x + 76, y - 52), (x + 152, y), (x + 152, 1100), (x, 1100)],
            mix(light.tones[4], light.tones[5], 0.3 * (n % 3)),
        )
        canvas.poly(
            [
                (x - 8, y + 4),
                (x + 76, y - 60),
                (x + 160, y + 4),
                (x + 150, y + 10),
                (x + 76, y - 44),
                (x + 2, y + 10),
            ],
            light.tones[5],
        )
        canvas.line([(x - 8, y + 2), (x + 76, y - 60)], mix(light.tones[3], light.glow, 0.4), 4)
        for k in range(2):
            canvas.rect(
                x + 30 + k * 54,
                y + 24,
                28,
                36,
                light.lamp if (n + k) % 3 == 0 else mix(light.tones[3], light.mist, 0.2),
            )


@scene("monorail", "day")
def monorail(canvas: Canvas) -> None:
    """A curve of track out of a building's side, pillars striding down the slope."""
    light = canvas.light
    sky(canvas, (1180, 180), 54, 680)
    clouds(canvas, 70, 340, 9, 0.8)
    hills(canvas, 560, 260, 0.42, 4, 0.02, 30)
    skyline(canvas, 900, 1660, 720, 260, light.tone(0.34), 0.7, (40, 70), 0.2)
    veil(canvas, 700, 130, 0.8)
    tower(canvas, 40, 1090, 330, 1000, light.tone(0.6), "flat", 0.25)
    canvas.rect(30, 452, 350, 190, light.tone(0.9))
    canvas.rect(30, 452, 350, 10, light.glow, 0.6)
    edge = wooded(canvas, [(-40, 900), (400, 890), (760, 850), (1100, 800), (1640, 740)], 22)
    canvas.poly(
        [(-40, 1100), *edge, (1640, 1100)], canvas.fade(((0, light.tone(0.58)), (1, light.tone(0.85))))
    )
    low = [(330, 640), (560, 636), (800, 606), (1030, 560), (1240, 528), (1440, 520), (1640, 530)]
    thick = [34, 32, 27, 22, 18, 16, 14]
    for (x, y), t in zip(low, thick, strict=True):
        base = 1100 if x < 900 else 900
        canvas.poly(
            [(x - t * 0.6, y), (x + t * 0.6, y), (x + t * 0.75, base), (x - t * 0.75, base)],
            canvas.fade(((0, light.tone(0.82)), (1, mix(light.tone(0.7), light.mist, 0.25)))),
        )
        canvas.poly(
            [(x - t * 0.6, y), (x - t * 0.2, y), (x - t * 0.25, base), (x - t * 0.75, base)], light.glow, 0.25
        )
        canvas.poly(
            [(x - t * 1.7, y), (x + t * 1.7, y), (x + t * 0.6, y + t * 2), (x - t * 0.6, y + t * 2)],
            light.tone(0.85),
        )
    canvas.path(
        smooth(low)
        + smooth([(x, y + t) for (x, y), t in zip(reversed(low), reversed(thick), strict=True)]).replace(
            "M", "L", 1
        )
        + "Z",
        light.tones[5],
    )
    canvas.path(smooth(low), "none", 0.9, mix(light.tones[3], light.glow, 0.5), 4)
    cars = [(0.03, 0.2), (0.205, 0.37), (0.375, 0.52), (0.525, 0.65)]
    for n, (f0, f1) in enumerate(cars):
        points = [low_at(low, f0 + (f1 - f0) * k / 8) for k in range(9)]
        height = [150 - 96 * (f0 + (f1 - f0) * k / 8) for k in range(9)]
        top = [(x, y - h) for (x, y), h in zip(points, height, strict=True)]
        low_side = [(x, y + h * 0.1) for (x, y), h in zip(points, height, strict=True)]
        canvas.poly(
            [*top, *reversed(low_side)],
            canvas.fade(
                (
                    (0, light.glow),
                    (0.25, mix(light.tones[0], light.glow, 0.6)),
                    (1, mix(light.tones[1], light.tones[3], 0.3)),
                )
            ),
        )
        ribs = list(zip(points, height, strict=True))
        for high, low_share, colour in (
            (0.8, 0.42, light.tones[5]),
            (0.3, 0.18, light.jialing),
            (0.15, 0.1, light.yangtze),
        ):
            upper = [(x, y - h * high) for (x, y), h in ribs]
            lower = [(x, y - h * low_share) for (x, y), h in reversed(ribs)]
            canvas.poly([*upper, *lower], colour)
        for k in range(1, 8):
            (x, y), h = points[k], height[k]
            canvas.line(
                [(x, y - h * 0.8), (x, y - h * 0.42)], mix(light.tones[0], light.glow, 0.6), h * 0.035
            )
        if n == 3:
            (x, y), h = points[-1], height[-1]
            canvas.path(
                f"M{x - 2:.0f},{y - h:.0f}"
                f"Q{x + h * 0.8:.0f},{y - h * 0.9:.0f} {x + h * 0.9:.0f},{y - h * 0.1:.0f}"
                f"L{x - 2:.0f},{y + h * 0.1:.0f}Z",
                mix(light.tones[1], light.glow, 0.4),
            )
            canvas.path(
                f"M{x + 6:.0f},{y - h * 0.82:.0f}"
                f"Q{x + h * 0.62:.0f},{y - h * 0.78:.0f} {x + h * 0.74:.0f},{y - h * 0.42:.0f}"
                f"L{x + 6:.0f},{y - h * 0.42:.0f}Z",
                light.tones[5],
            )
    bushes(canvas, 1020, 44, light.tones[5], 560, 1640, 20)


def low_at(points: list, share: float) -> tuple[float, float]:
    """Return the point at a share (0–1) of a polyline, by its parts and not its length."""
    place = share * (len(points) - 1)
    n = min(int(place), len(points) - 2)
    (x0, y0), (x1, y1) = points[n], points[n + 1]
    f = place - n
    return x0 + (x1 - x0) * f, y0 + (y1 - y0) * f
