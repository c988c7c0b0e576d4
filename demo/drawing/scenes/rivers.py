"""Rivers, ridges and the city on their banks."""

from math import sin

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, ridge, ripples, sky, skyline_of, stars, veil, water, wooded
from ..palette import mix
from ..people import figure
from ..roofs import eaves
from ..series import scene
from ..towers import skyline, tower


def two_rivers(canvas: Canvas, top: float, meet: tuple[float, float], tail: tuple[float, float]) -> None:
    """Draw two rivers below `top` that touch at `meet` and run on side by side to `tail` at the
    foot of the sheet.
    """
    light, w, h = canvas.light, canvas.width, canvas.height
    green, ochre = light.jialing, light.yangtze
    canvas.rect(
        0,
        top,
        w,
        h - top,
        canvas.fade(
            (
                (0, mix(ochre, light.mist, 0.98)),
                (0.16, mix(ochre, light.mist, 0.5)),
                (0.45, mix(ochre, light.glow, 0.12)),
                (1, mix(ochre, light.tones[5], 0.22)),
            )
        ),
    )
    bend = [
        (meet[0], meet[1]),
        (meet[0] + (tail[0] - meet[0]) * 0.22 + 30, meet[1] + (h - meet[1]) * 0.3),
        (meet[0] + (tail[0] - meet[0]) * 0.62 - 20, meet[1] + (h - meet[1]) * 0.62),
        (tail[0], h + 20),
    ]
    paint = canvas.fade(
        (
            (0, mix(green, light.mist, 0.98)),
            (0.16, mix(green, light.mist, 0.5)),
            (0.4, mix(green, light.glow, 0.12)),
            (1, mix(green, light.tones[5], 0.3)),
        ),
        (0, top),
        (0, h),
        fixed=True,
    )
    canvas.path(
        f"M-20,{top:.0f}L{meet[0]:.0f},{top:.0f}L{meet[0]:.0f},{meet[1]:.0f}"
        + smooth(bend)[1:].replace(f"{meet[0]:.1f},{meet[1]:.1f}", "", 1)
        + f"L-20,{h + 20}Z",
        paint,
    )
    for shift, width, opacity in ((0, 7, 0.75), (9, 2.5, 0.6), (-11, 2, 0.5), (22, 1.6, 0.4)):
        canvas.curve(
            [(x + shift * (0.3 + (y - meet[1]) / h * 2), y) for x, y in bend], light.glow, width, opacity
        )
    ripples(canvas, top + 10, h, 130, light.glow, opacity=0.34)


@scene("confluence-dawn", "dawn")
def confluence_dawn(canvas: Canvas) -> None:
    """Towers on the point, sun behind, two waters towards the viewer."""
    light = canvas.light
    sky(canvas, (1050, 300), 54, 560)
    clouds(canvas, 120, 330, 8, 0.6)
    hills(canvas, 470, 190, 0.42, 4, 0.05, 18)
    veil(canvas, 505, 130, 0.75)
    two_rivers(canvas, 520, (800, 640), (940, 1080))
    with canvas.group(name="point"):
        skyline(canvas, 440, 1150, 594, 330, light.tone(0.52), 0.5, (30, 58), 0.3)
        skyline(canvas, 590, 1000, 606, 220, light.tone(0.72), 0.55, (34, 60), 0.25)
        canvas.path(
            "M300,604Q520,588 640,606Q740,620 800,652Q860,622 1010,604Q1140,590 1330,598L1330,585L300,585Z",
            light.tone(0.85),
        )
        canvas.path(
            "M330,606Q520,592 640,608Q740,622 800,654Q860,624 1010,606Q1140,592 1290,600",
            "none",
            0.8,
            light.glow,
            3,
        )
    canvas.poly([(-20, 560), (190, 572), (330, 596), (210, 618), (-20, 640)], light.tone(0.62))
    skyline(canvas, -30, 240, 606, 150, light.tone(0.66), 0.2, (30, 52), 0.2)
    canvas.poly([(1620, 556), (1400, 572), (1290, 592), (1420, 622), (1620, 652)], light.tone(0.62))
    skyline(canvas, 1400, 1640, 606, 170, light.tone(0.66), 0.9, (30, 52), 0.2)
    barge(canvas, 520, 800, 1, light.tone(0.95))
    barge(canvas, 1190, 730, 0.62, light.tone(0.8))
    bushes(canvas, 985, 34, light.tones[5], -40, 760)


def barge(canvas: Canvas, x: float, y: float, size: float, tone: str) -> None:
    """Draw a river boat and its wake."""
    s = size
    canvas.path(f"M{x - 70 * s},{y}H{x + 66 * s}L{x + 84 * s},{y - 15 * s}H{x - 76 * s}Z", tone)
    canvas.rect(x - 62 * s, y - 34 * s, 34 * s, 20 * s, mix(tone, canvas.light.glow, 0.25))
    canvas.rect(x - 56 * s, y - 46 * s, 20 * s, 13 * s, mix(tone, canvas.light.glow, 0.5))
    canvas.rect(x - 20 * s, y - 23 * s, 76 * s, 9 * s, canvas.light.yangtze)
    canvas.lines(
        [
            [(x - 70 * s, y + 2), (x - 270 * s, y + 16 * s)],
            [(x - 70 * s, y), (x - 300 * s, y - 5 * s)],
            [(x - 60 * s, y + 5 * s), (x + 96 * s, y + 5 * s)],
        ],
        canvas.light.glow,
        2.4 * s,
        0.6,
    )


@scene("confluence-dusk", "dusk")
def confluence_dusk(canvas: Canvas) -> None:
    """From a wooded hill, the seam of the two waters runs straight into the last light."""
    light = canvas.light
    sky(canvas, (560, 330), 46, 520)
    clouds(canvas, 60, 320, 14, 0.4)
    hills(canvas, 430, 170, 0.5, 4, 0.0, 22)
    veil(canvas, 478, 80, 0.7)
    canvas.rect(
        0,
        500,
        1600,
        600,
        canvas.fade(
            (
                (0, mix(light.yangtze, light.mist, 0.7)),
                (0.5, light.yangtze),
                (1, mix(light.yangtze, light.tones[5], 0.5)),
            )
        ),
    )
    edge = [(560, 498), (610, 590), (560, 700), (640, 850), (900, 1080)]
    paint = canvas.fade(
        (
            (0, mix(light.jialing, light.mist, 0.65)),
            (0.45, light.jialing),
            (1, mix(light.jialing, light.tones[5], 0.6)),
        )
    )
    canvas.path(smooth(edge) + "L1620,1080L1620,498Z", paint)
    canvas.curve(edge, light.glow, 5, 0.85)
    canvas.curve([(x + 14, y) for x, y in edge], light.glow, 2, 0.5)
    canvas.oval(565, 540, 120, 46, canvas.halo(((0, light.sun, 0.9), (1, light.sun, 0))))
    ripples(canvas, 510, 1060, 150, light.glow, opacity=0.4)
    canvas.path("M1620,470Q1300,500 1130,520Q1010,536 1060,552Q1300,590 1620,600Z", light.tone(0.72))
    skyline(canvas, 1120, 1640, 556, 250, light.tone(0.7), 0.75, (34, 64), 0.5)
    canvas.path("M-20,486Q180,498 330,520Q390,532 300,548Q120,566 -20,572Z", light.tone(0.62))
    skyline(canvas, -30, 320, 536, 130, light.tone(0.62), 0.15, (26, 48), 0.5)
    barge(canvas, 640, 690, 0.9, light.tones[5])
    edge = wooded(canvas, [(-40, 800), (180, 836), (380, 920), (560, 1000), (760, 1090)], 26)
    canvas.poly([(-40, 1100), *edge], light.tones[5])
    edge = wooded(canvas, [(1180, 1090), (1340, 980), (1500, 930), (1640, 900)], 26)
    canvas.poly([*edge, (1640, 1100)], light.tones[5])


@scene("jiangbeizui-skyline", "dawn")
def jiangbeizui_skyline(canvas: Canvas) -> None:
    """Three ranks of towers, the tallest off centre, all doubled in the water."""
    light = canvas.light
    sky(canvas, (420, 250), 60, 700)
    clouds(canvas, 90, 420, 10, 0.6)
    with canvas.group(name="city"):
        hills(canvas, 610, 180, 0.25, 2, 0.05, 20)
        skyline(canvas, 60, 1560, 700, 380, light.tone(0.28), 0.62, (46, 82), 0.2)
        canvas.rect(0, 560, 1600, 150, canvas.fade(((0, light.mist, 0), (1, light.mist, 0.85))))
        skyline(canvas, 260, 1480, 706, 430, light.tone(0.5), 0.55, (54, 92), 0.25)
        tower(canvas, 812, 708, 104, 560, light.tone(0.62), "arc", 0.2)
        tower(canvas, 954, 708, 84, 470, light.tone(0.7), "fins", 0.2)
        tower(canvas, 706, 708, 76, 380, light.tone(0.78), "slant", 0.2)
        skyline(canvas, 380, 1320, 710, 190, light.tone(0.82), 0.5, (60, 96), 0.3)
        edge = wooded(canvas, [(-40, 690), (300, 686), (800, 696), (1300, 686), (1640, 680)], 16)
        canvas.poly([*edge, (1640, 716), (-40, 716)], light.tone(0.88))
    water(canvas, 714, 1067, mix(light.jialing, light.mist, 0.6), mix(light.jialing, light.tones[5], 0.35), 0)
    canvas.mirror("city", 714, 0.55, 0.62)
    ripples(canvas, 718, 1067, 260, light.mist, opacity=0.4)
    ripples(canvas, 760, 1067, 60, light.yangtze, 300, 1000, 0.5)
    barge(canvas, 330, 860, 1.15, light.tones[5])


@scene("skyline-night", "night")
def skyline_night(canvas: Canvas) -> None:
    """A wall of lit windows stepping up a hill, gold on black water."""
    light = canvas.light
    sky(canvas, (1290, 170), 34, 620)
    stars(canvas, 330)
    hills(canvas, 500, 220, 0.4, 3, 0.05, 26)
    for rank, (base, height, depth, peak) in enumerate(
        ((560, 330, 0.25, 0.36), (620, 300, 0.45, 0.42), (690, 250, 0.68, 0.3), (740, 170, 0.88, 0.5))
    ):
        skyline(
            canvas,
            -60 + rank * 20,
            1660,
            base,
            height,
            light.tone(depth),
            peak,
            (40 + rank * 6, 76 + rank * 8),
            0.3 + rank * 0.05,
        )
        canvas.rect(0, base - 80, 1600, 90, canvas.fade(((0, light.mist, 0), (1, light.mist, 0.3))))
    canvas.rect(0, 738, 1600, 20, light.tones[5])
    lamps = [(x, 736) for x in range(20, 1600, 44)]
    for x, y in lamps:
        canvas.disc(x, y, 13, canvas.halo(((0, light.lamp, 0.9), (0.3, light.lamp, 0.4), (1, light.lamp, 0))))
    canvas.rect(0, 756, 1600, 320, canvas.fade(((0, "#17383f"), (1, "#081319"))))
    for x in range(20, 1600, 22):
        length = canvas.random.uniform(40, 250) * (1.2 - abs(x - 640) / 1500)
        colour = canvas.random.choice((light.lamp, light.lamp, light.yangtze, light.jialing))
        canvas.rect(
            x, 758, canvas.random.uniform(4, 13), length, canvas.fade(((0, colour, 0.75), (1, colour, 0)))
        )
    ripples(canvas, 766, 1067, 330, "#0a1a21", opacity=0.85)
    ripples(canvas, 766, 960, 90, light.lamp, opacity=0.35)
    canvas.path("M980,930H1190L1216,904H964Z", light.tones[5])
    canvas.rect(1000, 876, 160, 29, light.tones[4])
    for x in range(1008, 1150, 18):
        canvas.rect(x, 884, 10, 11, light.lamp)


@scene("hills-mist", "fog")
def hills_mist(canvas: Canvas) -> None:
    """Six ridges and a pavilion: mostly paper."""
    light = canvas.light
    sky(canvas, (1180, 240), 70, 700)
    for n in range(5):
        ridge(
            canvas,
            420 + n * 118,
            330 - n * 16,
            light.tone(0.05 + n * 0.16),
            0.96,
            0.05 + 0.008 * n,
            trees=n * 3,
        )
        veil(canvas, 520 + n * 120, 110, 0.5)
    edge = [
        (x, 940 + 60 * sin(x / 300) - 150 * max(0, 1 - abs(x - 430) / 360) ** 1.4)
        for x in range(-40, 1660, 20)
    ]
    canvas.poly([(-40, 1100), *wooded(canvas, edge, 20), (1640, 1100)], light.tones[5])
    x, y = 430, 838
    canvas.lines([[(x + d, y - 70), (x + d, y + 10)] for d in (-42, -16, 16, 42)], light.tones[5], 6)
    eaves(canvas, x, y - 66, 148, 52, light.tones[5])
    eaves(canvas, x, y - 116, 84, 34, light.tones[5])
    figure(canvas, x - 28, y + 8, 40, light.yangtze, 0.2)
    for bx, by in ((860, 300), (900, 282), (940, 304), (1010, 270)):
        canvas.path(
            f"M{bx - 13},{by - 5}Q{bx - 5},{by - 8} {bx},{by}Q{bx + 5},{by - 8} {bx + 13},{by - 5}",
            "none",
            0.8,
            light.tones[4],
            2.4,
        )


def far_bank(canvas: Canvas, base: float, depth: float) -> None:
    """Draw a low wooded bank on the far side of a river."""
    edge = wooded(canvas, skyline_of(canvas, base, 46, 0.1), 10)
    canvas.poly([*edge, (1640, base + 12), (-40, base + 12)], canvas.light.tone(depth))
