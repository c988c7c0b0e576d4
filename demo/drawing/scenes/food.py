"""What is eaten, and where."""

from math import cos, pi, sin

from ..canvas import Canvas
from ..palette import mix
from ..series import scene


def steam(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    count: int = 5,
    spread: float = 60,
    opacity: float = 0.5,
) -> None:
    """Let steam rise from a place, in pixels."""
    with canvas.group(blur=7):
        for n in range(count):
            left = x + (n - (count - 1) / 2) * spread
            sway = canvas.random.uniform(0.6, 1.3) * spread * 0.7
            points = [(left + sway * sin(k * 1.2 + n), y - height * k / 6) for k in range(7)]
            canvas.curve(points, canvas.light.glow, 14 - n % 3 * 3, opacity * (0.6 + 0.4 * (n % 2)))


def dish(canvas: Canvas, x: float, y: float, radius: float, fill: str) -> None:
    """Draw a dish from above, heaped with something."""
    light = canvas.light
    canvas.disc(x + radius * 0.08, y + radius * 0.14, radius, light.tones[5], 0.35)
    canvas.disc(x, y, radius, mix(light.glow, light.tones[1], 0.15))
    canvas.ring(x, y, radius * 0.93, radius * 0.93, light.jialing, radius * 0.04)
    canvas.disc(x, y, radius * 0.76, mix(light.glow, light.tones[1], 0.32))
    kind = canvas.random.randrange(4)
    for _ in range(26):
        a, r = canvas.random.uniform(0, 2 * pi), radius * 0.6 * canvas.random.random() ** 0.6
        px, py = x + r * cos(a), y + r * sin(a)
        tone = mix(fill, canvas.random.choice((light.glow, light.tones[5])), canvas.random.uniform(0, 0.4))
        if kind == 0:
            canvas.disc(px, py, radius * 0.13, tone)
        elif kind == 1:
            canvas.curve(
                [(px - radius * 0.2, py), (px, py - radius * 0.12), (px + radius * 0.2, py + radius * 0.04)],
                tone,
                radius * 0.09,
            )
        elif kind == 2:
            canvas.oval(px, py, radius * 0.2, radius * 0.1, tone)
            canvas.line(
                [(px - radius * 0.15, py), (px + radius * 0.15, py)],
                mix(tone, light.glow, 0.4),
                radius * 0.02,
            )
        else:
            canvas.blob(
                [
                    (px - radius * 0.16, py),
                    (px, py - radius * 0.14),
                    (px + radius * 0.17, py),
                    (px, py + radius * 0.13),
                ],
                tone,
            )


@scene("hotpot-table", "dawn")
def hotpot_table(canvas: Canvas) -> None:
    """From above: two broths, as two rivers, in one pot."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5])), (0, 0), (1, 1)))
    for n in range(9):
        canvas.rect(0, n * 124, 1600, 3, light.tones[3], 0.35)
    for _ in range(40):
        y = canvas.random.uniform(0, 1067)
        canvas.curve(
            [
                (0, y),
                (500, y + canvas.random.uniform(-8, 8)),
                (1100, y + canvas.random.uniform(-8, 8)),
                (1600, y),
            ],
            light.tones[3],
            1.4,
            0.25,
        )
    cx, cy, r = 800, 540, 345
    canvas.disc(cx + 16, cy + 26, r + 44, "#0a1a20", 0.5)
    canvas.disc(
        cx,
        cy,
        r + 36,
        canvas.fade(
            (
                (0, mix(light.yangtze, light.glow, 0.55)),
                (0.5, mix(light.yangtze, light.tones[5], 0.2)),
                (1, mix(light.yangtze, light.tones[5], 0.6)),
            ),
            (0, 0),
            (1, 1),
        ),
    )
    for side in (-1, 1):
        canvas.rect(
            cx + side * (r + 52) - 34, cy - 60, 68, 120, mix(light.yangtze, light.tones[5], 0.35), round_=26
        )
        canvas.rect(cx + side * (r + 56) - 14, cy - 36, 28, 72, light.tones[5], round_=13)
    canvas.disc(cx, cy, r, mix(light.yangtze, light.tones[5], 0.55))
    red, pale = mix("#a8421b", light.yangtze, 0.35), mix(light.tones[0], light.jialing, 0.3)
    canvas.disc(
        cx, cy, r - 12, canvas.halo(((0, mix(red, light.lamp, 0.3)), (1, mix(red, light.tones[5], 0.25))))
    )
    bend = (r - 12) / 2
    seam = f"M{cx},{cy - r + 12}A{bend},{bend} 0 0 1 {cx},{cy}A{bend},{bend} 0 0 0 {cx},{cy + r - 12}"
    canvas.path(seam + f"A{r - 12},{r - 12} 0 0 1 {cx},{cy - r + 12}Z", mix(pale, light.glow, 0.25))
    with canvas.group(clip=seam + f"A{r - 12},{r - 12} 0 0 1 {cx},{cy - r + 12}Z"):
        for _ in range(60):
            canvas.ring(
                cx - canvas.random.uniform(0, 330),
                cy + canvas.random.uniform(-330, 330),
                canvas.random.uniform(4, 17),
                canvas.random.uniform(4, 17),
                light.glow,
                2,
                0.6,
            )
        for _ in range(14):
            x, y = cx - canvas.random.uniform(30, 290), cy + canvas.random.uniform(-260, 280)
            canvas.oval(x, y, 30, 17, mix(light.jialing, light.glow, 0.2))
            canvas.line([(x - 22, y), (x + 22, y)], light.glow, 2, 0.7)
        for _ in range(9):
            x, y = cx - canvas.random.uniform(30, 280), cy + canvas.random.uniform(-260, 280)
            canvas.disc(x, y, 24, light.glow)
            canvas.disc(x, y, 15, mix(light.yangtze, light.glow, 0.6))
    for _ in range(70):
        a, d = canvas.random.uniform(-pi / 2, pi / 2), canvas.random.uniform(120, 310)
        x, y = cx + d * cos(a), cy + d * sin(a)
        turn = canvas.random.uniform(0, pi)
        canvas.curve(
            [
                (x - 24 * cos(turn), y - 24 * sin(turn)),
                (x + 5, y - 6),
                (x + 24 * cos(turn), y + 24 * sin(turn)),
            ],
            canvas.random.choice(("#7a2412", "#c4552a", light.yangtze)),
            8,
        )
    for _ in range(90):
        a, d = canvas.random.uniform(-pi / 2, pi / 2), canvas.random.uniform(60, 318)
        canvas.disc(
            cx + d * cos(a),
            cy + d * sin(a),
            canvas.random.uniform(2, 8),
            canvas.random.choice((light.lamp, mix(light.lamp, red, 0.5), light.tones[5])),
            0.7,
        )
    canvas.path(seam, "none", 1, mix(light.yangtze, light.glow, 0.5), 13)
    canvas.path(seam, "none", 0.7, light.sun, 3)
    canvas.ring(cx, cy, r, r, mix(light.yangtze, light.glow, 0.6), 7)
    fills = [
        light.jialing,
        light.yangtze,
        mix(light.jialing, light.glow, 0.4),
        "#b0502a",
        light.tones[2],
        mix(light.yangtze, light.glow, 0.45),
    ]
    spots_ = [
        (190, 170, 128),
        (440, 120, 92),
        (160, 480, 112),
        (210, 790, 134),
        (440, 960, 100),
        (800, 62, 84),
        (1160, 120, 104),
        (1400, 190, 134),
        (1450, 500, 112),
        (1390, 800, 136),
        (1150, 970, 104),
        (800, 1030, 78),
    ]
    for n, (x, y, size) in enumerate(spots_):
        dish(canvas, x, y, size, fills[n % 6])
    for x0, y0, x1, y1 in (
        (1030, 800, 1300, 640),
        (1046, 826, 1316, 664),
        (330, 330, 560, 250),
        (324, 356, 566, 272),
    ):
        canvas.line([(x0 + 5, y0 + 8), (x1 + 5, y1 + 8)], "#0a1a20", 11, 0.35)
        canvas.line([(x0, y0), (x1, y1)], mix(light.yangtze, light.glow, 0.4), 10)
    steam(canvas, 800, 640, 500, 6, 90, 0.32)
