"""The city at work and under way: cableway, monorail, parks, halls."""

from math import cos, pi, sin

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, ripples, sky, tree, veil, water, wooded
from ..palette import mix
from ..perspective import Camera, box, ground, windows
from ..series import scene
from ..structures import figure, skyline, tower
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
    canvas.lines([[(mast_x - 34, 760), (mast_x - 8, mast_top)], [(mast_x + 34, 760), (mast_x + 8, mast_top)]], light.tones[4], 9)
    canvas.lines([[(mast_x - 34 + n * 4, 760 - n * 52), (mast_x + 30 - n * 4, 708 - n * 52)] for n in range(6)] + [[(mast_x + 34 - n * 4, 760 - n * 52), (mast_x - 30 + n * 4, 708 - n * 52)] for n in range(6)], light.tones[4], 3.5)
    canvas.rect(mast_x - 52, mast_top - 10, 104, 14, light.tones[4])
    for shift in (0, 26):
        canvas.path(f"M-20,{120 + shift * 2}Q640,{300 + shift * 1.6} {mast_x},{mast_top - 14 + shift * 0.4}Q1480,{440 + shift * 0.3} 1640,{448 + shift * 0.2}", "none", 1, light.tones[5], 4 - shift * 0.05)
    cable_car(canvas, 1010, 376, 74, mix(light.jialing, light.mist, 0.25))
    cable_car(canvas, 560, 258, 390, light.yangtze)
    for n in range(11):
        x = -40 + n * 118
        y = 930 + 40 * sin(n * 1.7) + n * 9
        canvas.poly([(x, y), (x + 76, y - 52), (x + 152, y), (x + 152, 1100), (x, 1100)], mix(light.tones[4], light.tones[5], 0.3 * (n % 3)))
        canvas.poly([(x - 8, y + 4), (x + 76, y - 60), (x + 160, y + 4), (x + 150, y + 10), (x + 76, y - 44), (x + 2, y + 10)], light.tones[5])
        canvas.line([(x - 8, y + 2), (x + 76, y - 60)], mix(light.tones[3], light.glow, 0.4), 4)
        for k in range(2):
            canvas.rect(x + 30 + k * 54, y + 24, 28, 36, light.lamp if (n + k) % 3 == 0 else mix(light.tones[3], light.mist, 0.2))


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
    canvas.poly([(-40, 1100), *edge, (1640, 1100)], canvas.fade(((0, light.tone(0.58)), (1, light.tone(0.85)))))
    low = [(330, 640), (560, 636), (800, 606), (1030, 560), (1240, 528), (1440, 520), (1640, 530)]
    thick = [34, 32, 27, 22, 18, 16, 14]
    for (x, y), t in zip(low, thick, strict=True):
        base = 1100 if x < 900 else 900
        canvas.poly([(x - t * 0.6, y), (x + t * 0.6, y), (x + t * 0.75, base), (x - t * 0.75, base)], canvas.fade(((0, light.tone(0.82)), (1, mix(light.tone(0.7), light.mist, 0.25)))))
        canvas.poly([(x - t * 0.6, y), (x - t * 0.2, y), (x - t * 0.25, base), (x - t * 0.75, base)], light.glow, 0.25)
        canvas.poly([(x - t * 1.7, y), (x + t * 1.7, y), (x + t * 0.6, y + t * 2), (x - t * 0.6, y + t * 2)], light.tone(0.85))
    canvas.path(smooth(low) + smooth([(x, y + t) for (x, y), t in zip(reversed(low), reversed(thick), strict=True)]).replace("M", "L", 1) + "Z", light.tones[5])
    canvas.path(smooth(low), "none", 0.9, mix(light.tones[3], light.glow, 0.5), 4)
    place = lambda f: low_at(low, f)  # noqa: E731
    cars = [(0.03, 0.2), (0.205, 0.37), (0.375, 0.52), (0.525, 0.65)]
    for n, (f0, f1) in enumerate(cars):
        points = [place(f0 + (f1 - f0) * k / 8) for k in range(9)]
        height = [150 - 96 * (f0 + (f1 - f0) * k / 8) for k in range(9)]
        top = [(x, y - h) for (x, y), h in zip(points, height, strict=True)]
        low_side = [(x, y + h * 0.1) for (x, y), h in zip(points, height, strict=True)]
        canvas.poly([*top, *reversed(low_side)], canvas.fade(((0, light.glow), (0.25, mix(light.tones[0], light.glow, 0.6)), (1, mix(light.tones[1], light.tones[3], 0.3)))))
        band = lambda a, b: [(x, y - h * a) for (x, y), h in zip(points, height, strict=True)] + [(x, y - h * b) for (x, y), h in reversed(list(zip(points, height, strict=True)))]  # noqa: B023, E731
        canvas.poly(band(0.8, 0.42), light.tones[5])
        canvas.poly(band(0.3, 0.18), light.jialing)
        canvas.poly(band(0.15, 0.1), light.yangtze)
        for k in range(1, 8):
            (x, y), h = points[k], height[k]
            canvas.line([(x, y - h * 0.8), (x, y - h * 0.42)], mix(light.tones[0], light.glow, 0.6), h * 0.035)
        if n == 3:
            (x, y), h = points[-1], height[-1]
            canvas.path(f"M{x - 2:.0f},{y - h:.0f}Q{x + h * 0.8:.0f},{y - h * 0.9:.0f} {x + h * 0.9:.0f},{y - h * 0.1:.0f}L{x - 2:.0f},{y + h * 0.1:.0f}Z", mix(light.tones[1], light.glow, 0.4))
            canvas.path(f"M{x + 6:.0f},{y - h * 0.82:.0f}Q{x + h * 0.62:.0f},{y - h * 0.78:.0f} {x + h * 0.74:.0f},{y - h * 0.42:.0f}L{x + 6:.0f},{y - h * 0.42:.0f}Z", light.tones[5])
    bushes(canvas, 1020, 44, light.tones[5], 560, 1640, 20)


def low_at(points: list, share: float) -> tuple[float, float]:
    """Return the point at a share (0–1) of a polyline, by its parts and not its length."""
    place = share * (len(points) - 1)
    n = min(int(place), len(points) - 2)
    (x0, y0), (x1, y1) = points[n], points[n + 1]
    f = place - n
    return x0 + (x1 - x0) * f, y0 + (y1 - y0) * f


@scene("smart-park-paths", "day")
def smart_park_paths(canvas: Canvas) -> None:
    """A lake, a lens of glass, paths like brush strokes."""
    light = canvas.light
    sky(canvas, (380, 160), 48, 520)
    clouds(canvas, 60, 260, 8, 0.8)
    hills(canvas, 400, 190, 0.38, 4, 0.02, 24)
    veil(canvas, 460, 80, 0.7)
    canvas.rect(0, 470, 1600, 600, canvas.fade(((0, mix(light.tones[1], light.jialing, 0.1)), (1, mix(light.tones[3], light.jialing, 0.3)))))
    canvas.blob([(820, 560), (1180, 540), (1560, 590), (1660, 700), (1440, 800), (1080, 790), (800, 720), (700, 630)], canvas.fade(((0, light.mist), (1, mix(light.tones[1], light.jialing, 0.25)))))
    ripples(canvas, 570, 780, 60, light.glow, 860, 1500, 0.7)
    canvas.blob([(360, 500), (620, 490), (700, 520), (560, 548), (380, 540)], mix(light.tones[0], light.mist, 0.4))
    for points, width in (
        ([(-40, 1010), (240, 930), (420, 830), (560, 760), (680, 800), (900, 880), (1240, 890), (1640, 850)], 62),
        ([(420, 830), (380, 720), (470, 640), (640, 590), (760, 540), (1000, 515), (1640, 505)], 32),
    ):
        canvas.path(smooth([(x, y + 6) for x, y in points]), "none", 0.25, light.tones[5], width)
        canvas.path(smooth(points), "none", 1, mix(light.yangtze, light.glow, 0.78), width)
        canvas.path(smooth(points), "none", 0.6, light.glow, width * 0.1)
    x, y = 1120, 640
    canvas.oval(x, y + 14, 270, 34, light.tones[4], 0.35)
    canvas.path(f"M{x - 250},{y}V{y - 92}H{x + 250}V{y}A250,34 0 0 1 {x - 250},{y}Z", canvas.fade(((0, mix(light.tones[2], light.mist, 0.3)), (0.35, light.glow), (0.6, mix(light.tones[1], light.mist, 0.3)), (1, light.tones[3])), (0, 0), (1, 0)))
    canvas.lines([[(x + 250 * sin(a * pi / 20), y - 92), (x + 250 * sin(a * pi / 20), y + 32 * cos(a * pi / 20))] for a in range(-9, 10)], light.tones[4], 3, 0.7)
    canvas.path(f"M{x - 310},{y - 92}Q{x},{y - 176} {x + 310},{y - 92}Q{x},{y - 44} {x - 310},{y - 92}Z", light.tones[4])
    canvas.path(f"M{x - 310},{y - 92}Q{x},{y - 176} {x + 310},{y - 92}Q{x},{y - 146} {x - 310},{y - 92}Z", light.yangtze)
    for tx, base, h in ((120, 640, 200), (240, 610, 150), (700, 560, 110), (1490, 560, 130), (1560, 600, 170), (330, 590, 120)):
        tree(canvas, tx, base, h, light.tone(0.62))
    bx, by = 560, 800
    canvas.oval(bx + 90, by + 4, 130, 10, light.tones[5], 0.35)
    canvas.rect(bx - 20, by - 118, 220, 112, canvas.fade(((0, "#ffffff"), (1, mix(light.tones[0], light.glow, 0.3)))), round_=26)
    canvas.rect(bx - 6, by - 100, 192, 52, light.tones[5], round_=14)
    canvas.lines([[(bx + 58, by - 100), (bx + 58, by - 12)], [(bx + 122, by - 100), (bx + 122, by - 12)]], mix(light.tones[0], light.glow, 0.5), 5)
    canvas.rect(bx - 20, by - 38, 220, 9, light.jialing)
    canvas.rect(bx + 70, by - 128, 40, 12, light.yangtze, round_=4)
    for w in (30, 150):
        canvas.disc(bx + w, by - 8, 17, light.tones[5])
        canvas.disc(bx + w, by - 8, 7, light.tones[1])
    for fx, fy, h, stride in ((1240, 900, 120, 0.6), (1300, 904, 108, 0.4), (210, 960, 150, 0.7), (860, 880, 96, 0.5)):
        figure(canvas, fx, fy, h, light.tones[5], stride)
    tree(canvas, 1430, 1080, 420, light.tones[4], light.tones[3])
    bushes(canvas, 1055, 34, light.tones[5], -40, 700, -10)


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
        canvas.path(smooth(points) + smooth(list(reversed(lip))).replace("M", "L", 1) + "Z", mix(tone, light.glow, 0.5 - rank * 0.06))
        for n in range(54):
            x = -40 + n * 32
            top = base - 92 - 62 * sin(x / 205 + rank * 1.25) - rank * 10
            canvas.rect(x, top + 36, 23, base - top + 10 - 36, light.lamp if canvas.random.random() < 0.62 else mix(tone, light.lamp, 0.3), 0.28 + rank * 0.16)
    canvas.rect(0, 872, 1600, 200, canvas.fade(((0, mix(light.yangtze, light.tones[3], 0.45)), (1, light.tones[5]))))
    for n in range(54):
        x = -40 + n * 32
        canvas.rect(x, 874, 23, canvas.random.uniform(30, 120), canvas.fade(((0, light.lamp, 0.5), (1, light.lamp, 0))))
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
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (0.6, light.tones[4]), (1, light.tones[3]))))
    view = Camera((0, -12, 2.2), 950, (800, 620), haze=120)
    ground(canvas, view, [(-40, -10, 0), (40, -10, 0), (40, 40, 0), (-40, 40, 0)], canvas.fade(((0, light.tones[2]), (1, light.tones[5]))))
    for n in range(11):
        canvas.lines([[view.at((-26, n * 3, 11)), view.at((26, n * 3, 11))]], light.tones[2], 3, 0.5)
        for x in (-9, -4, 4, 9):
            px, py = view.at((x, n * 3, 10.6))
            if 0 < n < 8:
                canvas.disc(px, py, 26 - n * 2, canvas.halo(((0, light.sun, 1), (0.2, light.sun, 0.6), (1, light.jialing, 0))))
    canvas.disc(800, 430, 460, canvas.halo(((0, light.jialing, 0.8), (0.6, light.jialing, 0.3), (1, light.jialing, 0))))
    with canvas.group(clip="M520,430A280,280 0 0 1 1080,430A280,280 0 0 1 520,430Z"):
        canvas.rect(500, 100, 600, 700, canvas.fade(((0, light.glow), (0.5, mix(light.glow, light.lamp, 0.6)), (1, light.lamp))))
        canvas.disc(900, 330, 60, "#ffffff", 0.9)
        for n, tone in enumerate((mix(light.jialing, light.glow, 0.55), mix(light.jialing, light.glow, 0.25), light.jialing)):
            points = [(x, 430 + n * 54 - 46 * sin(x / (100 + n * 40) + n * 2)) for x in range(480, 1140, 30)]
            canvas.path(smooth(points) + "L1130,800L480,800Z", tone)
        canvas.path("M480,620Q700,560 860,630T1130,610L1130,800L480,800Z", light.yangtze)
    canvas.ring(800, 430, 284, 284, light.glow, 7)
    for side in (-1, 1):
        for n in range(4, -1, -1):
            y, x = 1 + n * 5.4, 7.5 if side > 0 else -12.5
            tone = (light.jialing, light.yangtze, light.tones[2])[(n + (side > 0)) % 3]
            for face in box(canvas, view, (x, y, 0), (5, 3.8, 4.2), mix(tone, light.tones[5], 0.35), "left" if side > 0 else "right"):
                if face.side == "front":
                    canvas.poly(face.patch(0.08, 0.2, 0.92, 0.8), mix(light.glow, tone, 0.3))
                    canvas.polys([face.patch(0.16, 0.3, 0.45, 0.5), face.patch(0.52, 0.3, 0.84, 0.36), face.patch(0.52, 0.42, 0.76, 0.48)], mix(tone, light.tones[5], 0.3))
                elif face.side in {"left", "right"}:
                    windows(canvas, face, 3, 1, light.lamp, 1, 0.3, 0.75)
    px, py = view.at((0, 8, 0))
    canvas.oval(px, py, 330, 44, light.glow, 0.2)
    crowd = sorted((canvas.random.uniform(-7, 7), canvas.random.uniform(-5, 17)) for _ in range(30))
    for x, y in sorted(crowd, key=lambda p: -p[1]):
        px, py = view.at((x, y, 0))
        if abs(x) < 0.8 and y < 2:
            continue
        figure(canvas, px, py, 1.72 * view.focal / view.depth((x, y, 0)), mix(light.tones[5], light.tones[3], max(0, y / 26)), canvas.random.uniform(0.1, 0.8))


@scene("signing-hall", "hall")
def signing_hall(canvas: Canvas) -> None:
    """A frieze of silhouettes under the two bands of the rivers."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, mix(light.tones[0], light.glow, 0.45)), (0.7, mix(light.tones[0], light.glow, 0.2)), (1, light.tones[1]))))
    canvas.disc(800, 430, 860, canvas.halo(((0, light.sun, 0.95), (1, light.sun, 0))))
    green = [(-40, 150), (300, 120), (620, 210), (860, 300), (1200, 250), (1640, 120)]
    ochre = [(-40, 330), (300, 350), (620, 330), (860, 310), (1200, 330), (1640, 270)]
    canvas.path(smooth(green) + smooth([(x, y + 96) for x, y in reversed(green)]).replace("M", "L", 1) + "Z", light.jialing, 0.95)
    canvas.path(smooth(ochre) + smooth([(x, y + 76) for x, y in reversed(ochre)]).replace("M", "L", 1) + "Z", light.yangtze, 0.95)
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
        canvas.path(f"M{x - 84},712C{x - 92},600 {x - 50},552 {x},552C{x + 50},552 {x + 92},600 {x + 84},712Z", light.tones[5])
        canvas.oval(x + 6 * flip, 506, 37, 46, light.tones[5])
        canvas.path(f"M{x + 60 * flip},610Q{x + 128 * flip},680 {x + 66 * flip},712", "none", 1, light.tones[5], 34)
        canvas.poly([(x - 30, 716), (x + 62, 716), (x + 74, 734), (x - 40, 734)], "#ffffff")
        canvas.line([(x + 62 * flip, 716), (x + 84 * flip, 672)], light.lamp, 5)
    for x in (760, 800, 840):
        canvas.line([(x, 712), (x + (x - 800) * 0.5, 640)], light.jialing, 5)
        canvas.disc(x + (x - 800) * 0.5, 632, 20, (light.yangtze, "#ffffff", light.yangtze)[(x - 760) // 40])
        canvas.disc(x + (x - 800) * 0.5 + 9, 620, 12, mix(light.yangtze, light.lamp, 0.6))
    canvas.poly([(772, 712), (828, 712), (818, 676), (782, 676)], light.tones[5])


@scene("innovation-campus", "day")
def innovation_campus(canvas: Canvas) -> None:
    """Boxes on stilts around water, in two-point perspective."""
    light = canvas.light
    sky(canvas, (1260, 170), 50, 560)
    clouds(canvas, 60, 300, 9, 0.8)
    hills(canvas, 470, 250, 0.4, 4, 0.02, 26)
    veil(canvas, 545, 90, 0.7)
    view = Camera((-10, -50, 14), 1180, (800, 500), yaw=10, haze=260)
    ground(canvas, view, [(-160, -44, 0), (160, -44, 0), (160, 160, 0), (-160, 160, 0)], canvas.fade(((0, mix(light.tones[1], light.mist, 0.4)), (1, mix(light.tones[3], light.jialing, 0.35)))))
    pond = [(-14, -30, 0), (22, -38, 0), (38, -6, 0), (14, 16, 0), (-16, 8, 0)]
    canvas.path(smooth(view.outline(pond), closed=True), canvas.fade(((0, light.mist), (0.4, mix(light.tones[1], light.mist, 0.4)), (1, mix(light.jialing, light.mist, 0.15)))))
    white = mix(light.tones[0], light.glow, 0.65)
    blocks = [(-44, 52, 6, 46, 18, 11), (10, 54, 4, 40, 16, 17), (58, 40, 5, 24, 34, 9), (-52, 10, 4, 24, 30, 8), (34, 6, 4.5, 26, 18, 11), (-50, 8, 14, 42, 14, 8)]
    for n, (x, y, lift, w, d, h) in enumerate(sorted(blocks, key=lambda b: -(b[1] + b[2] * 0.1))):
        ground(canvas, view, [(x, y, 0), (x + w, y, 0), (x + w + 5, y + d, 0), (x, y + d, 0)], light.tones[5], 0.26)
        for px in range(int(x) + 1, int(x + w), 5):
            canvas.line([view.at((px, y + 0.6, 0)), view.at((px, y + 0.6, lift))], mix(light.tones[4], light.mist, view.haze((px, y, 0))), 5)
        for face in box(canvas, view, (x, y, lift), (w, d, h), white, "right", mix(light.jialing, light.glow, 0.3)):
            if face.side == "top":
                continue
            length = max(abs(v) for v in face.along)
            windows(canvas, face, int(length / 1.1), max(2, int(h / 3)), mix(light.tones[4], light.mist, view.haze((x, y, 0))), 0.97, 0.24)
            windows(canvas, face, int(length / 3.3), max(2, int(h / 3)), light.yangtze if n % 2 else light.jialing, 0.12, 0.5)
            canvas.poly(face.patch(0, 0.94, 1, 1), mix(light.yangtze, light.mist, view.haze((x, y, 0))))
    edge = view.outline(pond)
    ripples(canvas, min(y for _, y in edge) + 12, max(y for _, y in edge) - 20, 50, light.glow, 560, 1100, 0.7)
    for tx, base, h in ((110, 850, 300), (300, 780, 180), (1330, 800, 230), (1480, 860, 330), (700, 700, 110), (830, 696, 90)):
        tree(canvas, tx, base, h, light.tone(0.66))
    for fx, fy, h in ((420, 880, 110), (470, 884, 102), (1180, 830, 84)):
        figure(canvas, fx, fy, h, light.tones[5], 0.6)
    bushes(canvas, 1040, 36, light.tones[5], -40, 1640, 26)
