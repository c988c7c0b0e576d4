"""Stalls and markets after dark."""

from ..canvas import Canvas
from ..landscape import hills
from ..palette import mix
from ..people import figure
from ..roofs import eaves
from ..series import scene
from .food import steam


@scene("noodle-stall", "night")
def noodle_stall(canvas: Canvas) -> None:
    """A lit box in a dark street; noodles in the air."""
    light = canvas.light
    canvas.rect(
        0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (0.7, light.tones[4]), (1, light.tones[5])))
    )
    for x in range(-10, 1600, 210):
        canvas.rect(x, 0, 196, 760, light.tones[4])
        for y in range(60, 560, 130):
            lit = canvas.random.random() < 0.3
            canvas.rect(x + 36, y, 110, 76, light.lamp if lit else light.tones[3], 0.5 if lit else 0.5)
    canvas.disc(
        760, 560, 800, canvas.halo(((0, light.lamp, 0.75), (0.5, light.yangtze, 0.25), (1, light.yangtze, 0)))
    )
    canvas.rect(
        260,
        300,
        1000,
        540,
        canvas.fade(((0, mix(light.lamp, light.sun, 0.4)), (1, mix(light.lamp, light.yangtze, 0.55)))),
    )
    for row in range(2):
        canvas.rect(300, 400 + row * 96, 260, 9, light.tones[4])
        for k in range(6):
            canvas.path(
                f"M{312 + k * 42},{372 + row * 96}h34q-2,28 -17,28t-17,-28Z",
                (light.jialing, light.yangtze, light.tones[3])[k % 3],
            )
    for n in range(14):
        x0, x1 = 210 + n * 78.6, 210 + (n + 1) * 78.6
        tone = (light.jialing, mix(light.sun, light.lamp, 0.3))[n % 2]
        canvas.path(
            f"M{260 + n * 71.5:.0f},180H{260 + (n + 1) * 71.5:.0f}L{x1:.0f},310Q{(x0 + x1) / 2:.0f},356 "
            f"{x0:.0f},310Z",
            tone,
        )
    canvas.rect(250, 166, 1020, 18, light.tones[5])
    for x in (330, 700, 1190):
        canvas.line([(x, 310), (x, 372)], light.tones[5], 3)
        canvas.disc(
            x, 404, 150, canvas.halo(((0, light.sun, 0.9), (0.3, light.lamp, 0.4), (1, light.lamp, 0)))
        )
        canvas.disc(x, 400, 24, "#fffaf0")
    figure(canvas, 860, 1060, 640, light.tones[5], 0)
    canvas.path("M800,540Q860,478 922,540L916,522Q860,470 806,522Z", "#fffaf0")
    canvas.rect(806, 504, 108, 26, "#fffaf0", round_=6)
    canvas.line([(800, 596), (700, 660), (612, 560)], light.tones[5], 34)
    canvas.line([(920, 596), (960, 690), (900, 740)], light.tones[5], 34)
    canvas.line([(622, 566), (540, 470)], light.tones[5], 7)
    canvas.line([(636, 560), (562, 460)], light.tones[5], 7)
    for n in range(15):
        x = 528 + n * 4.6
        canvas.path(
            f"M{x},{474 - n % 3}C{x - 14},{560} {x + 18},{620} {540 + (n - 7) * 9},{748}",
            "none",
            1,
            (mix(light.sun, light.lamp, 0.2), light.yangtze, "#fffaf0")[n % 3],
            5,
        )
    canvas.rect(220, 800, 1080, 64, mix(light.yangtze, light.tones[5], 0.25))
    canvas.rect(220, 800, 1080, 10, light.lamp)
    canvas.rect(
        240, 864, 1040, 210, canvas.fade(((0, mix(light.yangtze, light.tones[5], 0.5)), (1, light.tones[5])))
    )
    canvas.path("M410,736H700L674,806H436Z", light.tones[5])
    canvas.oval(555, 738, 146, 22, light.tones[4])
    canvas.oval(555, 738, 126, 15, mix(light.lamp, light.yangtze, 0.4))
    steam(canvas, 560, 740, 420, 6, 44, 0.6)
    for x in (980, 1080, 1180):
        canvas.path(f"M{x - 44},770H{x + 44}Q{x + 38},812 {x},812T{x - 44},770Z", light.jialing)
        canvas.oval(x, 770, 44, 9, "#fffaf0")
    for x, flip in ((330, 1), (1130, -1)):
        canvas.path(
            f"M{x - 84},1080C{x - 100},940 {x - 56},868 {x},868C{x + 56},868 {x + 100},940 {x + 84},1080Z",
            "#081319",
        )
        canvas.oval(x + 8 * flip, 816, 42, 52, "#081319")


@scene("night-market", "night")
def night_market(canvas: Canvas) -> None:
    """Lamps in two swags down a stepped street."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, "#0c1a24"), (0.5, light.tones[2]), (1, light.tones[5]))))
    hills(canvas, 330, 150, 0.3, 2, 0.1, 20)
    canvas.disc(
        800, 400, 520, canvas.halo(((0, light.lamp, 0.85), (0.4, light.yangtze, 0.35), (1, light.yangtze, 0)))
    )
    for n in range(6, -1, -1):
        f = 0.7**n
        tone = mix(light.tones[5], mix(light.yangtze, light.tones[2], 0.5), n * 0.13)
        for side in (-1, 1):
            inner, outer = 800 + side * 470 * f, 800 + side * (470 * f + 520 * f)
            top, base = 400 - 440 * f, 400 + 560 * f
            canvas.poly(
                [(inner, top + 90 * f), (outer + side * 300, top), (outer + side * 300, base), (inner, base)],
                tone,
            )
            eaves(
                canvas,
                inner + side * 230 * f,
                top + 100 * f,
                700 * f,
                120 * f,
                mix(tone, light.tones[5], 0.5),
            )
            left, right = sorted((inner + side * 16 * f, inner + side * 360 * f))
            canvas.rect(
                left,
                400 + 60 * f,
                right - left,
                330 * f,
                canvas.fade(((0, mix(light.lamp, light.sun, 0.3)), (1, light.yangtze))),
            )
            canvas.rect(left, 400 + 310 * f, right - left, 190 * f, mix(tone, light.tones[5], 0.5))
            for k in range(6):
                x = left + (k + 0.5) * (right - left) / 6
                canvas.poly(
                    [
                        (x - 29 * f, 400 + 20 * f),
                        (x + 29 * f, 400 + 20 * f),
                        (x + 31 * f, 400 + 84 * f),
                        (x, 400 + 104 * f),
                        (x - 31 * f, 400 + 84 * f),
                    ],
                    (light.jialing, "#fff3da")[k % 2] if n % 2 else (light.yangtze, "#fff3da")[k % 2],
                )
            for k in range(3):
                figure(
                    canvas, left + (k + 0.5) * (right - left) / 3, 400 + 480 * f, 290 * f, light.tones[5], 0.1
                )
    y = 405.0
    while y < 1080:
        f = (y - 400) / 560
        rise = 3 + 26 * f
        canvas.rect(
            800 - 480 * f,
            y,
            960 * f,
            rise * 0.62,
            mix(mix(light.lamp, light.yangtze, 0.3), light.tones[4], min(0.92, f * 1.05)),
        )
        y += rise
    for n in range(5, -1, -1):
        f = 0.68**n
        top = 400 - 250 * f
        for k in range(9):
            u = k / 8
            x = 800 + (u - 0.5) * 980 * f
            drop = top + 150 * f * 4 * u * (1 - u)
            canvas.disc(
                x,
                drop,
                74 * f,
                canvas.halo(((0, light.lamp, 0.85), (0.3, light.lamp, 0.3), (1, light.lamp, 0))),
            )
            canvas.oval(x, drop, 22 * f, 27 * f, (light.yangtze, light.lamp)[k % 2])
            canvas.oval(x - 5 * f, drop - 6 * f, 8 * f, 12 * f, light.sun, 0.7)
        canvas.curve(
            [
                (800 + (k / 8 - 0.5) * 980 * f, top - 26 * f + 150 * f * 4 * (k / 8) * (1 - k / 8))
                for k in range(9)
            ],
            light.tones[5],
            max(1, 3 * f),
        )
    for x, f in (
        (760, 0.16),
        (830, 0.2),
        (700, 0.3),
        (900, 0.32),
        (790, 0.42),
        (960, 0.5),
        (640, 0.56),
        (850, 0.7),
        (560, 0.86),
        (1060, 0.95),
    ):
        figure(canvas, x, 400 + 560 * f, 40 + 300 * f, mix("#081319", light.yangtze, max(0, 0.3 - f)), 0.5)
