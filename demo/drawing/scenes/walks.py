"""Ways on foot: along the river, up the stairs, to the temple."""

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, pine, sky, tree, veil, water, wooded
from ..palette import mix
from ..people import figure
from ..roofs import eaves, pagoda, stilt_house
from ..series import PORTRAIT, scene
from ..towers import skyline
from .crossings import far_bridge
from .rivers import far_bank


@scene("river-walk", "dawn")
def river_walk(canvas: Canvas) -> None:
    """Tree trunks as a colonnade, water between them."""
    light = canvas.light
    sky(canvas, (640, 330), 58, 560)
    clouds(canvas, 80, 340, 9, 0.6)
    hills(canvas, 480, 190, 0.4, 3, 0.02, 26)
    skyline(canvas, 760, 1660, 556, 210, light.tone(0.34), 0.5, (34, 60), 0.25)
    far_bank(canvas, 556, 0.5)
    far_bridge(canvas, 500, light.tone(0.55))
    water(canvas, 560, 1067, mix(light.jialing, light.mist, 0.6), mix(light.jialing, light.mist, 0.1), 130)
    canvas.rect(560, 562, 160, 300, canvas.fade(((0, light.sun, 0.7), (1, light.sun, 0))))
    path = [(560, 640), (480, 720), (420, 800), (420, 900), (520, 1100)]
    canvas.path(
        smooth(path) + "L-40,1100L-40,600L300,600Z",
        canvas.fade(((0, mix(light.tones[2], light.mist, 0.2)), (1, light.tones[4]))),
    )
    canvas.path(
        smooth([(548, 642), (440, 730), (330, 830), (300, 930), (380, 1100)])
        + "L-40,1100L-40,960L180,800L440,668Z",
        canvas.fade(((0, light.mist), (1, mix(light.yangtze, light.glow, 0.5)))),
    )
    rail = [(566, 628), (500, 690), (452, 770), (462, 880), (590, 1100)]
    canvas.curve(rail, light.tones[5], 6)
    canvas.curve([(x + 4, y + 26 + (y - 600) * 0.06) for x, y in rail], light.tones[5], 4)
    for x, base, h, depth in ((330, 690, 250, 0.5), (210, 745, 330, 0.62), (30, 820, 480, 0.78)):
        tree(canvas, x, base, h, light.tone(depth))
    figure(canvas, 350, 800, 96, light.tones[5], 0.6)
    figure(canvas, 396, 806, 90, light.tones[5], 0.5)
    bx, by = 235, 950
    for dx in (-66, 66):
        canvas.ring(bx + dx, by - 44, 44, 44, light.tones[5], 6)
    canvas.lines(
        [
            [(bx - 66, by - 44), (bx - 20, by - 112), (bx + 50, by - 112), (bx + 66, by - 44)],
            [(bx - 20, by - 112), (bx + 4, by - 44), (bx + 50, by - 112)],
            [(bx - 26, by - 128), (bx + 4, by - 44), (bx - 66, by - 44)],
            [(bx + 50, by - 112), (bx + 46, by - 140), (bx + 66, by - 140)],
        ],
        light.yangtze,
        6,
    )
    canvas.path(
        f"M{bx - 34},{by - 130}Q{bx - 22},{by - 214} {bx + 24},{by - 222}L{bx + 38},{by - 208}"
        f"Q{bx + 6},{by - 180} {bx - 6},{by - 132}Z",
        light.tones[5],
    )
    canvas.line([(bx + 22, by - 212), (bx + 40, by - 170), (bx + 60, by - 142)], light.tones[5], 12)
    canvas.line([(bx - 20, by - 130), (bx + 26, by - 96), (bx + 8, by - 34)], light.tones[5], 16)
    canvas.oval(bx + 36, by - 242, 18, 22, light.tones[5])
    willow(canvas, 1100)
    canvas.poly(
        [(1100, 1100), *wooded(canvas, [(1130, 1070), (1340, 1010), (1640, 980)], 22), (1640, 1100)],
        light.tones[5],
    )


def willow(canvas: Canvas, left: float) -> None:
    """Hang willow branches into the picture from above, from `left` to the right edge, longer towards the right."""
    light, chance = canvas.light, canvas.random
    steps = 46
    for n in range(steps):
        share = n / steps
        x = left + (canvas.width + 40 - left) * share + chance.uniform(-8, 8)
        length = 120 + 640 * share**1.4 * chance.uniform(0.6, 1.1)
        sway = chance.uniform(-36, -8)
        strand = [(x, -20), (x + sway * 0.2, length * 0.4), (x + sway, length)]
        tone = mix(light.tones[4], light.tones[5], chance.random())
        canvas.curve(strand, tone, 2)
        start = chance.uniform(0, 18)
        for k in range(int(length / 18)):
            down = (start + k * 18) / length
            px, py = x + sway * down * down, length * down - 10
            side = 1 if k % 2 else -1
            reach = chance.uniform(5, 10)
            canvas.line([(px, py), (px + side * reach, py + reach * 2.6)], tone, 4.4)


@scene("temple-hill", "fog")
def temple_hill(canvas: Canvas) -> None:
    """A pagoda above its own cloud."""
    light = canvas.light
    sky(canvas, (520, 260), 90, 760)
    hills(canvas, 600, 320, 0.3, 4, 0.02, 60)
    veil(canvas, 760, 240, 0.9)
    edge = [(x, 960 - 330 * max(0, 1 - abs(x - 940) / 800) ** 1.15) for x in range(-40, 1680, 40)]
    canvas.poly(
        [(-40, 1100), *wooded(canvas, edge, 24), (1640, 1100)],
        canvas.fade(
            (
                (0, light.tones[4]),
                (0.75, mix(light.tones[3], light.mist, 0.5)),
                (1, mix(light.tones[2], light.mist, 0.8)),
            )
        ),
    )
    for x, base, w, h in ((590, 770, 250, 90), (1200, 760, 270, 96), (720, 716, 210, 84)):
        canvas.rect(x - w * 0.36, base - h, w * 0.72, h, mix(light.yangtze, light.tones[4], 0.25))
        canvas.rect(x - w * 0.36, base - h, w * 0.24, h, mix(light.yangtze, light.glow, 0.3))
        canvas.lines(
            [[(x + w * f, base - h), (x + w * f, base)] for f in (-0.36, -0.18, 0, 0.18, 0.36)],
            light.tones[5],
            5,
        )
        eaves(canvas, x, base - h, w * 1.15, h * 0.86, light.tones[5])
    pagoda(canvas, 940, 690, 182, 5, light.tones[4])
    for x, base, h in (
        (420, 850, 190),
        (500, 812, 230),
        (800, 740, 150),
        (1060, 730, 170),
        (1360, 800, 240),
        (1440, 850, 180),
        (650, 800, 130),
        (1110, 800, 150),
    ):
        pine(canvas, x, base, h, mix(light.tones[5], light.tones[4], canvas.random.random()))
    veil(canvas, 900, 170, 0.75)
    canvas.path("M880,1100Q1010,1000 900,930T950,800", "none", 0.8, light.glow, 12)
    edge = wooded(canvas, [(-40, 960), (240, 1010), (560, 1060), (700, 1100)], 26)
    canvas.poly([(-40, 1100), *edge], light.tones[5])
    pine(canvas, 130, 1050, 360, light.tones[5])
    for bx, by in ((1240, 330), (1290, 306), (1336, 336)):
        canvas.path(
            f"M{bx - 15},{by - 6}Q{bx - 6},{by - 9} {bx},{by}Q{bx + 6},{by - 9} {bx + 15},{by - 6}",
            "none",
            0.8,
            light.tones[4],
            2.6,
        )


@scene("stairs-portrait", "dusk", PORTRAIT)
def stairs_portrait(canvas: Canvas) -> None:
    """Steps narrow towards one lamp."""
    light = canvas.light
    sky(canvas, (533, 330), 54, 900)
    clouds(canvas, 90, 420, 10, 0.4)
    hills(canvas, 560, 200, 0.5, 3, 0.0, 40)
    veil(canvas, 650, 120, 0.6)
    for x, base, w, h, depth in (
        (640, 690, 200, 170, 0.5),
        (230, 700, 190, 170, 0.5),
        (690, 860, 270, 240, 0.66),
        (60, 880, 290, 250, 0.66),
        (720, 1130, 380, 340, 0.82),
        (-60, 1160, 380, 350, 0.82),
    ):
        stilt_house(canvas, x, base, w, h, light.tone(depth))
    canvas.poly([(508, 640), (558, 640), (1110, 1640), (-50, 1640)], light.tones[5])
    y, n = 640.0, 0
    while y < 1640:
        rise = 7 + (y - 640) * 0.05
        half = 25 + (y - 640) * 0.39
        canvas.poly(
            [(533 - half, y), (533 + half, y), (533 + half, y + rise * 0.5), (533 - half, y + rise * 0.5)],
            mix(mix(light.tones[2], light.lamp, 0.55), light.tones[4], min(1, (y - 640) / 700)),
        )
        y += rise
        n += 1
    for side in (-1, 1):
        canvas.poly(
            [
                (533 + side * 26, 636),
                (533 + side * 40, 630),
                (533 + side * 640, 1640),
                (533 + side * 420, 1640),
            ],
            mix(light.tones[5], light.tones[4], 0.4),
        )
    canvas.line([(533, 640), (533, 500)], light.tones[5], 6)
    canvas.disc(533, 496, 170, canvas.halo(((0, light.sun, 1), (0.15, light.lamp, 0.7), (1, light.lamp, 0))))
    canvas.rect(517, 474, 32, 44, light.sun, round_=8)
    for x, yy, size in (
        (300, 700, 13),
        (770, 690, 13),
        (250, 880, 18),
        (800, 866, 18),
        (180, 1150, 26),
        (850, 1140, 26),
    ):
        canvas.disc(x, yy, size * 4, canvas.halo(((0, light.lamp, 0.7), (1, light.lamp, 0))))
        canvas.oval(x, yy, size, size * 1.2, light.yangtze)
        canvas.rect(x - size * 0.5, yy - size * 1.4, size, size * 0.3, light.tones[5])
    figure(canvas, 560, 960, 150, light.tones[5], 0.5)
    bushes(canvas, 1580, 50, light.tones[5], -60, 240, -10)
    bushes(canvas, 1590, 50, light.tones[5], 860, 1110, -10)
    warm_steps(canvas)


def warm_steps(canvas: Canvas) -> None:
    """Warm the lower steps with light from the houses."""
    light = canvas.light
    for x in (150, 930):
        canvas.disc(x, 1260, 340, canvas.halo(((0, light.lamp, 0.22), (1, light.lamp, 0))))
