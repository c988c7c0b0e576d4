"""Robot arms, their joints and tools, and what flies off them."""

from math import cos, hypot, pi, radians, sin

from .canvas import Canvas, Point
from .palette import mix


def limb(canvas: Canvas, start: Point, end: Point, thick: float, thin: float, colour: str) -> None:
    """Draw one tapered arm segment with a lit edge."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    nx, ny = -(end[1] - start[1]) / length, (end[0] - start[0]) / length
    if ny > 0 or (ny == 0 and nx > 0):
        nx, ny = -nx, -ny
    a, b = thick / 2, thin / 2
    lit, dark = mix(colour, canvas.light.glow, 0.42), mix(colour, canvas.light.tones[5], 0.42)

    def corner(p: Point, half: float, share: float) -> Point:
        return p[0] + nx * half * share, p[1] + ny * half * share

    canvas.poly([corner(start, a, 1), corner(end, b, 1), corner(end, b, -1), corner(start, a, -1)], colour)
    canvas.poly([corner(start, a, 1), corner(end, b, 1), corner(end, b, 0.35), corner(start, a, 0.35)], lit)
    canvas.poly(
        [corner(start, a, -0.45), corner(end, b, -0.45), corner(end, b, -1), corner(start, a, -1)], dark
    )


def joint(canvas: Canvas, at: Point, radius: float, colour: str) -> None:
    """Draw a round joint with its cover."""
    light = canvas.light
    canvas.disc(*at, radius, mix(colour, light.tones[5], 0.3))
    canvas.disc(at[0] - radius * 0.06, at[1] - radius * 0.08, radius * 0.86, colour)
    canvas.disc(*at, radius * 0.48, mix(colour, light.tones[5], 0.62))
    canvas.disc(at[0] - radius * 0.06, at[1] - radius * 0.06, radius * 0.3, mix(colour, light.glow, 0.3))


def robot(
    canvas: Canvas,
    x: float,
    base: float,
    size: float,
    colour: str,
    angles: tuple[float, float, float],
    flip: int = 1,
    tool: str = "gripper",
) -> Point:
    """Draw a six-axis robot.

    Return where its tool points. Angles of the three links in degrees, 0 ahead, 90 up.
    """
    light, s = canvas.light, size
    dark = mix(colour, light.tones[5], 0.72)
    canvas.poly(
        [
            (x - s * 0.2, base),
            (x + s * 0.2, base),
            (x + s * 0.16, base - s * 0.07),
            (x - s * 0.16, base - s * 0.07),
        ],
        dark,
    )
    canvas.rect(x - s * 0.13, base - s * 0.26, s * 0.26, s * 0.2, colour)
    canvas.rect(x - s * 0.13, base - s * 0.26, s * 0.09, s * 0.2, mix(colour, light.glow, 0.4))
    canvas.rect(x + s * 0.05, base - s * 0.26, s * 0.08, s * 0.2, mix(colour, light.tones[5], 0.4))
    points = [(x, base - s * 0.3)]
    for length, angle in zip((0.52, 0.5, 0.17), angles, strict=True):
        turn = radians(angle)
        points.append((points[-1][0] + flip * s * length * cos(turn), points[-1][1] - s * length * sin(turn)))
    shoulder, elbow, wrist, hand = points
    back = (
        elbow[0] - flip * s * 0.12 * cos(radians(angles[1])),
        elbow[1] + s * 0.12 * sin(radians(angles[1])),
    )
    canvas.path(
        f"M{shoulder[0] - flip * s * 0.1:.1f},{shoulder[1]:.1f}"
        f"Q{elbow[0] - flip * s * 0.3:.1f},{elbow[1] + s * 0.1:.1f} "
        f"{back[0]:.1f},{back[1]:.1f}T{wrist[0]:.1f},{wrist[1] - s * 0.05:.1f}",
        "none",
        1,
        dark,
        s * 0.022,
    )
    limb(canvas, shoulder, elbow, s * 0.19, s * 0.14, colour)
    limb(canvas, back, wrist, s * 0.17, s * 0.095, colour)
    limb(canvas, wrist, hand, s * 0.085, s * 0.06, dark)
    joint(canvas, shoulder, s * 0.135, colour)
    joint(canvas, elbow, s * 0.108, colour)
    joint(canvas, wrist, s * 0.062, colour)
    turn = radians(angles[2])

    def ahead(far: float, aside: float) -> Point:
        return (
            hand[0] + flip * s * (far * cos(turn) - aside * sin(turn)),
            hand[1] - s * (far * sin(turn) + aside * cos(turn)),
        )

    if tool == "gripper":
        for side in (-1, 1):
            canvas.line([ahead(0, 0), ahead(0.02, 0.055 * side), ahead(0.1, 0.05 * side)], dark, s * 0.026)
        return ahead(0.1, 0)
    canvas.line([ahead(0, 0), ahead(0.1, 0)], dark, s * 0.034)
    canvas.line([ahead(0.1, 0), ahead(0.16, 0.02)], mix(dark, light.glow, 0.35), s * 0.014)
    return ahead(0.16, 0.02)


def sparks(canvas: Canvas, at: Point, reach: float, count: int = 150, floor: float | None = None) -> None:
    """Spray welding sparks from a point; they fall in arcs and skip on the floor."""
    light, chance = canvas.light, canvas.random
    canvas.disc(
        *at,
        reach * 0.95,
        canvas.halo(
            ((0, light.sun, 0.9), (0.12, light.lamp, 0.55), (0.5, light.yangtze, 0.16), (1, light.yangtze, 0))
        ),
    )
    floor = floor or canvas.height
    for _ in range(count):
        angle, far = chance.uniform(-pi * 0.95, pi * 0.2), reach * chance.random() ** 1.7
        dx, dy = cos(angle) * far, sin(angle) * far * 0.55
        end_y = min(floor + chance.uniform(-6, 14), at[1] + dy + (far / reach) ** 1.4 * reach * 0.75)
        data = (
            f"M{at[0] + dx * 0.3:.1f},{at[1] + dy * 0.5:.1f}"
            f"Q{at[0] + dx * 0.75:.1f},{at[1] + dy:.1f} {at[0] + dx:.1f},{end_y:.1f}"
        )
        canvas.path(
            data,
            "none",
            chance.uniform(0.35, 1),
            chance.choice((light.lamp, light.sun, light.yangtze)),
            chance.uniform(1, 2.8),
        )
    canvas.disc(*at, reach * 0.05, "#ffffff")


def gear(canvas: Canvas, x: float, y: float, radius: float, colour: str, teeth: int = 16) -> None:
    """Draw a gear wheel."""
    points = []
    for n in range(teeth * 4):
        angle = n / (teeth * 4) * 2 * pi
        r = radius if n % 4 < 2 else radius * 0.84
        points.append((x + r * cos(angle), y + r * sin(angle)))
    canvas.poly(points, canvas.fade(((0, mix(colour, canvas.light.glow, 0.5)), (1, colour)), (0, 0), (1, 1)))
    canvas.disc(x, y, radius * 0.62, mix(colour, canvas.light.tones[5], 0.4))
    canvas.disc(x, y, radius * 0.56, mix(colour, canvas.light.glow, 0.15))
    canvas.disc(x, y, radius * 0.24, canvas.light.tones[5])
