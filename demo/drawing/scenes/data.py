"""Data made visible: an aisle, a valley, a map."""

from math import hypot, sin

from ..canvas import Canvas
from ..landscape import hills, sky, veil
from ..palette import mix
from ..perspective import Camera, box, ground, windows
from ..series import scene


@scene("server-hall", "hall")
def server_hall(canvas: Canvas) -> None:
    """One-point aisle; lamps converge to a door."""
    light = canvas.light
    view = Camera((0, -3, 1.75), 900, (800, 560), haze=44)
    canvas.rect(0, 0, 1600, 1067, light.tones[5])
    ground(
        canvas,
        view,
        [(-9, -2, 0), (9, -2, 0), (9, 40, 0), (-9, 40, 0)],
        canvas.fade(((0, light.tones[1]), (1, light.tones[5]))),
    )
    ground(canvas, view, [(-9, -2, 3.9), (9, -2, 3.9), (9, 40, 3.9), (-9, 40, 3.9)], light.tones[5])
    for n in range(13, -1, -1):
        canvas.poly(
            view.outline(
                [(-0.5, n * 3, 3.85), (0.5, n * 3, 3.85), (0.5, n * 3 + 1.6, 3.85), (-0.5, n * 3 + 1.6, 3.85)]
            ),
            mix(light.sun, light.jialing, min(1, n * 0.07)),
        )
        canvas.poly(
            view.outline(
                [(-0.5, n * 3, 0.01), (0.5, n * 3, 0.01), (0.5, n * 3 + 1.6, 0.01), (-0.5, n * 3 + 1.6, 0.01)]
            ),
            light.glow,
            0.2,
        )
    canvas.disc(
        800, 540, 330, canvas.halo(((0, light.sun, 0.95), (0.3, light.lamp, 0.4), (1, light.jialing, 0)))
    )
    for n in range(34, -1, -1):
        y = n * 1.2 - 2.6
        for side in (-1, 1):
            x = -3.3 if side < 0 else 1.6
            for face in box(
                canvas,
                view,
                (x, y, 0),
                (1.7, 1.16, 3.3),
                mix(light.tones[4], light.tones[3], 0.5),
                "right" if side < 0 else "left",
            ):
                if face.side == "front" or face.side == "top":
                    continue
                canvas.poly(face.patch(0.06, 0.03, 0.94, 0.97), mix(face.fill, light.tones[5], 0.6))
                for colour, share in ((light.jialing, 0.4), (light.lamp, 0.12), (light.glow, 0.1)):
                    windows(canvas, face, 6, 26, colour, share * 0.6, 0.62)
                canvas.lines(
                    [[face.at(0.08, k / 9), face.at(0.92, k / 9)] for k in range(1, 9)],
                    light.tones[2],
                    1,
                    0.35,
                )
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
    ground(
        canvas,
        view,
        [(-400, -50, 0), (400, -50, 0), (400, 300, 0), (-400, 300, 0)],
        canvas.fade(
            ((0, mix(light.tones[1], light.mist, 0.6)), (1, mix(light.tones[3], light.jialing, 0.4)))
        ),
    )
    bend = [(-60 + 52 * sin(y / 62), y) for y in range(-70, 280, 6)]
    road = [(x + 56, y) for x, y in bend]
    ground(
        canvas,
        view,
        [(x - 5, y, 0) for x, y in road] + [(x + 5, y, 0) for x, y in reversed(road)],
        mix(light.jialing, light.mist, 0.25),
    )
    canvas.lines(
        [[view.at((x - 6.4, y, 0)) for x, y in road], [view.at((x + 6.4, y, 0)) for x, y in road]],
        light.glow,
        3,
        0.9,
    )
    tops, blocks = [], []
    for n in range(16):
        y = -36 + n * 17
        bx = -4 + 52 * sin(y / 62)
        for side in (-2, -1, 1, 2):
            w, d, h = (
                canvas.random.uniform(11, 17),
                canvas.random.uniform(9, 13),
                canvas.random.uniform(5, 16),
            )
            blocks.append(
                (
                    bx + side * 21 - w / 2 + canvas.random.uniform(-2, 2),
                    y + canvas.random.uniform(-2, 2),
                    w,
                    d,
                    h,
                )
            )
    for x, y, w, d, h in sorted(blocks, key=lambda b: -b[1]):
        if y < -30 and h > 11:
            h = 8
        ground(
            canvas,
            view,
            [(x, y, 0), (x + w, y, 0), (x + w + h * 0.7, y + d * 0.8, 0), (x + h * 0.7, y + d + 3, 0)],
            light.tones[4],
            0.22,
        )
        green = mix(light.jialing, light.glow, canvas.random.uniform(0, 0.22))
        wall = mix(light.tones[0], light.glow, 0.5)
        for face in box(
            canvas, view, (x, y, 0), (w, d, h), wall, "left", mix(green, light.mist, view.haze((x, y, 0)))
        ):
            if face.side == "top":
                for _ in range(9):
                    px, py = face.at(canvas.random.uniform(0.1, 0.9), canvas.random.uniform(0.1, 0.9))
                    canvas.oval(px, py, 7, 4, mix(light.tones[3], light.mist, view.haze((x, y, 0))))
            else:
                windows(
                    canvas,
                    face,
                    int(max(abs(v) for v in face.along) / 1.5),
                    max(2, int(h / 2.4)),
                    mix(light.tones[3], light.mist, view.haze((x, y, 0))),
                    0.95,
                    0.34,
                )
        tops.append(view.at((x + w / 2, y + d / 2, h)))
        for _ in range(2):
            tx, ty = view.at((x - canvas.random.uniform(1, 5), y - canvas.random.uniform(0, 3), 0))
            size = 3.4 * view.focal / view.depth((x, y, 0))
            canvas.oval(
                tx,
                ty - size * 0.5,
                size * 0.5,
                size * 0.62,
                mix(light.tones[3], light.mist, view.haze((x, y, 0))),
            )
    tops.sort()
    for n, (x, y) in enumerate(tops):
        near = sorted(tops[n + 1 :], key=lambda t: hypot(t[0] - x, t[1] - y))[:1]
        for tx, ty in near:
            canvas.path(
                f"M{x:.0f},{y:.0f}Q{(x + tx) / 2:.0f},{min(y, ty) - 46:.0f} {tx:.0f},{ty:.0f}",
                "none",
                0.85,
                light.yangtze,
                2.2,
            )
        canvas.disc(x, y, 4.6, light.yangtze)
