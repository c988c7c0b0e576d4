"""Works that build and test machines."""

from math import cos, pi, sin

from ..canvas import Canvas
from ..interior import hall
from ..landscape import hills, sky
from ..machines import engine, excavator, motorcycle
from ..palette import mix
from ..people import figure
from ..perspective import Camera
from ..series import scene
from ..transport import saloon


@scene("excavator-works", "bright")
def excavator_works(canvas: Canvas) -> None:
    """A machine in profile, its arm crossing the window band."""
    light = canvas.light
    view = Camera((0, -12, 3.2), 900, (1010, 560), haze=90)
    hall(
        canvas,
        view,
        17,
        12,
        62,
        mix(light.tones[1], light.mist, 0.3),
        mix(light.tones[1], light.glow, 0.15),
        7,
    )
    for x, base, size, haze in ((1180, 720, 150, 0.62), (1400, 790, 215, 0.45)):
        excavator(canvas, x, base, size, mix(light.yangtze, light.mist, haze), (60, -30, -100), -1)
    canvas.rect(0, 930, 1600, 140, canvas.fade(((0, light.tones[2], 0), (1, light.tones[3], 0.4))))
    canvas.oval(520, 962, 470, 34, light.tones[5], 0.3)
    excavator(canvas, 470, 962, 640, light.yangtze, (47, -34, -95), 1)
    figure(canvas, 1090, 962, 205, light.tones[5], 0.3)
    canvas.path("M1075,782a15,15 0 0 1 30,0Z", light.jialing)
    canvas.lines([[(0, 1010), (1600, 1010)]], light.yangtze, 9)


@scene("engine-line", "hall")
def engine_line(canvas: Canvas) -> None:
    """Lamps above, blocks below, the first one as a portrait."""
    light = canvas.light
    canvas.rect(
        0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (0.6, light.tones[3]), (1, light.tones[4])))
    )
    x0, y0 = 1560, 400
    canvas.poly(
        [(x0, y0 + 10), (-100, 1067), (1250, 1067), (x0 + 10, y0 + 10)],
        canvas.fade(((0, light.tones[2]), (1, mix(light.tones[3], light.tones[4], 0.5)))),
    )
    strokes = []
    for n in range(24):
        f = (1 - n / 24) ** 2.4
        y = y0 + 26 + (1067 - y0) * f
        strokes.append([(x0 - 1640 * f, y), (x0 - 310 * f, y)])
    canvas.lines(strokes, light.tones[1], 5, 0.4)
    for n in range(6, -1, -1):
        f = 0.56**n
        x, base, size = x0 - 1050 * f, y0 + 500 * f, 700 * f
        lamp_y = y0 - 384 * f
        for dx in (0,):
            canvas.line([(x + dx, 0), (x + dx, lamp_y)], light.tones[5], max(1.5, 6 * f))
            canvas.poly(
                [
                    (x - 120 * f, lamp_y + 54 * f),
                    (x + 120 * f, lamp_y + 54 * f),
                    (x + 340 * f, base),
                    (x - 340 * f, base),
                ],
                canvas.fade(((0, light.lamp, 0.42), (1, light.lamp, 0.02))),
            )
            canvas.path(
                f"M{x - 120 * f:.1f},{lamp_y + 54 * f:.1f}Q{x - 90 * f:.1f},{lamp_y:.1f} {x:.1f},{lamp_y:.1f}"
                f"Q{x + 90 * f:.1f},{lamp_y:.1f} {x + 120 * f:.1f},{lamp_y + 54 * f:.1f}Z",
                light.tones[5],
            )
            canvas.oval(x, lamp_y + 54 * f, 118 * f, 12 * f, light.lamp)
        canvas.oval(x, base + 6 * f, size * 0.55, 26 * f, light.tones[5], 0.5)
        canvas.rect(x - size * 0.5, base - 10 * f, size, 30 * f, light.tones[5])
        engine(
            canvas,
            x,
            base - 8 * f,
            size,
            mix(mix(light.tones[0], light.tones[1], 0.4), light.tones[3], min(0.85, n * 0.24)),
            n < 4,
        )


@scene("motorcycle-works", "dawn")
def motorcycle_works(canvas: Canvas) -> None:
    """A finished machine at a bright gate, others behind it."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (1, light.tones[4]))))
    with canvas.group(clip="M330,870V330A470,300 0 0 1 1270,330V870Z"):
        sky(canvas, (1010, 330), 70, 760)
        hills(canvas, 600, 200, 0.42, 4, 0.0, 30)
        canvas.rect(330, 760, 940, 120, light.tone(0.4))
    canvas.path(
        "M330,870V330A470,300 0 0 1 1270,330V870", "none", 1, mix(light.tones[4], light.glow, 0.3), 14
    )
    canvas.lines([[(800, 32), (800, 600)]], light.tones[4], 0)
    canvas.poly(
        [(330, 868), (1270, 868), (1700, 1080), (-100, 1080)],
        canvas.fade(
            ((0, mix(light.mist, light.yangtze, 0.2)), (1, mix(light.tones[4], light.yangtze, 0.22)))
        ),
    )
    for n, (x, base, size) in enumerate(((1180, 838, 210), (1010, 846, 250), (420, 842, 230))):
        motorcycle(
            canvas, x, base, size, mix((light.jialing, light.tones[4], light.jialing)[n], light.mist, 0.35)
        )
    canvas.oval(760, 1000, 620, 40, light.tones[5], 0.5)
    canvas.rect(180, 968, 1180, 34, light.tones[5])
    canvas.rect(180, 968, 1180, 7, light.lamp, 0.7)
    motorcycle(canvas, 770, 970, 1000, light.yangtze)
    for x, flip in ((110, 1), (1490, -1)):
        canvas.lines([[(x, 0), (x, 210)]], light.tones[5], 8)
        canvas.poly(
            [(x - 70, 250), (x + 70, 250), (x + 40, 205), (x - 40, 205)], mix(light.tones[4], light.glow, 0.2)
        )
        canvas.poly(
            [(x - 60, 250), (x + 60, 250), (x + 300 * flip + 100, 968), (x + 300 * flip - 260, 968)],
            canvas.fade(((0, light.lamp, 0.4), (1, light.lamp, 0))),
        )


@scene("test-lab", "hall")
def test_lab(canvas: Canvas) -> None:
    """A dome of foam wedges around a car."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, light.tones[5])
    cx, cy = 760, 640
    for ring in range(10, -1, -1):
        rx, ry = 24 + ring * 118, 18 + ring * 84
        count = 9 + ring * 8
        for n in range(count):
            a0, a1 = pi + n / count * pi * 1.0, pi + (n + 1) / count * pi
            inner = [(cx + rx * cos(a), cy + ry * sin(a)) for a in (a0, a1)]
            outer = [(cx + (rx + 120) * cos(a), cy + (ry + 86) * sin(a)) for a in (a1, a0)]
            mid = (a0 + a1) / 2
            tip = (cx + (rx + 40) * cos(mid), cy + (ry + 28) * sin(mid))
            tone = mix(light.tones[1], light.tones[4], ring / 10)
            warm = max(0, cos(mid - 1.85 * pi)) * 0.6
            tone = mix(tone, light.jialing, warm)
            canvas.poly([*inner, tip], mix(tone, light.glow, 0.3))
            canvas.poly([inner[1], outer[0], tip], tone)
            canvas.poly([outer[0], outer[1], tip], mix(tone, light.tones[5], 0.6))
            canvas.poly([outer[1], inner[0], tip], mix(tone, light.tones[5], 0.3))
    canvas.rect(0, 640, 1600, 440, canvas.fade(((0, light.tones[2]), (1, light.tones[4]))))
    canvas.oval(700, 860, 640, 150, mix(light.tones[2], light.glow, 0.22))
    canvas.oval(700, 856, 600, 136, mix(light.tones[3], light.tones[2], 0.4))
    canvas.ring(700, 856, 520, 112, light.yangtze, 5, 0.9)
    saloon(canvas, 330, 905, 760, mix(light.tones[0], light.glow, 0.5))
    canvas.lines([[(1340, 960), (1340, 350)]], light.yangtze, 15)
    canvas.poly([(1270, 975), (1410, 975), (1370, 940), (1310, 940)], light.yangtze)
    for y in (390, 470, 550, 630):
        canvas.lines([[(1300, y - 22), (1300, y + 22)], [(1300, y), (1340, y)]], light.glow, 8)
    for n in range(6):
        r = 80 + n * 74
        canvas.path(
            f"M{1280 - r * 0.86:.0f},{510 - r * 0.5:.0f}"
            f"A{r},{r} 0 0 0 {1280 - r * 0.86:.0f},{510 + r * 0.5:.0f}",
            "none",
            0.75 - n * 0.1,
            light.lamp,
            4,
        )
