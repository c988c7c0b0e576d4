"""Quiet rooms with a window."""

from ..canvas import Canvas, Point
from ..landscape import hills, ripples, sky, veil
from ..palette import mix
from ..series import scene
from .crossings import far_bridge
from .food import steam


@scene("tea-house", "fog")
def tea_house(canvas: Canvas) -> None:
    """A lidded bowl before a lattice window."""
    light = canvas.light
    canvas.rect(0, 0, 1600, 1067, canvas.fade(((0, light.tones[4]), (1, light.tones[5]))))
    with canvas.group(clip="M250,70H1350V760H250Z"):
        sky(canvas, (1020, 230), 60, 700)
        hills(canvas, 480, 240, 0.4, 4, 0.03, 40)
        veil(canvas, 560, 120, 0.8)
        canvas.rect(
            0,
            600,
            1600,
            200,
            canvas.fade(
                ((0, mix(light.jialing, light.mist, 0.7)), (1, mix(light.jialing, light.mist, 0.35)))
            ),
        )
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
    canvas.rect(
        0,
        820,
        1600,
        250,
        canvas.fade(
            (
                (0, mix(light.yangtze, light.tones[5], 0.3)),
                (0.1, mix(light.yangtze, light.tones[5], 0.45)),
                (1, mix(light.yangtze, light.tones[5], 0.72)),
            )
        ),
    )
    canvas.rect(0, 820, 1600, 7, mix(light.yangtze, light.glow, 0.5))
    canvas.poly([(520, 828), (1060, 828), (1180, 1067), (380, 1067)], light.glow, 0.1)
    x, y = 790, 950
    white, shade = "#fffdf6", mix(light.tones[1], light.mist, 0.2)
    canvas.oval(x + 20, y + 14, 300, 44, light.tones[5], 0.45)
    canvas.oval(x, y, 260, 46, shade)
    canvas.oval(x, y - 9, 260, 44, white)
    canvas.oval(x, y - 12, 150, 24, shade)
    canvas.path(
        f"M{x - 190},{y - 240}C{x - 180},{y - 110} {x - 110},{y - 40} {x - 70},{y - 14}H{x + 70}"
        f"C{x + 110},{y - 40} {x + 180},{y - 110} {x + 190},{y - 240}Z",
        canvas.fade(((0, white), (0.55, white), (1, shade)), (0, 0), (1, 0)),
    )
    canvas.oval(x, y - 240, 190, 34, white)
    canvas.oval(x, y - 236, 172, 27, mix(light.yangtze, light.lamp, 0.3))
    canvas.path(f"M{x - 178},{y - 160}Q{x},{y - 110} {x + 178},{y - 160}", "none", 1, light.jialing, 9)
    canvas.path(f"M{x - 172},{y - 142}Q{x},{y - 92} {x + 172},{y - 142}", "none", 1, light.yangtze, 4)
    with canvas.group(transform=f"rotate(15 {x + 60} {y - 268})"):
        canvas.path(
            f"M{x - 120},{y - 262}Q{x + 60},{y - 376} {x + 240},{y - 262}Q{x + 60},{y - 236} "
            f"{x - 120},{y - 262}Z",
            canvas.fade(((0, white), (1, shade))),
        )
        canvas.oval(x + 60, y - 326, 34, 13, shade)
        canvas.rect(x + 36, y - 348, 48, 22, white, round_=9)
    steam(canvas, x - 60, y - 250, 430, 4, 46, 0.85)
    canvas.path("M1180,930h130q-4,84 -65,84t-65,-84Z", white)
    canvas.oval(1245, 930, 65, 13, mix(light.yangtze, light.lamp, 0.3))
    canvas.path(
        "M330,960Q350,850 430,852Q520,854 536,960Q530,1010 432,1010T330,960Z",
        mix(light.jialing, light.tones[4], 0.4),
    )
    canvas.path("M536,910Q600,906 620,850L640,860Q620,960 530,960Z", mix(light.jialing, light.tones[4], 0.4))
    canvas.path("M340,880C250,850 250,990 340,972", "none", 1, mix(light.jialing, light.tones[4], 0.4), 17)
    canvas.oval(432, 850, 56, 13, mix(light.jialing, light.glow, 0.3))
    canvas.disc(432, 832, 14, light.yangtze)


@scene("library-reading", "bright")
def library_reading(canvas: Canvas) -> None:
    """Curves of shelves around a tall window."""
    light = canvas.light
    canvas.rect(
        0,
        0,
        1600,
        1067,
        canvas.fade(((0, mix(light.tones[1], light.mist, 0.5)), (1, light.mist)), (0, 0), (1, 0)),
    )
    with canvas.group(clip="M120,60H640V800H120Z"):
        sky(canvas, (300, 220), 50, 700)
        hills(canvas, 520, 280, 0.45, 4, 0.04, 50)
    canvas.lines(
        [
            [(120, 60), (120, 800)],
            [(293, 60), (293, 800)],
            [(466, 60), (466, 800)],
            [(640, 60), (640, 800)],
            [(120, 60), (640, 60)],
            [(120, 300), (640, 300)],
            [(120, 800), (640, 800)],
        ],
        light.tones[4],
        10,
    )
    books = [
        light.jialing,
        light.yangtze,
        light.tones[4],
        light.tones[2],
        mix(light.yangtze, light.glow, 0.5),
        mix(light.jialing, light.glow, 0.4),
        "#fdfaf0",
    ]

    def shelf(u: float, v: float) -> Point:
        return 700 + 940 * u, 210 + v * (112 + 46 * u) - 130 * u - 150 * u * u

    for row in range(6):
        for k in range(46):
            u0, u1 = k / 46, (k + 1) / 46
            h = canvas.random.uniform(0.16, 0.42)
            if canvas.random.random() < 0.9:
                canvas.poly(
                    [
                        shelf(u0, row + h),
                        shelf(u1 - 0.003, row + h),
                        shelf(u1 - 0.003, row + 0.9),
                        shelf(u0, row + 0.9),
                    ],
                    canvas.random.choice(books),
                )
            canvas.poly(
                [shelf(u0, row + 0.9), shelf(u1, row + 0.9), shelf(u1, row + 1.0), shelf(u0, row + 1.0)],
                mix(light.yangtze, light.tones[5], 0.5),
            )
            canvas.poly(
                [shelf(u0, row + 0.9), shelf(u1, row + 0.9), shelf(u1, row + 0.93), shelf(u0, row + 0.93)],
                mix(light.yangtze, light.glow, 0.3),
            )
    canvas.path(
        "M-20,880Q700,820 1640,1010V1100H-20Z",
        canvas.fade(((0, mix(light.yangtze, light.glow, 0.6)), (1, mix(light.yangtze, light.tones[4], 0.3)))),
    )
    canvas.poly([(120, 880), (640, 862), (1060, 1080), (340, 1080)], "#ffffff", 0.4)
    canvas.oval(560, 1000, 300, 34, light.tones[5], 0.3)
    canvas.path(
        "M370,1000V760Q370,640 470,640Q520,640 520,720V850H720Q760,850 760,900V1000H720V930H410V1000Z",
        light.jialing,
    )
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
