"""Boxes on the move: yards, trains, warehouses."""

from math import sin

from ..canvas import Canvas, smooth
from ..landscape import clouds, hills, sky, veil, wooded
from ..masts import lattice
from ..palette import mix
from ..people import figure
from ..perspective import Camera, box, ground, windows
from ..series import scene
from ..transport import cargo_colours, container


@scene("container-yard", "day")
def container_yard(canvas: Canvas) -> None:
    """One-point street of boxes, a truck where the lines meet."""
    light = canvas.light
    sky(canvas, None)
    canvas.disc(860, 520, 420, canvas.halo(((0, light.sun, 0.9), (1, light.sun, 0))))
    clouds(canvas, 120, 380, 7, 0.8)
    hills(canvas, 560, 110, 0.3, 2, 0.02, 20)
    view = Camera((0.6, -8, 2.6), 1150, (860, 590), haze=150)
    ground(
        canvas,
        view,
        [(-60, -8, 0), (60, -8, 0), (60, 190, 0), (-60, 190, 0)],
        canvas.fade(((0, mix(light.tones[0], light.mist, 0.5)), (1, light.tone(0.5)))),
    )
    colours = cargo_colours(canvas)
    for row in range(13, -1, -1):
        y = -6 + row * 12.9
        for side in (-1, 1):
            tiers = canvas.random.choice((3, 4, 4, 5)) if row > 0 else 4
            paints = canvas.random.sample(colours, 5)
            for tier in range(tiers):
                x = -7.3 if side < 0 else 4.6
                slip = canvas.random.uniform(-0.25, 0.25)
                container(
                    canvas,
                    view,
                    (x + slip, y, tier * 2.6),
                    (2.5, 12.2, 2.55),
                    paints[tier],
                    "right",
                )
    for n in range(14):
        ground(
            canvas,
            view,
            [(-0.12, -5 + n * 9, 0), (0.12, -5 + n * 9, 0), (0.12, -1 + n * 9, 0), (-0.12, -1 + n * 9, 0)],
            light.glow,
            0.8,
        )
    box(canvas, view, (0.7, 30, 1.1), (2.5, 12, 2.6), light.yangtze, "left")
    for face in box(canvas, view, (0.75, 29, 0.7), (2.4, 2.2, 2.9), light.tones[4], "left"):
        if face.side == "front":
            canvas.poly(face.patch(0.1, 0.5, 0.9, 0.88), mix(light.mist, light.jialing, 0.4))
            canvas.polys([face.patch(0.06, 0.12, 0.24, 0.24), face.patch(0.76, 0.12, 0.94, 0.24)], light.sun)
            canvas.poly(face.patch(0.3, 0.1, 0.7, 0.36), light.tones[5])
    ground(canvas, view, [(0.6, 28.5, 0), (3.3, 28.5, 0), (6.5, 33, 0), (4, 42, 0)], light.tones[5], 0.3)
    for x in (0.8, 2.7):
        canvas.polys(
            [view.outline([(x, 29, 0), (x + 0.4, 29, 0), (x + 0.4, 29, 0.8), (x, 29, 0.8)])], light.tones[5]
        )
    ground(canvas, view, [(-2.1, -8, 0), (-4.8, -8, 0), (-4.8, 160, 0), (-2.1, 160, 0)], light.tones[5], 0.14)
    x, y = view.at((-2.4, 13, 0))
    figure(canvas, x, y, 178, light.tones[5], 0.5)
    canvas.path(f"M{x - 12:.1f},{y - 166:.1f}a12,12 0 0 1 24,0Z", light.yangtze)


@scene("rail-freight", "dawn")
def rail_freight(canvas: Canvas) -> None:
    """A train out of a tunnel across terraces."""
    light = canvas.light
    sky(canvas, (1240, 240), 52, 600)
    clouds(canvas, 90, 300, 8, 0.6)
    hills(canvas, 460, 230, 0.4, 4, 0.02, 30)
    veil(canvas, 560, 120, 0.8)
    slope = wooded(canvas, [(-40, 260), (120, 300), (260, 400), (340, 520), (420, 640), (560, 720)], 22)
    canvas.poly(
        [(-40, 760), *slope], canvas.fade(((0, light.tones[3]), (1, mix(light.tones[3], light.mist, 0.45))))
    )
    for n in range(11):
        y = 700 + n * n * 3.6 + n * 4
        line = [(x, y + 16 * sin(x / 230 + n * 0.8) + (x - 800) * 0.028) for x in range(-40, 1680, 60)]
        colour = (
            mix(light.jialing, light.glow, 0.5),
            mix(light.yangtze, light.glow, 0.55),
            light.tone(0.55),
            mix(light.jialing, light.mist, 0.3),
        )[n % 4]
        canvas.path(smooth(line) + "L1660,1100L-40,1100Z", mix(colour, light.tones[5], n * 0.03))
        canvas.path(smooth(line), "none", 0.65, light.glow, 1.6 + n * 0.2)
    for n in range(9):
        x = 300 + n * 160
        canvas.poly(
            [(x, 640), (x + 26, 640), (x + 30, 760), (x - 4, 760)],
            canvas.fade(((0, light.tones[4]), (1, mix(light.tones[4], light.mist, 0.35)))),
        )
    canvas.rect(200, 624, 1440, 20, light.tones[4])
    canvas.rect(200, 622, 1440, 4, light.glow, 0.8)
    canvas.path("M206,626V560A62,62 0 0 1 330,560V626Z", mix(light.tones[2], light.glow, 0.35))
    canvas.path("M222,626V562A46,46 0 0 1 314,562V626Z", light.tones[5])
    colours = cargo_colours(canvas)
    for n in range(9):
        x = 268 + n * 128
        canvas.rect(x + 2, 606, 122, 9, light.tones[5])
        canvas.rect(x + 4, 556, 118, 50, colours[(n * 5 + 1) % 6])
        canvas.lines(
            [[(x + 4 + r * 9, 560), (x + 4 + r * 9, 602)] for r in range(1, 13)], light.tones[5], 1.2, 0.3
        )
        canvas.rect(x + 4, 556, 118, 6, light.glow, 0.4)
        for w in (18, 38, 88, 108):
            canvas.disc(x + w, 617, 7, light.tones[5])
    x = 1422
    canvas.path(
        f"M{x},615V546Q{x},538 {x + 10},538H{x + 128}Q{x + 158},542 {x + 168},590V615Z",
        canvas.fade(((0, mix(light.jialing, light.glow, 0.3)), (0.5, light.jialing), (1, light.tones[5]))),
    )
    canvas.path(f"M{x + 118},548H{x + 130}Q{x + 146},552 {x + 152},572H{x + 118}Z", light.tones[5])
    canvas.rect(x, 584, 166, 8, light.yangtze)
    canvas.lines([[(x + 40, 538), (x + 58, 512), (x + 84, 512), (x + 66, 538)]], light.tones[5], 3)
    for px in range(420, 1640, 240):
        canvas.lines([[(px, 624), (px, 498)], [(px, 506), (px + 34, 506)]], light.tones[4], 4)
    canvas.lines([[(314, 508), (1640, 508)], [(314, 520), (1640, 520)]], light.tones[4], 1.6)
    for fx, fy in ((520, 905), (575, 912), (1100, 986)):
        figure(canvas, fx, fy, 46, light.tones[5], 0.4, 8)
    lattice(canvas, 1510, 470, 190, light.tone(0.45))


@scene("bonded-warehouse", "bright")
def bonded_warehouse(canvas: Canvas) -> None:
    """Racks like a canyon; a small truck with a lamp in the aisle."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, light.mist)
    canvas.disc(760, 500, 520, canvas.halo(((0, "#ffffff"), (1, light.mist))))
    view = Camera((0.3, -6, 2.2), 1050, (760, 640), haze=95)
    ground(
        canvas,
        view,
        [(-30, -6, 0), (30, -6, 0), (30, 90, 0), (-30, 90, 0)],
        canvas.fade(((0, light.mist), (1, mix(light.tones[2], light.mist, 0.25)))),
    )
    for n in range(10):
        y = 84 - n * 9
        for x0, x1 in ((-7, 7),):
            canvas.poly(
                view.outline([(x0, y, 11), (x1, y, 11), (x1, y + 0.9, 11), (x0, y + 0.9, 11)]),
                mix(light.tones[1], light.mist, view.haze((0, y, 0))),
            )
            canvas.poly(
                view.outline(
                    [(-1.2, y + 3, 11.2), (1.2, y + 3, 11.2), (1.2, y + 5, 11.2), (-1.2, y + 5, 11.2)]
                ),
                "#ffffff",
            )
    crates = [
        mix(light.yangtze, light.glow, 0.35),
        mix(light.yangtze, light.glow, 0.15),
        light.tone(0.4),
        light.jialing,
        mix(light.yangtze, light.tones[5], 0.2),
        mix(light.jialing, light.glow, 0.4),
    ]
    for bay in range(24, -2, -1):
        y = bay * 3.2
        for side in (-1, 1):
            x = -4.8 if side < 0 else 2.9
            for level in range(6):
                z = level * 1.9
                box(canvas, view, (x, y, z + 1.72), (2, 3.1, 0.1), light.tones[4], "right")
                for slot in range(2):
                    if canvas.random.random() < 0.9:
                        box(
                            canvas,
                            view,
                            (x + 0.1, y + 0.2 + slot * 1.4, z),
                            (1.8, 1.2, canvas.random.choice((1.0, 1.2, 1.4))),
                            canvas.random.choice(crates),
                            "right" if side < 0 else "left",
                        )
            box(canvas, view, (x if side > 0 else x + 1.92, y, 0), (0.12, 0.12, 11.3), light.yangtze, "right")
    ground(
        canvas, view, [(-1.9, -6, 0.01), (-1.8, -6, 0.01), (-1.8, 80, 0.01), (-1.9, 80, 0.01)], light.yangtze
    )
    ground(canvas, view, [(2.3, -6, 0.01), (2.4, -6, 0.01), (2.4, 80, 0.01), (2.3, 80, 0.01)], light.yangtze)
    ground(canvas, view, [(-0.7, 3.6, 0), (1.5, 3.6, 0), (1.7, 6.6, 0), (-0.5, 6.6, 0)], light.tones[5], 0.35)
    box(canvas, view, (-0.6, 4, 0.12), (1.7, 2.2, 0.45), light.tones[5], "left")
    for face in box(canvas, view, (-0.6, 4, 0.2), (1.7, 0.05, 0.16), light.lamp, "left"):
        canvas.poly(face.patch(0, 0, 1, 1), light.lamp)
    for face in box(canvas, view, (-0.45, 4.1, 0.6), (1.4, 1.9, 1.25), light.jialing, "left"):
        if face.side == "front":
            windows(canvas, face, 4, 1, mix(light.jialing, light.tones[5], 0.3), 1, 0.2)
            canvas.poly(face.patch(0, 0.44, 1, 0.54), light.yangtze)
