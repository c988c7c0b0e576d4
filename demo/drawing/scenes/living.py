"""Living: schools, clinics, hotels, walks, temples."""

from math import cos, pi, sin

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, pine, ripples, sky, tree, veil, water, wooded
from ..palette import mix
from ..perspective import Camera, box, ground
from ..series import PORTRAIT, scene
from ..structures import eaves, figure, pagoda, skyline, stilt_house
from .rivers import far_bank, far_bridge


def palm(canvas: Canvas, x: float, base: float, height: float, tone: str) -> None:
    """Draw a palm: a bowed stem and a fan of drooping leaves."""
    top = (x + height * 0.08, base - height)
    canvas.curve([(x, base), (x + height * 0.01, base - height * 0.5), top], tone, height * 0.035)
    for n in range(11):
        angle = pi * (0.02 + n * 0.096)
        reach = height * 0.42
        tip = (top[0] + cos(angle) * reach, top[1] - sin(angle) * reach * 0.62 + reach * 0.42)
        knee = (top[0] + cos(angle) * reach * 0.6, top[1] - sin(angle) * reach * 0.75 - reach * 0.06)
        canvas.path(f"M{top[0]:.1f},{top[1]:.1f}Q{knee[0]:.1f},{knee[1] - 8:.1f} {tip[0]:.1f},{tip[1]:.1f}Q{knee[0]:.1f},{knee[1] + 10:.1f} {top[0]:.1f},{top[1]:.1f}Z", tone)


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
                canvas.rect(x, y - 28, (x1 - x0) / 31, 26, light.lamp if lit < 0.6 else mix(light.tones[4], light.lamp, 0.25), 0.95 if lit < 0.35 else 0.7)
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
    ground(canvas, view, [(-200, -60, 0), (200, -60, 0), (200, 120, 0), (-200, 120, 0)], canvas.fade(((0, mix(light.tones[1], light.mist, 0.3)), (1, mix(light.jialing, light.glow, 0.2)))))
    oval = lambda rx, ry: [(-2 + rx * cos(a * pi / 40), -16 + ry * sin(a * pi / 40), 0) for a in range(80)]  # noqa: E731
    ground(canvas, view, oval(44, 25), mix(light.yangtze, light.glow, 0.12))
    for n in range(1, 6):
        line = view.outline(oval(44 - n * 1.9, 25 - n * 1.9))
        canvas.line([*line, line[0]], light.glow, 2.6, 0.85)
    ground(canvas, view, oval(33, 14), mix(light.jialing, light.glow, 0.12))
    canvas.line([view.at((-2, -29.5, 0)), view.at((-2, -2.4, 0))], light.glow, 3, 0.8)
    canvas.ring(*view.at((-2, -16, 0)), 84, 26, light.glow, 3, 0.8)
    white = mix(light.tones[0], light.glow, 0.7)
    for x, y, w, d, h in ((-64, 42, 56, 12, 17), (10, 46, 50, 12, 13), (-12, 44, 22, 14, 22)):
        ground(canvas, view, [(x, y - 5, 0), (x + w, y - 5, 0), (x + w, y, 0), (x, y, 0)], light.tones[4], 0.3)
        for face in box(canvas, view, (x, y, 0), (w, d, h), white, "left", mix(light.yangtze, light.glow, 0.2)):
            if face.side == "top":
                continue
            length, floors = max(abs(v) for v in face.along), int(h / 4)
            for k in range(floors):
                low = k / floors
                canvas.poly(face.patch(0, low + 0.1 / floors, 1, low + 0.78 / floors), mix(light.tones[3], light.mist, 0.25))
                canvas.poly(face.patch(0, low + 0.1 / floors, 1, low + 0.32 / floors), mix(light.jialing, light.mist, 0.35))
            canvas.lines([[face.at(u / (length / 4), 0), face.at(u / (length / 4), 1)] for u in range(int(length / 4) + 1)], face.fill, 5)
    for face in box(canvas, view, (-5, 43, 22), (8, 8, 6), light.yangtze, "left"):
        if face.side == "front":
            cx, cy = face.at(0.5, 0.5)
            canvas.disc(cx, cy, 24, light.glow)
            canvas.lines([[(cx, cy), (cx, cy - 17)], [(cx, cy), (cx + 11, cy + 5)]], light.tones[5], 3)
    fx, fy = view.at((6, 30, 0))
    canvas.line([(fx, fy), (fx, fy - 260)], light.tones[4], 4)
    canvas.path(f"M{fx},{fy - 258}Q{fx + 30},{fy - 272} {fx + 56},{fy - 256}T{fx + 104},{fy - 258}V{fy - 206}Q{fx + 80},{fy - 194} {fx + 52},{fy - 206}T{fx},{fy - 206}Z", light.jialing)
    for n, (x, y) in enumerate(((-18, -36), (-12, -38.5), (10, -39), (20, -37), (-8, -18), (5, -13))):
        px, py = view.at((x, y, 0))
        figure(canvas, px, py, 1.5 * view.focal / view.depth((x, y, 0)), light.tones[5], 0.95, 8 if n < 4 else 0)
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
    canvas.poly([(-40, 1100), *slope, (1640, 1100)], canvas.fade(((0, light.tones[2]), (1, mix(light.tones[1], light.jialing, 0.3)))))
    white, shade = "#fdfbf4", mix(light.tones[1], light.mist, 0.35)
    for x, y, w, h in ((430, 300, 560, 130), (300, 430, 820, 150), (200, 580, 1080, 170)):
        canvas.rect(x + w * 0.68, y, w * 0.32, h, shade)
        canvas.rect(x, y, w * 0.68, h, white)
        canvas.rect(x - 14, y - 12, w + 28, 16, mix(light.tones[2], light.mist, 0.4))
        canvas.rect(x - 14, y - 12, w * 0.68 + 14, 16, "#ffffff")
        for k in range(int(w / 62)):
            px = x + 22 + k * 62
            canvas.rect(px, y + 34, 40, h - 66, canvas.fade(((0, mix(light.jialing, light.mist, 0.5)), (1, mix(light.jialing, light.tones[3], 0.4)))))
            canvas.line([(px + 20, y + 34), (px + 20, y + h - 32)], white, 3)
        x1 = x - 14
        while x1 < x + w:
            canvas.oval(x1, y - 14, canvas.random.uniform(12, 26), canvas.random.uniform(8, 16), mix(light.tones[3], light.jialing, canvas.random.random() * 0.5))
            x1 += canvas.random.uniform(24, 90)
    canvas.rect(640, 330, 84, 84, light.jialing, round_=6)
    canvas.rect(674, 344, 16, 56, "#ffffff")
    canvas.rect(654, 364, 56, 16, "#ffffff")
    canvas.rect(560, 640, 330, 112, mix(light.lamp, light.glow, 0.3))
    canvas.lines([[(560 + k * 66, 640), (560 + k * 66, 752)] for k in range(6)], light.tones[3], 4)
    canvas.poly([(500, 636), (950, 636), (1000, 612), (470, 612)], light.yangtze)
    canvas.lines([[(520, 636), (520, 752)], [(930, 636), (930, 752)]], light.tones[4], 8)
    canvas.poly([(560, 752), (890, 752), (1130, 1080), (330, 1080)], canvas.fade(((0, "#fdfbf4"), (1, mix(light.yangtze, light.glow, 0.8)))))
    for n in range(5):
        y = 770 + n * n * 9 + n * 34
        for side in (-1, 1):
            inner = 735 + side * (175 + (y - 752) * 0.75)
            edge = [(inner, y), (inner + side * 260, y - 10), (inner + side * 900, y - 40)]
            canvas.poly([*edge, (edge[-1][0], y + 50), (inner + side * 10, y + 36)], (light.tones[3], mix(light.jialing, light.glow, 0.2))[n % 2])
            for k in range(22):
                bx = inner + side * (20 + k * 34)
                canvas.oval(bx, y - 4 - k * 1.2, 22 + n * 3, 13 + n * 2, (mix(light.jialing, light.glow, 0.25), light.tones[4])[n % 2])
                if (k + n) % 3 == 0:
                    canvas.disc(bx, y - 14 - k * 1.2, 5 + n, mix(light.yangtze, light.lamp, 0.5))
    figure(canvas, 690, 860, 128, light.tones[5], 0.5)
    figure(canvas, 758, 866, 116, light.tones[4], 0.4)
    for x, base, h in ((120, 790, 330), (1400, 800, 380), (1540, 820, 280)):
        tree(canvas, x, base, h, light.tone(0.7))


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
    canvas.path(smooth(path) + "L-40,1100L-40,600L300,600Z", canvas.fade(((0, mix(light.tones[2], light.mist, 0.2)), (1, light.tones[4]))))
    canvas.path(smooth([(548, 642), (440, 730), (330, 830), (300, 930), (380, 1100)]) + "L-40,1100L-40,960L180,800L440,668Z", canvas.fade(((0, light.mist), (1, mix(light.yangtze, light.glow, 0.5)))))
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
    canvas.lines([[(bx - 66, by - 44), (bx - 20, by - 112), (bx + 50, by - 112), (bx + 66, by - 44)], [(bx - 20, by - 112), (bx + 4, by - 44), (bx + 50, by - 112)], [(bx - 26, by - 128), (bx + 4, by - 44), (bx - 66, by - 44)], [(bx + 50, by - 112), (bx + 46, by - 140), (bx + 66, by - 140)]], light.yangtze, 6)
    canvas.path(f"M{bx - 34},{by - 130}Q{bx - 22},{by - 214} {bx + 24},{by - 222}L{bx + 38},{by - 208}Q{bx + 6},{by - 180} {bx - 6},{by - 132}Z", light.tones[5])
    canvas.line([(bx + 22, by - 212), (bx + 40, by - 170), (bx + 60, by - 142)], light.tones[5], 12)
    canvas.line([(bx - 20, by - 130), (bx + 26, by - 96), (bx + 8, by - 34)], light.tones[5], 16)
    canvas.oval(bx + 36, by - 242, 18, 22, light.tones[5])
    tree(canvas, 1450, 1190, 860, light.tones[5], light.tones[4])
    canvas.poly([(1100, 1100), *wooded(canvas, [(1130, 1070), (1340, 1010), (1640, 980)], 22), (1640, 1100)], light.tones[5])


@scene("temple-hill", "fog")
def temple_hill(canvas: Canvas) -> None:
    """A pagoda above its own cloud."""
    light = canvas.light
    sky(canvas, (520, 260), 90, 760)
    hills(canvas, 600, 320, 0.3, 4, 0.02, 60)
    veil(canvas, 760, 240, 0.9)
    edge = [(x, 960 - 330 * max(0, 1 - abs(x - 940) / 800) ** 1.15) for x in range(-40, 1680, 40)]
    canvas.poly([(-40, 1100), *wooded(canvas, edge, 24), (1640, 1100)], canvas.fade(((0, light.tones[4]), (0.75, mix(light.tones[3], light.mist, 0.5)), (1, mix(light.tones[2], light.mist, 0.8)))))
    for x, base, w, h in ((590, 770, 250, 90), (1200, 760, 270, 96), (720, 716, 210, 84)):
        canvas.rect(x - w * 0.36, base - h, w * 0.72, h, mix(light.yangtze, light.tones[4], 0.25))
        canvas.rect(x - w * 0.36, base - h, w * 0.24, h, mix(light.yangtze, light.glow, 0.3))
        canvas.lines([[(x + w * f, base - h), (x + w * f, base)] for f in (-0.36, -0.18, 0, 0.18, 0.36)], light.tones[5], 5)
        eaves(canvas, x, base - h, w * 1.15, h * 0.86, light.tones[5])
    pagoda(canvas, 940, 680, 190, 6, light.tones[4])
    for x, base, h in ((420, 850, 190), (500, 812, 230), (800, 740, 150), (1060, 730, 170), (1360, 800, 240), (1440, 850, 180), (650, 800, 130), (1110, 800, 150)):
        pine(canvas, x, base, h, mix(light.tones[5], light.tones[4], canvas.random.random()))
    veil(canvas, 900, 170, 0.75)
    canvas.path("M880,1100Q1010,1000 900,930T950,800", "none", 0.8, light.glow, 12)
    edge = wooded(canvas, [(-40, 960), (240, 1010), (560, 1060), (700, 1100)], 26)
    canvas.poly([(-40, 1100), *edge], light.tones[5])
    pine(canvas, 130, 1050, 360, light.tones[5])
    for bx, by in ((1240, 330), (1290, 306), (1336, 336)):
        canvas.path(f"M{bx - 15},{by - 6}Q{bx - 6},{by - 9} {bx},{by}Q{bx + 6},{by - 9} {bx + 15},{by - 6}", "none", 0.8, light.tones[4], 2.6)


@scene("stairs-portrait", "dusk", PORTRAIT)
def stairs_portrait(canvas: Canvas) -> None:
    """Steps narrow towards one lamp."""
    light = canvas.light
    sky(canvas, (533, 330), 54, 900)
    clouds(canvas, 90, 420, 10, 0.4)
    hills(canvas, 560, 200, 0.5, 3, 0.0, 40)
    veil(canvas, 650, 120, 0.6)
    for x, base, w, h, depth in ((640, 690, 200, 170, 0.5), (230, 700, 190, 170, 0.5), (690, 860, 270, 240, 0.66), (60, 880, 290, 250, 0.66), (720, 1130, 380, 340, 0.82), (-60, 1160, 380, 350, 0.82)):
        stilt_house(canvas, x, base, w, h, light.tone(depth))
    canvas.poly([(508, 640), (558, 640), (1110, 1640), (-50, 1640)], light.tones[5])
    y, n = 640.0, 0
    while y < 1640:
        rise = 7 + (y - 640) * 0.05
        half = 25 + (y - 640) * 0.39
        canvas.poly([(533 - half, y), (533 + half, y), (533 + half, y + rise * 0.5), (533 - half, y + rise * 0.5)], mix(mix(light.tones[2], light.lamp, 0.55), light.tones[4], min(1, (y - 640) / 700)))
        y += rise
        n += 1
    for side in (-1, 1):
        canvas.poly([(533 + side * 26, 636), (533 + side * 40, 630), (533 + side * 640, 1640), (533 + side * 420, 1640)], mix(light.tones[5], light.tones[4], 0.4))
    canvas.line([(533, 640), (533, 500)], light.tones[5], 6)
    canvas.disc(533, 496, 170, canvas.halo(((0, light.sun, 1), (0.15, light.lamp, 0.7), (1, light.lamp, 0))))
    canvas.rect(517, 474, 32, 44, light.sun, round_=8)
    for x, yy, size in ((300, 700, 13), (770, 690, 13), (250, 880, 18), (800, 866, 18), (180, 1150, 26), (850, 1140, 26)):
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
