"""River ports and the airport."""

from ..canvas import Canvas, smooth
from ..landscape import clouds, hills, ripples, sky, veil, water, wooded
from ..palette import mix
from ..series import scene
from ..transport import aircraft, cargo_colours, quay_crane, rails, ship


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
                canvas.rect(
                    -20 + n * 56,
                    668 - rank * 25,
                    53,
                    24,
                    mix(canvas.random.choice(colours), light.mist, 0.14),
                )
    canvas.rect(0, 690, 1600, 34, light.tone(0.62))
    canvas.rect(0, 690, 1600, 5, light.glow, 0.7)
    canvas.rect(0, 722, 1600, 34, light.tone(0.85))
    canvas.lines([[(x, 724), (x, 754)] for x in range(12, 1600, 40)], light.tone(0.6), 3)
    water(
        canvas, 754, 1067, mix(light.jialing, light.mist, 0.35), mix(light.jialing, light.tones[5], 0.4), 150
    )
    ship(canvas, 430, 838, 1000, light.tones[5], 3)
    canvas.poly([(430, 846), (1430, 846), (1330, 900), (480, 900)], light.tones[5], 0.3)
    ripples(canvas, 842, 960, 90, light.glow, 300, 1560, 0.5)
    canvas.rect(0, 985, 1600, 90, light.tones[4])
    rails(canvas, [(-20, 992), (1620, 992)], 8, light.glow)
    for n in range(9):
        x = -60 + n * 196
        canvas.rect(x, 968, 184, 12, light.tones[5])
        canvas.rect(x + 4, 906, 176, 62, colours[(n * 5 + 1) % 6])
        canvas.lines(
            [[(x + 4 + r * 11, 910), (x + 4 + r * 11, 964)] for r in range(1, 16)], light.tones[5], 1.4, 0.3
        )
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
    canvas.rect(
        0,
        700,
        1600,
        380,
        canvas.fade(
            (
                (0, mix(light.yangtze, light.mist, 0.5)),
                (0.5, mix(light.yangtze, light.tones[5], 0.45)),
                (1, light.tones[5]),
            )
        ),
    )
    canvas.rect(880, 702, 210, 340, canvas.fade(((0, light.sun, 0.55), (1, light.sun, 0))))
    ripples(canvas, 710, 1060, 170, light.sun, 780, 1200, 0.6)
    ripples(canvas, 710, 1060, 120, light.glow, opacity=0.25)
    for x, size, raised, depth in ((1180, 250, 260, 0.62), (770, 330, 350, 0.8), (260, 430, 460, 1)):
        quay_crane(canvas, x, 742 + size * 0.06, size, light.tone(depth), raised, 1)
    canvas.poly([(-20, 766), (640, 744), (1260, 734), (1330, 744), (900, 800), (-20, 880)], light.tones[5])
    for n in range(16):
        x = -30 + n * 62
        canvas.rect(
            x,
            738 - canvas.random.randrange(0, 2) * 26,
            58,
            62,
            mix(canvas.random.choice(cargo_colours(canvas)), light.tones[5], 0.55),
        )
    ship(canvas, 830, 905, 640, light.tones[5], 3)
    for x in range(40, 1300, 130):
        y = 730 - (x - 40) * 0.01
        canvas.disc(x, y, 22, canvas.halo(((0, light.lamp, 1), (0.2, light.lamp, 0.6), (1, light.lamp, 0))))
    ripples(canvas, 915, 1040, 60, light.lamp, 700, 1560, 0.35)
    edge = [(-20, 1000), (300, 1012), (620, 1050), (760, 1080)]
    canvas.poly([(-20, 1100), *wooded(canvas, edge, 18)], "#0d161d")


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
    canvas.path(
        smooth(roof) + smooth([(x, y + 26) for x, y in reversed(roof)]).replace("M", "L", 1) + "Z",
        canvas.fade(((0, light.glow), (1, mix(light.tones[1], light.glow, 0.5)))),
    )
    for n in range(42):
        x = -20 + n * 40
        canvas.rect(
            x,
            742,
            35,
            54,
            canvas.random.choice(
                (light.lamp, mix(light.lamp, light.tones[3], 0.4), mix(light.jialing, light.mist, 0.4))
            ),
            0.85,
        )
    canvas.lines(
        [[(x, 690), (x + 26, 796)] for x in range(20, 1600, 160)], mix(light.tones[2], light.glow, 0.5), 7
    )
    canvas.rect(1392, 452, 26, 330, mix(light.tones[3], light.mist, 0.15))
    canvas.path("M1366,452L1356,410H1454L1444,452Z", light.tones[4])
    canvas.rect(1360, 418, 90, 18, light.lamp)
    canvas.rect(1352, 402, 106, 10, light.tones[4])
    canvas.line([(1405, 402), (1405, 350)], light.tones[4], 4)
    canvas.rect(
        0, 796, 1600, 280, canvas.fade(((0, mix(light.tones[1], light.glow, 0.35)), (1, light.tones[4])))
    )
    for n in range(3):
        y, thick = 836 + n * n * 44 + n * 22, 3 + n * 5
        canvas.lines(
            [[(x, y), (x + 60 + n * 60, y)] for x in range(-30 - n * 40, 1640, 150 + n * 130)],
            light.glow,
            thick,
            0.7,
        )
    for x, size in ((190, 300), (640, 250)):
        with canvas.group(transform=f"translate({x} 0)"):
            aircraft(canvas, 120, 800, size, light.tone(0.62), 0)
    canvas.poly([(760, 1080), (1500, 930), (1640, 930), (1640, 1080)], light.tones[5], 0.35)
