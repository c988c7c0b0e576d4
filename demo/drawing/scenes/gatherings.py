"""Exhibitions and ceremonies."""

from math import sin

from ..canvas import Canvas, smooth
from ..landscape import clouds, hills, sky, veil
from ..palette import mix
from ..people import figure
from ..perspective import Camera, box, ground, windows
from ..series import scene


@scene("exhibition-city", "dusk")
def exhibition_city(canvas: Canvas) -> None:
    """Roofs that repeat the ridges."""
    light = canvas.light
    sky(canvas, (420, 330), 60, 640)
    clouds(canvas, 60, 330, 14, 0.42)
    hills(canvas, 520, 230, 0.45, 4, 0.0, 26)
    veil(canvas, 585, 80, 0.6)
    for rank in range(4):
        base = 650 + rank * 62
        points = [(x, base - 92 - 62 * sin(x / 205 + rank * 1.25) - rank * 10) for x in range(-60, 1700, 40)]
        tone = light.tone(0.5 + rank * 0.15)
        canvas.path(smooth(points) + f"L1700,{base + 40}L-60,{base + 40}Z", tone)
        lip = [(x, y + 17) for x, y in points]
        canvas.path(
            smooth(points) + smooth(list(reversed(lip))).replace("M", "L", 1) + "Z",
            mix(tone, light.glow, 0.5 - rank * 0.06),
        )
        for n in range(54):
            x = -40 + n * 32
            top = base - 92 - 62 * sin(x / 205 + rank * 1.25) - rank * 10
            canvas.rect(
                x,
                top + 36,
                23,
                base - top + 10 - 36,
                light.lamp if canvas.random.random() < 0.62 else mix(tone, light.lamp, 0.3),
                0.28 + rank * 0.16,
            )
    canvas.rect(
        0, 872, 1600, 200, canvas.fade(((0, mix(light.yangtze, light.tones[3], 0.45)), (1, light.tones[5])))
    )
    for n in range(54):
        x = -40 + n * 32
        canvas.rect(
            x,
            874,
            23,
            canvas.random.uniform(30, 120),
            canvas.fade(((0, light.lamp, 0.5), (1, light.lamp, 0))),
        )
    for n in range(7):
        x = 130 + n * 225
        canvas.line([(x, 900), (x, 720)], light.tones[5], 5)
        canvas.poly([(x, 722), (x + 74, 732), (x + 66, 782), (x, 778)], (light.jialing, light.yangtze)[n % 2])
    for _ in range(40):
        x, depth = canvas.random.uniform(20, 1580), canvas.random.random()
        figure(canvas, x, 900 + depth * 110, 44 + depth * 54, light.tones[5], canvas.random.uniform(0.1, 0.8))


@scene("expo-hall", "hall")
def expo_hall(canvas: Canvas) -> None:
    """A disc of light, silhouettes before it."""
    light = canvas.light
    canvas.rect(
        0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (0.6, light.tones[4]), (1, light.tones[3])))
    )
    view = Camera((0, -12, 2.2), 950, (800, 620), haze=120)
    ground(
        canvas,
        view,
        [(-40, -10, 0), (40, -10, 0), (40, 40, 0), (-40, 40, 0)],
        canvas.fade(((0, light.tones[2]), (1, light.tones[5]))),
    )
    for n in range(11):
        canvas.lines([[view.at((-26, n * 3, 11)), view.at((26, n * 3, 11))]], light.tones[2], 3, 0.5)
        for x in (-9, -4, 4, 9):
            px, py = view.at((x, n * 3, 10.6))
            if 0 < n < 8:
                canvas.disc(
                    px,
                    py,
                    26 - n * 2,
                    canvas.halo(((0, light.sun, 1), (0.2, light.sun, 0.6), (1, light.jialing, 0))),
                )
    canvas.disc(
        800,
        430,
        460,
        canvas.halo(((0, light.jialing, 0.8), (0.6, light.jialing, 0.3), (1, light.jialing, 0))),
    )
    with canvas.group(clip="M520,430A280,280 0 0 1 1080,430A280,280 0 0 1 520,430Z"):
        canvas.rect(
            500,
            100,
            600,
            700,
            canvas.fade(((0, light.glow), (0.5, mix(light.glow, light.lamp, 0.6)), (1, light.lamp))),
        )
        canvas.disc(900, 330, 60, "#ffffff", 0.9)
        for n, tone in enumerate(
            (mix(light.jialing, light.glow, 0.55), mix(light.jialing, light.glow, 0.25), light.jialing)
        ):
            points = [(x, 430 + n * 54 - 46 * sin(x / (100 + n * 40) + n * 2)) for x in range(480, 1140, 30)]
            canvas.path(smooth(points) + "L1130,800L480,800Z", tone)
        canvas.path("M480,620Q700,560 860,630T1130,610L1130,800L480,800Z", light.yangtze)
    canvas.ring(800, 430, 284, 284, light.glow, 7)
    for side in (-1, 1):
        for n in range(4, -1, -1):
            y, x = 1 + n * 5.4, 7.5 if side > 0 else -12.5
            tone = (light.jialing, light.yangtze, light.tones[2])[(n + (side > 0)) % 3]
            for face in box(
                canvas,
                view,
                (x, y, 0),
                (5, 3.8, 4.2),
                mix(tone, light.tones[5], 0.35),
                "left" if side > 0 else "right",
            ):
                if face.side == "front":
                    canvas.poly(face.patch(0.08, 0.2, 0.92, 0.8), mix(light.glow, tone, 0.3))
                    canvas.polys(
                        [
                            face.patch(0.16, 0.3, 0.45, 0.5),
                            face.patch(0.52, 0.3, 0.84, 0.36),
                            face.patch(0.52, 0.42, 0.76, 0.48),
                        ],
                        mix(tone, light.tones[5], 0.3),
                    )
                elif face.side in {"left", "right"}:
                    windows(canvas, face, 3, 1, light.lamp, 1, 0.3, 0.75)
    px, py = view.at((0, 8, 0))
    canvas.oval(px, py, 330, 44, light.glow, 0.2)
    crowd = sorted((canvas.random.uniform(-7, 7), canvas.random.uniform(-5, 17)) for _ in range(30))
    for x, y in sorted(crowd, key=lambda p: -p[1]):
        px, py = view.at((x, y, 0))
        if abs(x) < 0.8 and y < 2:
            continue
        figure(
            canvas,
            px,
            py,
            1.72 * view.focal / view.depth((x, y, 0)),
            mix(light.tones[5], light.tones[3], max(0, y / 26)),
            canvas.random.uniform(0.1, 0.8),
        )


@scene("signing-hall", "hall")
def signing_hall(canvas: Canvas) -> None:
    """A frieze of silhouettes under the two bands of the rivers."""
    light = canvas.light
    canvas.rect(
        0,
        0,
        1600,
        1067,
        canvas.fade(
            (
                (0, mix(light.tones[0], light.glow, 0.45)),
                (0.7, mix(light.tones[0], light.glow, 0.2)),
                (1, light.tones[1]),
            )
        ),
    )
    canvas.disc(800, 430, 860, canvas.halo(((0, light.sun, 0.95), (1, light.sun, 0))))
    green = [(-40, 150), (300, 120), (620, 210), (860, 300), (1200, 250), (1640, 120)]
    ochre = [(-40, 330), (300, 350), (620, 330), (860, 310), (1200, 330), (1640, 270)]
    canvas.path(
        smooth(green) + smooth([(x, y + 96) for x, y in reversed(green)]).replace("M", "L", 1) + "Z",
        light.jialing,
        0.95,
    )
    canvas.path(
        smooth(ochre) + smooth([(x, y + 76) for x, y in reversed(ochre)]).replace("M", "L", 1) + "Z",
        light.yangtze,
        0.95,
    )
    canvas.rect(0, 800, 1600, 270, canvas.fade(((0, light.tones[2]), (1, light.tones[4]))))
    canvas.rect(0, 800, 1600, 7, light.glow, 0.5)
    people = [(210 + n * 107, 430 + 24 * ((n * 7) % 3)) for n in range(12)]
    for n, (x, h) in enumerate(people):
        figure(canvas, x, 850, h, mix(light.tones[3], light.tones[2], 0.16 * (n % 3)), 0.1)
    canvas.rect(330, 742, 940, 190, canvas.fade(((0, light.tones[4]), (1, light.tones[5]))))
    canvas.poly([(300, 742), (1300, 742), (1270, 706), (330, 706)], mix(light.tones[2], light.glow, 0.35))
    canvas.rect(330, 790, 940, 6, light.yangtze)
    canvas.rect(330, 800, 940, 6, light.jialing)
    for x, flip in ((570, 1), (1030, -1)):
        canvas.path(
            f"M{x - 84},712C{x - 92},600 {x - 50},552 {x},552C{x + 50},552 {x + 92},600 {x + 84},712Z",
            light.tones[5],
        )
        canvas.oval(x + 6 * flip, 506, 37, 46, light.tones[5])
        canvas.path(
            f"M{x + 60 * flip},610Q{x + 128 * flip},680 {x + 66 * flip},712", "none", 1, light.tones[5], 34
        )
        canvas.poly([(x - 30, 716), (x + 62, 716), (x + 74, 734), (x - 40, 734)], "#ffffff")
        canvas.line([(x + 62 * flip, 716), (x + 84 * flip, 672)], light.lamp, 5)
    for x in (760, 800, 840):
        canvas.line([(x, 712), (x + (x - 800) * 0.5, 640)], light.jialing, 5)
        canvas.disc(x + (x - 800) * 0.5, 632, 20, (light.yangtze, "#ffffff", light.yangtze)[(x - 760) // 40])
        canvas.disc(x + (x - 800) * 0.5 + 9, 620, 12, mix(light.yangtze, light.lamp, 0.6))
    canvas.poly([(772, 712), (828, 712), (818, 676), (782, 676)], light.tones[5])
