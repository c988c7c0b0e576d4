"""Glass, light and lenses made large."""

from math import cos, hypot, pi, sin

from ..canvas import Canvas
from ..landscape import sky
from ..palette import mix
from ..perspective import Camera, box
from ..series import scene


@scene("display-glass", "dawn")
def display_glass(canvas: Canvas) -> None:
    """Sheets of glass overlap; where they do, colour deepens."""
    light = canvas.light
    sky(canvas, None)
    canvas.disc(
        1120, 430, 620, canvas.halo(((0, light.sun, 0.95), (0.4, light.lamp, 0.5), (1, light.lamp, 0)))
    )
    canvas.rect(
        0, 850, 1600, 220, canvas.fade(((0, mix(light.tones[1], light.mist, 0.4)), (1, light.tones[3])))
    )
    for n in range(8):
        x = 1330 - n * 172
        top, base = 250 - n * 22, 860 + n * 19
        w = 250 + n * 14
        hue = mix(light.jialing, light.yangtze, (0.05, 0.9, 0.3, 0.75, 0.15, 1.0, 0.0, 0.5)[n])
        shape = [(x, top + 66), (x + w, top), (x + w, base - 50), (x, base)]
        canvas.poly(
            [(x, base), (x + w, base - 50), (x + w - 170, base + 90), (x - 190, base + 150)],
            canvas.fade(((0, hue, 0.36), (1, hue, 0.02))),
        )
        canvas.poly(
            shape,
            canvas.fade(
                ((0, hue, 0.3), (0.5, mix(hue, light.glow, 0.6), 0.3), (1, hue, 0.62)), (0, 0), (1, 1)
            ),
        )
        canvas.poly(
            [
                (x + w * 0.3, top + 66 - 20),
                (x + w * 0.52, top + 32),
                (x + w * 0.22, base - 11),
                (x, base - 2),
                (x, base - 300),
            ],
            light.sun,
            0.14,
        )
        canvas.line([(x, base), shape[0], shape[1], shape[2]], light.sun, 3.5, 0.9)
        canvas.line([(x, base), shape[2]], hue, 5, 0.9)
        canvas.rect(x - 8, base - 8, 26, 20, light.tones[5])
        canvas.rect(x + w - 18, base - 58, 26, 20, light.tones[5])


@scene("light-guide", "hall")
def light_guide(canvas: Canvas) -> None:
    """An even field of dots born from light at one edge."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5]))))
    view = Camera((0, -9, 9), 1000, (860, 20), haze=9000)
    canvas.disc(860, 560, 900, canvas.halo(((0, light.jialing, 0.55), (1, light.jialing, 0))))
    box(
        canvas,
        view,
        (-5.2, 0.6, -0.5),
        (10.4, 13.8, 0.35),
        mix(light.jialing, light.tones[4], 0.4),
        "left",
        mix(light.tones[3], light.jialing, 0.4),
    )
    for i in range(37):
        for j in range(47):
            x, y = -5 + i * 10 / 36, 0.9 + j * 13.2 / 46
            px, py = view.at((x, y, -0.15))
            k = view.focal / view.depth((x, y, 0))
            bright = max(0.0, 1 - hypot(x / 5.4, (y - 5.6) / 8.2))
            radius = k * (0.036 + 0.052 * bright)
            colour = mix(mix(light.jialing, light.yangtze, (x + 5) / 10), light.sun, bright**0.8)
            canvas.oval(px, py, radius, radius * 0.72, colour, 0.35 + 0.65 * bright)
    canvas.oval(
        860, view.at((0, 5.2, 0))[1], 460, 300, canvas.halo(((0, light.sun, 0.5), (1, light.lamp, 0)))
    )
    for n in range(18):
        y = 0.9 + n * 13.2 / 17
        (x0, y0), k = view.at((-5.2, y, -0.32)), view.focal / view.depth((-5.2, y, 0))
        canvas.poly(
            [
                (x0 - 6.5 * k, y0 - 0.3 * k),
                (x0, y0 - 0.05 * k),
                (x0, y0 + 0.05 * k),
                (x0 - 6.5 * k, y0 + 0.3 * k),
            ],
            canvas.fade(((0, light.lamp, 0), (1, light.lamp, 0.75)), (0, 0), (1, 0)),
        )
        canvas.oval(x0, y0, 0.13 * k, 0.09 * k, light.sun)
    canvas.lines(
        [
            [
                view.at((-5.2, 0.6, -0.15)),
                view.at((5.2, 0.6, -0.15)),
                view.at((5.2, 14.4, -0.15)),
                view.at((-5.2, 14.4, -0.15)),
            ]
        ],
        light.glow,
        3,
        0.8,
    )


@scene("capsule-camera", "day")
def capsule_camera(canvas: Canvas) -> None:
    """A capsule as large as a ship, on a calm blue-green ground."""
    light = canvas.light
    canvas.rect(
        0,
        0,
        1600,
        1067,
        canvas.fade(
            (
                (0, light.tones[2]),
                (0.62, mix(light.tones[1], light.mist, 0.4)),
                (0.63, mix(light.tones[1], light.mist, 0.2)),
                (1, light.tones[2]),
            )
        ),
    )
    for n in range(9):
        canvas.ring(520, 520, 330 + n * 120, 330 + n * 120, light.glow, 2.5, 0.34 - n * 0.03)
    canvas.oval(880, 800, 640, 60, light.tones[5], 0.3)
    with canvas.group(transform="rotate(-11 820 540)"):
        shell = "M520,300H1130A240,240 0 0 1 1130,780H520A240,240 0 0 1 520,300Z"
        with canvas.group(clip=shell):
            canvas.rect(
                260,
                280,
                1140,
                520,
                canvas.fade(
                    (
                        (0, "#ffffff"),
                        (0.3, mix(light.mist, light.tones[0], 0.4)),
                        (0.75, mix(light.tones[1], light.mist, 0.1)),
                        (1, light.tones[2]),
                    )
                ),
            )
            canvas.rect(
                930,
                280,
                500,
                520,
                canvas.fade(
                    (
                        (0, mix(light.jialing, light.glow, 0.6)),
                        (0.3, mix(light.jialing, light.glow, 0.15)),
                        (0.8, light.jialing),
                        (1, light.tones[4]),
                    )
                ),
            )
            canvas.rect(916, 280, 18, 520, light.yangtze)
            canvas.rect(
                260,
                280,
                320,
                520,
                canvas.fade(
                    ((0, mix(light.tones[4], light.jialing, 0.5)), (0.5, light.tones[4]), (1, light.tones[5]))
                ),
            )
            for n in range(9):
                canvas.line([(960 + n * 40, 300), (960 + n * 40, 780)], light.glow, 2, 0.2)
            canvas.rect(620, 520, 240, 150, light.tones[3], 0.25, 10)
            canvas.lines(
                [[(640 + n * 26, 520), (640 + n * 26, 500)] for n in range(8)]
                + [[(640 + n * 26, 670), (640 + n * 26, 690)] for n in range(8)],
                light.tones[3],
                5,
                0.4,
            )
            canvas.path("M300,350H1300Q1360,350 1360,400H300Z", "#ffffff", 0.5)
        canvas.path(
            "M520,300A240,240 0 0 0 520,780Q600,540 520,300Z",
            canvas.fade(
                ((0, light.glow, 0.85), (0.4, light.tones[1], 0.35), (1, light.tones[5], 0.4)), (0, 0), (1, 1)
            ),
        )
        for n in range(8):
            a = n * pi / 4 + 0.3
            x, y = 440 + 62 * cos(a), 540 + 150 * sin(a)
            canvas.disc(
                x, y, 42, canvas.halo(((0, light.lamp, 1), (0.3, light.lamp, 0.6), (1, light.lamp, 0)))
            )
            canvas.oval(x, y, 10, 15, "#ffffff")
        canvas.oval(432, 540, 46, 96, light.tones[5])
        canvas.oval(
            426,
            540,
            34,
            74,
            canvas.fade(
                ((0, mix(light.jialing, light.glow, 0.4)), (0.5, light.tones[5]), (1, light.yangtze)),
                (0, 0),
                (1, 1),
            ),
        )
        canvas.oval(418, 510, 8, 18, "#ffffff", 0.9)
        canvas.path("M330,430A240,240 0 0 1 470,318", "none", 0.9, "#ffffff", 9)
    canvas.poly(
        [(250, 560), (-20, 300), (-20, 1000)],
        canvas.fade(((0, light.lamp, 0), (1, light.lamp, 0.75)), (0, 0), (1, 0)),
    )
