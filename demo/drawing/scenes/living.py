"""Where people stay, learn and are looked after."""

from math import cos, pi, sin

from ..canvas import Canvas
from ..landscape import bushes, clouds, hills, ripples, sky, tree, veil, water, wooded
from ..palette import mix
from ..people import figure
from ..perspective import Camera, Place, box, ground
from ..series import scene
from ..towers import skyline


def palm(canvas: Canvas, x: float, base: float, height: float, tone: str) -> None:
    """Draw a palm: a bowed stem and a fan of drooping leaves."""
    top = (x + height * 0.08, base - height)
    canvas.curve([(x, base), (x + height * 0.01, base - height * 0.5), top], tone, height * 0.035)
    for n in range(11):
        angle = pi * (0.02 + n * 0.096)
        reach = height * 0.42
        tip = (top[0] + cos(angle) * reach, top[1] - sin(angle) * reach * 0.62 + reach * 0.42)
        knee = (top[0] + cos(angle) * reach * 0.6, top[1] - sin(angle) * reach * 0.75 - reach * 0.06)
        canvas.path(
            f"M{top[0]:.1f},{top[1]:.1f}Q{knee[0]:.1f},{knee[1] - 8:.1f} {tip[0]:.1f},{tip[1]:.1f}"
            f"Q{knee[0]:.1f},{knee[1] + 10:.1f} {top[0]:.1f},{top[1]:.1f}Z",
            tone,
        )


@scene("hotel-river", "dusk")
def hotel_river(canvas: Canvas) -> None:
    """A curved slab of warm rooms and its reflection."""
    light = canvas.light
    sky(canvas, (300, 420), 62, 690)
    clouds(canvas, 70, 420, 14, 0.42)
    with canvas.group(name="shore"):
        hills(canvas, 590, 190, 0.45, 3, 0.0, 26)
        skyline(canvas, -30, 620, 712, 170, light.tone(0.55), 0.35, (34, 60), 0.5)
        floors, left, right = 15, 700, 1330
        for n in range(floors):
            y = 690 - n * 37
            x0, x1 = left + 34 * sin(n / 4.2), right - 60 * (n / floors) ** 2 + 14 * sin(n / 3)
            canvas.rect(x0, y - 30, x1 - x0, 30, light.tones[5])
            for k in range(26):
                x = x0 + 6 + k * (x1 - x0 - 12) / 26
                lit = canvas.random.random()
                canvas.rect(
                    x,
                    y - 28,
                    (x1 - x0) / 31,
                    26,
                    light.lamp if lit < 0.6 else mix(light.tones[4], light.lamp, 0.25),
                    0.95 if lit < 0.35 else 0.7,
                )
            canvas.rect(x0 - 12, y - 2, x1 - x0 + 26, 9, mix(light.tones[2], light.glow, 0.35))
        canvas.rect(left + 20, 690 - floors * 37 - 26, 420, 32, light.tones[5])
        canvas.rect(left + 20, 690 - floors * 37 - 20, 420, 14, light.lamp)
        canvas.poly([(560, 716), (1500, 716), (1460, 682), (600, 682)], light.tones[5])
        canvas.rect(610, 684, 850, 12, light.lamp, 0.85)
        for x, h in ((560, 190), (640, 150), (1420, 210), (1500, 170), (1575, 230), (500, 130)):
            palm(canvas, x, 716, h, light.tones[5])
    water(canvas, 714, 1067, mix(light.yangtze, light.tones[3], 0.4), light.tones[5], 0)
    canvas.mirror("shore", 714, 0.62, 0.6)
    ripples(canvas, 720, 1067, 300, light.tones[4], opacity=0.5)
    ripples(canvas, 722, 960, 90, light.lamp, 620, 1400, 0.5)
    canvas.path("M240,900H470L500,874H218Z", light.tones[5])
    canvas.path("M262,874V838Q350,806 440,838V874", light.tones[4])
    for n in range(5):
        canvas.rect(276 + n * 34, 846, 22, 16, light.lamp)


@scene("school-campus", "day")
def school_campus(canvas: Canvas) -> None:
    """Galleries, a running track, one big tree."""
    light = canvas.light
    sky(canvas, (1300, 170), 50, 560)
    clouds(canvas, 60, 320, 9, 0.85)
    hills(canvas, 440, 210, 0.38, 3, 0.02, 28)
    veil(canvas, 500, 80, 0.7)
    view = Camera((10, -64, 15), 1120, (800, 360), yaw=-12, haze=260)
    ground(
        canvas,
        view,
        [(-200, -60, 0), (200, -60, 0), (200, 120, 0), (-200, 120, 0)],
        canvas.fade(((0, mix(light.tones[1], light.mist, 0.3)), (1, mix(light.jialing, light.glow, 0.2)))),
    )

    def oval(rx: float, ry: float) -> list[Place]:
        return [(-2 + rx * cos(a * pi / 40), -16 + ry * sin(a * pi / 40), 0) for a in range(80)]

    ground(canvas, view, oval(44, 25), mix(light.yangtze, light.glow, 0.12))
    for n in range(1, 6):
        line = view.outline(oval(44 - n * 1.9, 25 - n * 1.9))
        canvas.line([*line, line[0]], light.glow, 2.6, 0.85)
    ground(canvas, view, oval(33, 14), mix(light.jialing, light.glow, 0.12))
    canvas.line([view.at((-2, -29.5, 0)), view.at((-2, -2.4, 0))], light.glow, 3, 0.8)
    canvas.ring(*view.at((-2, -16, 0)), 84, 26, light.glow, 3, 0.8)
    white = mix(light.tones[0], light.glow, 0.7)
    for x, y, w, d, h in ((-64, 42, 56, 12, 17), (10, 46, 50, 12, 13), (-12, 44, 22, 14, 22)):
        ground(
            canvas, view, [(x, y - 5, 0), (x + w, y - 5, 0), (x + w, y, 0), (x, y, 0)], light.tones[4], 0.3
        )
        for face in box(
            canvas, view, (x, y, 0), (w, d, h), white, "left", mix(light.yangtze, light.glow, 0.2)
        ):
            if face.side == "top":
                continue
            length, floors = max(abs(v) for v in face.along), int(h / 4)
            for k in range(floors):
                low = k / floors
                canvas.poly(
                    face.patch(0, low + 0.1 / floors, 1, low + 0.78 / floors),
                    mix(light.tones[3], light.mist, 0.25),
                )
                canvas.poly(
                    face.patch(0, low + 0.1 / floors, 1, low + 0.32 / floors),
                    mix(light.jialing, light.mist, 0.35),
                )
            canvas.lines(
                [
                    [face.at(u / (length / 4), 0), face.at(u / (length / 4), 1)]
                    for u in range(int(length / 4) + 1)
                ],
                face.fill,
                5,
            )
    for face in box(canvas, view, (-5, 43, 22), (8, 8, 6), light.yangtze, "left"):
        if face.side == "front":
            cx, cy = face.at(0.5, 0.5)
            canvas.disc(cx, cy, 24, light.glow)
            canvas.lines([[(cx, cy), (cx, cy - 17)], [(cx, cy), (cx + 11, cy + 5)]], light.tones[5], 3)
    fx, fy = view.at((6, 30, 0))
    canvas.line([(fx, fy), (fx, fy - 260)], light.tones[4], 4)
    canvas.path(
        f"M{fx},{fy - 258}Q{fx + 30},{fy - 272} {fx + 56},{fy - 256}T{fx + 104},{fy - 258}V{fy - 206}"
        f"Q{fx + 80},{fy - 194} {fx + 52},{fy - 206}T{fx},{fy - 206}Z",
        light.jialing,
    )
    for n, (x, y) in enumerate(((-18, -36), (-12, -38.5), (10, -39), (20, -37), (-8, -18), (5, -13))):
        px, py = view.at((x, y, 0))
        figure(
            canvas, px, py, 1.5 * view.focal / view.depth((x, y, 0)), light.tones[5], 0.95, 8 if n < 4 else 0
        )
    canvas.oval(1400, 846, 230, 24, light.tones[5], 0.25)
    tree(canvas, 1360, 840, 520, light.tone(0.72))
    bushes(canvas, 1046, 26, light.tones[5], -40, 1640, -14)


@scene("clinic", "fog")
def clinic(canvas: Canvas) -> None:
    """White terraces, a canopy, a quiet garden."""
    light = canvas.light
    sky(canvas, (1230, 190), 54, 640)
    hills(canvas, 520, 300, 0.36, 4, 0.03, 34)
    veil(canvas, 620, 150, 0.8)
    slope = wooded(canvas, [(-40, 560), (200, 560), (480, 600), (900, 640), (1300, 650), (1640, 620)], 18)
    canvas.poly(
        [(-40, 1100), *slope, (1640, 1100)],
        canvas.fade(((0, light.tones[2]), (1, mix(light.tones[1], light.jialing, 0.3)))),
    )
    white, shade = "#fdfbf4", mix(light.tones[1], light.mist, 0.35)
    for x, y, w, h in ((430, 300, 560, 130), (300, 430, 820, 150), (200, 580, 1080, 170)):
        canvas.rect(x + w * 0.68, y, w * 0.32, h, shade)
        canvas.rect(x, y, w * 0.68, h, white)
        canvas.rect(x - 14, y - 12, w + 28, 16, mix(light.tones[2], light.mist, 0.4))
        canvas.rect(x - 14, y - 12, w * 0.68 + 14, 16, "#ffffff")
        for k in range(int(w / 62)):
            px = x + 22 + k * 62
            canvas.rect(
                px,
                y + 34,
                40,
                h - 66,
                canvas.fade(
                    ((0, mix(light.jialing, light.mist, 0.5)), (1, mix(light.jialing, light.tones[3], 0.4)))
                ),
            )
            canvas.line([(px + 20, y + 34), (px + 20, y + h - 32)], white, 3)
        hedge = wooded(canvas, [(x - 4 + k * w / 12, y - 22 - 9 * sin(k * 2.1)) for k in range(13)], 20)
        canvas.poly([(x - 4, y - 11), *hedge, (x + w - 2, y - 11)], mix(light.tones[3], light.jialing, 0.4))
    canvas.rect(640, 330, 84, 84, light.jialing, round_=6)
    canvas.rect(674, 344, 16, 56, "#ffffff")
    canvas.rect(654, 364, 56, 16, "#ffffff")
    canvas.rect(560, 640, 330, 112, mix(light.lamp, light.glow, 0.3))
    canvas.lines([[(560 + k * 66, 640), (560 + k * 66, 752)] for k in range(6)], light.tones[3], 4)
    canvas.poly([(500, 636), (950, 636), (1000, 612), (470, 612)], light.yangtze)
    canvas.lines([[(520, 636), (520, 752)], [(930, 636), (930, 752)]], light.tones[4], 8)
    canvas.poly(
        [(560, 752), (890, 752), (1130, 1080), (330, 1080)],
        canvas.fade(((0, "#fdfbf4"), (1, mix(light.yangtze, light.glow, 0.8)))),
    )
    for n in range(5):
        y = 770 + n * n * 9 + n * 34
        for side in (-1, 1):
            inner = 735 + side * (175 + (y - 752) * 0.75)
            edge = [(inner, y), (inner + side * 260, y - 10), (inner + side * 900, y - 40)]
            canvas.poly(
                [*edge, (edge[-1][0], y + 50), (inner + side * 10, y + 36)],
                (light.tones[3], mix(light.jialing, light.glow, 0.2))[n % 2],
            )
            for k in range(22):
                bx = inner + side * (20 + k * 34)
                canvas.oval(
                    bx,
                    y - 4 - k * 1.2,
                    22 + n * 3,
                    13 + n * 2,
                    (mix(light.jialing, light.glow, 0.25), light.tones[4])[n % 2],
                )
                if (k + n) % 3 == 0:
                    canvas.disc(bx, y - 14 - k * 1.2, 5 + n, mix(light.yangtze, light.lamp, 0.5))
    figure(canvas, 690, 860, 128, light.tones[5], 0.5)
    figure(canvas, 758, 866, 116, light.tones[4], 0.4)
    for x, base, h in ((120, 790, 330), (1400, 800, 380), (1540, 820, 280)):
        tree(canvas, x, base, h, light.tone(0.7))
