"""Factory halls and the machines in them."""

from math import cos, pi, sin

from ..canvas import Canvas, smooth
from ..industry import engine, excavator, gear, hall, motorcycle, robot, sparks
from ..landscape import hills, sky
from ..palette import mix
from ..perspective import Camera, box, ground
from ..series import scene
from ..structures import figure
from ..transport import saloon


@scene("car-body-line", "bright")
def car_body_line(canvas: Canvas) -> None:
    """Bodies on carriers, the nearest large and low, robots along the wall."""
    light = canvas.light
    view = Camera((2.5, -9, 3.1), 1050, (1090, 430), haze=85)
    hall(canvas, view, 11, 8.5, 70, mix(light.tones[1], light.mist, 0.3), mix(light.tones[1], light.glow, 0.3))
    for side in (0.7, 2.2):
        ground(canvas, view, [(side, -9, 0), (side + 0.14, -9, 0), (side + 0.14, 70, 0), (side, 70, 0)], light.yangtze)
    for n in range(6, -1, -1):
        y = n * 8.0
        haze = min(0.75, view.haze((0, y, 0)) * 1.1)
        x0, base = view.at((-5.3, y, 0.55))
        x1, _ = view.at((-0.2, y, 0.55))
        colour = mix((light.jialing, mix(light.tones[1], light.glow, 0.5), light.yangtze)[n % 3], light.mist, haze)
        rx, rbase = view.at((5.2, y + 3, 0))
        size = 3.4 * view.focal / view.depth((0, y + 3, 0))
        robot(canvas, rx, rbase, size, mix(light.yangtze, light.mist, haze), (108, 22, -42), -1)
        top = view.at((-2.7, y, 8.2))
        length = x1 - x0
        steel = mix(light.tones[4], light.mist, haze)
        canvas.lines([[(x0 + length * f, top[1]), (x0 + length * f, base - length * 0.16)] for f in (0.24, 0.78)], steel, max(2, length * 0.014))
        canvas.rect(x0 + length * 0.12, base - length * 0.045, length * 0.76, length * 0.03, steel)
        canvas.lines([[(x0 + length * f, base - length * 0.16), (x0 + length * f, base - length * 0.04)] for f in (0.24, 0.78)], steel, max(2, length * 0.02))
        canvas.oval(x0 + length / 2, view.at((0, y, 0))[1], length * 0.5, length * 0.035, light.tones[4], 0.2 * (1 - haze))
        saloon(canvas, x0, base, length, colour, bare=True)
    x, y = view.at((1.5, 3.4, 0))
    figure(canvas, x, y, 158, light.tones[5], 0.3)
    canvas.path(f"M{x - 12},{y - 143}a12,12 0 0 1 24,0Z", light.yangtze)


@scene("robot-arms", "day")
def robot_arms(canvas: Canvas) -> None:
    """A symmetrical aisle of bowing arms."""
    light = canvas.light
    view = Camera((0, -9, 3.4), 1000, (800, 520), haze=66)
    hall(canvas, view, 12, 10, 60, mix(light.tones[2], light.mist, 0.2), mix(light.tones[1], light.glow, 0.2))
    box(canvas, view, (-1.3, -7, 0), (2.6, 62, 0.9), light.tones[3], "left", mix(light.tones[4], light.mist, 0.15))
    for n in range(9, -1, -1):
        y = n * 5.2 - 1
        haze = min(0.82, view.haze((0, y, 0)))
        k = view.focal / view.depth((0, y, 0))
        if n:
            box(canvas, view, (-0.8, y - 2.6, 0.9), (1.6, 1.8, 0.9), light.jialing if n % 2 else light.tones[4])
        x, base = view.at((0, y, 0))
        for side in (-1, 1):
            rx = x + side * 4.6 * k
            canvas.oval(rx, base, 1.2 * k, 0.22 * k, light.tones[5], 0.25 * (1 - haze))
            robot(canvas, rx, base, 4.4 * k, mix(light.yangtze, light.mist, haze), (98, 14 + 5 * (n % 3), -62), -side)
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[5], 0.28), (0.3, light.tones[5], 0), (1, light.tones[5], 0.12))))


@scene("robot-welding", "hall")
def robot_welding(canvas: Canvas) -> None:
    """Darkness, one arm, one point of light."""
    light = canvas.light
    view = Camera((-2, -9, 2.8), 1000, (600, 500), haze=70)
    hall(canvas, view, 12, 9, 50, light.tones[3], light.tones[4], 7)
    canvas.rect(0, 0, 1600, 1067, light.tones[5], 0.55)
    canvas.disc(1010, 640, 760, canvas.halo(((0, light.lamp, 0.4), (0.4, light.yangtze, 0.14), (1, light.yangtze, 0))))
    for x, size, shade in ((330, 300, 0.62), (120, 380, 0.55)):
        robot(canvas, x, 830, size, mix(light.yangtze, light.tones[5], shade + 0.15), (100, 20, -50), 1)
    canvas.oval(1020, 968, 560, 40, canvas.halo(((0, light.lamp, 0.55), (1, light.lamp, 0))))
    frame = light.tones[4]
    canvas.lines([[(820, 880), (1500, 880), (1500, 730), (820, 730), (820, 880)], [(820, 730), (940, 600), (1380, 600), (1500, 730)], [(940, 600), (940, 880)], [(1160, 600), (1160, 880)], [(1380, 600), (1380, 880)]], frame, 30)
    canvas.lines([[(806, 722), (932, 586), (1388, 586)], [(820, 866), (1500, 866)], [(926, 610), (926, 870)], [(1146, 612), (1146, 868)]], light.lamp, 3.5, 0.85)
    canvas.lines([[(900, 895), (860, 985)], [(1420, 895), (1460, 985)]], frame, 26)
    robot(canvas, 560, 985, 760, mix(light.yangtze, light.tones[5], 0.12), (86, 8, -66), 1, "torch")
    sparks(canvas, (1046, 588), 470, 230, 985)


@scene("excavator-works", "bright")
def excavator_works(canvas: Canvas) -> None:
    """A machine in profile, its arm crossing the window band."""
    light = canvas.light
    view = Camera((0, -12, 3.2), 900, (1010, 560), haze=90)
    hall(canvas, view, 17, 12, 62, mix(light.tones[1], light.mist, 0.3), mix(light.tones[1], light.glow, 0.15), 7)
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
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (0.6, light.tones[3]), (1, light.tones[4]))))
    x0, y0 = 1560, 400
    canvas.poly([(x0, y0 + 10), (-100, 1067), (1250, 1067), (x0 + 10, y0 + 10)], canvas.fade(((0, light.tones[2]), (1, mix(light.tones[3], light.tones[4], 0.5)))))
    strokes = []
    for n in range(24):
        f = (1 - n / 24) ** 2.4
        y = y0 + 26 + (1067 - y0) * f
        strokes.append([(x0 - 1640 * f, y), (x0 - 310 * f, y)])
    canvas.lines(strokes, light.tones[1], 5, 0.4)
    for n in range(6, -1, -1):
        f = 0.56 ** n
        x, base, size = x0 - 1050 * f, y0 + 500 * f, 700 * f
        lamp_y = y0 - 384 * f
        for dx in (0,):
            canvas.line([(x + dx, 0), (x + dx, lamp_y)], light.tones[5], max(1.5, 6 * f))
            canvas.poly([(x - 120 * f, lamp_y + 54 * f), (x + 120 * f, lamp_y + 54 * f), (x + 340 * f, base), (x - 340 * f, base)], canvas.fade(((0, light.lamp, 0.42), (1, light.lamp, 0.02))))
            canvas.path(f"M{x - 120 * f:.1f},{lamp_y + 54 * f:.1f}Q{x - 90 * f:.1f},{lamp_y:.1f} {x:.1f},{lamp_y:.1f}Q{x + 90 * f:.1f},{lamp_y:.1f} {x + 120 * f:.1f},{lamp_y + 54 * f:.1f}Z", light.tones[5])
            canvas.oval(x, lamp_y + 54 * f, 118 * f, 12 * f, light.lamp)
        canvas.oval(x, base + 6 * f, size * 0.55, 26 * f, light.tones[5], 0.5)
        canvas.rect(x - size * 0.5, base - 10 * f, size, 30 * f, light.tones[5])
        engine(canvas, x, base - 8 * f, size, mix(light.tones[1], light.tones[3], min(0.8, n * 0.18)), n < 4)


@scene("motorcycle-works", "dawn")
def motorcycle_works(canvas: Canvas) -> None:
    """A finished machine at a bright gate, others behind it."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (1, light.tones[4]))))
    with canvas.group(clip="M330,870V330A470,300 0 0 1 1270,330V870Z"):
        sky(canvas, (1010, 330), 70, 760)
        hills(canvas, 600, 200, 0.42, 4, 0.0, 30)
        canvas.rect(330, 760, 940, 120, light.tone(0.4))
    canvas.path("M330,870V330A470,300 0 0 1 1270,330V870", "none", 1, mix(light.tones[4], light.glow, 0.3), 14)
    canvas.lines([[(800, 32), (800, 600)]], light.tones[4], 0)
    canvas.poly([(330, 868), (1270, 868), (1700, 1080), (-100, 1080)], canvas.fade(((0, mix(light.mist, light.yangtze, 0.2)), (1, mix(light.tones[4], light.yangtze, 0.22)))))
    for n, (x, base, size) in enumerate(((1180, 838, 210), (1010, 846, 250), (420, 842, 230))):
        motorcycle(canvas, x, base, size, mix((light.jialing, light.tones[4], light.jialing)[n], light.mist, 0.35))
    canvas.oval(760, 1000, 620, 40, light.tones[5], 0.5)
    canvas.rect(180, 968, 1180, 34, light.tones[5])
    canvas.rect(180, 968, 1180, 7, light.lamp, 0.7)
    motorcycle(canvas, 770, 970, 1000, light.yangtze)
    for x, flip in ((110, 1), (1490, -1)):
        canvas.lines([[(x, 0), (x, 210)]], light.tones[5], 8)
        canvas.poly([(x - 70, 250), (x + 70, 250), (x + 40, 205), (x - 40, 205)], mix(light.tones[4], light.glow, 0.2))
        canvas.poly([(x - 60, 250), (x + 60, 250), (x + 300 * flip + 100, 968), (x + 300 * flip - 260, 968)], canvas.fade(((0, light.lamp, 0.4), (1, light.lamp, 0))))


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
        canvas.path(f"M{1280 - r * 0.86:.0f},{510 - r * 0.5:.0f}A{r},{r} 0 0 0 {1280 - r * 0.86:.0f},{510 + r * 0.5:.0f}", "none", 0.75 - n * 0.1, light.lamp, 4)


@scene("robot-portrait", "fog", (1067, 1600))
def robot_portrait(canvas: Canvas) -> None:
    """One arm against a round window of light."""
    light = canvas.light
    canvas.rect(0, 0, 1067, 1600, canvas.fade(((0, light.tones[1]), (1, light.tones[2]))))
    with canvas.group(clip="M93,560A440,440 0 0 1 973,560A440,440 0 0 1 93,560Z"):
        canvas.rect(0, 0, 1067, 1200, canvas.fade(((0, light.mist), (1, "#ffffff"))))
        canvas.disc(700, 420, 130, light.sun)
        for n, depth in enumerate((0.1, 0.22, 0.36)):
            edge = [(x, 760 + n * 70 - 70 * sin(x / (170 + n * 60) + n * 2)) for x in range(60, 1020, 40)]
            canvas.path(smooth(edge) + "L1020,1200L60,1200Z", canvas.fade(((0, light.tone(depth)), (1, light.mist))))
    canvas.ring(533, 560, 440, 440, mix(light.tones[3], light.mist, 0.2), 12)
    canvas.ring(533, 560, 470, 470, light.glow, 4, 0.7)
    canvas.rect(0, 1380, 1067, 240, light.tones[4])
    canvas.rect(0, 1380, 1067, 9, light.glow, 0.5)
    x, y = robot(canvas, 400, 1390, 860, light.yangtze, (102, 34, 62), 1)
    gear(canvas, x + 20, y - 84, 100, light.jialing)
