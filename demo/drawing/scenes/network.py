"""Factories, port and power as one network, drawn as models on a dark plain."""

from math import cos, pi, sin

from ..canvas import Canvas
from ..masts import turbine
from ..palette import mix
from ..perspective import Isometric, box, windows
from ..series import scene
from ..transport import container, quay_crane


@scene("industrial-internet-map", "night")
def industrial_internet_map(canvas: Canvas) -> None:
    """Models on a dark plain; the two tones run between them."""
    light = canvas.light
    canvas.rect(
        0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (0.5, light.tones[3]), (1, light.tones[5])))
    )
    canvas.disc(800, 520, 900, canvas.halo(((0, light.tones[1], 0.8), (1, light.tones[3], 0))))
    view = Isometric((800, 975), 36, 0.5)
    canvas.lines(
        [[view.at((n, -14, 0)), view.at((n, 34, 0))] for n in range(-14, 36, 2)]
        + [[view.at((-14, n, 0)), view.at((34, n, 0))] for n in range(-14, 36, 2)],
        light.tones[0],
        1.2,
        0.28,
    )
    sites = {
        "port": (1, 17),
        "works": (-4, 4),
        "tower": (10, 10),
        "power": (13, 25),
        "park": (16, 1),
        "farm": (6, -4),
        "rail": (18, 9),
        "lab": (4, 11),
    }
    links = [("tower", name) for name in sites if name != "tower"] + [
        ("works", "farm"),
        ("port", "lab"),
        ("park", "rail"),
        ("power", "rail"),
        ("works", "lab"),
    ]
    for n, (one, two) in enumerate(links):
        (ax, ay), (bx, by) = sites[one], sites[two]
        line = [
            view.at((ax + 1.5, ay + 1.5, 0)),
            view.at((bx + 1.5, ay + 1.5, 0)),
            view.at((bx + 1.5, by + 1.5, 0)),
        ]
        colour = (light.jialing, light.yangtze)[n % 2]
        canvas.line(line, colour, 15, 0.2)
        canvas.line(line, mix(colour, light.glow, 0.35), 4)
        for f in (0.3, 0.7):
            canvas.disc(
                line[0][0] + (line[1][0] - line[0][0]) * f,
                line[0][1] + (line[1][1] - line[0][1]) * f,
                8,
                light.sun,
            )
    wall, roof = light.tones[0], mix(light.tones[0], light.glow, 0.3)
    for name, (x, y) in sorted(sites.items(), key=lambda item: -sum(item[1])):
        px, py = view.at((x + 1.5, y + 1.5, 0))
        canvas.oval(px, py, 280, 160, canvas.halo(((0, light.lamp, 0.42), (1, light.lamp, 0))))
        box(
            canvas,
            view,
            (x - 0.8, y - 0.8, -0.3),
            (4.8, 4.8, 0.3),
            light.tones[2],
            "left",
            mix(light.tones[1], light.tones[2], 0.5),
        )
        if name == "tower":
            for w, h0, h1 in ((3.4, 0, 3.4), (2.6, 3.4, 6.6), (1.8, 6.6, 9.2)):
                for face in box(
                    canvas,
                    view,
                    (x + (3.4 - w) / 2, y + (3.4 - w) / 2, h0),
                    (w, w, h1 - h0),
                    light.jialing,
                    "left",
                ):
                    if face.side != "top":
                        windows(canvas, face, 4, 5, light.lamp, 0.6, 0.4)
            tx, ty = view.at((x + 1.7, y + 1.7, 9.2))
            canvas.line([(tx, ty), (tx, ty - 60)], light.glow, 4)
            canvas.disc(tx, ty - 60, 7, light.lamp)
        elif name in {"works", "farm"}:
            for k in range(2, -1, -1):
                for face in box(
                    canvas,
                    view,
                    (x, y + k * 1.15, 0),
                    (3.3, 1.05, 1.4 + 0.3 * k),
                    wall,
                    "left",
                    light.yangtze if name == "works" else light.jialing,
                ):
                    if face.side == "left" or face.side == "front":
                        windows(canvas, face, 4, 1, light.lamp, 0.7, 0.4)
            for k in range(2 if name == "works" else 0):
                box(canvas, view, (x + 2.4, y + 0.3 + k * 1.2, 1.6), (0.45, 0.45, 2.6), light.yangtze, "left")
        elif name == "port":
            for k in range(8):
                container(
                    canvas,
                    view,
                    (x + 2.2 - (k // 4) * 1.7, y + 2.6 - (k % 4) * 0.85, 0),
                    (1.5, 0.7, 0.6 + 0.6 * ((k * 5) % 3)),
                    (light.jialing, light.yangtze, wall)[k % 3],
                )
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
                container(
                    canvas,
                    view,
                    (x + 0.9, y - 1.2 + k * 1.6, 0.1),
                    (1.1, 1.45, 0.9),
                    (light.yangtze, light.jialing)[k % 2],
                )
        else:
            px, py = view.at((x + 1.6, y + 1.6, 0))
            canvas.path(
                f"M{px - 98},{py}A98,90 0 0 1 {px + 98},{py}A98,44 0 0 1 {px - 98},{py}Z",
                canvas.fade(((0, light.glow), (1, light.tones[1]))),
                0.9,
            )
            canvas.lines(
                [[(px, py - 90), (px + 98 * cos(a * pi / 6), py + 42 * sin(a * pi / 6))] for a in range(7)],
                roof,
                2,
                0.8,
            )
