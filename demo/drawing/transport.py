"""Things that carry: containers, cranes, trains, cars, lorries, aircraft, cable cars."""

from .canvas import Canvas, Point, smooth
from .palette import mix
from .perspective import Camera, Isometric, Place, box


def container(
    canvas: Canvas, view: Camera | Isometric, corner: Place, size: Place, colour: str, lit: str = "left"
) -> None:
    """Draw a shipping container: a box with ribbed sides. `size` is width, depth, height in metres."""
    for face in box(canvas, view, corner, size, colour, lit):
        if face.side == "top":
            continue
        length = max(abs(part) for part in face.along)
        ribs = max(4, int(length / 0.7))
        dark = mix(face.fill, canvas.light.tones[5], 0.28)
        for low, high in ((0, 0.05), (0.94, 1)):
            canvas.poly(face.patch(0, low, 1, high), mix(face.fill, canvas.light.tones[5], 0.16))
        canvas.lines(
            [[face.at(n / ribs, 0.06), face.at(n / ribs, 0.94)] for n in range(1, ribs)], dark, 1.1, 0.7
        )


def cargo_colours(canvas: Canvas) -> list[str]:
    """Return the paints of a container yard, muted towards the light."""
    light = canvas.light
    return [
        light.jialing,
        light.yangtze,
        light.tone(0.62),
        light.tone(0.8),
        mix(light.yangtze, light.glow, 0.45),
        mix(light.jialing, light.glow, 0.35),
    ]


def quay_crane(
    canvas: Canvas, x: float, base: float, size: float, tone: str, raised: float = 0, reach: int = 1
) -> None:
    """Draw a ship-to-shore crane.

    `raised` lifts the boom by so many pixels at its tip, `reach` is 1 right or -1 left.
    """
    s, r = size, reach
    lit = mix(tone, canvas.light.glow, 0.35)
    beam = base - 1.05 * s
    thick = s * 0.035
    canvas.lines(
        [
            [(x - 0.2 * s * r, base), (x - 0.2 * s * r, beam)],
            [(x + 0.2 * s * r, base), (x + 0.2 * s * r, beam)],
        ],
        tone,
        thick * 1.5,
    )
    canvas.lines(
        [
            [(x - 0.2 * s * r, base - 0.42 * s), (x + 0.2 * s * r, base - 0.42 * s)],
            [(x - 0.2 * s * r, base - 0.42 * s), (x + 0.2 * s * r, beam)],
            [(x - 0.2 * s * r, base), (x, base - 0.42 * s), (x + 0.2 * s * r, base)],
        ],
        tone,
        thick * 0.6,
    )
    hinge = (x + 0.24 * s * r, beam)
    tip = (x + 1.15 * s * r, beam - raised)
    apex = (x + 0.12 * s * r, beam - 0.5 * s)
    canvas.line([(x - 0.62 * s * r, beam), hinge, tip], tone, thick * 1.5)
    canvas.line(
        [
            (x - 0.62 * s * r, beam - thick * 0.6),
            (hinge[0], hinge[1] - thick * 0.6),
            (tip[0], tip[1] - thick * 0.6),
        ],
        lit,
        thick * 0.4,
    )
    canvas.lines([[(x - 0.2 * s * r, beam), apex, (x + 0.2 * s * r, beam)]], tone, thick)
    canvas.lines(
        [
            [apex, (x - 0.6 * s * r, beam)],
            [apex, tip],
            [apex, ((hinge[0] + tip[0]) / 2, (hinge[1] + tip[1]) / 2)],
        ],
        tone,
        thick * 0.4,
    )
    canvas.rect(min(x - 0.4 * s * r, x - 0.1 * s * r), beam - 0.13 * s, 0.3 * s, 0.12 * s, lit)
    if not raised:
        drop = x + 0.72 * s * r
        canvas.rect(drop - 0.05 * s, beam + thick * 0.6, 0.1 * s, 0.04 * s, tone)
        canvas.lines(
            [
                [(drop - 0.04 * s, beam), (drop - 0.06 * s, beam + 0.42 * s)],
                [(drop + 0.04 * s, beam), (drop + 0.06 * s, beam + 0.42 * s)],
            ],
            tone,
            thick * 0.25,
        )
        canvas.rect(drop - 0.15 * s, beam + 0.42 * s, 0.3 * s, 0.11 * s, canvas.light.yangtze)
    for side in (-1, 1):
        canvas.rect(x + side * 0.2 * s - 0.06 * s, base - 0.03 * s, 0.12 * s, 0.04 * s, tone)


def ship(canvas: Canvas, x: float, water: float, length: float, tone: str, tiers: int = 3) -> None:
    """Draw a loaded river ship pointing right; `x` is its stern, `water` its waterline."""
    h = length * 0.075
    colours = cargo_colours(canvas)
    box_w, box_h = length * 0.072, length * 0.034
    for row in range(tiers):
        for n in range(9 - row):
            if canvas.random.random() < 0.9:
                cx = x + length * 0.2 + n * box_w * 1.05
                canvas.rect(
                    cx, water - h - (row + 1) * box_h, box_w, box_h - 1, canvas.random.choice(colours)
                )
                canvas.rect(cx, water - h - (row + 1) * box_h, box_w, box_h * 0.22, canvas.light.glow, 0.25)
    canvas.rect(x + length * 0.03, water - h * 2.9, length * 0.13, h * 2, mix(tone, canvas.light.glow, 0.6))
    for n in range(3):
        canvas.rect(x + length * 0.04, water - h * (2.7 - n * 0.6), length * 0.11, h * 0.25, tone, 0.8)
    canvas.rect(x + length * 0.05, water - h * 3.5, length * 0.08, h * 0.6, mix(tone, canvas.light.glow, 0.3))
    canvas.path(
        f"M{x:.1f},{water - h * 1.2:.1f}L{x + length * 0.93:.1f},{water - h:.1f}"
        f"L{x + length:.1f},{water - h * 1.5:.1f}"
        f"L{x + length * 0.95:.1f},{water:.1f}H{x + length * 0.02:.1f}Z",
        tone,
    )
    canvas.path(
        f"M{x + 4:.1f},{water - h * 0.3:.1f}H{x + length * 0.955:.1f}L{x + length * 0.95:.1f},{water:.1f}"
        f"H{x + length * 0.02:.1f}Z",
        canvas.light.yangtze,
    )


def saloon(
    canvas: Canvas, x: float, base: float, length: float, colour: str, bare: bool = False, flip: bool = False
) -> None:
    """Draw a car from the side.

    `x` is its left end, `base` the ground. A bare one is a body without wheels or glass.
    """
    light, s = canvas.light, length / 100
    lit, dark = mix(colour, light.glow, 0.5), mix(colour, light.tones[5], 0.55)
    move = (
        f"translate({x:.1f} {base:.1f}) scale({s:.3f})"
        if not flip
        else f"translate({x + length:.1f} {base:.1f}) scale({-s:.3f} {s:.3f})"
    )
    shell = (
        "M1,-7C0,-13 2,-16 7,-18C14,-20.5 20,-21.5 27,-22.5C35,-31 43,-34.5 55,-34.5C67,-34.5 75,-30 83,-24.5"
        "C91,-23.5 97,-20.5 98.5,-15C99.5,-11 99,-8 97.5,-6.5L90,-6A8.6,8.6 0 0 0 72.8,-6L30,-6"
        "A8.6,8.6 0 0 0 12.8,-6L3,-6Z"
    )
    glass = (
        "M31,-22.6C37,-28.6 43,-31.8 52,-32.2L53.5,-22.6Z M56,-32.3C65,-32 72,-28.8 78.5,-23.6L57.5,-22.6Z"
    )
    with canvas.group(transform=move):
        if not bare:
            canvas.oval(50, 0, 52, 2.6, light.tones[5], 0.35)
        canvas.path(
            shell,
            canvas.fade(
                ((0, lit), (0.36, colour), (0.52, mix(colour, light.glow, 0.22)), (0.62, colour), (1, dark))
            ),
        )
        canvas.path(
            glass,
            mix(light.mist, colour, 0.2)
            if bare
            else canvas.fade(((0, mix(light.tones[5], light.glow, 0.4)), (1, light.tones[5]))),
        )
        canvas.path("M3,-16C25,-19.6 70,-20.4 97,-16.5", "none", 0.7, lit, 0.7)
        canvas.path("M28,-22.5C35,-31 43,-34.4 55,-34.4C67,-34.4 75,-30 83,-24.5", "none", 0.9, lit, 0.8)
        canvas.path(
            "M54.4,-21.5L55.5,-8M34,-21L33,-9C33,-8 34,-7 35,-7H73M77.5,-22L76,-14", "none", 0.7, dark, 0.5
        )
        canvas.lines([[(47, -18.6), (51, -18.6)], [(70, -18.6), (74, -18.6)]], lit, 0.9)
        if not bare:
            canvas.path("M1.6,-14.4L7.5,-17.2L8.5,-15.2L2,-12.6Z", light.lamp)
            canvas.path("M98.4,-15L93.5,-17.6L93.5,-15.6L98.6,-13Z", light.yangtze)
        for wheel in (21.4, 81.4):
            if bare:
                canvas.disc(wheel, -6, 8, mix(light.mist, light.tones[3], 0.25))
                continue
            canvas.disc(wheel, -7, 7.6, light.tones[5])
            canvas.disc(wheel, -7, 5, mix(light.tones[2], light.glow, 0.45))
            canvas.lines(
                [
                    [(wheel, -7), (wheel + dx, -7 + dy)]
                    for dx, dy in ((0, -4.6), (4.4, -1.4), (2.7, 3.7), (-2.7, 3.7), (-4.4, -1.4))
                ],
                light.tones[5],
                1,
            )
            canvas.disc(wheel, -7, 1.3, light.tones[5])


def aircraft(canvas: Canvas, x: float, y: float, size: float, tone: str, turn: float = -14) -> None:
    """Draw an airliner climbing to the right; `x`, `y` is its middle, `size` its length in pixels."""
    light, s = canvas.light, size / 100
    with canvas.group(transform=f"translate({x} {y}) rotate({turn}) scale({s})"):
        canvas.path("M-6,-1L-26,-21L-31,-21L-19,-1Z", mix(tone, light.mist, 0.25))
        canvas.path(
            "M-50,-3C-47,-6 -30,-6.4 0,-6.4C28,-6.4 42,-5.4 49,-1.5C51,0 49,2 44,3.2C30,5.4 -20,5.6 -36,2.6Z",
            canvas.fade(((0, mix(tone, light.glow, 0.9)), (0.55, mix(tone, light.glow, 0.7)), (1, tone))),
        )
        canvas.path("M-50,-3L-57,-22L-49,-22L-37,-5Z", light.jialing)
        canvas.path("M-54,-14L-57,-22L-49,-22L-45,-16Z", light.yangtze)
        canvas.path("M-48,0L-60,3L-55,5L-38,2.6Z", tone)
        canvas.path("M8,2L-24,24L-31,24L-12,2Z", canvas.fade(((0, tone), (1, mix(tone, light.glow, 0.3)))))
        canvas.path("M-8,8H4C7,8 7,13 4,13H-6Z", tone)
        canvas.lines([[(n, -2.2), (n + 1.1, -2.2)] for n in range(-32, 36, 4)], tone, 1.3)
        canvas.path("M41,-4L47,-2.2L42,-1.6Z", tone)


def cable_car(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Draw a cable car hanging from the cable at `x`, `y`; `size` is its width in pixels."""
    light, s = canvas.light, size / 100
    dark = mix(colour, light.tones[5], 0.55)
    with canvas.group(transform=f"translate({x} {y}) scale({s})"):
        canvas.rect(-30, -7, 60, 9, dark, round_=3)
        for dx in (-22, -8, 8, 22):
            canvas.disc(dx, -6, 5, light.tones[5])
        canvas.lines([[(-8, 0), (-3, 52)], [(8, 0), (3, 52)], [(-24, 62), (0, 44), (24, 62)]], dark, 4)
        canvas.rect(
            -50,
            60,
            100,
            72,
            canvas.fade(((0, mix(colour, light.glow, 0.35)), (0.4, colour), (1, dark)), (0, 0), (1, 1)),
            round_=10,
        )
        canvas.rect(-52, 58, 104, 9, dark, round_=4)
        for dx in (-43, -19, 5, 29):
            canvas.rect(
                dx,
                74,
                16 if dx < 29 else 14,
                28,
                canvas.fade(
                    ((0, mix(light.mist, light.sun, 0.5)), (1, mix(light.tones[3], light.mist, 0.4)))
                ),
                round_=2,
            )
        for dx in (-35, -12, 12):
            canvas.oval(dx, 92, 3.6, 4.6, light.tones[5])
            canvas.rect(dx - 6, 96, 12, 7, light.tones[5], round_=3)
        canvas.rect(-50, 112, 100, 4, mix(colour, light.glow, 0.65))


def rails(canvas: Canvas, points: list[Point], width: float, tone: str) -> None:
    """Draw a track of two rails along points, seen from the side."""
    for shift in (-width / 2, width / 2):
        canvas.path(smooth([(x, y + shift) for x, y in points]), "none", 1, tone, max(1.5, width * 0.14))
