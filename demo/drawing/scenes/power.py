"""Energy in the hills and on the roofs."""

from ..canvas import Canvas
from ..landscape import bushes, clouds, hills, ridge, sky, tree, veil, wooded
from ..masts import lattice, turbine
from ..palette import mix
from ..perspective import Camera, box, ground, windows
from ..series import scene


@scene("battery-storage", "dawn")
def battery_storage(canvas: Canvas) -> None:
    """Rows of cabinets on a terrace, the ridge working behind."""
    light = canvas.light
    sky(canvas, (1220, 330), 60, 600)
    clouds(canvas, 80, 320, 9, 0.6)
    hills(canvas, 500, 230, 0.42, 4, 0.02, 26)
    for x, base, height, turn in (
        (220, 420, 230, 20),
        (420, 400, 190, 65),
        (600, 430, 210, 100),
        (1420, 410, 200, 40),
    ):
        turbine(canvas, x, base, height, mix(light.tones[2], light.mist, 0.1), turn)
    for x, size in ((900, 190), (1075, 160), (1220, 140)):
        lattice(canvas, x, 560, size, light.tone(0.62))
    veil(canvas, 575, 80, 0.7)
    view = Camera((-6.5, -22, 9), 1200, (860, 470), yaw=-14, haze=170)
    ground(
        canvas,
        view,
        [(-90, -20, 0), (90, -20, 0), (90, 100, 0), (-90, 100, 0)],
        canvas.fade(((0, mix(light.tones[1], light.mist, 0.4)), (1, light.tones[3]))),
    )
    white = mix(light.tones[0], light.glow, 0.55)
    for row in range(9, -1, -1):
        for col in range(8, -5, -1):
            x, y = col * 7.2, row * 8.5 - 4
            ground(
                canvas,
                view,
                [(x - 0.4, y - 0.4, 0), (x + 6, y - 0.4, 0), (x + 8.4, y + 2.6, 0), (x - 0.4, y + 2.8, 0)],
                light.tones[5],
                0.24,
            )
            for face in box(canvas, view, (x, y, 0.25), (5.6, 2.3, 2.7), white, "right"):
                if face.side == "front":
                    windows(canvas, face, 7, 1, mix(face.fill, light.tones[3], 0.3), 1, 0.16)
                    canvas.poly(
                        face.patch(0, 0.86, 1, 1), mix(light.jialing, light.mist, view.haze((x, y, 0)))
                    )
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
    view = Camera((-27, -21, 17), 1080, (800, 290), yaw=21, haze=240)
    ground(
        canvas,
        view,
        [(-200, -20, 0), (200, -20, 0), (200, 240, 0), (-200, 240, 0)],
        mix(light.tones[1], light.mist, 0.4),
    )
    for n in range(8, -1, -1):
        y = n * 12 - 14
        haze = view.haze((0, y, 0))
        left, right, low, high, depth = -16, 62, 3.0, 9.0, 11.2
        canvas.poly(
            view.outline(
                [
                    (left, y + depth, low),
                    (right, y + depth, low),
                    (right, y + depth, high),
                    (left, y + depth, high),
                ]
            ),
            mix(light.tones[3], light.mist, haze),
        )
        plane = [(left, y, low), (right, y, low), (right, y + depth, high), (left, y + depth, high)]
        canvas.poly(view.outline(plane), mix(light.glow, light.tones[1], 0.45))
        columns, rows = 18, 4
        for i in range(columns):
            for j in range(rows):
                x0 = left + 0.8 + i * (right - left - 1.6) / columns
                x1 = x0 + (right - left - 1.6) / columns - 0.28
                f0, f1 = 0.06 + j * 0.225, 0.06 + (j + 1) * 0.225 - 0.02
                corners = ((x0, f0), (x1, f0), (x1, f1), (x0, f1))
                shine = max(0.0, 1 - abs((i / columns - 0.62) * 2.4 + (j - 1.5) * 0.12 + (n - 3) * 0.1))
                tone = mix(
                    mix(light.tones[5], light.jialing, 0.55 + canvas.random.uniform(-0.05, 0.05)),
                    light.glow,
                    shine * 0.75,
                )
                canvas.poly(
                    view.outline([(x, y + depth * f, low + (high - low) * f + 0.08) for x, f in corners]),
                    mix(tone, light.mist, haze),
                )
        canvas.poly(
            view.outline([(left, y, 0), (left, y, low), (left, y + depth, high), (left, y + depth, 0)]),
            mix(light.tones[4], light.mist, haze),
        )
        canvas.line([view.at((left, y + depth, high)), view.at((right, y + depth, high))], light.glow, 3)
    for x, base, h in (
        (60, 1040, 300),
        (190, 930, 220),
        (300, 820, 160),
        (60, 800, 190),
        (400, 720, 120),
        (250, 690, 120),
    ):
        tree(canvas, x, base, h, light.tone(0.66))


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
    for x, height, depth, turn in (
        (240, 190, 0.4, 10),
        (430, 240, 0.45, 50),
        (650, 300, 0.5, 85),
        (900, 390, 0.62, 30),
        (1210, 560, 0.8, 66),
    ):
        base = min((abs(px - x), py) for px, py in edge)[1] + 14
        turbine(canvas, x, base, height, mix(light.tones[1], light.tones[5], depth * 0.9), turn)
    near = wooded(canvas, [(700, 1090), (950, 985), (1200, 930), (1420, 925), (1640, 880)], 22)
    canvas.poly([*near, (1640, 1100)], light.tones[5])
