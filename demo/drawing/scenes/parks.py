"""Parks of lawns and parks of laboratories."""

from math import cos, pi, sin

from ..canvas import Canvas, smooth
from ..landscape import bushes, clouds, hills, ripples, sky, tree, veil
from ..palette import mix
from ..people import figure
from ..perspective import Camera, box, ground, windows
from ..series import scene


@scene("smart-park-paths", "day")
def smart_park_paths(canvas: Canvas) -> None:
    """A lake, a lens of glass, paths like brush strokes."""
    light = canvas.light
    sky(canvas, (380, 160), 48, 520)
    clouds(canvas, 60, 260, 8, 0.8)
    hills(canvas, 400, 190, 0.38, 4, 0.02, 24)
    veil(canvas, 460, 80, 0.7)
    canvas.rect(
        0,
        470,
        1600,
        600,
        canvas.fade(
            ((0, mix(light.tones[1], light.jialing, 0.1)), (1, mix(light.tones[3], light.jialing, 0.3)))
        ),
    )
    canvas.blob(
        [(820, 560), (1180, 540), (1560, 590), (1660, 700), (1440, 800), (1080, 790), (800, 720), (700, 630)],
        canvas.fade(((0, light.mist), (1, mix(light.tones[1], light.jialing, 0.25)))),
    )
    ripples(canvas, 570, 780, 60, light.glow, 860, 1500, 0.7)
    canvas.blob(
        [(360, 500), (620, 490), (700, 520), (560, 548), (380, 540)], mix(light.tones[0], light.mist, 0.4)
    )
    for points, width in (
        (
            [
                (-40, 1010),
                (240, 930),
                (420, 830),
                (560, 760),
                (680, 800),
                (900, 880),
                (1240, 890),
                (1640, 850),
            ],
            62,
        ),
        ([(420, 830), (380, 720), (470, 640), (640, 590), (760, 540), (1000, 515), (1640, 505)], 32),
    ):
        canvas.path(smooth([(x, y + 6) for x, y in points]), "none", 0.25, light.tones[5], width)
        canvas.path(smooth(points), "none", 1, mix(light.yangtze, light.glow, 0.78), width)
        canvas.path(smooth(points), "none", 0.6, light.glow, width * 0.1)
    x, y = 1120, 640
    canvas.oval(x, y + 14, 270, 34, light.tones[4], 0.35)
    canvas.path(
        f"M{x - 250},{y}V{y - 92}H{x + 250}V{y}A250,34 0 0 1 {x - 250},{y}Z",
        canvas.fade(
            (
                (0, mix(light.tones[2], light.mist, 0.3)),
                (0.35, light.glow),
                (0.6, mix(light.tones[1], light.mist, 0.3)),
                (1, light.tones[3]),
            ),
            (0, 0),
            (1, 0),
        ),
    )
    canvas.lines(
        [
            [(x + 250 * sin(a * pi / 20), y - 92), (x + 250 * sin(a * pi / 20), y + 32 * cos(a * pi / 20))]
            for a in range(-9, 10)
        ],
        light.tones[4],
        3,
        0.7,
    )
    canvas.path(
        f"M{x - 310},{y - 92}Q{x},{y - 176} {x + 310},{y - 92}Q{x},{y - 44} {x - 310},{y - 92}Z",
        light.tones[4],
    )
    canvas.path(
        f"M{x - 310},{y - 92}Q{x},{y - 176} {x + 310},{y - 92}Q{x},{y - 146} {x - 310},{y - 92}Z",
        light.yangtze,
    )
    for tx, base, h in (
        (120, 640, 200),
        (240, 610, 150),
        (700, 560, 110),
        (1490, 560, 130),
        (1560, 600, 170),
        (330, 590, 120),
    ):
        tree(canvas, tx, base, h, light.tone(0.62))
    bx, by = 560, 800
    canvas.oval(bx + 90, by + 4, 130, 10, light.tones[5], 0.35)
    canvas.rect(
        bx - 20,
        by - 118,
        220,
        112,
        canvas.fade(((0, "#ffffff"), (1, mix(light.tones[0], light.glow, 0.3)))),
        round_=26,
    )
    canvas.rect(bx - 6, by - 100, 192, 52, light.tones[5], round_=14)
    canvas.lines(
        [[(bx + 58, by - 100), (bx + 58, by - 12)], [(bx + 122, by - 100), (bx + 122, by - 12)]],
        mix(light.tones[0], light.glow, 0.5),
        5,
    )
    canvas.rect(bx - 20, by - 38, 220, 9, light.jialing)
    canvas.rect(bx + 70, by - 128, 40, 12, light.yangtze, round_=4)
    for w in (30, 150):
        canvas.disc(bx + w, by - 8, 17, light.tones[5])
        canvas.disc(bx + w, by - 8, 7, light.tones[1])
    for fx, fy, h, stride in (
        (1240, 900, 120, 0.6),
        (1300, 904, 108, 0.4),
        (210, 960, 150, 0.7),
        (860, 880, 96, 0.5),
    ):
        figure(canvas, fx, fy, h, light.tones[5], stride)
    tree(canvas, 1430, 1080, 420, light.tones[4], light.tones[3])
    bushes(canvas, 1055, 34, light.tones[5], -40, 700, -10)


@scene("innovation-campus", "day")
def innovation_campus(canvas: Canvas) -> None:
    """Boxes on stilts around water, in two-point perspective."""
    light = canvas.light
    sky(canvas, (1260, 170), 50, 560)
    clouds(canvas, 60, 300, 9, 0.8)
    hills(canvas, 470, 250, 0.4, 4, 0.02, 26)
    veil(canvas, 545, 90, 0.7)
    view = Camera((-10, -50, 14), 1180, (800, 500), yaw=10, haze=260)
    ground(
        canvas,
        view,
        [(-160, -44, 0), (160, -44, 0), (160, 160, 0), (-160, 160, 0)],
        canvas.fade(
            ((0, mix(light.tones[1], light.mist, 0.4)), (1, mix(light.tones[3], light.jialing, 0.35)))
        ),
    )
    pond = [(-14, -30, 0), (22, -38, 0), (38, -6, 0), (14, 16, 0), (-16, 8, 0)]
    canvas.path(
        smooth(view.outline(pond), closed=True),
        canvas.fade(
            (
                (0, light.mist),
                (0.35, mix(light.tones[1], light.jialing, 0.3)),
                (1, mix(light.jialing, light.tones[4], 0.3)),
            )
        ),
    )
    white = mix(light.tones[0], light.glow, 0.65)
    blocks = [
        (-44, 52, 6, 46, 18, 11),
        (10, 54, 4, 40, 16, 17),
        (58, 40, 5, 24, 34, 9),
        (-52, 10, 4, 24, 30, 8),
        (34, 6, 4.5, 26, 18, 11),
        (-50, 8, 14, 42, 14, 8),
    ]
    for n, (x, y, lift, w, d, h) in enumerate(sorted(blocks, key=lambda b: -(b[1] + b[2] * 0.1))):
        ground(
            canvas,
            view,
            [(x, y, 0), (x + w, y, 0), (x + w + 5, y + d, 0), (x, y + d, 0)],
            light.tones[5],
            0.26,
        )
        for px in range(int(x) + 1, int(x + w), 5):
            canvas.line(
                [view.at((px, y + 0.6, 0)), view.at((px, y + 0.6, lift))],
                mix(light.tones[4], light.mist, view.haze((px, y, 0))),
                5,
            )
        for face in box(
            canvas, view, (x, y, lift), (w, d, h), white, "right", mix(light.jialing, light.glow, 0.3)
        ):
            if face.side == "top":
                continue
            length = max(abs(v) for v in face.along)
            windows(
                canvas,
                face,
                int(length / 1.1),
                max(2, int(h / 3)),
                mix(light.tones[4], light.mist, view.haze((x, y, 0))),
                0.97,
                0.24,
            )
            windows(
                canvas,
                face,
                int(length / 3.3),
                max(2, int(h / 3)),
                light.yangtze if n % 2 else light.jialing,
                0.12,
                0.5,
            )
            canvas.poly(face.patch(0, 0.94, 1, 1), mix(light.yangtze, light.mist, view.haze((x, y, 0))))
    edge = view.outline(pond)
    ripples(
        canvas, min(y for _, y in edge) + 12, max(y for _, y in edge) - 20, 50, light.glow, 560, 1100, 0.7
    )
    for n in range(9):
        px, py = view.at((-3 + n * 2.4, -25 + n * 2.4 + 0.6 * (n % 2), 0))
        canvas.oval(px, py + 7, 46 - n * 2, 13, light.tones[5], 0.4)
        canvas.oval(px, py, 46 - n * 2, 13, light.glow)
    for tx, base, h in (
        (110, 850, 300),
        (300, 780, 180),
        (1330, 800, 230),
        (1480, 860, 330),
        (700, 700, 110),
        (830, 696, 90),
    ):
        tree(canvas, tx, base, h, light.tone(0.66))
    for fx, fy, h in ((420, 880, 110), (470, 884, 102), (1180, 830, 84)):
        figure(canvas, fx, fy, h, light.tones[5], 0.6)
    bushes(canvas, 1040, 36, light.tones[5], -40, 1640, 26)
