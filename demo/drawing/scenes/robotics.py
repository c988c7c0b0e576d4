"""Factory halls where robots work."""

from math import sin

from ..canvas import Canvas, smooth
from ..interior import hall
from ..palette import mix
from ..people import figure
from ..perspective import Camera, box, ground
from ..robots import gear, robot, sparks
from ..series import scene
from ..transport import saloon


@scene("car-body-line", "bright")
def car_body_line(canvas: Canvas) -> None:
    """Bodies on carriers, the nearest large and low, robots along the wall."""
    light = canvas.light
    view = Camera((2.5, -7, 2.7), 1050, (1200, 430), haze=80)
    hall(
        canvas, view, 11, 8.5, 70, mix(light.tones[1], light.mist, 0.3), mix(light.tones[1], light.glow, 0.3)
    )
    for side in (0.7, 2.2):
        ground(
            canvas,
            view,
            [(side, -9, 0), (side + 0.14, -9, 0), (side + 0.14, 70, 0), (side, 70, 0)],
            light.yangtze,
        )
    for n in range(6, -1, -1):
        y = n * 8.0
        haze = min(0.75, view.haze((0, y, 0)) * 1.1)
        x0, base = view.at((-5.3, y, 0.55))
        x1, _ = view.at((-0.2, y, 0.55))
        colour = mix(
            (light.jialing, mix(light.tones[1], light.glow, 0.5), light.yangtze)[n % 3], light.mist, haze
        )
        rx, rbase = view.at((5.2, y + 3, 0))
        size = 3.4 * view.focal / view.depth((0, y + 3, 0))
        robot(canvas, rx, rbase, size, mix(light.yangtze, light.mist, haze), (108, 22, -42), -1)
        top = view.at((-2.7, y, 8.2))
        length = x1 - x0
        steel = mix(light.tones[4], light.mist, haze)
        canvas.lines(
            [[(x0 + length * f, top[1]), (x0 + length * f, base - length * 0.16)] for f in (0.24, 0.78)],
            steel,
            max(2, length * 0.014),
        )
        canvas.rect(x0 + length * 0.12, base - length * 0.045, length * 0.76, length * 0.03, steel)
        canvas.lines(
            [
                [(x0 + length * f, base - length * 0.16), (x0 + length * f, base - length * 0.04)]
                for f in (0.24, 0.78)
            ],
            steel,
            max(2, length * 0.02),
        )
        canvas.oval(
            x0 + length / 2,
            view.at((0, y, 0))[1],
            length * 0.5,
            length * 0.035,
            light.tones[4],
            0.2 * (1 - haze),
        )
        saloon(canvas, x0, base, length, colour, bare=True)
    x, y = view.at((1.5, 3.4, 0))
    figure(canvas, x, y, 158, light.tones[5], 0.3)
    canvas.path(f"M{x - 12},{y - 143}a12,12 0 0 1 24,0Z", light.yangtze)


@scene("robot-arms", "day")
def robot_arms(canvas: Canvas) -> None:
    """A symmetrical aisle of bowing arms."""
    light = canvas.light
    view = Camera((0, -9, 3.4), 1000, (800, 520), haze=66)
    hall(canvas, view, 12, 10, 60, mix(light.tones[2], light.mist, 0.2), mix(light.tones[1], light.glow, 0.2))
    box(
        canvas,
        view,
        (-1.3, -7, 0),
        (2.6, 62, 0.9),
        light.tones[3],
        "left",
        mix(light.tones[4], light.mist, 0.15),
    )
    for n in range(9, -1, -1):
        y = n * 5.2 - 1
        haze = min(0.82, view.haze((0, y, 0)))
        k = view.focal / view.depth((0, y, 0))
        if n:
            box(
                canvas,
                view,
                (-0.8, y - 2.6, 0.9),
                (1.6, 1.8, 0.9),
                light.jialing if n % 2 else light.tones[4],
            )
        x, base = view.at((0, y, 0))
        for side in (-1, 1):
            rx = x + side * 4.6 * k
            canvas.oval(rx, base, 1.2 * k, 0.22 * k, light.tones[5], 0.25 * (1 - haze))
            robot(
                canvas,
                rx,
                base,
                4.4 * k,
                mix(light.yangtze, light.mist, haze),
                (98, 14 + 5 * (n % 3), -62),
                -side,
            )
    canvas.rect(
        0,
        0,
        1600,
        1067,
        canvas.fade(((0, light.tones[5], 0.28), (0.3, light.tones[5], 0), (1, light.tones[5], 0.12))),
    )


@scene("robot-welding", "hall")
def robot_welding(canvas: Canvas) -> None:
    """Darkness, one arm, one point of light."""
    light = canvas.light
    view = Camera((-2, -9, 2.8), 1000, (600, 500), haze=70)
    hall(canvas, view, 12, 9, 50, light.tones[3], light.tones[4], 7)
    canvas.rect(0, 0, 1600, 1067, light.tones[5], 0.55)
    canvas.disc(
        1010, 640, 760, canvas.halo(((0, light.lamp, 0.4), (0.4, light.yangtze, 0.14), (1, light.yangtze, 0)))
    )
    for x, size, shade in ((330, 300, 0.62), (120, 380, 0.55)):
        robot(canvas, x, 830, size, mix(light.yangtze, light.tones[5], shade + 0.15), (100, 20, -50), 1)
    canvas.oval(1020, 968, 560, 40, canvas.halo(((0, light.lamp, 0.55), (1, light.lamp, 0))))
    frame = light.tones[4]
    canvas.lines(
        [
            [(820, 880), (1500, 880), (1500, 730), (820, 730), (820, 880)],
            [(820, 730), (940, 600), (1380, 600), (1500, 730)],
            [(940, 600), (940, 880)],
            [(1160, 600), (1160, 880)],
            [(1380, 600), (1380, 880)],
        ],
        frame,
        30,
    )
    canvas.lines(
        [
            [(806, 722), (932, 586), (1388, 586)],
            [(820, 866), (1500, 866)],
            [(926, 610), (926, 870)],
            [(1146, 612), (1146, 868)],
        ],
        light.lamp,
        3.5,
        0.85,
    )
    canvas.lines([[(900, 895), (860, 985)], [(1420, 895), (1460, 985)]], frame, 26)
    robot(canvas, 560, 985, 760, mix(light.yangtze, light.tones[5], 0.12), (86, 8, -66), 1, "torch")
    sparks(canvas, (1046, 588), 470, 230, 985)


@scene("robot-portrait", "fog", (1067, 1600))
def robot_portrait(canvas: Canvas) -> None:
    """One arm against a round window of light."""
    light = canvas.light
    canvas.rect(0, 0, 1067, 1600, canvas.fade(((0, light.tones[1]), (1, light.tones[2]))))
    with canvas.group(clip="M93,560A440,440 0 0 1 973,560A440,440 0 0 1 93,560Z"):
        canvas.rect(0, 0, 1067, 1200, canvas.fade(((0, light.mist), (1, "#ffffff"))))
        canvas.disc(700, 420, 130, light.sun)
        for n, depth in enumerate((0.1, 0.22, 0.36)):
            edge = [(x, 760 + n * 70 - 70 * sin(x / (170 + n * 60) + n * 2)) for x in range(60, 1020, 40)]
            canvas.path(
                smooth(edge) + "L1020,1200L60,1200Z", canvas.fade(((0, light.tone(depth)), (1, light.mist)))
            )
    canvas.ring(533, 560, 440, 440, mix(light.tones[3], light.mist, 0.2), 12)
    canvas.ring(533, 560, 470, 470, light.glow, 4, 0.7)
    canvas.rect(0, 1380, 1067, 240, light.tones[4])
    canvas.rect(0, 1380, 1067, 9, light.glow, 0.5)
    x, y = robot(canvas, 400, 1390, 860, light.yangtze, (102, 34, 62), 1)
    gear(canvas, x + 20, y - 84, 100, light.jialing)
