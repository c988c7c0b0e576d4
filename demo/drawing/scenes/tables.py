"""Tables, stalls and rooms: what is eaten, drunk and read."""

from math import cos, pi, sin

from ..canvas import Canvas
from ..landscape import hills, ripples, sky, veil
from ..palette import mix
from ..series import scene
from ..structures import eaves, figure
from .rivers import far_bridge


def steam(canvas: Canvas, x: float, y: float, height: float, count: int = 5, spread: float = 60, opacity: float = 0.5) -> None:
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
    for n in range(26):
        a, r = canvas.random.uniform(0, 2 * pi), radius * 0.6 * canvas.random.random() ** 0.6
        px, py = x + r * cos(a), y + r * sin(a)
        tone = mix(fill, canvas.random.choice((light.glow, light.tones[5])), canvas.random.uniform(0, 0.4))
        if kind == 0:
            canvas.disc(px, py, radius * 0.13, tone)
        elif kind == 1:
            canvas.curve([(px - radius * 0.2, py), (px, py - radius * 0.12), (px + radius * 0.2, py + radius * 0.04)], tone, radius * 0.09)
        elif kind == 2:
            canvas.oval(px, py, radius * 0.2, radius * 0.1, tone)
            canvas.line([(px - radius * 0.15, py), (px + radius * 0.15, py)], mix(tone, light.glow, 0.4), radius * 0.02)
        else:
            canvas.blob([(px - radius * 0.16, py), (px, py - radius * 0.14), (px + radius * 0.17, py), (px, py + radius * 0.13)], tone)


@scene("hotpot-table", "dawn")
def hotpot_table(canvas: Canvas) -> None:
    """From above: two broths, as two rivers, in one pot."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5])), (0, 0), (1, 1)))
    for n in range(9):
        canvas.rect(0, n * 124, 1600, 3, light.tones[3], 0.35)
    for n in range(40):
        y = canvas.random.uniform(0, 1067)
        canvas.curve([(0, y), (500, y + canvas.random.uniform(-8, 8)), (1100, y + canvas.random.uniform(-8, 8)), (1600, y)], light.tones[3], 1.4, 0.25)
    cx, cy, r = 800, 540, 345
    canvas.disc(cx + 16, cy + 26, r + 44, "#0a1a20", 0.5)
    canvas.disc(cx, cy, r + 36, canvas.fade(((0, mix(light.yangtze, light.glow, 0.55)), (0.5, mix(light.yangtze, light.tones[5], 0.2)), (1, mix(light.yangtze, light.tones[5], 0.6))), (0, 0), (1, 1)))
    for side in (-1, 1):
        canvas.rect(cx + side * (r + 52) - 34, cy - 60, 68, 120, mix(light.yangtze, light.tones[5], 0.35), round_=26)
        canvas.rect(cx + side * (r + 56) - 14, cy - 36, 28, 72, light.tones[5], round_=13)
    canvas.disc(cx, cy, r, mix(light.yangtze, light.tones[5], 0.55))
    red, pale = mix("#a8421b", light.yangtze, 0.35), mix(light.tones[0], light.jialing, 0.3)
    canvas.disc(cx, cy, r - 12, canvas.halo(((0, mix(red, light.lamp, 0.3)), (1, mix(red, light.tones[5], 0.25)))))
    seam = f"M{cx},{cy - r + 12}A{(r - 12) / 2},{(r - 12) / 2} 0 0 1 {cx},{cy}A{(r - 12) / 2},{(r - 12) / 2} 0 0 0 {cx},{cy + r - 12}"
    canvas.path(seam + f"A{r - 12},{r - 12} 0 0 1 {cx},{cy - r + 12}Z", mix(pale, light.glow, 0.25))
    with canvas.group(clip=seam + f"A{r - 12},{r - 12} 0 0 1 {cx},{cy - r + 12}Z"):
        for _ in range(60):
            canvas.ring(cx - canvas.random.uniform(0, 330), cy + canvas.random.uniform(-330, 330), canvas.random.uniform(4, 17), canvas.random.uniform(4, 17), light.glow, 2, 0.6)
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
        canvas.curve([(x - 24 * cos(turn), y - 24 * sin(turn)), (x + 5, y - 6), (x + 24 * cos(turn), y + 24 * sin(turn))], canvas.random.choice(("#7a2412", "#c4552a", light.yangtze)), 8)
    for _ in range(90):
        a, d = canvas.random.uniform(-pi / 2, pi / 2), canvas.random.uniform(60, 318)
        canvas.disc(cx + d * cos(a), cy + d * sin(a), canvas.random.uniform(2, 8), canvas.random.choice((light.lamp, mix(light.lamp, red, 0.5), light.tones[5])), 0.7)
    canvas.path(seam, "none", 1, mix(light.yangtze, light.glow, 0.5), 13)
    canvas.path(seam, "none", 0.7, light.sun, 3)
    canvas.ring(cx, cy, r, r, mix(light.yangtze, light.glow, 0.6), 7)
    fills = [light.jialing, light.yangtze, mix(light.jialing, light.glow, 0.4), "#b0502a", light.tones[2], mix(light.yangtze, light.glow, 0.45)]
    spots_ = [(190, 170, 128), (440, 120, 92), (160, 480, 112), (210, 790, 134), (440, 960, 100), (800, 62, 84), (1160, 120, 104), (1400, 190, 134), (1450, 500, 112), (1390, 800, 136), (1150, 970, 104), (800, 1030, 78)]
    for n, (x, y, size) in enumerate(spots_):
        dish(canvas, x, y, size, fills[n % 6])
    for x0, y0, x1, y1 in ((1030, 800, 1300, 640), (1046, 826, 1316, 664), (330, 330, 560, 250), (324, 356, 566, 272)):
        canvas.line([(x0 + 5, y0 + 8), (x1 + 5, y1 + 8)], "#0a1a20", 11, 0.35)
        canvas.line([(x0, y0), (x1, y1)], mix(light.yangtze, light.glow, 0.4), 10)
    steam(canvas, 800, 640, 500, 6, 90, 0.32)


@scene("noodle-stall", "night")
def noodle_stall(canvas: Canvas) -> None:
    """A lit box in a dark street; noodles in the air."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[5]), (0.7, light.tones[4]), (1, light.tones[5]))))
    for x in range(-10, 1600, 210):
        canvas.rect(x, 0, 196, 760, light.tones[4])
        for y in range(60, 560, 130):
            lit = canvas.random.random() < 0.3
            canvas.rect(x + 36, y, 110, 76, light.lamp if lit else light.tones[3], 0.5 if lit else 0.5)
    canvas.disc(760, 560, 800, canvas.halo(((0, light.lamp, 0.75), (0.5, light.yangtze, 0.25), (1, light.yangtze, 0))))
    canvas.rect(260, 300, 1000, 540, canvas.fade(((0, mix(light.lamp, light.sun, 0.4)), (1, mix(light.lamp, light.yangtze, 0.55)))))
    for row in range(2):
        canvas.rect(300, 400 + row * 96, 260, 9, light.tones[4])
        for k in range(6):
            canvas.path(f"M{312 + k * 42},{372 + row * 96}h34q-2,28 -17,28t-17,-28Z", (light.jialing, light.yangtze, light.tones[3])[k % 3])
    for n in range(14):
        x0, x1 = 210 + n * 78.6, 210 + (n + 1) * 78.6
        tone = (light.jialing, mix(light.sun, light.lamp, 0.3))[n % 2]
        canvas.path(f"M{260 + n * 71.5:.0f},180H{260 + (n + 1) * 71.5:.0f}L{x1:.0f},310Q{(x0 + x1) / 2:.0f},356 {x0:.0f},310Z", tone)
    canvas.rect(250, 166, 1020, 18, light.tones[5])
    for x in (330, 700, 1190):
        canvas.line([(x, 310), (x, 372)], light.tones[5], 3)
        canvas.disc(x, 404, 150, canvas.halo(((0, light.sun, 0.9), (0.3, light.lamp, 0.4), (1, light.lamp, 0))))
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
        canvas.path(f"M{x},{474 - n % 3}C{x - 14},{560} {x + 18},{620} {540 + (n - 7) * 9},{748}", "none", 1, (mix(light.sun, light.lamp, 0.2), light.yangtze, "#fffaf0")[n % 3], 5)
    canvas.rect(220, 800, 1080, 64, mix(light.yangtze, light.tones[5], 0.25))
    canvas.rect(220, 800, 1080, 10, light.lamp)
    canvas.rect(240, 864, 1040, 210, canvas.fade(((0, mix(light.yangtze, light.tones[5], 0.5)), (1, light.tones[5]))))
    canvas.path("M410,736H700L674,806H436Z", light.tones[5])
    canvas.oval(555, 738, 146, 22, light.tones[4])
    canvas.oval(555, 738, 126, 15, mix(light.lamp, light.yangtze, 0.4))
    steam(canvas, 560, 740, 420, 6, 44, 0.6)
    for x in (980, 1080, 1180):
        canvas.path(f"M{x - 44},770H{x + 44}Q{x + 38},812 {x},812T{x - 44},770Z", light.jialing)
        canvas.oval(x, 770, 44, 9, "#fffaf0")
    for x, flip in ((330, 1), (1130, -1)):
        canvas.path(f"M{x - 84},1080C{x - 100},940 {x - 56},868 {x},868C{x + 56},868 {x + 100},940 {x + 84},1080Z", "#081319")
        canvas.oval(x + 8 * flip, 816, 42, 52, "#081319")


@scene("night-market", "night")
def night_market(canvas: Canvas) -> None:
    """Lamps in two swags down a stepped street."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, "#0c1a24"), (0.5, light.tones[2]), (1, light.tones[5]))))
    hills(canvas, 330, 150, 0.3, 2, 0.1, 20)
    canvas.disc(800, 400, 520, canvas.halo(((0, light.lamp, 0.85), (0.4, light.yangtze, 0.35), (1, light.yangtze, 0))))
    for n in range(6, -1, -1):
        f = 0.7**n
        tone = mix(light.tones[5], mix(light.yangtze, light.tones[2], 0.5), n * 0.13)
        for side in (-1, 1):
            inner, outer = 800 + side * 470 * f, 800 + side * (470 * f + 520 * f)
            top, base = 400 - 440 * f, 400 + 560 * f
            canvas.poly([(inner, top + 90 * f), (outer + side * 300, top), (outer + side * 300, base), (inner, base)], tone)
            eaves(canvas, inner + side * 230 * f, top + 100 * f, 700 * f, 120 * f, mix(tone, light.tones[5], 0.5))
            left, right = sorted((inner + side * 16 * f, inner + side * 360 * f))
            canvas.rect(left, 400 + 60 * f, right - left, 330 * f, canvas.fade(((0, mix(light.lamp, light.sun, 0.3)), (1, light.yangtze))))
            canvas.rect(left, 400 + 310 * f, right - left, 190 * f, mix(tone, light.tones[5], 0.5))
            for k in range(6):
                x = left + (k + 0.5) * (right - left) / 6
                canvas.poly([(x - 29 * f, 400 + 20 * f), (x + 29 * f, 400 + 20 * f), (x + 31 * f, 400 + 84 * f), (x, 400 + 104 * f), (x - 31 * f, 400 + 84 * f)], (light.jialing, "#fff3da")[k % 2] if n % 2 else (light.yangtze, "#fff3da")[k % 2])
            for k in range(3):
                figure(canvas, left + (k + 0.5) * (right - left) / 3, 400 + 480 * f, 290 * f, light.tones[5], 0.1)
    y = 405.0
    while y < 1080:
        f = (y - 400) / 560
        rise = 3 + 26 * f
        canvas.rect(800 - 480 * f, y, 960 * f, rise * 0.62, mix(mix(light.lamp, light.yangtze, 0.3), light.tones[4], min(0.92, f * 1.05)))
        y += rise
    for n in range(5, -1, -1):
        f = 0.68**n
        top = 400 - 250 * f
        for k in range(9):
            u = k / 8
            x = 800 + (u - 0.5) * 980 * f
            drop = top + 150 * f * 4 * u * (1 - u)
            canvas.disc(x, drop, 74 * f, canvas.halo(((0, light.lamp, 0.85), (0.3, light.lamp, 0.3), (1, light.lamp, 0))))
            canvas.oval(x, drop, 22 * f, 27 * f, (light.yangtze, light.lamp)[k % 2])
            canvas.oval(x - 5 * f, drop - 6 * f, 8 * f, 12 * f, light.sun, 0.7)
        canvas.curve([(800 + (k / 8 - 0.5) * 980 * f, top - 26 * f + 150 * f * 4 * (k / 8) * (1 - k / 8)) for k in range(9)], light.tones[5], max(1, 3 * f))
    for x, f in ((760, 0.16), (830, 0.2), (700, 0.3), (900, 0.32), (790, 0.42), (960, 0.5), (640, 0.56), (850, 0.7), (560, 0.86), (1060, 0.95)):
        figure(canvas, x, 400 + 560 * f, 40 + 300 * f, mix("#081319", light.yangtze, max(0, 0.3 - f)), 0.5)


@scene("tea-house", "fog")
def tea_house(canvas: Canvas) -> None:
    """A lidded bowl before a lattice window."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5]))))
    with canvas.group(clip="M250,70H1350V760H250Z"):
        sky(canvas, (1020, 230), 60, 700)
        hills(canvas, 480, 240, 0.4, 4, 0.03, 40)
        veil(canvas, 560, 120, 0.8)
        canvas.rect(0, 600, 1600, 200, canvas.fade(((0, mix(light.jialing, light.mist, 0.7)), (1, mix(light.jialing, light.mist, 0.35)))))
        canvas.path("M250,690Q700,640 1350,700V780H250Z", mix(light.yangtze, light.mist, 0.45))
        ripples(canvas, 606, 760, 60, light.glow, opacity=0.7)
        far_bridge(canvas, 560, light.tone(0.5))
    wood = mix(light.yangtze, light.tones[5], 0.62)
    for x in (234, 596, 968, 1332):
        canvas.rect(x, 50, 34, 730, wood)
        canvas.rect(x, 50, 9, 730, mix(wood, light.glow, 0.35))
    canvas.rect(210, 40, 1180, 36, wood)
    canvas.rect(210, 746, 1180, 40, wood)
    for x0 in (268, 1002):
        for k in range(1, 5):
            canvas.rect(x0 + k * 66, 76, 9, 150, wood)
        for y in (110, 150, 190, 226):
            canvas.rect(x0, y, 330, 9, wood)
    canvas.rect(0, 820, 1600, 250, canvas.fade(((0, mix(light.yangtze, light.tones[5], 0.3)), (0.1, mix(light.yangtze, light.tones[5], 0.45)), (1, mix(light.yangtze, light.tones[5], 0.72)))))
    canvas.rect(0, 820, 1600, 7, mix(light.yangtze, light.glow, 0.5))
    canvas.poly([(520, 828), (1060, 828), (1180, 1067), (380, 1067)], light.glow, 0.1)
    x, y = 790, 950
    white, shade = "#fffdf6", mix(light.tones[1], light.mist, 0.2)
    canvas.oval(x + 20, y + 14, 300, 44, light.tones[5], 0.45)
    canvas.oval(x, y, 260, 46, shade)
    canvas.oval(x, y - 9, 260, 44, white)
    canvas.oval(x, y - 12, 150, 24, shade)
    canvas.path(f"M{x - 190},{y - 240}C{x - 180},{y - 110} {x - 110},{y - 40} {x - 70},{y - 14}H{x + 70}C{x + 110},{y - 40} {x + 180},{y - 110} {x + 190},{y - 240}Z", canvas.fade(((0, white), (0.55, white), (1, shade)), (0, 0), (1, 0)))
    canvas.oval(x, y - 240, 190, 34, white)
    canvas.oval(x, y - 236, 172, 27, mix(light.yangtze, light.lamp, 0.3))
    canvas.path(f"M{x - 178},{y - 160}Q{x},{y - 110} {x + 178},{y - 160}", "none", 1, light.jialing, 9)
    canvas.path(f"M{x - 172},{y - 142}Q{x},{y - 92} {x + 172},{y - 142}", "none", 1, light.yangtze, 4)
    with canvas.group(transform=f"rotate(15 {x + 60} {y - 268})"):
        canvas.path(f"M{x - 120},{y - 262}Q{x + 60},{y - 376} {x + 240},{y - 262}Q{x + 60},{y - 236} {x - 120},{y - 262}Z", canvas.fade(((0, white), (1, shade))))
        canvas.oval(x + 60, y - 326, 34, 13, shade)
        canvas.rect(x + 36, y - 348, 48, 22, white, round_=9)
    steam(canvas, x - 60, y - 250, 430, 4, 46, 0.85)
    canvas.path("M1180,930h130q-4,84 -65,84t-65,-84Z", white)
    canvas.oval(1245, 930, 65, 13, mix(light.yangtze, light.lamp, 0.3))
    canvas.path("M330,960Q350,850 430,852Q520,854 536,960Q530,1010 432,1010T330,960Z", mix(light.jialing, light.tones[4], 0.4))
    canvas.path("M536,910Q600,906 620,850L640,860Q620,960 530,960Z", mix(light.jialing, light.tones[4], 0.4))
    canvas.path("M340,880C250,850 250,990 340,972", "none", 1, mix(light.jialing, light.tones[4], 0.4), 17)
    canvas.oval(432, 850, 56, 13, mix(light.jialing, light.glow, 0.3))
    canvas.disc(432, 832, 14, light.yangtze)


@scene("library-reading", "bright")
def library_reading(canvas: Canvas) -> None:
    """Curves of shelves around a tall window."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, mix(light.tones[1], light.mist, 0.5)), (1, light.mist)), (0, 0), (1, 0)))
    with canvas.group(clip="M120,60H640V800H120Z"):
        sky(canvas, (300, 220), 50, 700)
        hills(canvas, 520, 280, 0.45, 4, 0.04, 50)
    canvas.lines([[(120, 60), (120, 800)], [(293, 60), (293, 800)], [(466, 60), (466, 800)], [(640, 60), (640, 800)], [(120, 60), (640, 60)], [(120, 300), (640, 300)], [(120, 800), (640, 800)]], light.tones[4], 10)
    books = [light.jialing, light.yangtze, light.tones[4], light.tones[2], mix(light.yangtze, light.glow, 0.5), mix(light.jialing, light.glow, 0.4), "#fdfaf0"]
    for row in range(6):
        for k in range(46):
            u0, u1 = k / 46, (k + 1) / 46
            edge = lambda u, v: (700 + 940 * u, 210 + 0 * u + (row + v) * (112 + 46 * u) - 130 * u - 150 * u * u)  # noqa: B023, E731
            h = canvas.random.uniform(0.16, 0.42)
            if canvas.random.random() < 0.9:
                canvas.poly([edge(u0, h), edge(u1 - 0.003, h), edge(u1 - 0.003, 0.9), edge(u0, 0.9)], canvas.random.choice(books))
            canvas.poly([edge(u0, 0.9), edge(u1, 0.9), edge(u1, 1.0), edge(u0, 1.0)], mix(light.yangtze, light.tones[5], 0.5))
            canvas.poly([edge(u0, 0.9), edge(u1, 0.9), edge(u1, 0.93), edge(u0, 0.93)], mix(light.yangtze, light.glow, 0.3))
    canvas.path("M-20,880Q700,820 1640,1010V1100H-20Z", canvas.fade(((0, mix(light.yangtze, light.glow, 0.6)), (1, mix(light.yangtze, light.tones[4], 0.3)))))
    canvas.poly([(120, 880), (640, 862), (1060, 1080), (340, 1080)], "#ffffff", 0.4)
    canvas.oval(560, 1000, 300, 34, light.tones[5], 0.3)
    canvas.path("M370,1000V760Q370,640 470,640Q520,640 520,720V850H720Q760,850 760,900V1000H720V930H410V1000Z", light.jialing)
    canvas.path("M384,990V764Q384,658 464,656", "none", 0.6, mix(light.jialing, light.glow, 0.5), 8)
    ink = light.tones[5]
    canvas.path("M470,870C450,760 480,690 540,676C600,680 620,740 616,860Z", ink)
    canvas.oval(566, 622, 44, 53, ink)
    canvas.path("M524,640Q514,570 566,566Q600,566 610,596Q560,600 552,650Z", mix(ink, light.tones[3], 0.35))
    canvas.line([(500, 862), (720, 852), (752, 1006), (800, 1006)], ink, 52)
    canvas.line([(590, 716), (640, 806), (716, 786)], ink, 32)
    canvas.poly([(640, 742), (724, 788), (724, 812), (634, 768)], "#ffffff")
    canvas.poly([(724, 788), (806, 726), (810, 750), (724, 812)], mix("#ffffff", light.tones[1], 0.4))
    canvas.rect(900, 930, 200, 14, light.tones[4])
    canvas.lines([[(1000, 940), (1000, 1040)], [(950, 1040), (1050, 1040)]], light.tones[4], 9)
    for k, (w, tone) in enumerate(((150, light.yangtze), (130, light.jialing), (140, "#fdfaf0"))):
        canvas.rect(1000 - w / 2, 906 - k * 24, w, 22, tone)
    canvas.line([(60, 1010), (60, 470), (150, 420)], light.tones[5], 7)
    canvas.poly([(120, 470), (230, 440), (190, 380), (130, 396)], light.yangtze)
