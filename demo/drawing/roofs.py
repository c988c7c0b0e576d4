"""Buildings with upturned eaves: roofs, pagodas, houses on stilts."""

from .canvas import Canvas
from .palette import mix


def eaves(canvas: Canvas, x: float, y: float, w: float, rise: float, tone: str) -> None:
    """Draw a roof with upturned eaves centred on `x`; `y` is the eaves line, `w` its width."""
    half, tip = w / 2, rise * 0.34
    data = (
        f"M{x - half:.1f},{y - tip:.1f}"
        f"Q{x - half * 0.66:.1f},{y:.1f} {x - half * 0.3:.1f},{y - rise * 0.6:.1f}"
        f"L{x - half * 0.22:.1f},{y - rise:.1f}"
        f"H{x + half * 0.22:.1f}L{x + half * 0.3:.1f},{y - rise * 0.6:.1f}Q{x + half * 0.66:.1f},{y:.1f} "
        f"{x + half:.1f},{y - tip:.1f}"
        f"Q{x + half * 0.7:.1f},{y + rise * 0.18:.1f} {x:.1f},{y + rise * 0.14:.1f}"
        f"Q{x - half * 0.7:.1f},{y + rise * 0.18:.1f} "
        f"{x - half:.1f},{y - tip:.1f}Z"
    )
    canvas.path(data, tone)
    lit = mix(tone, canvas.light.glow, 0.35)
    canvas.path(
        f"M{x - half:.1f},{y - tip:.1f}"
        f"Q{x - half * 0.66:.1f},{y:.1f} {x - half * 0.3:.1f},{y - rise * 0.6:.1f}"
        f"L{x - half * 0.22:.1f},{y - rise:.1f}",
        "none",
        1,
        lit,
        max(1.2, rise * 0.05),
    )
    canvas.line([(x - half * 0.24, y - rise), (x + half * 0.24, y - rise)], lit, max(1.5, rise * 0.09))


def pagoda(canvas: Canvas, x: float, base: float, w: float, floors: int, tone: str) -> None:
    """Draw a pagoda of `floors` storeys, `w` wide at its foot."""
    y, floor = base, w * 0.62
    for n in range(floors):
        width = w * (1 - 0.085 * n)
        canvas.rect(x - width * 0.3, y - floor, width * 0.6, floor, mix(tone, canvas.light.mist, 0.15))
        canvas.rect(x - width * 0.3, y - floor, width * 0.24, floor, mix(tone, canvas.light.glow, 0.42))
        canvas.rect(
            x - width * 0.06, y - floor * 0.66, width * 0.13, floor * 0.5, mix(tone, canvas.light.lamp, 0.75)
        )
        y -= floor
        eaves(canvas, x, y, width * 1.12, w * 0.26, tone)
        floor *= 0.93
    canvas.line([(x, y - w * 0.2), (x, y - w * 0.95)], tone, w * 0.05)
    for n in range(3):
        canvas.disc(x, y - w * (0.4 + 0.16 * n), w * (0.06 - 0.012 * n), tone)


def stilt_house(canvas: Canvas, x: float, base: float, w: float, h: float, tone: str) -> None:
    """Draw a timber house on stilts with a gallery, lit windows and a tiled roof."""
    light = canvas.light
    body = base - h * 0.36
    posts = [x + w * f for f in (0.06, 0.3, 0.55, 0.8, 0.95)]
    canvas.lines([[(p, body), (p, base + h * 0.25)] for p in posts], tone, w * 0.022)
    canvas.rect(x, body - h * 0.62, w, h * 0.62, tone)
    canvas.rect(x, body - h * 0.62, w * 0.3, h * 0.62, mix(tone, light.glow, 0.12))
    for row in range(2):
        for n in range(5):
            pane = light.lamp if canvas.random.random() < 0.5 else mix(tone, light.tones[5], 0.4)
            canvas.rect(
                x + w * (0.06 + n * 0.185), body - h * (0.55 - row * 0.3), w * 0.13, h * 0.2, pane, 0.9
            )
    canvas.lines(
        [
            [(x - w * 0.05, body - h * 0.02), (x + w * 1.05, body - h * 0.02)],
            [(x - w * 0.05, body - h * 0.3), (x + w * 1.05, body - h * 0.3)],
        ],
        mix(tone, light.glow, 0.35),
        w * 0.014,
    )
    eaves(canvas, x + w / 2, body - h * 0.6, w * 1.28, h * 0.3, mix(tone, light.tones[5], 0.45))
