"""Clean work: laboratory glass and filtered air."""

from math import sin

from ..canvas import Canvas
from ..landscape import hills, sky
from ..palette import mix
from ..series import scene


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
    canvas.rect(
        0,
        770,
        1600,
        310,
        canvas.fade(
            (
                (0, "#ffffff"),
                (0.14, mix(light.mist, light.tones[0], 0.5)),
                (0.15, light.tones[3]),
                (1, light.tones[4]),
            )
        ),
    )
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
            canvas.rect(
                -34,
                -110,
                68,
                190,
                canvas.fade(((0, "#ffffff"), (0.5, steel), (1, light.tones[3])), (0, 0), (1, 0)),
                round_=6,
            )
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
                canvas.rect(
                    -150,
                    -300 + 300 * (1 - fill),
                    300,
                    300,
                    canvas.fade(((0, mix(colour, light.glow, 0.35)), (1, colour))),
                    0.92,
                )
                canvas.oval(0, -300 + 300 * (1 - fill), 150, 8, mix(colour, light.glow, 0.7))
                for _ in range(12):
                    canvas.ring(
                        canvas.random.uniform(-80, 80),
                        canvas.random.uniform(-110, -12),
                        5,
                        5,
                        light.glow,
                        2,
                        0.7,
                    )
            canvas.path(body, "none", 0.9, "#ffffff", 5)
            canvas.rect(-44, -312, 88, 16, "#ffffff", 0.9, 6)
            canvas.path("M-22,-290V-205L-96,-60", "none", 0.7, "#ffffff", 8)
    canvas.rect(1370, 700, 190, 14, light.tones[5])
    canvas.rect(1370, 770, 190, 20, light.tones[5])
    for n in range(5):
        x = 1384 + n * 36
        canvas.rect(x, 600, 22, 176, light.glow, 0.6, 10)
        canvas.rect(
            x,
            680 - 14 * (n % 3),
            22,
            96 + 14 * (n % 3),
            (light.jialing, light.yangtze, light.tones[2])[n % 3],
            0.95,
            10,
        )


@scene("air-filter-plant", "day")
def air_filter_plant(canvas: Canvas) -> None:
    """Tangled lines on the left, pleats in the middle, straight lines on the right."""
    light = canvas.light
    canvas.rect(
        0,
        0,
        1600,
        1067,
        canvas.fade(
            (
                (0, mix(light.yangtze, light.tones[4], 0.55)),
                (0.42, mix(light.yangtze, light.mist, 0.55)),
                (0.6, mix(light.tones[0], light.mist, 0.5)),
                (1, mix(light.jialing, light.mist, 0.62)),
            ),
            (0, 0),
            (1, 0),
        ),
    )
    chance = canvas.random
    for n in range(46):
        y = 60 + n * 21
        points = [(-40 + k * 60, y + chance.gauss(0, 46 - k * 2.0)) for k in range(12)]
        canvas.curve(
            [*points, (700, y)],
            mix(light.yangtze, light.tones[5], chance.uniform(0, 0.6)),
            chance.uniform(1.4, 4),
            0.75,
        )
    for _ in range(190):
        canvas.disc(
            chance.uniform(0, 640),
            chance.uniform(30, 1040),
            chance.uniform(2, 8),
            mix(light.tones[5], light.yangtze, chance.random()),
            0.7,
        )
    for n in range(46):
        y = 60 + n * 21
        canvas.curve(
            [(960, y), (1180, y + 7 * sin(n / 4)), (1400, y - 16 * sin(n / 6)), (1640, y + 20 * sin(n / 9))],
            mix(light.jialing, light.glow, 0.25 + 0.4 * (n % 3) / 2),
            2.4 - (n % 2),
            0.9,
        )
    for rank in range(3):
        x = 760 + (rank - 1) * 190
        top, base, w = 70 + (2 - rank) * 18, 1000 - (2 - rank) * 18, 120
        tone = (
            light.tones[2],
            mix(light.tones[1], light.jialing, 0.3),
            mix(light.tones[0], light.jialing, 0.25),
        )[rank]
        canvas.rect(x + 14, top + 20, w + 26, base - top, light.tones[5], 0.16)
        canvas.rect(x, top, w, base - top, tone)
        for k in range(27):
            y = top + k * (base - top) / 27
            h = (base - top) / 27
            canvas.poly([(x + 10, y), (x + w - 10, y + h * 0.5), (x + 10, y + h)], mix(tone, light.glow, 0.6))
            canvas.poly(
                [(x + 10, y), (x + w - 10, y + h * 0.5), (x + w - 10, y - h * 0.5)],
                mix(tone, light.tones[5], 0.3),
            )
        canvas.rect(x - 6, top - 10, w + 12, 22, light.tones[4])
        canvas.rect(x - 6, base - 12, w + 12, 22, light.tones[4])
        canvas.rect(x - 6, top - 10, 14, base - top + 20, light.tones[4])
        canvas.rect(x + w - 8, top - 10, 14, base - top + 20, mix(light.tones[4], light.tones[5], 0.5))
    canvas.rect(0, 1010, 1600, 60, light.tones[5])
