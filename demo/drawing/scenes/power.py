"""Energy, data and the roads between them."""

from math import cos, hypot, pi, sin

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, ridge, sky, stars, tree, veil, wooded
from ..palette import mix
from ..perspective import Camera, Isometric, box, ground, windows
from ..series import scene
from ..structures import lattice, skyline, turbine
from ..transport import container, quay_crane, saloon


@scene("battery-storage", "dawn")
def battery_storage(canvas: Canvas) -> None:
    """Rows of cabinets on a terrace, the ridge working behind."""
    light = canvas.light
    sky(canvas, (1220, 330), 60, 600)
    clouds(canvas, 80, 320, 9, 0.6)
    hills(canvas, 500, 230, 0.42, 4, 0.02, 26)
    for x, base, height, turn in ((220, 420, 230, 20), (420, 400, 190, 65), (600, 430, 210, 100), (1420, 410, 200, 40)):
        turbine(canvas, x, base, height, mix(light.glow, light.tones[2], 0.25), turn)
    for x, size in ((900, 190), (1075, 160), (1220, 140)):
        lattice(canvas, x, 560, size, light.tone(0.62))
    veil(canvas, 575, 80, 0.7)
    view = Camera((-6.5, -22, 9), 1200, (860, 470), yaw=-14, haze=170)
    ground(canvas, view, [(-90, -20, 0), (90, -20, 0), (90, 100, 0), (-90, 100, 0)], canvas.fade(((0, mix(light.tones[1], light.mist, 0.4)), (1, light.tones[3]))))
    white = mix(light.tones[0], light.glow, 0.55)
    for row in range(9, -1, -1):
        for col in range(8, -5, -1):
            x, y = col * 7.2, row * 8.5 - 4
            ground(canvas, view, [(x - 0.4, y - 0.4, 0), (x + 6, y - 0.4, 0), (x + 8.4, y + 2.6, 0), (x - 0.4, y + 2.8, 0)], light.tones[5], 0.24)
            for face in box(canvas, view, (x, y, 0.25), (5.6, 2.3, 2.7), white, "right"):
                if face.side == "front":
                    windows(canvas, face, 7, 1, mix(face.fill, light.tones[3], 0.3), 1, 0.16)
                    canvas.poly(face.patch(0, 0.86, 1, 1), mix(light.jialing, light.mist, view.haze((x, y, 0))))
                    canvas.poly(face.patch(0.06, 0.9, 0.14, 0.96), light.lamp)
                if face.side == "top":
                    windows(canvas, face, 4, 1, light.tones[3], 1, 0.5, 0.6)
    bushes(canvas, 1040, 26, light.tones[5], -40, 1640, 22)


@scene("solar-roof", "day")
def solar_roof(canvas: Canvas) -> None:
    """Saw-tooth roofs as a rhythm of blue-green planes."""
    light = canvas.light
    sky(canvas, (330, 170), 52, 520)
    clouds(canvas, 60, 300, 9, 0.8)
    hills(canvas, 380, 170, 0.35, 3, 0.02, 24)
    view = Camera((-36, -20, 19), 1050, (800, 290), yaw=26, haze=260)
    ground(canvas, view, [(-200, -20, 0), (200, -20, 0), (200, 240, 0), (-200, 240, 0)], mix(light.tones[1], light.mist, 0.4))
    for n in range(8, -1, -1):
        y = n * 12 - 14
        haze = view.haze((0, y, 0))
        left, right, low, high, depth = -16, 62, 3.0, 9.0, 11.2
        canvas.poly(view.outline([(left, y + depth, low), (right, y + depth, low), (right, y + depth, high), (left, y + depth, high)]), mix(light.tones[3], light.mist, haze))
        plane = [(left, y, low), (right, y, low), (right, y + depth, high), (left, y + depth, high)]
        canvas.poly(view.outline(plane), mix(light.glow, light.tones[1], 0.45))
        columns, rows = 18, 4
        for i in range(columns):
            for j in range(rows):
                x0 = left + 0.8 + i * (right - left - 1.6) / columns
                x1 = x0 + (right - left - 1.6) / columns - 0.28
                f0, f1 = 0.06 + j * 0.225, 0.06 + (j + 1) * 0.225 - 0.02
                at = lambda x, f: (x, y + depth * f, low + (high - low) * f + 0.08)  # noqa: B023, E731
                shine = max(0.0, 1 - abs((i / columns - 0.62) * 2.4 + (j - 1.5) * 0.12 + (n - 3) * 0.1))
                tone = mix(mix(light.tones[5], light.jialing, 0.55 + canvas.random.uniform(-0.05, 0.05)), light.glow, shine * 0.75)
                canvas.poly(view.outline([at(x0, f0), at(x1, f0), at(x1, f1), at(x0, f1)]), mix(tone, light.mist, haze))
        canvas.poly(view.outline([(left, y, 0), (left, y, low), (left, y + depth, high), (left, y + depth, 0)]), mix(light.tones[4], light.mist, haze))
        canvas.line([view.at((left, y + depth, high)), view.at((right, y + depth, high))], light.glow, 3)


@scene("wind-ridge", "dawn")
def wind_ridge(canvas: Canvas) -> None:
    """Turbines in a diagonal above a sea of mist."""
    light = canvas.light
    sky(canvas, (420, 430), 84, 760)
    clouds(canvas, 80, 400, 10, 0.6)
    hills(canvas, 640, 170, 0.34, 3, 0.0, 40)
    veil(canvas, 760, 240, 0.9)
    edge = ridge(canvas, 1000, 330, light.tone(0.55), 0.9, 0.05, 5)
    veil(canvas, 1000, 150, 0.8)
    for x, height, depth, turn in ((240, 190, 0.4, 10), (430, 240, 0.45, 50), (650, 300, 0.5, 85), (900, 390, 0.62, 30), (1210, 560, 0.8, 66)):
        base = min((abs(px - x), py) for px, py in edge)[1] + 14
        turbine(canvas, x, base, height, mix(light.glow, light.tones[3], depth * 0.55), turn)
    near = wooded(canvas, [(700, 1090), (950, 985), (1200, 930), (1420, 925), (1640, 880)], 22)
    canvas.poly([*near, (1640, 1100)], light.tones[5])


@scene("server-hall", "hall")
def server_hall(canvas: Canvas) -> None:
    """One-point aisle; lamps converge to a door."""
    light = canvas.light
    view = Camera((0, -3, 1.75), 900, (800, 560), haze=44)
    canvas.rect(0, 0, 1600, 1067, light.tones[5])
    ground(canvas, view, [(-9, -2, 0), (9, -2, 0), (9, 40, 0), (-9, 40, 0)], canvas.fade(((0, light.tones[1]), (1, light.tones[5]))))
    ground(canvas, view, [(-9, -2, 3.9), (9, -2, 3.9), (9, 40, 3.9), (-9, 40, 3.9)], light.tones[5])
    for n in range(13, -1, -1):
        canvas.poly(view.outline([(-0.5, n * 3, 3.85), (0.5, n * 3, 3.85), (0.5, n * 3 + 1.6, 3.85), (-0.5, n * 3 + 1.6, 3.85)]), mix(light.sun, light.jialing, min(1, n * 0.07)))
        canvas.poly(view.outline([(-0.5, n * 3, 0.01), (0.5, n * 3, 0.01), (0.5, n * 3 + 1.6, 0.01), (-0.5, n * 3 + 1.6, 0.01)]), light.glow, 0.2)
    canvas.disc(800, 540, 330, canvas.halo(((0, light.sun, 0.95), (0.3, light.lamp, 0.4), (1, light.jialing, 0))))
    for n in range(34, -1, -1):
        y = n * 1.2 - 2.6
        for side in (-1, 1):
            x = -3.3 if side < 0 else 1.6
            for face in box(canvas, view, (x, y, 0), (1.7, 1.16, 3.3), mix(light.tones[4], light.tones[3], 0.5), "right" if side < 0 else "left"):
                if face.side == "front" or face.side == "top":
                    continue
                canvas.poly(face.patch(0.06, 0.03, 0.94, 0.97), mix(face.fill, light.tones[5], 0.6))
                for colour, share in ((light.jialing, 0.4), (light.lamp, 0.12), (light.glow, 0.1)):
                    windows(canvas, face, 6, 26, colour, share * 0.6, 0.62)
                canvas.lines([[face.at(0.08, k / 9), face.at(0.92, k / 9)] for k in range(1, 9)], light.tones[2], 1, 0.35)
    x, y = view.at((0, 40, 0))
    canvas.rect(x - 21, y - 54, 42, 56, light.sun)


@scene("data-valley", "dawn")
def data_valley(canvas: Canvas) -> None:
    """Blocks follow a bend between hills; lines of light join their roofs."""
    light = canvas.light
    sky(canvas, (1150, 150), 50, 500)
    hills(canvas, 380, 230, 0.34, 4, 0.04, 34)
    veil(canvas, 470, 120, 0.85)
    view = Camera((0, -60, 46), 1250, (800, 150), haze=520)
    ground(canvas, view, [(-400, -50, 0), (400, -50, 0), (400, 300, 0), (-400, 300, 0)], canvas.fade(((0, mix(light.tones[1], light.mist, 0.6)), (1, mix(light.tones[3], light.jialing, 0.4)))))
    bend = [(-60 + 52 * sin(y / 62), y) for y in range(-70, 280, 6)]
    road = [(x + 56, y) for x, y in bend]
    ground(canvas, view, [(x - 5, y, 0) for x, y in road] + [(x + 5, y, 0) for x, y in reversed(road)], mix(light.jialing, light.mist, 0.25))
    canvas.lines([[view.at((x - 6.4, y, 0)) for x, y in road], [view.at((x + 6.4, y, 0)) for x, y in road]], light.glow, 3, 0.9)
    tops, blocks = [], []
    for n in range(16):
        y = -36 + n * 17
        bx = -4 + 52 * sin(y / 62)
        for side in (-2, -1, 1, 2):
            w, d, h = canvas.random.uniform(11, 17), canvas.random.uniform(9, 13), canvas.random.uniform(5, 16)
            blocks.append((bx + side * 21 - w / 2 + canvas.random.uniform(-2, 2), y + canvas.random.uniform(-2, 2), w, d, h))
    for x, y, w, d, h in sorted(blocks, key=lambda b: -b[1]):
        if y < -30 and h > 11:
            h = 8
        ground(canvas, view, [(x, y, 0), (x + w, y, 0), (x + w + h * 0.7, y + d * 0.8, 0), (x + h * 0.7, y + d + 3, 0)], light.tones[4], 0.22)
        green = mix(light.jialing, light.glow, canvas.random.uniform(0, 0.22))
        wall = mix(light.tones[0], light.glow, 0.5)
        for face in box(canvas, view, (x, y, 0), (w, d, h), wall, "left", mix(green, light.mist, view.haze((x, y, 0)))):
            if face.side == "top":
                for _ in range(9):
                    px, py = face.at(canvas.random.uniform(0.1, 0.9), canvas.random.uniform(0.1, 0.9))
                    canvas.oval(px, py, 7, 4, mix(light.tones[3], light.mist, view.haze((x, y, 0))))
            else:
                windows(canvas, face, int(max(abs(v) for v in face.along) / 1.5), max(2, int(h / 2.4)), mix(light.tones[3], light.mist, view.haze((x, y, 0))), 0.95, 0.34)
        tops.append(view.at((x + w / 2, y + d / 2, h)))
        for _ in range(2):
            tx, ty = view.at((x - canvas.random.uniform(1, 5), y - canvas.random.uniform(0, 3), 0))
            size = 3.4 * view.focal / view.depth((x, y, 0))
            canvas.oval(tx, ty - size * 0.5, size * 0.5, size * 0.62, mix(light.tones[3], light.mist, view.haze((x, y, 0))))
    tops.sort()
    for n, (x, y) in enumerate(tops):
        near = sorted(tops[n + 1 :], key=lambda t: hypot(t[0] - x, t[1] - y))[:1]
        for tx, ty in near:
            canvas.path(f"M{x:.0f},{y:.0f}Q{(x + tx) / 2:.0f},{min(y, ty) - 46:.0f} {tx:.0f},{ty:.0f}", "none", 0.85, light.yangtze, 2.2)
        canvas.disc(x, y, 4.6, light.yangtze)


@scene("smart-car-road", "dusk")
def smart_car_road(canvas: Canvas) -> None:
    """A bend, a car, circles of sensing."""
    light = canvas.light
    sky(canvas, (1250, 350), 56, 560)
    clouds(canvas, 60, 340, 12, 0.4)
    hills(canvas, 480, 210, 0.55, 4, 0.0, 34)
    veil(canvas, 560, 90, 0.6)
    edge = wooded(canvas, [(-40, 420), (150, 450), (330, 540), (520, 620), (800, 650), (1100, 640), (1640, 600)], 18)
    canvas.poly([(-40, 1100), *edge, (1640, 1100)], light.tone(0.78))
    outer = [(1640, 628), (1300, 650), (1010, 676), (860, 706), (850, 744), (1010, 800), (1240, 880), (1330, 960), (1260, 1100)]
    inner = [(240, 1100), (430, 960), (620, 870), (720, 800), (742, 744), (790, 696), (960, 662), (1280, 640), (1640, 620)]
    canvas.path(smooth(outer) + smooth(inner).replace("M", "L", 1) + "Z", canvas.fade(((0, mix(light.tones[3], light.mist, 0.35)), (1, mix(light.tones[4], light.tones[3], 0.3)))))
    canvas.curve(outer, light.lamp, 3, 0.6)
    canvas.curve(inner, light.lamp, 3, 0.6)
    middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(outer, reversed(inner), strict=True)]
    canvas.add(f'<path d="{smooth(middle)}" fill="none" stroke="{light.glow}" stroke-width="5" stroke-dasharray="46 40" opacity="0.75"/>')
    for n in range(6):
        canvas.ring(760, 930, 300 + n * 120, 78 + n * 40, mix(light.jialing, light.glow, 0.55), 5 - n * 0.6, 0.85 - n * 0.12)
    canvas.poly([(520, 905), (-40, 780), (-40, 1067), (300, 1067)], canvas.fade(((0, light.lamp, 0), (1, light.lamp, 0.5)), (0, 0), (1, 0)))
    saloon(canvas, 480, 965, 560, mix(light.tones[1], light.glow, 0.55))
    canvas.rect(756, 752, 54, 22, light.tones[5], round_=5)
    canvas.rect(760, 744, 46, 12, light.jialing, round_=5)
    for tx, base, h in ((1480, 1000, 330), (1590, 1040, 260)):
        tree(canvas, tx, base, h, light.tones[5], light.tones[4])
    for n, (px, py) in enumerate(((1120, 648), (1330, 634), (1500, 622))):
        canvas.lines([[(px, py), (px, py - 110 + n * 22), (px - 26, py - 112 + n * 22)]], light.tones[5], 5 - n)
        canvas.disc(px - 26, py - 108 + n * 22, 24, canvas.halo(((0, light.lamp, 1), (0.3, light.lamp, 0.5), (1, light.lamp, 0))))
    for tx, ty in ((1120, 560), (1330, 556)):
        canvas.path(f"M{tx},{ty}Q{(tx + 780) / 2},{ty - 130} 790,748", "none", 0.7, mix(light.jialing, light.glow, 0.6), 2.6)


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
    paints = [light.jialing, light.yangtze, mix(light.tones[0], light.glow, 0.6), light.tone(0.2), mix(light.yangtze, light.glow, 0.5), mix(light.jialing, light.glow, 0.4)]
    for row in range(rows):
        y = top + 12 + row * h
        for x in (left, 912):
            canvas.rect(x, y, 258, h - 10, canvas.fade(((0, mix(light.lamp, light.sun, 0.4)), (0.6, mix(light.lamp, light.tones[2], 0.35)), (1, mix(light.lamp, light.tones[3], 0.6)))))
            if canvas.random.random() < 0.84:
                saloon(canvas, x + 22, y + h - 16, 214, canvas.random.choice(paints), flip=canvas.random.random() < 0.5)
            canvas.rect(x, y + h - 16, 258, 7, light.tones[5])
    canvas.rect(700, top + 12, 200, base - top - 12, canvas.fade(((0, light.tones[3]), (1, light.tones[2]))))
    canvas.lines([[(x, top + 12), (x, base)] for x in (716, 884)], light.yangtze, 7)
    canvas.lines([[(716, y), (884, y + 55)] for y in range(int(top) + 20, int(base) - 60, 55)] + [[(884, y), (716, y + 55)] for y in range(int(top) + 20, int(base) - 60, 55)], light.tones[4], 3)
    y = top + 12 + 4.35 * h
    canvas.rect(690, y, 220, 12, light.lamp)
    canvas.disc(800, y - 20, 190, canvas.halo(((0, light.lamp, 0.65), (1, light.lamp, 0))))
    saloon(canvas, 700, y, 200, light.yangtze)
    canvas.lines([[(740, top + 12), (740, y)], [(860, top + 12), (860, y)]], light.glow, 2.4)
    canvas.rect(left - 30, top - 14, right - left + 60, 20, light.tones[5])
    canvas.rect(left - 30, top - 14, right - left + 60, 4, light.jialing)


@scene("industrial-internet-map", "night")
def industrial_internet_map(canvas: Canvas) -> None:
    """Models on a dark plain; the two tones run between them."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (0.5, light.tones[3]), (1, light.tones[5]))))
    canvas.disc(800, 520, 900, canvas.halo(((0, light.tones[1], 0.8), (1, light.tones[3], 0))))
    view = Isometric((800, 985), 40, 0.5)
    canvas.lines([[view.at((n, -14, 0)), view.at((n, 34, 0))] for n in range(-14, 36, 2)] + [[view.at((-14, n, 0)), view.at((34, n, 0))] for n in range(-14, 36, 2)], light.tones[0], 1.2, 0.28)
    sites = {"port": (1, 17), "works": (-4, 4), "tower": (10, 10), "power": (19, 18), "park": (16, 1), "farm": (6, -4), "rail": (18, 9), "lab": (4, 11)}
    links = [("tower", name) for name in sites if name != "tower"] + [("works", "farm"), ("port", "lab"), ("park", "rail"), ("power", "rail"), ("works", "lab")]
    for n, (one, two) in enumerate(links):
        (ax, ay), (bx, by) = sites[one], sites[two]
        line = [view.at((ax + 1.5, ay + 1.5, 0)), view.at((bx + 1.5, ay + 1.5, 0)), view.at((bx + 1.5, by + 1.5, 0))]
        colour = (light.jialing, light.yangtze)[n % 2]
        canvas.line(line, colour, 15, 0.2)
        canvas.line(line, mix(colour, light.glow, 0.35), 4)
        for f in (0.3, 0.7):
            canvas.disc(line[0][0] + (line[1][0] - line[0][0]) * f, line[0][1] + (line[1][1] - line[0][1]) * f, 8, light.sun)
    wall, roof = light.tones[0], mix(light.tones[0], light.glow, 0.3)
    for name, (x, y) in sorted(sites.items(), key=lambda item: -sum(item[1])):
        px, py = view.at((x + 1.5, y + 1.5, 0))
        canvas.oval(px, py, 280, 160, canvas.halo(((0, light.lamp, 0.42), (1, light.lamp, 0))))
        box(canvas, view, (x - 0.8, y - 0.8, -0.3), (4.8, 4.8, 0.3), light.tones[2], "left", mix(light.tones[1], light.tones[2], 0.5))
        if name == "tower":
            for w, h0, h1 in ((3.4, 0, 3.4), (2.6, 3.4, 6.6), (1.8, 6.6, 9.2)):
                for face in box(canvas, view, (x + (3.4 - w) / 2, y + (3.4 - w) / 2, h0), (w, w, h1 - h0), light.jialing, "left"):
                    if face.side != "top":
                        windows(canvas, face, 4, 5, light.lamp, 0.6, 0.4)
            tx, ty = view.at((x + 1.7, y + 1.7, 9.2))
            canvas.line([(tx, ty), (tx, ty - 60)], light.glow, 4)
            canvas.disc(tx, ty - 60, 7, light.lamp)
        elif name in {"works", "farm"}:
            for k in range(2, -1, -1):
                for face in box(canvas, view, (x, y + k * 1.15, 0), (3.3, 1.05, 1.4 + 0.3 * k), wall, "left", light.yangtze if name == "works" else light.jialing):
                    if face.side == "left" or face.side == "front":
                        windows(canvas, face, 4, 1, light.lamp, 0.7, 0.4)
            for k in range(2 if name == "works" else 0):
                box(canvas, view, (x + 2.4, y + 0.3 + k * 1.2, 1.6), (0.45, 0.45, 2.6), light.yangtze, "left")
        elif name == "port":
            for k in range(8):
                container(canvas, view, (x + 2.2 - (k // 4) * 1.7, y + 2.6 - (k % 4) * 0.85, 0), (1.5, 0.7, 0.6 + 0.6 * ((k * 5) % 3)), (light.jialing, light.yangtze, wall)[k % 3])
            cx, cy = view.at((x, y + 0.4, 0))
            quay_crane(canvas, cx, cy, 128, light.glow, 20, -1)
        elif name == "power":
            for k in range(3):
                tx, ty = view.at((x + 0.4 + k * 1.3, y + 2.6 - k * 1.2, 0))
                turbine(canvas, tx, ty, 205, light.glow, 20 + 33 * k)
        elif name == "park":
            for k in range(6):
                tx, ty = view.at((x + 0.4 + (k % 3) * 1.2, y + 0.5 + (k // 3) * 1.8, 0))
                canvas.line([(tx, ty), (tx, ty - 38)], light.tones[4], 7)
                canvas.oval(tx, ty - 58, 28, 37, mix(light.jialing, light.glow, 0.15))
                canvas.oval(tx - 8, ty - 66, 14, 20, mix(light.jialing, light.glow, 0.45))
        elif name == "rail":
            for k in range(3, -1, -1):
                container(canvas, view, (x + 0.9, y - 1.2 + k * 1.6, 0.1), (1.1, 1.45, 0.9), (light.yangtze, light.jialing)[k % 2])
        else:
            px, py = view.at((x + 1.6, y + 1.6, 0))
            canvas.path(f"M{px - 98},{py}A98,90 0 0 1 {px + 98},{py}A98,44 0 0 1 {px - 98},{py}Z", canvas.fade(((0, light.glow), (1, light.tones[1]))), 0.9)
            canvas.lines([[(px, py - 90), (px + 98 * cos(a * pi / 6), py + 42 * sin(a * pi / 6))] for a in range(7)], roof, 2, 0.8)
