"""Factory things: halls in perspective, robot arms, sparks, engines, machines that dig and ride."""

from math import cos, hypot, pi, radians, sin

from .canvas import Canvas, Point
from .palette import mix
from .perspective import Camera, box


def hall(canvas: Canvas, view: Camera, half: float, height: float, length: float, wall: str, floor: str, bays: int = 9) -> None:
    """Draw the inside of a long hall: floor, walls with windows, trusses, strips of skylight. Metres; `half` its width."""
    light = canvas.light
    far = mix(wall, light.mist, 0.75)
    canvas.rect(0, 0, canvas.width, canvas.height, far)
    x, y = view.at((0, length, height * 0.4))
    near = view.eye[1] + 0.5
    canvas.poly(view.outline([(-half, near, 0), (half, near, 0), (half, length, 0), (-half, length, 0)]), canvas.fade(((0, mix(floor, light.mist, 0.7)), (1, floor))))
    for side in (-1, 1):
        e = side * half
        canvas.poly(view.outline([(e, near, 0), (e, length, 0), (e, length, height), (e, near, height)]), canvas.fade(((0, far), (1, wall)) if side > 0 else ((0, wall), (1, far)), (0, 0), (1, 0)))
    canvas.poly(view.outline([(-half, near, height), (half, near, height), (half, length, height), (-half, length, height)]), mix(wall, light.tones[5], 0.25), 0.55)
    step = (length - near) / bays
    for n in range(bays - 1, -1, -1):
        y0, y1 = near + n * step, near + (n + 1) * step
        haze = view.haze((0, y0, 0))
        steel = mix(mix(wall, light.tones[5], 0.5), light.mist, haze)
        for low, high in ((-half * 0.7, -half * 0.42), (half * 0.42, half * 0.7)):
            canvas.poly(view.outline([(low, y0 + step * 0.2, height), (high, y0 + step * 0.2, height), (high, y1 - step * 0.1, height), (low, y1 - step * 0.1, height)]), light.sun, 0.9 if not light.is_dark else 0.16)
        for side in (-1, 1):
            e = side * half
            canvas.poly(view.outline([(e, y0 + step * 0.25, height * 0.5), (e, y1 - step * 0.1, height * 0.5), (e, y1 - step * 0.1, height * 0.82), (e, y0 + step * 0.25, height * 0.82)]), light.sun, 0.75 if not light.is_dark else 0.12)
            canvas.poly(view.outline([(e, y0, 0), (e - side * 0.5, y0, 0), (e - side * 0.5, y0, height), (e, y0, height)]), steel)
        box(canvas, view, (-half, y0, height - 0.7), (half * 2, 0.25, 0.3), steel)
        web = []
        for k in range(12):
            a, b = -half + k * half / 6, -half + (k + 1) * half / 6
            web += [[view.at((a, y0, height)), view.at(((a + b) / 2, y0, height - 0.6)), view.at((b, y0, height))]]
        canvas.lines(web, steel, max(1, view.focal / max(2, view.depth((0, y0, 0))) * 0.06))
    canvas.disc(x, y, 360, canvas.halo(((0, light.sun, 0.75 if not light.is_dark else 0.3), (1, light.sun, 0))))


def limb(canvas: Canvas, start: Point, end: Point, thick: float, thin: float, colour: str) -> None:
    """Draw one tapered arm segment with a lit edge."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    nx, ny = -(end[1] - start[1]) / length, (end[0] - start[0]) / length
    if ny > 0 or (ny == 0 and nx > 0):
        nx, ny = -nx, -ny
    a, b = thick / 2, thin / 2
    lit, dark = mix(colour, canvas.light.glow, 0.42), mix(colour, canvas.light.tones[5], 0.42)
    corner = lambda p, n, f: (p[0] + nx * n * f, p[1] + ny * n * f)  # noqa: E731
    canvas.poly([corner(start, a, 1), corner(end, b, 1), corner(end, b, -1), corner(start, a, -1)], colour)
    canvas.poly([corner(start, a, 1), corner(end, b, 1), corner(end, b, 0.35), corner(start, a, 0.35)], lit)
    canvas.poly([corner(start, a, -0.45), corner(end, b, -0.45), corner(end, b, -1), corner(start, a, -1)], dark)


def joint(canvas: Canvas, at: Point, radius: float, colour: str) -> None:
    """Draw a round joint with its cover."""
    light = canvas.light
    canvas.disc(*at, radius, mix(colour, light.tones[5], 0.3))
    canvas.disc(at[0] - radius * 0.06, at[1] - radius * 0.08, radius * 0.86, colour)
    canvas.disc(*at, radius * 0.48, mix(colour, light.tones[5], 0.62))
    canvas.disc(at[0] - radius * 0.06, at[1] - radius * 0.06, radius * 0.3, mix(colour, light.glow, 0.3))


def robot(canvas: Canvas, x: float, base: float, size: float, colour: str, angles: tuple[float, float, float], flip: int = 1, tool: str = "gripper") -> Point:
    """Draw a six-axis robot; return where its tool points. Angles of the three links in degrees, 0 ahead, 90 up."""
    light, s = canvas.light, size
    dark = mix(colour, light.tones[5], 0.72)
    canvas.poly([(x - s * 0.2, base), (x + s * 0.2, base), (x + s * 0.16, base - s * 0.07), (x - s * 0.16, base - s * 0.07)], dark)
    canvas.rect(x - s * 0.13, base - s * 0.26, s * 0.26, s * 0.2, colour)
    canvas.rect(x - s * 0.13, base - s * 0.26, s * 0.09, s * 0.2, mix(colour, light.glow, 0.4))
    canvas.rect(x + s * 0.05, base - s * 0.26, s * 0.08, s * 0.2, mix(colour, light.tones[5], 0.4))
    points = [(x, base - s * 0.3)]
    for length, angle in zip((0.52, 0.5, 0.17), angles, strict=True):
        turn = radians(angle)
        points.append((points[-1][0] + flip * s * length * cos(turn), points[-1][1] - s * length * sin(turn)))
    shoulder, elbow, wrist, hand = points
    back = (elbow[0] - flip * s * 0.12 * cos(radians(angles[1])), elbow[1] + s * 0.12 * sin(radians(angles[1])))
    canvas.path(f"M{shoulder[0] - flip * s * 0.1:.1f},{shoulder[1]:.1f}Q{elbow[0] - flip * s * 0.3:.1f},{elbow[1] + s * 0.1:.1f} {back[0]:.1f},{back[1]:.1f}T{wrist[0]:.1f},{wrist[1] - s * 0.05:.1f}", "none", 1, dark, s * 0.022)
    limb(canvas, shoulder, elbow, s * 0.19, s * 0.14, colour)
    limb(canvas, back, wrist, s * 0.17, s * 0.095, colour)
    limb(canvas, wrist, hand, s * 0.085, s * 0.06, dark)
    joint(canvas, shoulder, s * 0.135, colour)
    joint(canvas, elbow, s * 0.108, colour)
    joint(canvas, wrist, s * 0.062, colour)
    turn = radians(angles[2])
    ahead = lambda far, aside: (hand[0] + flip * s * (far * cos(turn) - aside * sin(turn)), hand[1] - s * (far * sin(turn) + aside * cos(turn)))  # noqa: E731
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
    canvas.disc(*at, reach * 0.95, canvas.halo(((0, light.sun, 0.9), (0.12, light.lamp, 0.55), (0.5, light.yangtze, 0.16), (1, light.yangtze, 0))))
    floor = floor or canvas.height
    for _ in range(count):
        angle, far = chance.uniform(-pi * 0.95, pi * 0.2), reach * chance.random() ** 1.7
        dx, dy = cos(angle) * far, sin(angle) * far * 0.55
        end_y = min(floor + chance.uniform(-6, 14), at[1] + dy + (far / reach) ** 1.4 * reach * 0.75)
        data = f"M{at[0] + dx * 0.3:.1f},{at[1] + dy * 0.5:.1f}Q{at[0] + dx * 0.75:.1f},{at[1] + dy:.1f} {at[0] + dx:.1f},{end_y:.1f}"
        canvas.path(data, "none", chance.uniform(0.35, 1), chance.choice((light.lamp, light.sun, light.yangtze)), chance.uniform(1, 2.8))
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


def engine(canvas: Canvas, x: float, base: float, size: float, colour: str, detail: bool = True) -> None:
    """Draw a four-cylinder engine block from the side; `size` is its width in pixels."""
    light, s = canvas.light, size / 100
    lit, dark = mix(colour, light.glow, 0.5), mix(colour, light.tones[5], 0.5)
    with canvas.group(transform=f"translate({x} {base}) scale({s})"):
        canvas.path("M-46,-14L-40,-50H40L48,-14L40,0H-38Z", canvas.fade(((0, mix(colour, light.glow, 0.2)), (0.5, colour), (1, dark))))
        canvas.rect(-42, -64, 84, 16, mix(colour, light.tones[5], 0.2))
        canvas.path("M-42,-64L-36,-78H36L42,-64Z", light.yangtze)
        canvas.path("M-42,-64L-36,-78H36L35,-75H-34L-38,-64Z", mix(light.yangtze, light.glow, 0.45))
        if not detail:
            return
        for n in range(4):
            cx = -30 + n * 19
            canvas.rect(cx - 6, -84, 12, 8, dark, round_=2)
            canvas.path(f"M{cx + 1},-56C{cx + 1},-40 {cx + 8},-38 {cx + 4},-26", "none", 1, lit, 6)
            canvas.path(f"M{cx + 1},-56C{cx + 1},-40 {cx + 8},-38 {cx + 4},-26", "none", 1, mix(lit, colour, 0.5), 3)
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


def excavator(canvas: Canvas, x: float, base: float, size: float, colour: str, boom: tuple[float, float, float] = (52, -18, -105), flip: int = 1) -> None:
    """Draw a crawler excavator; `boom` gives the angles of boom, stick and bucket, `size` the track length in pixels."""
    light, s = canvas.light, size / 100
    lit, dark, black = mix(colour, light.glow, 0.45), mix(colour, light.tones[5], 0.45), light.tones[5]
    with canvas.group(transform=f"translate({x:.1f} {base:.1f}) scale({s * flip:.3f} {s:.3f})"):
        canvas.rect(-52, -22, 104, 22, black, round_=11)
        canvas.rect(-48, -18.5, 96, 15, mix(black, light.tones[3], 0.5), round_=8)
        for n in range(7):
            canvas.disc(-40 + n * 13.4, -10, 5.4, black)
            canvas.disc(-40 + n * 13.4, -10, 2.4, mix(black, light.mist, 0.4))
        canvas.lines([[(-50 + n * 6, -22.5), (-47 + n * 6, -22.5)] for n in range(17)], mix(black, light.mist, 0.3), 1.6)
        canvas.rect(-26, -29, 50, 8, dark)
        points = [(14.0, -44.0)]
        for length, angle in zip((74, 50), boom[:2], strict=True):
            points.append((points[-1][0] + length * cos(radians(angle)), points[-1][1] - length * sin(radians(angle))))
        root, elbow, wrist = points
        bow = ((root[0] + elbow[0]) / 2 - 13, (root[1] + elbow[1]) / 2 - 15)
        canvas.line([(24, -40), ((bow[0] + root[0]) / 2 + 9, (bow[1] + root[1]) / 2 + 6)], mix(black, light.mist, 0.5), 3)
        canvas.poly([(root[0] - 7, root[1]), (bow[0] - 7, bow[1]), (elbow[0] - 1, elbow[1] - 5), (elbow[0] + 2, elbow[1] + 5), (bow[0] + 8, bow[1] + 8), (root[0] + 7, root[1] + 3)], colour)
        canvas.poly([(root[0] - 7, root[1]), (bow[0] - 7, bow[1]), (elbow[0] - 1, elbow[1] - 5), (elbow[0], elbow[1] - 2), (bow[0] - 1, bow[1] + 1), (root[0] - 2, root[1])], lit)
        tail = (elbow[0] - 15 * cos(radians(boom[1])), elbow[1] + 15 * sin(radians(boom[1])))
        canvas.line([(bow[0] + 2, bow[1] - 6), tail], mix(black, light.mist, 0.5), 2.6)
        limb(canvas, tail, wrist, 12, 7, colour)
        canvas.disc(*elbow, 3.4, black)
        canvas.line([tail, (wrist[0] + (tail[0] - wrist[0]) * 0.25, wrist[1] + (tail[1] - wrist[1]) * 0.25 - 7)], mix(black, light.mist, 0.4), 2.2)
        turn = boom[2]
        with canvas.group(transform=f"translate({wrist[0]:.1f} {wrist[1]:.1f}) rotate({-turn:.1f})"):
            canvas.path("M-4,-5L12,-9C25,-8 32,3 29,13L23,11C18,14 8,12 3,4Z", dark)
            canvas.path("M12,-9C25,-8 32,3 29,13L27,12C28,3 22,-5 11,-6Z", lit)
            canvas.lines([[(23 - n * 5, 11 + n * 0.2), (22 - n * 5, 16)] for n in range(4)], black, 2)
        canvas.path("M-50,-31H24V-56H-22L-27,-60H-45Q-52,-58 -52,-46Z", canvas.fade(((0, lit), (0.35, colour), (1, dark))))
        canvas.lines([[(-46 + n * 4, -52), (-46 + n * 4, -40)] for n in range(6)], dark, 1.4)
        canvas.path("M-8,-38V-80Q-7,-84 -2,-84H18Q22,-84 24,-78L27,-54V-38Z", colour)
        canvas.path("M-4,-54V-78Q-4,-80 -1,-80H16Q19,-80 20.5,-76L23,-54Z", canvas.fade(((0, mix(light.mist, light.sun, 0.4)), (1, mix(light.tones[3], light.mist, 0.3))), (0, 0), (1, 1)))
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
            canvas.lines([[(cx, -15.5), (cx + 10.4 * cos(n * pi / 5), -15.5 + 10.4 * sin(n * pi / 5))] for n in range(10)], steel, 0.7)
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
        canvas.path("M-9,-37C-6,-46 4,-49 14,-48C20,-47 23,-43 24,-39L14,-34L-6,-34Z", canvas.fade(((0, lit), (0.5, colour), (1, mix(colour, black, 0.4)))))
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
