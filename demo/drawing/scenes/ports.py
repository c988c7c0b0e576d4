"""Ports, yards, freight and the airport."""

from math import sin

from ..canvas import Canvas, smooth
from ..landscape import clouds, hills, ripples, sky, veil, water, wooded
from ..palette import mix
from ..perspective import Camera, box, ground, windows
from ..series import scene
from ..structures import figure, lattice
from ..transport import aircraft, cargo_colours, container, quay_crane, rails, ship


@scene("guoyuan-port", "day")
def guoyuan_port(canvas: Canvas) -> None:
    """Water, quay and rail in three bands; cranes tie them together."""
    light = canvas.light
    sky(canvas, (1330, 190), 44, 620)
    clouds(canvas, 60, 260, 8, 0.8)
    hills(canvas, 440, 190, 0.42, 4, 0.0, 26)
    veil(canvas, 520, 110, 0.8)
    for x, size, depth in ((250, 300, 0.45), (1500, 280, 0.4)):
        quay_crane(canvas, x, 660, size, light.tone(depth), 0, 1 if x < 800 else -1)
    quay_crane(canvas, 560, 700, 430, light.tone(0.8), 0, 1)
    quay_crane(canvas, 1130, 700, 430, light.tone(0.92), 0, 1)
    colours = cargo_colours(canvas)
    for rank in range(3):
        for n in range(30):
            if canvas.random.random() < 0.78 - rank * 0.2:
                canvas.rect(-20 + n * 56, 668 - rank * 25, 53, 24, mix(canvas.random.choice(colours), light.mist, 0.14))
    canvas.rect(0, 690, 1600, 34, light.tone(0.62))
    canvas.rect(0, 690, 1600, 5, light.glow, 0.7)
    canvas.rect(0, 722, 1600, 34, light.tone(0.85))
    canvas.lines([[(x, 724), (x, 754)] for x in range(12, 1600, 40)], light.tone(0.6), 3)
    water(canvas, 754, 1067, mix(light.jialing, light.mist, 0.35), mix(light.jialing, light.tones[5], 0.4), 150)
    ship(canvas, 430, 838, 1000, light.tones[5], 3)
    canvas.poly([(430, 846), (1430, 846), (1330, 900), (480, 900)], light.tones[5], 0.3)
    ripples(canvas, 842, 960, 90, light.glow, 300, 1560, 0.5)
    canvas.rect(0, 985, 1600, 90, light.tones[4])
    rails(canvas, [(-20, 992), (1620, 992)], 8, light.glow)
    for n in range(9):
        x = -60 + n * 196
        canvas.rect(x, 968, 184, 12, light.tones[5])
        canvas.rect(x + 4, 906, 176, 62, colours[(n * 5 + 1) % 6])
        canvas.lines([[(x + 4 + r * 11, 910), (x + 4 + r * 11, 964)] for r in range(1, 16)], light.tones[5], 1.4, 0.3)
        canvas.rect(x + 4, 906, 176, 8, light.glow, 0.3)
        for w in (26, 54, 130, 158):
            canvas.disc(x + w, 984, 11, light.tones[5])


@scene("cuntan-port", "dusk")
def cuntan_port(canvas: Canvas) -> None:
    """Three booms raised against the last light."""
    light = canvas.light
    sky(canvas, (980, 560), 90, 690)
    clouds(canvas, 60, 480, 18, 0.42)
    hills(canvas, 640, 150, 0.4, 3, 0.0, 22)
    canvas.rect(0, 700, 1600, 380, canvas.fade(((0, mix(light.yangtze, light.mist, 0.5)), (0.5, mix(light.yangtze, light.tones[5], 0.45)), (1, light.tones[5]))))
    canvas.rect(880, 702, 210, 340, canvas.fade(((0, light.sun, 0.55), (1, light.sun, 0))))
    ripples(canvas, 710, 1060, 170, light.sun, 780, 1200, 0.6)
    ripples(canvas, 710, 1060, 120, light.glow, opacity=0.25)
    for x, size, raised, depth in ((1180, 250, 260, 0.62), (770, 330, 350, 0.8), (260, 430, 460, 1)):
        quay_crane(canvas, x, 742 + size * 0.06, size, light.tone(depth), raised, 1)
    canvas.poly([(-20, 766), (640, 744), (1260, 734), (1330, 744), (900, 800), (-20, 880)], light.tones[5])
    for n in range(16):
        x = -30 + n * 62
        canvas.rect(x, 738 - canvas.random.randrange(0, 2) * 26, 58, 62, mix(canvas.random.choice(cargo_colours(canvas)), light.tones[5], 0.55))
    ship(canvas, 830, 905, 640, light.tones[5], 3)
    for x in range(40, 1300, 130):
        y = 730 - (x - 40) * 0.01
        canvas.disc(x, y, 22, canvas.halo(((0, light.lamp, 1), (0.2, light.lamp, 0.6), (1, light.lamp, 0))))
    ripples(canvas, 915, 1040, 60, light.lamp, 700, 1560, 0.35)
    edge = [(-20, 1000), (300, 1012), (620, 1050), (760, 1080)]
    canvas.poly([(-20, 1100), *wooded(canvas, edge, 18)], "#0d161d")


@scene("container-yard", "day")
def container_yard(canvas: Canvas) -> None:
    """One-point street of boxes, a truck where the lines meet."""
    light = canvas.light
    sky(canvas, None)
    canvas.disc(860, 520, 420, canvas.halo(((0, light.sun, 0.9), (1, light.sun, 0))))
    clouds(canvas, 120, 380, 7, 0.8)
    hills(canvas, 560, 110, 0.3, 2, 0.02, 20)
    view = Camera((0.6, -8, 2.6), 1150, (860, 590), haze=150)
    ground(canvas, view, [(-60, -8, 0), (60, -8, 0), (60, 190, 0), (-60, 190, 0)], canvas.fade(((0, mix(light.tones[0], light.mist, 0.5)), (1, light.tone(0.5)))))
    colours = cargo_colours(canvas)
    for row in range(13, -1, -1):
        y = -6 + row * 12.9
        for side in (-1, 1):
            tiers = canvas.random.choice((3, 4, 4, 5)) if row > 0 else 4
            for tier in range(tiers):
                x = -7.3 if side < 0 else 4.6
                slip = canvas.random.uniform(-0.25, 0.25)
                container(canvas, view, (x + slip, y, tier * 2.6), (2.5, 12.2, 2.55), canvas.random.choice(colours), "right")
    for n in range(14):
        ground(canvas, view, [(-0.12, -5 + n * 9, 0), (0.12, -5 + n * 9, 0), (0.12, -1 + n * 9, 0), (-0.12, -1 + n * 9, 0)], light.glow, 0.8)
    box(canvas, view, (0.7, 30, 1.1), (2.5, 12, 2.6), light.yangtze, "left")
    for face in box(canvas, view, (0.75, 29, 0.7), (2.4, 2.2, 2.9), light.tones[4], "left"):
        if face.side == "front":
            canvas.poly(face.patch(0.1, 0.5, 0.9, 0.88), mix(light.mist, light.jialing, 0.4))
            canvas.polys([face.patch(0.06, 0.12, 0.24, 0.24), face.patch(0.76, 0.12, 0.94, 0.24)], light.sun)
            canvas.poly(face.patch(0.3, 0.1, 0.7, 0.36), light.tones[5])
    ground(canvas, view, [(0.6, 28.5, 0), (3.3, 28.5, 0), (6.5, 33, 0), (4, 42, 0)], light.tones[5], 0.3)
    for x in (0.8, 2.7):
        canvas.polys([view.outline([(x, 29, 0), (x + 0.4, 29, 0), (x + 0.4, 29, 0.8), (x, 29, 0.8)])], light.tones[5])
    ground(canvas, view, [(-2.1, -8, 0), (-4.8, -8, 0), (-4.8, 160, 0), (-2.1, 160, 0)], light.tones[5], 0.14)
    x, y = view.at((-2.4, 13, 0))
    figure(canvas, x, y, 178, light.tones[5], 0.5)
    canvas.oval(x + 5, y - 162, 14, 8, light.yangtze)


@scene("rail-freight", "dawn")
def rail_freight(canvas: Canvas) -> None:
    """A train out of a tunnel across terraces."""
    light = canvas.light
    sky(canvas, (1240, 240), 52, 600)
    clouds(canvas, 90, 300, 8, 0.6)
    hills(canvas, 460, 230, 0.4, 4, 0.02, 30)
    veil(canvas, 560, 120, 0.8)
    slope = wooded(canvas, [(-40, 260), (120, 300), (260, 400), (340, 520), (420, 640), (560, 720)], 22)
    canvas.poly([(-40, 760), *slope], canvas.fade(((0, light.tones[3]), (1, mix(light.tones[3], light.mist, 0.45)))))
    for n in range(11):
        y = 700 + n * n * 3.6 + n * 4
        line = [(x, y + 16 * sin(x / 230 + n * 0.8) + (x - 800) * 0.028) for x in range(-40, 1680, 60)]
        colour = (mix(light.jialing, light.glow, 0.5), mix(light.yangtze, light.glow, 0.55), light.tone(0.55), mix(light.jialing, light.mist, 0.3))[n % 4]
        canvas.path(smooth(line) + "L1660,1100L-40,1100Z", mix(colour, light.tones[5], n * 0.03))
        canvas.path(smooth(line), "none", 0.65, light.glow, 1.6 + n * 0.2)
    for n in range(9):
        x = 300 + n * 160
        canvas.poly([(x, 640), (x + 26, 640), (x + 30, 760), (x - 4, 760)], canvas.fade(((0, light.tones[4]), (1, mix(light.tones[4], light.mist, 0.35)))))
    canvas.rect(200, 624, 1440, 20, light.tones[4])
    canvas.rect(200, 622, 1440, 4, light.glow, 0.8)
    canvas.path("M206,626V560A62,62 0 0 1 330,560V626Z", mix(light.tones[2], light.glow, 0.35))
    canvas.path("M222,626V562A46,46 0 0 1 314,562V626Z", light.tones[5])
    colours = cargo_colours(canvas)
    for n in range(9):
        x = 268 + n * 128
        canvas.rect(x + 2, 606, 122, 9, light.tones[5])
        canvas.rect(x + 4, 556, 118, 50, colours[(n * 3 + 1) % 6])
        canvas.lines([[(x + 4 + r * 9, 560), (x + 4 + r * 9, 602)] for r in range(1, 13)], light.tones[5], 1.2, 0.3)
        canvas.rect(x + 4, 556, 118, 6, light.glow, 0.4)
        for w in (18, 38, 88, 108):
            canvas.disc(x + w, 617, 7, light.tones[5])
    x = 1422
    canvas.path(f"M{x},615V546Q{x},538 {x + 10},538H{x + 128}Q{x + 158},542 {x + 168},590V615Z", canvas.fade(((0, mix(light.jialing, light.glow, 0.3)), (0.5, light.jialing), (1, light.tones[5]))))
    canvas.path(f"M{x + 118},548H{x + 130}Q{x + 146},552 {x + 152},572H{x + 118}Z", light.tones[5])
    canvas.rect(x, 584, 166, 8, light.yangtze)
    canvas.lines([[(x + 40, 538), (x + 58, 512), (x + 84, 512), (x + 66, 538)]], light.tones[5], 3)
    for px in range(420, 1640, 240):
        canvas.lines([[(px, 624), (px, 498)], [(px, 506), (px + 34, 506)]], light.tones[4], 4)
    canvas.lines([[(314, 508), (1640, 508)], [(314, 520), (1640, 520)]], light.tones[4], 1.6)
    for fx, fy in ((520, 905), (575, 912), (1100, 986)):
        figure(canvas, fx, fy, 46, light.tones[5], 0.4, 8)
    lattice(canvas, 1510, 470, 190, light.tone(0.45))


@scene("airport", "dawn")
def airport(canvas: Canvas) -> None:
    """A climbing airliner, a wave of a roof, layers of morning."""
    light = canvas.light
    sky(canvas, (360, 420), 66, 720)
    clouds(canvas, 90, 420, 14, 0.7)
    hills(canvas, 640, 190, 0.4, 4, 0.02, 22)
    veil(canvas, 690, 120, 0.8)
    aircraft(canvas, 980, 290, 620, light.tone(0.55), -13)
    roof = [(-40, 700), (160, 650), (380, 700), (600, 640), (820, 690), (1060, 620), (1300, 680), (1640, 610)]
    canvas.path(smooth(roof) + "L1640,800L-40,800Z", mix(light.tones[4], light.mist, 0.1))
    canvas.path(smooth(roof) + smooth([(x, y + 26) for x, y in reversed(roof)]).replace("M", "L", 1) + "Z", canvas.fade(((0, light.glow), (1, mix(light.tones[1], light.glow, 0.5)))))
    for n in range(42):
        x = -20 + n * 40
        canvas.rect(x, 742, 35, 54, canvas.random.choice((light.lamp, mix(light.lamp, light.tones[3], 0.4), mix(light.jialing, light.mist, 0.4))), 0.85)
    canvas.lines([[(x, 690), (x + 26, 796)] for x in range(20, 1600, 160)], mix(light.tones[2], light.glow, 0.5), 7)
    canvas.rect(1392, 452, 26, 330, mix(light.tones[3], light.mist, 0.15))
    canvas.path("M1366,452L1356,410H1454L1444,452Z", light.tones[4])
    canvas.rect(1360, 418, 90, 18, light.lamp)
    canvas.rect(1352, 402, 106, 10, light.tones[4])
    canvas.line([(1405, 402), (1405, 350)], light.tones[4], 4)
    canvas.rect(0, 796, 1600, 280, canvas.fade(((0, mix(light.tones[1], light.glow, 0.35)), (1, light.tones[4]))))
    for n in range(3):
        y, thick = 836 + n * n * 44 + n * 22, 3 + n * 5
        canvas.lines([[(x, y), (x + 60 + n * 60, y)] for x in range(-30 - n * 40, 1640, 150 + n * 130)], light.glow, thick, 0.7)
    for x, size in ((190, 300), (640, 250)):
        with canvas.group(transform=f"translate({x} 0)"):
            aircraft(canvas, 120, 800, size, light.tone(0.62), 0)
    canvas.poly([(760, 1080), (1500, 930), (1640, 930), (1640, 1080)], light.tones[5], 0.35)


@scene("bonded-warehouse", "bright")
def bonded_warehouse(canvas: Canvas) -> None:
    """Racks like a canyon; a small truck with a lamp in the aisle."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, light.mist)
    canvas.disc(760, 500, 520, canvas.halo(((0, "#ffffff"), (1, light.mist))))
    view = Camera((0.3, -6, 2.2), 1050, (760, 640), haze=95)
    ground(canvas, view, [(-30, -6, 0), (30, -6, 0), (30, 90, 0), (-30, 90, 0)], canvas.fade(((0, light.mist), (1, mix(light.tones[2], light.mist, 0.25)))))
    for n in range(10):
        y = 84 - n * 9
        for x0, x1 in ((-7, 7),):
            canvas.poly(view.outline([(x0, y, 11), (x1, y, 11), (x1, y + 0.9, 11), (x0, y + 0.9, 11)]), mix(light.tones[1], light.mist, view.haze((0, y, 0))))
            canvas.poly(view.outline([(-1.2, y + 3, 11.2), (1.2, y + 3, 11.2), (1.2, y + 5, 11.2), (-1.2, y + 5, 11.2)]), "#ffffff")
    crates = [mix(light.yangtze, light.glow, 0.35), mix(light.yangtze, light.glow, 0.15), light.tone(0.4), light.jialing, mix(light.yangtze, light.tones[5], 0.2), mix(light.jialing, light.glow, 0.4)]
    for bay in range(24, -2, -1):
        y = bay * 3.2
        for side in (-1, 1):
            x = -4.8 if side < 0 else 2.9
            for level in range(6):
                z = level * 1.9
                box(canvas, view, (x, y, z + 1.72), (2, 3.1, 0.1), light.tones[4], "right")
                for slot in range(2):
                    if canvas.random.random() < 0.9:
                        box(canvas, view, (x + 0.1, y + 0.2 + slot * 1.4, z), (1.8, 1.2, canvas.random.choice((1.0, 1.2, 1.4))), canvas.random.choice(crates), "right" if side < 0 else "left")
            box(canvas, view, (x if side > 0 else x + 1.92, y, 0), (0.12, 0.12, 11.3), light.yangtze, "right")
    ground(canvas, view, [(-1.9, -6, 0.01), (-1.8, -6, 0.01), (-1.8, 80, 0.01), (-1.9, 80, 0.01)], light.yangtze)
    ground(canvas, view, [(2.3, -6, 0.01), (2.4, -6, 0.01), (2.4, 80, 0.01), (2.3, 80, 0.01)], light.yangtze)
    ground(canvas, view, [(-0.7, 3.6, 0), (1.5, 3.6, 0), (1.7, 6.6, 0), (-0.5, 6.6, 0)], light.tones[5], 0.35)
    box(canvas, view, (-0.6, 4, 0.12), (1.7, 2.2, 0.45), light.tones[5], "left")
    for face in box(canvas, view, (-0.6, 4, 0.2), (1.7, 0.05, 0.16), light.lamp, "left"):
        canvas.poly(face.patch(0, 0, 1, 1), light.lamp)
    for face in box(canvas, view, (-0.45, 4.1, 0.6), (1.4, 1.9, 1.25), light.jialing, "left"):
        if face.side == "front":
            windows(canvas, face, 4, 1, mix(light.jialing, light.tones[5], 0.3), 1, 0.2)
            canvas.poly(face.patch(0, 0.44, 1, 0.54), light.yangtze)
