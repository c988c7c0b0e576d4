"""Wafers and the chips cut from them."""

from math import hypot

from ..canvas import Canvas
from ..palette import mix
from ..perspective import Isometric, box
from ..series import scene


def wafer(canvas: Canvas, x: float, y: float, rx: float, ry: float, turn: float, die: int = 13) -> None:
    """Draw a wafer: a dark disc of dies that reflect a band of green and a band of amber.

    Centre, half axes, degrees.
    """
    light = canvas.light
    with canvas.group(transform=f"translate({x} {y}) rotate({turn}) scale(1 {ry / rx:.4f})"):
        canvas.disc(0, 0, rx, light.tones[5])
        canvas.disc(
            0,
            0,
            rx * 0.985,
            canvas.fade(
                ((0, mix(light.tones[2], light.glow, 0.4)), (0.5, light.tones[3]), (1, light.tones[4])),
                (0, 0),
                (1, 1),
            ),
        )
        step = rx * 2 / die
        for i in range(die):
            for j in range(die):
                left, top = -rx + i * step, -rx + j * step
                corners = [(left + a * step, top + b * step) for a in (0.04, 0.96) for b in (0.04, 0.96)]
                if max(hypot(*corner) for corner in corners) > rx * 0.955:
                    continue
                across = (left + top * 0.72) / rx
                warm = max(0.0, 1 - abs(across - 0.5) / 0.42)
                cool = max(0.0, 1 - abs(across + 0.35) / 0.5)
                tone = mix(light.tones[4], light.tones[2], 0.2)
                tone = mix(tone, mix(light.jialing, light.glow, 0.4), cool * 0.95)
                tone = mix(tone, mix(light.yangtze, light.lamp, 0.4), warm * 0.95)
                tone = mix(tone, light.tones[5], canvas.random.uniform(0, 0.16))
                canvas.rect(left + step * 0.04, top + step * 0.04, step * 0.92, step * 0.92, tone)
                shade = mix(tone, light.tones[5], 0.35)
                shine = mix(tone, light.glow, 0.35)
                canvas.rect(left + step * 0.14, top + step * 0.14, step * 0.34, step * 0.44, shade)
                canvas.rect(left + step * 0.54, top + step * 0.14, step * 0.32, step * 0.2, shine)
                canvas.rect(left + step * 0.54, top + step * 0.4, step * 0.32, step * 0.18, shade)
                canvas.rect(left + step * 0.14, top + step * 0.66, step * 0.72, step * 0.2, shine, 0.7)
        canvas.ring(0, 0, rx * 0.992, rx * 0.992, mix(light.glow, light.tones[1], 0.3), rx * 0.012)
        canvas.path(f"M{-rx * 0.05},{rx * 1.01}L0,{rx * 0.95}L{rx * 0.05},{rx * 1.01}Z", light.tones[5])


@scene("chip-wafer", "hall")
def chip_wafer(canvas: Canvas) -> None:
    """The wafer larger than the sheet, tipped towards the lamp."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5])), (0, 0), (1, 1)))
    wafer(canvas, 960, 640, 900, 620, -16, 17)
    canvas.path(
        "M-20,300L1100,-20H1330L-20,440Z",
        canvas.fade(((0, light.sun, 0.22), (1, light.sun, 0.02)), (0, 0), (1, 0)),
    )


@scene("wafer-portrait", "hall", (1067, 1600))
def wafer_portrait(canvas: Canvas) -> None:
    """A whole wafer upright in tweezers."""
    light = canvas.light
    canvas.rect(
        0, 0, 1067, 1600, canvas.fade(((0, light.tones[3]), (0.55, light.tones[4]), (1, light.tones[5])))
    )
    canvas.disc(533, 690, 760, canvas.halo(((0, light.jialing, 0.5), (1, light.jialing, 0))))
    for n in range(7, 0, -1):
        canvas.ring(533 + n * 62, 690 - n * 54, 440, 440, light.glow, 2.4, 0.34 - n * 0.04)
        canvas.disc(533 + n * 62, 690 - n * 54, 440, light.tones[5], 0.1)
    wafer(canvas, 533, 690, 440, 440, 9, 15)
    steel = mix(light.tones[1], light.glow, 0.45)
    for side, shade in ((-1, 0), (1, 0.4)):
        canvas.poly(
            [
                (533 + side * 6, 1050),
                (533 + side * 30, 1062),
                (533 + side * 150, 1640),
                (533 + side * 76, 1640),
            ],
            mix(steel, light.tones[5], shade),
        )
        canvas.line([(533 + side * 28, 1066), (533 + side * 146, 1640)], mix(steel, light.sun, 0.5), 3, 0.6)
    canvas.rect(496, 1046, 74, 16, steel, round_=6)


@scene("chip-packaging-line", "day")
def chip_packaging_line(canvas: Canvas) -> None:
    """Isometric trays in a diagonal; a gripper holds one chip."""
    light = canvas.light
    canvas.rect(
        0,
        0,
        1600,
        1067,
        canvas.fade(((0, mix(light.tones[0], light.mist, 0.5)), (1, mix(light.tones[1], light.mist, 0.3)))),
    )
    view = Isometric((800, 900), 52, 0.46)
    for lane, (x, tone) in enumerate(((-9.4, 0.3), (-2.4, 0.45), (4.6, 0.3))):
        box(
            canvas,
            view,
            (x, -14, -1.6),
            (5.4, 40, 1.2),
            light.tone(tone),
            "left",
            mix(light.tone(tone), light.glow, 0.35),
        )
        for n in range(9, -5, -1):
            y = n * 2.9 + lane * 1.1
            tray = light.tones[4] if lane != 1 else light.tones[5]
            box(
                canvas,
                view,
                (x + 0.5, y, -0.4),
                (4.4, 2.3, 0.22),
                tray,
                "left",
                mix(tray, light.tones[3], 0.4),
            )
            for i in range(3, -1, -1):
                for j in range(1, -1, -1):
                    if lane == 1 and n == 2 and i == 1 and j == 0:
                        continue
                    chip = (
                        light.yangtze
                        if (lane == 1 and n < 2)
                        else mix(light.jialing, light.glow, 0.15 + 0.1 * ((i + j + n) % 2))
                    )
                    box(
                        canvas,
                        view,
                        (x + 0.75 + i * 1.0, y + 0.25 + j * 1.0, -0.18),
                        (0.74, 0.74, 0.12),
                        chip,
                        "left",
                        mix(chip, light.glow, 0.2),
                    )
    cx, cy = view.at((-0.27, 6.4, 2.3))
    sx, sy = view.at((-0.27, 6.4, 0))
    canvas.oval(sx, sy + 6, 70, 34, light.tones[5], 0.3)
    gold = mix(light.yangtze, light.lamp, 0.4)
    canvas.poly([(cx - 96, cy + 40), (cx, cy - 12), (cx + 96, cy + 40), (cx, cy + 92)], light.tones[5])
    canvas.poly([(cx - 96, cy + 40), (cx, cy + 92), (cx, cy + 112), (cx - 96, cy + 60)], light.tones[4])
    canvas.poly([(cx + 96, cy + 40), (cx, cy + 92), (cx, cy + 112), (cx + 96, cy + 60)], "#0a1820")
    pins = []
    for n in range(8):
        f = (n + 0.5) / 8
        pins += [
            [(cx - 96 + 96 * f, cy + 58 + 52 * f), (cx - 96 + 96 * f, cy + 76 + 52 * f)],
            [(cx + 96 - 96 * f, cy + 58 + 52 * f), (cx + 96 - 96 * f, cy + 76 + 52 * f)],
        ]
    canvas.lines(pins, gold, 5)
    canvas.poly([(cx - 50, cy + 40), (cx, cy + 13), (cx + 50, cy + 40), (cx, cy + 67)], light.jialing)
    canvas.poly([(cx - 24, cy + 40), (cx, cy + 27), (cx + 24, cy + 40), (cx, cy + 53)], gold)
    steel = mix(light.tones[1], light.glow, 0.5)
    canvas.rect(
        cx - 70,
        -20,
        140,
        cy - 170,
        canvas.fade(((0, light.glow), (0.4, steel), (1, light.tones[3])), (0, 0), (1, 0)),
    )
    canvas.rect(cx - 92, cy - 200, 184, 46, light.tones[4], round_=6)
    canvas.rect(cx - 92, cy - 200, 184, 9, light.yangtze)
    for side in (-1, 1):
        canvas.poly(
            [
                (cx + side * 84, cy - 156),
                (cx + side * 58, cy - 156),
                (cx + side * 78, cy + 20),
                (cx + side * 100, cy + 44),
                (cx + side * 110, cy + 30),
            ],
            light.tones[4] if side > 0 else mix(light.tones[3], light.glow, 0.25),
        )
