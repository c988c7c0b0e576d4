"""Machines seen from the side: engines, excavators, motorcycles."""

from math import cos, pi, radians, sin

from .canvas import Canvas
from .palette import mix
from .robots import limb


def engine(canvas: Canvas, x: float, base: float, size: float, colour: str, detail: bool = True) -> None:
    """Draw a four-cylinder engine block from the side; `size` is its width in pixels."""
    light, s = canvas.light, size / 100
    lit, dark = mix(colour, light.glow, 0.5), mix(colour, light.tones[5], 0.5)
    with canvas.group(transform=f"translate({x} {base}) scale({s})"):
        canvas.path(
            "M-46,-14L-40,-50H40L48,-14L40,0H-38Z",
            canvas.fade(((0, mix(colour, light.glow, 0.2)), (0.5, colour), (1, dark))),
        )
        canvas.rect(-42, -64, 84, 16, mix(colour, light.tones[5], 0.2))
        canvas.path("M-42,-64L-36,-78H36L42,-64Z", light.yangtze)
        canvas.path("M-42,-64L-36,-78H36L35,-75H-34L-38,-64Z", mix(light.yangtze, light.glow, 0.45))
        if not detail:
            return
        for n in range(4):
            cx = -30 + n * 19
            canvas.rect(cx - 6, -84, 12, 8, dark, round_=2)
            canvas.path(f"M{cx + 1},-56C{cx + 1},-40 {cx + 8},-38 {cx + 4},-26", "none", 1, lit, 6)
            canvas.path(
                f"M{cx + 1},-56C{cx + 1},-40 {cx + 8},-38 {cx + 4},-26", "none", 1, mix(lit, colour, 0.5), 3
            )
        canvas.rect(-34, -29, 74, 9, lit, round_=4)
        canvas.rect(-34, -24, 74, 4, dark, 0.6, round_=2)
        for cx, cy, r in ((46, -18, 15), (50, -46, 9), (46, -66, 7)):
            canvas.disc(cx, cy, r, dark)
            canvas.disc(cx, cy, r * 0.72, lit)
            canvas.disc(cx, cy, r * 0.3, dark)
        canvas.path("M59,-8C66,-30 62,-50 57,-52L52,-72", "none", 1, light.tones[5], 2)
        canvas.lines([[(-40, -46), (40, -46)], [(-42, -12), (44, -12)], [(-38, -66), (38, -66)]], dark, 1)
        for n in range(9):
            canvas.disc(-36 + n * 9, -61, 1.4, lit)


def excavator(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    colour: str,
    boom: tuple[float, float, float] = (52, -18, -105),
    flip: int = 1,
) -> None:
    """Draw a crawler excavator.

    `boom` gives the angles of boom, stick and bucket, `size` the track length in pixels.
    """
    light, s = canvas.light, size / 100
    lit, dark, black = mix(colour, light.glow, 0.45), mix(colour, light.tones[5], 0.45), light.tones[5]
    with canvas.group(transform=f"translate({x:.1f} {base:.1f}) scale({s * flip:.3f} {s:.3f})"):
        canvas.rect(-52, -22, 104, 22, black, round_=11)
        canvas.rect(-48, -18.5, 96, 15, mix(black, light.tones[3], 0.5), round_=8)
        for n in range(7):
            canvas.disc(-40 + n * 13.4, -10, 5.4, black)
            canvas.disc(-40 + n * 13.4, -10, 2.4, mix(black, light.mist, 0.4))
        canvas.lines(
            [[(-50 + n * 6, -22.5), (-47 + n * 6, -22.5)] for n in range(17)],
            mix(black, light.mist, 0.3),
            1.6,
        )
        canvas.rect(-26, -29, 50, 8, dark)
        points = [(14.0, -44.0)]
        for length, angle in zip((74, 50), boom[:2], strict=True):
            points.append(
                (points[-1][0] + length * cos(radians(angle)), points[-1][1] - length * sin(radians(angle)))
            )
        root, elbow, wrist = points
        bow = ((root[0] + elbow[0]) / 2 - 13, (root[1] + elbow[1]) / 2 - 15)
        canvas.line(
            [(24, -40), ((bow[0] + root[0]) / 2 + 9, (bow[1] + root[1]) / 2 + 6)],
            mix(black, light.mist, 0.5),
            3,
        )
        canvas.poly(
            [
                (root[0] - 7, root[1]),
                (bow[0] - 7, bow[1]),
                (elbow[0] - 1, elbow[1] - 5),
                (elbow[0] + 2, elbow[1] + 5),
                (bow[0] + 8, bow[1] + 8),
                (root[0] + 7, root[1] + 3),
            ],
            colour,
        )
        canvas.poly(
            [
                (root[0] - 7, root[1]),
                (bow[0] - 7, bow[1]),
                (elbow[0] - 1, elbow[1] - 5),
                (elbow[0], elbow[1] - 2),
                (bow[0] - 1, bow[1] + 1),
                (root[0] - 2, root[1]),
            ],
            lit,
        )
        tail = (elbow[0] - 15 * cos(radians(boom[1])), elbow[1] + 15 * sin(radians(boom[1])))
        canvas.line([(bow[0] + 2, bow[1] - 6), tail], mix(black, light.mist, 0.5), 2.6)
        limb(canvas, tail, wrist, 12, 7, colour)
        canvas.disc(*elbow, 3.4, black)
        canvas.line(
            [tail, (wrist[0] + (tail[0] - wrist[0]) * 0.25, wrist[1] + (tail[1] - wrist[1]) * 0.25 - 7)],
            mix(black, light.mist, 0.4),
            2.2,
        )
        turn = boom[2]
        with canvas.group(transform=f"translate({wrist[0]:.1f} {wrist[1]:.1f}) rotate({-turn:.1f})"):
            canvas.path("M-4,-5L12,-9C25,-8 32,3 29,13L23,11C18,14 8,12 3,4Z", dark)
            canvas.path("M12,-9C25,-8 32,3 29,13L27,12C28,3 22,-5 11,-6Z", lit)
            canvas.lines([[(23 - n * 5, 11 + n * 0.2), (22 - n * 5, 16)] for n in range(4)], black, 2)
        canvas.path(
            "M-50,-31H24V-56H-22L-27,-60H-45Q-52,-58 -52,-46Z",
            canvas.fade(((0, lit), (0.35, colour), (1, dark))),
        )
        canvas.lines([[(-46 + n * 4, -52), (-46 + n * 4, -40)] for n in range(6)], dark, 1.4)
        canvas.path("M-8,-38V-80Q-7,-84 -2,-84H18Q22,-84 24,-78L27,-54V-38Z", colour)
        canvas.path(
            "M-4,-54V-78Q-4,-80 -1,-80H16Q19,-80 20.5,-76L23,-54Z",
            canvas.fade(
                ((0, mix(light.mist, light.sun, 0.4)), (1, mix(light.tones[3], light.mist, 0.3))),
                (0, 0),
                (1, 1),
            ),
        )
        canvas.lines([[(8, -80), (8, -40)]], dark, 1.6)


def motorcycle(canvas: Canvas, x: float, base: float, size: float, colour: str) -> None:
    """Draw a motorcycle facing right; `x` is its middle, `size` its length in pixels."""
    light, s = canvas.light, size / 100
    lit, black = mix(colour, light.glow, 0.5), light.tones[5]
    steel = mix(light.tones[3], light.glow, 0.55)
    with canvas.group(transform=f"translate({x:.1f} {base:.1f}) scale({s:.3f})"):
        canvas.oval(0, 0, 54, 2, black, 0.3)
        for cx in (-33, 34):
            canvas.ring(cx, -15.5, 13.4, 13.4, black, 4.6)
            canvas.ring(cx, -15.5, 10.4, 10.4, steel, 1)
            canvas.lines(
                [
                    [(cx, -15.5), (cx + 10.4 * cos(n * pi / 5), -15.5 + 10.4 * sin(n * pi / 5))]
                    for n in range(10)
                ],
                steel,
                0.7,
            )
            canvas.disc(cx, -15.5, 3.2, black)
            canvas.ring(cx, -15.5, 6, 6, steel, 0.9)
        canvas.line([(33.5, -15.5), (22, -46)], steel, 3)
        canvas.line([(31.5, -21), (25, -38)], black, 3.6)
        canvas.line([(-33, -15.5), (-4, -17)], black, 4)
        canvas.path("M-8,-33L-16,-14Q-14,-9 -6,-9H12Q18,-12 17,-20L19,-35Z", mix(black, light.tones[3], 0.35))
        canvas.lines([[(0, -34 + n * 2.7), (17, -36 + n * 2.7)] for n in range(5)], steel, 1)
        canvas.disc(-3, -16, 6.6, steel)
        canvas.disc(-3, -16, 4, mix(black, light.tones[3], 0.3))
        canvas.disc(10, -15, 4.6, steel)
        canvas.path("M18,-30C26,-26 20,-10 10,-8L-18,-8.5L-46,-14", "none", 1, steel, 3.2)
        canvas.path("M-24,-11.5L-47,-17L-47,-12L-24,-8Z", lit)
        canvas.path(
            "M-9,-37C-6,-46 4,-49 14,-48C20,-47 23,-43 24,-39L14,-34L-6,-34Z",
            canvas.fade(((0, lit), (0.5, colour), (1, mix(colour, black, 0.4)))),
        )
        canvas.path("M-9,-37C-16,-37 -26,-39 -37,-44L-44,-47L-40,-41C-32,-36 -22,-32 -10,-32Z", black)
        canvas.path("M-40,-41C-34,-36 -24,-33 -13,-32L-14,-29C-26,-29 -36,-34 -42,-40Z", colour)
        canvas.path("M20,-25C24,-32 34,-33 42,-29C46,-26 48,-22 48,-17C44,-25 38,-30 30,-28Z", colour)
        canvas.path("M-18,-26C-22,-33 -34,-34 -43,-28L-46,-24C-38,-30 -28,-30 -20,-22Z", black)
        canvas.path("M20,-47C24,-50 30,-48 31,-43C30,-39 26,-38 22,-40Z", black)
        canvas.oval(29, -43.5, 2.4, 4, light.lamp)
        canvas.line([(22, -46), (17, -53), (9, -53)], black, 2.4)
        canvas.line([(17, -53), (14, -59)], black, 1)
        canvas.oval(13.4, -60.5, 3.6, 2.2, black)
        canvas.path("M22,-48L29,-58L31,-47Z", mix(light.mist, light.jialing, 0.25), 0.7)
