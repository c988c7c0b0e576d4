"""The bridges over the rivers."""

from ..bridges import arch, cables, deck, pylon
from ..canvas import Canvas, Point
from ..landscape import clouds, hills, ripples, sky, veil, water, wooded
from ..palette import mix
from ..series import scene
from ..towers import skyline


@scene("arch-bridge", "fog")
def arch_bridge(canvas: Canvas) -> None:
    """One great bow between two slopes, nothing else but mist."""
    light = canvas.light
    sky(canvas, (1130, 210), 48, 900)
    hills(canvas, 520, 300, 0.34, 4, 0.02, 60)
    water(canvas, 850, 1067, mix(light.jialing, light.mist, 0.7), mix(light.jialing, light.mist, 0.15), 120)
    veil(canvas, 830, 220, 0.95)
    arch(canvas, (210, 700), (1390, 700), 430, light.yangtze, 20, 470)
    deck(canvas, [(-40, 470), (1640, 470)], 20, light.tone(0.85))
    canvas.lines([[(x, 456), (x, 470)] for x in range(0, 1600, 16)], light.tone(0.85), 1.6)
    canvas.line([(-40, 456), (1640, 456)], light.tone(0.85), 2)
    for x, tone in (
        (430, light.yangtze),
        (700, light.tones[4]),
        (1010, light.tones[3]),
        (1180, light.yangtze),
    ):
        canvas.rect(x, 446, 42, 17, tone, round_=5)
        canvas.rect(x + 7, 438, 24, 12, tone, round_=4)
    slope = wooded(
        canvas, [(-40, 420), (90, 480), (170, 600), (260, 690), (330, 800), (420, 900), (600, 1090)], 26
    )
    canvas.poly(
        [(-40, 1100), *slope], canvas.fade(((0, light.tones[4]), (1, mix(light.tones[4], light.mist, 0.35))))
    )
    slope = wooded(
        canvas,
        [(1010, 1090), (1180, 930), (1290, 800), (1360, 690), (1450, 590), (1530, 470), (1640, 400)],
        26,
    )
    canvas.poly(
        [*slope, (1640, 1100)], canvas.fade(((0, light.tones[5]), (1, mix(light.tones[5], light.mist, 0.35))))
    )
    for x, y in ((190, 668), (1352, 668)):
        canvas.poly(
            [(x, y), (x + 60, y), (x + 72, y + 60), (x - 12, y + 60)], mix(light.tones[4], light.glow, 0.35)
        )
    veil(canvas, 985, 150, 0.55)


@scene("cable-stayed-bridge", "dusk")
def cable_stayed_bridge(canvas: Canvas) -> None:
    """A deck in perspective, the near pylon breaking the top of the sky."""
    light = canvas.light
    sky(canvas, (350, 520), 60, 690)
    clouds(canvas, 110, 480, 14, 0.42)
    hills(canvas, 610, 150, 0.42, 3, 0.0, 24)
    skyline(canvas, 0, 620, 668, 130, light.tone(0.42), 0.4, (24, 46), 0.5)
    water(
        canvas, 664, 1067, mix(light.yangtze, light.mist, 0.55), mix(light.jialing, light.tones[5], 0.66), 160
    )
    canvas.rect(250, 668, 200, 330, canvas.fade(((0, light.sun, 0.6), (1, light.sun, 0))), 0.8)
    ripples(canvas, 670, 1040, 120, light.sun, 240, 470, 0.6)

    def road(share: float) -> Point:
        along = 1 - (1 - share) ** 2.1
        return 1640 - 1500 * along, 800 - 178 * along

    line = [road(n / 30) for n in range(31)]
    canvas.poly([*line, *[(x, y + 5 + 30 * (x / 1600) ** 1.6) for x, y in reversed(line)]], light.tones[4])
    canvas.lines([[line[n], line[n + 1]] for n in range(30)], mix(light.tones[4], light.lamp, 0.6), 4)
    for share, top, spread in ((0.62, 420, 17), (0.2, 86, 46)):
        x, y = road(share)
        colour = mix(light.tones[5], light.mist, 0.3 if share > 0.5 else 0)
        reach = spread * 8
        for side in (-1, 1):
            ends = [
                (px, py)
                for px, py in [road(n / 400) for n in range(401)]
                if 0 < (px - x) * side < reach * (1.35 if side > 0 else 1)
            ]
            ends.sort(key=lambda p: abs(p[0] - x))
            chosen = ends[:: max(1, len(ends) // 15)][1:]
            canvas.lines(
                [[(x, top + (y - top) * 0.46 * (1 - n / len(chosen))), p] for n, p in enumerate(chosen)],
                mix(colour, light.glow, 0.25),
                1.2 + spread * 0.024,
                0.9,
            )
        pylon(canvas, x, y + spread * 5.2, y, top, colour, spread)
    for n in range(2, 26, 2):
        x, y = line[n]
        size = 3 + 10 * (x / 1600) ** 2
        canvas.disc(
            x,
            y - 8,
            size * 1.6,
            canvas.halo(((0, light.lamp, 1), (0.3, light.lamp, 0.5), (1, light.lamp, 0))),
        )
    edge = wooded(canvas, [(700, 1100), (980, 1010), (1300, 965), (1640, 930)], 24)
    canvas.poly([*edge, (1640, 1100)], light.tones[5])


@scene("bridge-portrait", "dawn", (1067, 1600))
def bridge_portrait(canvas: Canvas) -> None:
    """The deck runs to the pylon's foot; the cables make the picture."""
    light = canvas.light
    sky(canvas, (533, 1010), 70, 1250)
    clouds(canvas, 200, 900, 12, 0.5)
    hills(canvas, 1090, 150, 0.4, 3, 0.05, 22)
    veil(canvas, 1130, 120, 0.8)
    x, top, far = 533, 170, 1120
    for side in (-1, 1):
        strokes = []
        for n in range(24):
            share = n / 23
            strokes.append(
                [
                    (x + side * 10, top + 60 + 360 * share),
                    (x + side * (70 + 900 * (1 - share) ** 1.3), far + 30 + 560 * (1 - share) ** 1.5),
                ]
            )
        canvas.lines(strokes, light.tones[4], 3.2, 0.85)
        canvas.lines([[(a[0] + 4, a[1]), (b[0] + 6, b[1])] for a, b in strokes], light.yangtze, 1.3, 0.8)
    canvas.poly(
        [(x - 34, far), (x + 34, far), (1040, 1640), (30, 1640)],
        canvas.fade(((0, mix(light.tones[2], light.mist, 0.5)), (1, light.tones[4]))),
    )
    for n in range(9):
        a, b = (n / 9) ** 2.2, ((n + 0.45) / 9) ** 2.2
        canvas.poly(
            [
                (x - 1 - 6 * a, far + 500 * a),
                (x + 1 + 6 * a, far + 500 * a),
                (x + 1 + 6 * b, far + 500 * b),
                (x - 1 - 6 * b, far + 500 * b),
            ],
            light.glow,
            0.85,
        )
    for side, colour in ((-1, mix(light.tones[4], light.glow, 0.3)), (1, light.tones[5])):
        canvas.poly(
            [
                (x + side * 62, far + 46),
                (x + side * 108, far + 46),
                (x + side * 34, top + 420),
                (x + side * 26, top),
                (x, top),
                (x, top + 470),
            ],
            colour,
        )
    canvas.poly(
        [(x - 82, far - 64), (x + 82, far - 64), (x + 88, far - 34), (x - 88, far - 34)], light.tones[5]
    )
    canvas.poly([(30, 1640), (x - 34, far), (x - 44, far), (-60, 1640)], light.tones[5])
    canvas.poly([(1040, 1640), (x + 34, far), (x + 44, far), (1130, 1640)], light.tones[5])


def far_bridge(canvas: Canvas, base: float, tone: str) -> None:
    """Draw a small cable-stayed bridge in the distance."""
    deck(canvas, [(-40, base), (1640, base)], 5, tone)
    for x in (520, 1010):
        canvas.line([(x, base + 40), (x, base - 120)], tone, 6)
        for side in (-1, 1):
            cables(
                canvas,
                (x, base - 116),
                (x, base - 40),
                (x + side * 24, base),
                (x + side * 230, base),
                9,
                tone,
                1.2,
                0.8,
            )
