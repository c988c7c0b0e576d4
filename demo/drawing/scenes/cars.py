"""Cars on the road and cars at rest."""

from ..canvas import Canvas, smooth
from ..landscape import clouds, hills, sky, stars, tree, veil, wooded
from ..palette import mix
from ..series import scene
from ..towers import skyline
from ..transport import saloon


@scene("smart-car-road", "dusk")
def smart_car_road(canvas: Canvas) -> None:
    """A bend, a car, circles of sensing."""
    light = canvas.light
    sky(canvas, (1250, 350), 56, 560)
    clouds(canvas, 60, 340, 12, 0.4)
    hills(canvas, 480, 210, 0.55, 4, 0.0, 34)
    veil(canvas, 560, 90, 0.6)
    edge = wooded(
        canvas, [(-40, 420), (150, 450), (330, 540), (520, 620), (800, 650), (1100, 640), (1640, 600)], 18
    )
    canvas.poly([(-40, 1100), *edge, (1640, 1100)], light.tone(0.78))
    outer = [
        (1640, 628),
        (1300, 650),
        (1010, 676),
        (860, 706),
        (850, 744),
        (1010, 800),
        (1240, 880),
        (1330, 960),
        (1260, 1100),
    ]
    inner = [
        (240, 1100),
        (430, 960),
        (620, 870),
        (720, 800),
        (742, 744),
        (790, 696),
        (960, 662),
        (1280, 640),
        (1640, 620),
    ]
    canvas.path(
        smooth(outer) + smooth(inner).replace("M", "L", 1) + "Z",
        canvas.fade(
            ((0, mix(light.tones[3], light.mist, 0.35)), (1, mix(light.tones[4], light.tones[3], 0.3)))
        ),
    )
    canvas.curve(outer, light.lamp, 3, 0.6)
    canvas.curve(inner, light.lamp, 3, 0.6)
    middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(outer, reversed(inner), strict=True)]
    canvas.add(
        f'<path d="{smooth(middle)}" fill="none" stroke="{light.glow}" stroke-width="5"'
        ' stroke-dasharray="46 40" opacity="0.75"/>'
    )
    for n in range(6):
        canvas.ring(
            760,
            930,
            300 + n * 120,
            78 + n * 40,
            mix(light.jialing, light.glow, 0.55),
            5 - n * 0.6,
            0.85 - n * 0.12,
        )
    canvas.poly(
        [(520, 905), (-40, 780), (-40, 1067), (300, 1067)],
        canvas.fade(((0, light.lamp, 0), (1, light.lamp, 0.5)), (0, 0), (1, 0)),
    )
    saloon(canvas, 480, 965, 560, mix(light.tones[1], light.glow, 0.55))
    canvas.rect(756, 752, 54, 22, light.tones[5], round_=5)
    canvas.rect(760, 744, 46, 12, light.jialing, round_=5)
    for tx, base, h in ((1480, 1000, 330), (1590, 1040, 260)):
        tree(canvas, tx, base, h, light.tones[5], light.tones[4])
    for n, (px, py) in enumerate(((1120, 648), (1330, 634), (1500, 622))):
        canvas.lines(
            [[(px, py), (px, py - 110 + n * 22), (px - 26, py - 112 + n * 22)]], light.tones[5], 5 - n
        )
        canvas.disc(
            px - 26,
            py - 108 + n * 22,
            24,
            canvas.halo(((0, light.lamp, 1), (0.3, light.lamp, 0.5), (1, light.lamp, 0))),
        )
    for tx, ty in ((1120, 560), (1330, 556)):
        canvas.path(
            f"M{tx},{ty}Q{(tx + 780) / 2},{ty - 130} 790,748",
            "none",
            0.7,
            mix(light.jialing, light.glow, 0.6),
            2.6,
        )


@scene("parking-tower", "night")
def parking_tower(canvas: Canvas) -> None:
    """A lit shelf of cars in the dark."""
    light = canvas.light
    sky(canvas, (1370, 170), 32, 900)
    stars(canvas, 500)
    hills(canvas, 760, 180, 0.3, 2, 0.05, 20)
    skyline(canvas, -30, 560, 960, 420, light.tone(0.35), 0.3, (50, 86), 0.25)
    skyline(canvas, 1060, 1660, 960, 380, light.tone(0.35), 0.6, (50, 86), 0.25)
    canvas.rect(0, 930, 1600, 140, canvas.fade(((0, light.tones[4]), (1, light.tones[5]))))
    left, right, top, base, rows = 430, 1170, 46, 950, 8
    canvas.oval(800, 955, 560, 50, canvas.halo(((0, light.lamp, 0.5), (1, light.lamp, 0))))
    canvas.rect(left - 16, top, right - left + 32, base - top, light.tones[5])
    h = (base - top - 20) / rows
    paints = [
        light.jialing,
        light.yangtze,
        mix(light.tones[0], light.glow, 0.6),
        light.tone(0.2),
        mix(light.yangtze, light.glow, 0.5),
        mix(light.jialing, light.glow, 0.4),
    ]
    for row in range(rows):
        y = top + 12 + row * h
        for x in (left, 912):
            canvas.rect(
                x,
                y,
                258,
                h - 10,
                canvas.fade(
                    (
                        (0, mix(light.lamp, light.sun, 0.4)),
                        (0.6, mix(light.lamp, light.tones[2], 0.35)),
                        (1, mix(light.lamp, light.tones[3], 0.6)),
                    )
                ),
            )
            if canvas.random.random() < 0.84:
                saloon(
                    canvas,
                    x + 22,
                    y + h - 16,
                    214,
                    canvas.random.choice(paints),
                    flip=canvas.random.random() < 0.5,
                )
            canvas.rect(x, y + h - 16, 258, 7, light.tones[5])
    canvas.rect(700, top + 12, 200, base - top - 12, canvas.fade(((0, light.tones[3]), (1, light.tones[2]))))
    canvas.lines([[(x, top + 12), (x, base)] for x in (716, 884)], light.yangtze, 7)
    canvas.lines(
        [[(716, y), (884, y + 55)] for y in range(int(top) + 20, int(base) - 60, 55)]
        + [[(884, y), (716, y + 55)] for y in range(int(top) + 20, int(base) - 60, 55)],
        light.tones[4],
        3,
    )
    y = top + 12 + 4.35 * h
    canvas.rect(690, y, 220, 12, light.lamp)
    canvas.disc(800, y - 20, 190, canvas.halo(((0, light.lamp, 0.65), (1, light.lamp, 0))))
    saloon(canvas, 700, y, 200, light.yangtze)
    canvas.lines([[(740, top + 12), (740, y)], [(860, top + 12), (860, y)]], light.glow, 2.4)
    canvas.rect(left - 30, top - 14, right - left + 60, 20, light.tones[5])
    canvas.rect(left - 30, top - 14, right - left + 60, 4, light.jialing)
