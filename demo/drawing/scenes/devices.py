"""Small things made large: chips, glass, light, lenses, laboratories."""

from math import cos, hypot, pi, sin

from ..canvas import Canvas
from ..landscape import hills, sky
from ..palette import mix
from ..perspective import Camera, Isometric, box
from ..series import scene


def wafer(canvas: Canvas, x: float, y: float, rx: float, ry: float, turn: float, die: int = 13) -> None:
    """Draw a wafer: a dark disc of dies that reflect a band of green and a band of amber. Centre, half axes, degrees."""
    light = canvas.light
    with canvas.group(transform=f"translate({x} {y}) rotate({turn}) scale(1 {ry / rx:.4f})"):
        canvas.disc(0, 0, rx, light.tones[5])
        canvas.disc(0, 0, rx * 0.985, canvas.fade(((0, mix(light.tones[2], light.glow, 0.4)), (0.5, light.tones[3]), (1, light.tones[4])), (0, 0), (1, 1)))
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
    canvas.path("M-20,300L1100,-20H1330L-20,440Z", canvas.fade(((0, light.sun, 0.22), (1, light.sun, 0.02)), (0, 0), (1, 0)))


@scene("wafer-portrait", "hall", (1067, 1600))
def wafer_portrait(canvas: Canvas) -> None:
    """A whole wafer upright in tweezers."""
    light = canvas.light
    canvas.rect(0, 0, 1067, 1600, canvas.fade(((0, light.tones[3]), (0.55, light.tones[4]), (1, light.tones[5]))))
    canvas.disc(533, 690, 760, canvas.halo(((0, light.jialing, 0.5), (1, light.jialing, 0))))
    wafer(canvas, 533, 690, 440, 440, 9, 15)
    steel = mix(light.tones[1], light.glow, 0.45)
    for side, shade in ((-1, 0), (1, 0.4)):
        canvas.poly([(533 + side * 6, 1050), (533 + side * 30, 1062), (533 + side * 150, 1640), (533 + side * 76, 1640)], mix(steel, light.tones[5], shade))
        canvas.line([(533 + side * 28, 1066), (533 + side * 146, 1640)], mix(steel, light.sun, 0.5), 3, 0.6)
    canvas.rect(496, 1046, 74, 16, steel, round_=6)


@scene("chip-packaging-line", "day")
def chip_packaging_line(canvas: Canvas) -> None:
    """Isometric trays in a diagonal; a gripper holds one chip."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, mix(light.tones[0], light.mist, 0.5)), (1, mix(light.tones[1], light.mist, 0.3)))))
    view = Isometric((800, 900), 52, 0.46)
    for lane, (x, tone) in enumerate(((-9.4, 0.3), (-2.4, 0.45), (4.6, 0.3))):
        box(canvas, view, (x, -14, -1.6), (5.4, 40, 1.2), light.tone(tone), "left", mix(light.tone(tone), light.glow, 0.35))
        for n in range(9, -5, -1):
            y = n * 2.9 + lane * 1.1
            tray = light.tones[4] if lane != 1 else light.tones[5]
            box(canvas, view, (x + 0.5, y, -0.4), (4.4, 2.3, 0.22), tray, "left", mix(tray, light.tones[3], 0.4))
            for i in range(3, -1, -1):
                for j in range(1, -1, -1):
                    if lane == 1 and n == 2 and i == 1 and j == 0:
                        continue
                    chip = light.yangtze if (lane == 1 and n < 2) else mix(light.jialing, light.glow, 0.15 + 0.1 * ((i + j + n) % 2))
                    box(canvas, view, (x + 0.75 + i * 1.0, y + 0.25 + j * 1.0, -0.18), (0.74, 0.74, 0.12), chip, "left", mix(chip, light.glow, 0.2))
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
        pins += [[(cx - 96 + 96 * f, cy + 58 + 52 * f), (cx - 96 + 96 * f, cy + 76 + 52 * f)], [(cx + 96 - 96 * f, cy + 58 + 52 * f), (cx + 96 - 96 * f, cy + 76 + 52 * f)]]
    canvas.lines(pins, gold, 5)
    canvas.poly([(cx - 50, cy + 40), (cx, cy + 13), (cx + 50, cy + 40), (cx, cy + 67)], light.jialing)
    canvas.poly([(cx - 24, cy + 40), (cx, cy + 27), (cx + 24, cy + 40), (cx, cy + 53)], gold)
    steel = mix(light.tones[1], light.glow, 0.5)
    canvas.rect(cx - 70, -20, 140, cy - 170, canvas.fade(((0, light.glow), (0.4, steel), (1, light.tones[3])), (0, 0), (1, 0)))
    canvas.rect(cx - 92, cy - 200, 184, 46, light.tones[4], round_=6)
    canvas.rect(cx - 92, cy - 200, 184, 9, light.yangtze)
    for side in (-1, 1):
        canvas.poly([(cx + side * 84, cy - 156), (cx + side * 58, cy - 156), (cx + side * 78, cy + 20), (cx + side * 100, cy + 44), (cx + side * 110, cy + 30)], light.tones[4] if side > 0 else mix(light.tones[3], light.glow, 0.25))


@scene("display-glass", "dawn")
def display_glass(canvas: Canvas) -> None:
    """Sheets of glass overlap; where they do, colour deepens."""
    light = canvas.light
    sky(canvas, None)
    canvas.disc(1120, 430, 620, canvas.halo(((0, light.sun, 0.95), (0.4, light.lamp, 0.5), (1, light.lamp, 0))))
    canvas.rect(0, 850, 1600, 220, canvas.fade(((0, mix(light.tones[1], light.mist, 0.4)), (1, light.tones[3]))))
    for n in range(8):
        x = 1330 - n * 172
        top, base = 250 - n * 22, 860 + n * 19
        w = 250 + n * 14
        hue = mix(light.jialing, light.yangtze, (0.05, 0.9, 0.3, 0.75, 0.15, 1.0, 0.0, 0.5)[n])
        shape = [(x, top + 66), (x + w, top), (x + w, base - 50), (x, base)]
        canvas.poly([(x, base), (x + w, base - 50), (x + w - 170, base + 90), (x - 190, base + 150)], canvas.fade(((0, hue, 0.36), (1, hue, 0.02))))
        canvas.poly(shape, canvas.fade(((0, hue, 0.3), (0.5, mix(hue, light.glow, 0.6), 0.3), (1, hue, 0.62)), (0, 0), (1, 1)))
        canvas.poly([(x + w * 0.3, top + 66 - 20), (x + w * 0.52, top + 32), (x + w * 0.22, base - 11), (x, base - 2), (x, base - 300)], light.sun, 0.14)
        canvas.line([(x, base), shape[0], shape[1], shape[2]], light.sun, 3.5, 0.9)
        canvas.line([(x, base), shape[2]], hue, 5, 0.9)
        canvas.rect(x - 8, base - 8, 26, 20, light.tones[5])
        canvas.rect(x + w - 18, base - 58, 26, 20, light.tones[5])


@scene("light-guide", "hall")
def light_guide(canvas: Canvas) -> None:
    """An even field of dots born from light at one edge."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5]))))
    view = Camera((0, -9, 9), 1000, (860, 20), haze=9000)
    canvas.disc(860, 560, 900, canvas.halo(((0, light.jialing, 0.55), (1, light.jialing, 0))))
    box(canvas, view, (-5.2, 0.6, -0.5), (10.4, 13.8, 0.35), mix(light.jialing, light.tones[4], 0.4), "left", mix(light.tones[3], light.jialing, 0.4))
    for i in range(37):
        for j in range(47):
            x, y = -5 + i * 10 / 36, 0.9 + j * 13.2 / 46
            px, py = view.at((x, y, -0.15))
            k = view.focal / view.depth((x, y, 0))
            bright = max(0.0, 1 - hypot(x / 5.4, (y - 5.6) / 8.2))
            radius = k * (0.036 + 0.052 * bright)
            colour = mix(mix(light.jialing, light.yangtze, (x + 5) / 10), light.sun, bright**0.8)
            canvas.oval(px, py, radius, radius * 0.72, colour, 0.35 + 0.65 * bright)
    canvas.oval(860, view.at((0, 5.2, 0))[1], 460, 300, canvas.halo(((0, light.sun, 0.5), (1, light.lamp, 0))))
    for n in range(18):
        y = 0.9 + n * 13.2 / 17
        (x0, y0), k = view.at((-5.2, y, -0.32)), view.focal / view.depth((-5.2, y, 0))
        canvas.poly([(x0 - 6.5 * k, y0 - 0.3 * k), (x0, y0 - 0.05 * k), (x0, y0 + 0.05 * k), (x0 - 6.5 * k, y0 + 0.3 * k)], canvas.fade(((0, light.lamp, 0), (1, light.lamp, 0.75)), (0, 0), (1, 0)))
        canvas.oval(x0, y0, 0.13 * k, 0.09 * k, light.sun)
    canvas.lines([[view.at((-5.2, 0.6, -0.15)), view.at((5.2, 0.6, -0.15)), view.at((5.2, 14.4, -0.15)), view.at((-5.2, 14.4, -0.15))]], light.glow, 3, 0.8)


@scene("capsule-camera", "day")
def capsule_camera(canvas: Canvas) -> None:
    """A capsule as large as a ship, on a calm blue-green ground."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[2]), (0.62, mix(light.tones[1], light.mist, 0.4)), (0.63, mix(light.tones[1], light.mist, 0.2)), (1, light.tones[2]))))
    for n in range(9):
        canvas.ring(520, 520, 330 + n * 120, 330 + n * 120, light.glow, 2.5, 0.34 - n * 0.03)
    canvas.oval(880, 800, 640, 60, light.tones[5], 0.3)
    with canvas.group(transform="rotate(-11 820 540)"):
        shell = "M520,300H1130A240,240 0 0 1 1130,780H520A240,240 0 0 1 520,300Z"
        with canvas.group(clip=shell):
            canvas.rect(260, 280, 1140, 520, canvas.fade(((0, "#ffffff"), (0.3, mix(light.mist, light.tones[0], 0.4)), (0.75, mix(light.tones[1], light.mist, 0.1)), (1, light.tones[2]))))
            canvas.rect(930, 280, 500, 520, canvas.fade(((0, mix(light.jialing, light.glow, 0.6)), (0.3, mix(light.jialing, light.glow, 0.15)), (0.8, light.jialing), (1, light.tones[4]))))
            canvas.rect(916, 280, 18, 520, light.yangtze)
            canvas.rect(260, 280, 320, 520, canvas.fade(((0, mix(light.tones[4], light.jialing, 0.5)), (0.5, light.tones[4]), (1, light.tones[5]))))
            for n in range(9):
                canvas.line([(960 + n * 40, 300), (960 + n * 40, 780)], light.glow, 2, 0.2)
            canvas.rect(620, 520, 240, 150, light.tones[3], 0.25, 10)
            canvas.lines([[(640 + n * 26, 520), (640 + n * 26, 500)] for n in range(8)] + [[(640 + n * 26, 670), (640 + n * 26, 690)] for n in range(8)], light.tones[3], 5, 0.4)
            canvas.path("M300,350H1300Q1360,350 1360,400H300Z", "#ffffff", 0.5)
        canvas.path("M520,300A240,240 0 0 0 520,780Q600,540 520,300Z", canvas.fade(((0, light.glow, 0.85), (0.4, light.tones[1], 0.35), (1, light.tones[5], 0.4)), (0, 0), (1, 1)))
        for n in range(8):
            a = n * pi / 4 + 0.3
            x, y = 440 + 62 * cos(a), 540 + 150 * sin(a)
            canvas.disc(x, y, 42, canvas.halo(((0, light.lamp, 1), (0.3, light.lamp, 0.6), (1, light.lamp, 0))))
            canvas.oval(x, y, 10, 15, "#ffffff")
        canvas.oval(432, 540, 46, 96, light.tones[5])
        canvas.oval(426, 540, 34, 74, canvas.fade(((0, mix(light.jialing, light.glow, 0.4)), (0.5, light.tones[5]), (1, light.yangtze)), (0, 0), (1, 1)))
        canvas.oval(418, 510, 8, 18, "#ffffff", 0.9)
        canvas.path("M330,430A240,240 0 0 1 470,318", "none", 0.9, "#ffffff", 9)
    canvas.poly([(250, 560), (-20, 300), (-20, 1000)], canvas.fade(((0, light.lamp, 0), (1, light.lamp, 0.75)), (0, 0), (1, 0)))


@scene("medical-lab", "day")
def medical_lab(canvas: Canvas) -> None:
    """Glass against hills: a still life."""
    light = canvas.light
    with canvas.group(clip="M0,0H1600V780H0Z"):
        sky(canvas, (1180, 190), 46, 760)
        hills(canvas, 560, 250, 0.4, 4, 0.02, 40)
    frame = mix(light.tones[4], light.glow, 0.1)
    for x in (-10, 520, 1050, 1580):
        canvas.rect(x, 0, 26, 780, frame)
    canvas.rect(0, 150, 1600, 14, frame)
    canvas.rect(0, 770, 1600, 310, canvas.fade(((0, "#ffffff"), (0.14, mix(light.mist, light.tones[0], 0.5)), (0.15, light.tones[3]), (1, light.tones[4]))))
    x = 430
    with canvas.group(transform=f"translate({x} 790) scale(1.16)"):
        dark, steel = light.tones[5], mix(light.tones[1], light.glow, 0.6)
        canvas.oval(30, 4, 230, 18, dark, 0.25)
        canvas.path("M-150,0Q-150,-34 -110,-36H150Q170,-34 170,0Z", dark)
        canvas.path("M60,-34C150,-70 190,-200 130,-330L70,-300C110,-210 80,-120 10,-70V-34Z", dark)
        canvas.path("M76,-46C150,-90 180,-200 134,-316L122,-310C160,-210 130,-110 60,-54Z", light.jialing)
        canvas.rect(-130, -128, 190, 18, dark, round_=3)
        canvas.rect(-90, -136, 100, 8, mix(light.jialing, light.glow, 0.5))
        canvas.rect(-70, -110, 64, 30, steel)
        with canvas.group(transform="translate(20 -330) rotate(-24)"):
            canvas.rect(-34, -110, 68, 190, canvas.fade(((0, "#ffffff"), (0.5, steel), (1, light.tones[3])), (0, 0), (1, 0)), round_=6)
            canvas.rect(-24, -190, 48, 84, dark, round_=4)
            canvas.rect(-30, -206, 60, 24, light.yangtze, round_=4)
            canvas.rect(-40, 60, 80, 26, dark, round_=4)
            canvas.rect(-32, 86, 26, 58, steel)
            canvas.rect(4, 86, 22, 46, light.yangtze)
        canvas.disc(112, -150, 34, steel)
        canvas.disc(112, -150, 20, dark)
    for fx, size, colour, fill in ((890, 1.2, light.yangtze, 0.55), (1200, 0.92, light.jialing, 0.42)):
        with canvas.group(transform=f"translate({fx} 792) scale({size})"):
            body = "M-34,-300H34V-210L128,-36Q138,0 100,0H-100Q-138,0 -128,-36L-34,-210Z"
            canvas.oval(10, 2, 150, 12, light.tones[5], 0.2)
            canvas.path(body, light.glow, 0.45)
            with canvas.group(clip=body):
                canvas.rect(-150, -300 + 300 * (1 - fill), 300, 300, canvas.fade(((0, mix(colour, light.glow, 0.35)), (1, colour))), 0.92)
                canvas.oval(0, -300 + 300 * (1 - fill), 150, 8, mix(colour, light.glow, 0.7))
                for _ in range(12):
                    canvas.ring(canvas.random.uniform(-80, 80), canvas.random.uniform(-110, -12), 5, 5, light.glow, 2, 0.7)
            canvas.path(body, "none", 0.9, "#ffffff", 5)
            canvas.rect(-44, -312, 88, 16, "#ffffff", 0.9, 6)
            canvas.path("M-22,-290V-205L-96,-60", "none", 0.7, "#ffffff", 8)
    canvas.rect(1370, 700, 190, 14, light.tones[5])
    canvas.rect(1370, 770, 190, 20, light.tones[5])
    for n in range(5):
        x = 1384 + n * 36
        canvas.rect(x, 600, 22, 176, light.glow, 0.6, 10)
        canvas.rect(x, 680 - 14 * (n % 3), 22, 96 + 14 * (n % 3), (light.jialing, light.yangtze, light.tones[2])[n % 3], 0.95, 10)


@scene("air-filter-plant", "day")
def air_filter_plant(canvas: Canvas) -> None:
    """Tangled lines on the left, pleats in the middle, straight lines on the right."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, mix(light.yangtze, light.tones[4], 0.55)), (0.42, mix(light.yangtze, light.mist, 0.55)), (0.6, mix(light.tones[0], light.mist, 0.5)), (1, mix(light.jialing, light.mist, 0.62))), (0, 0), (1, 0)))
    chance = canvas.random
    for n in range(46):
        y = 60 + n * 21
        points = [(-40 + k * 60, y + chance.gauss(0, 46 - k * 2.0)) for k in range(12)]
        canvas.curve([*points, (700, y)], mix(light.yangtze, light.tones[5], chance.uniform(0, 0.6)), chance.uniform(1.4, 4), 0.75)
    for _ in range(190):
        canvas.disc(chance.uniform(0, 640), chance.uniform(30, 1040), chance.uniform(2, 8), mix(light.tones[5], light.yangtze, chance.random()), 0.7)
    for n in range(46):
        y = 60 + n * 21
        canvas.curve([(960, y), (1180, y + 7 * sin(n / 4)), (1400, y - 16 * sin(n / 6)), (1640, y + 20 * sin(n / 9))], mix(light.jialing, light.glow, 0.25 + 0.4 * (n % 3) / 2), 2.4 - (n % 2), 0.9)
    for rank in range(3):
        x = 760 + (rank - 1) * 190
        top, base, w = 70 + (2 - rank) * 18, 1000 - (2 - rank) * 18, 120
        tone = (light.tones[2], mix(light.tones[1], light.jialing, 0.3), mix(light.tones[0], light.jialing, 0.25))[rank]
        canvas.rect(x + 14, top + 20, w + 26, base - top, light.tones[5], 0.16)
        canvas.rect(x, top, w, base - top, tone)
        for k in range(27):
            y = top + k * (base - top) / 27
            h = (base - top) / 27
            canvas.poly([(x + 10, y), (x + w - 10, y + h * 0.5), (x + 10, y + h)], mix(tone, light.glow, 0.6))
            canvas.poly([(x + 10, y), (x + w - 10, y + h * 0.5), (x + w - 10, y - h * 0.5)], mix(tone, light.tones[5], 0.3))
        canvas.rect(x - 6, top - 10, w + 12, 22, light.tones[4])
        canvas.rect(x - 6, base - 12, w + 12, 22, light.tones[4])
        canvas.rect(x - 6, top - 10, 14, base - top + 20, light.tones[4])
        canvas.rect(x + w - 8, top - 10, 14, base - top + 20, mix(light.tones[4], light.tones[5], 0.5))
    canvas.rect(0, 1010, 1600, 60, light.tones[5])
