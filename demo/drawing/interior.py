"""The inside of a long factory hall, in perspective."""

from .canvas import Canvas
from .palette import mix
from .perspective import Camera, box


def hall(
    canvas: Canvas,
    view: Camera,
    half: float,
    height: float,
    length: float,
    wall: str,
    floor: str,
    bays: int = 9,
) -> None:
    """Draw the inside of a long hall: floor, walls with windows, trusses, strips of skylight.

    Metres; `half` its width.
    """
    light = canvas.light
    far = mix(wall, light.mist, 0.75)
    canvas.rect(0, 0, canvas.width, canvas.height, far)
    x, y = view.at((0, length, height * 0.4))
    near = view.eye[1] + 0.5
    canvas.poly(
        view.outline([(-half, near, 0), (half, near, 0), (half, length, 0), (-half, length, 0)]),
        canvas.fade(((0, mix(floor, light.mist, 0.7)), (1, floor))),
    )
    for side in (-1, 1):
        e = side * half
        canvas.poly(
            view.outline([(e, near, 0), (e, length, 0), (e, length, height), (e, near, height)]),
            canvas.fade(((0, far), (1, wall)) if side > 0 else ((0, wall), (1, far)), (0, 0), (1, 0)),
        )
    canvas.poly(
        view.outline(
            [(-half, near, height), (half, near, height), (half, length, height), (-half, length, height)]
        ),
        mix(wall, light.tones[5], 0.25),
        0.55,
    )
    step = (length - near) / bays
    for n in range(bays - 1, -1, -1):
        y0, y1 = near + n * step, near + (n + 1) * step
        haze = view.haze((0, y0, 0))
        steel = mix(mix(wall, light.tones[5], 0.5), light.mist, haze)
        for low, high in ((-half * 0.7, -half * 0.42), (half * 0.42, half * 0.7)):
            canvas.poly(
                view.outline(
                    [
                        (low, y0 + step * 0.2, height),
                        (high, y0 + step * 0.2, height),
                        (high, y1 - step * 0.1, height),
                        (low, y1 - step * 0.1, height),
                    ]
                ),
                light.sun,
                0.9 if not light.is_dark else 0.16,
            )
        for side in (-1, 1):
            e = side * half
            canvas.poly(
                view.outline(
                    [
                        (e, y0 + step * 0.25, height * 0.5),
                        (e, y1 - step * 0.1, height * 0.5),
                        (e, y1 - step * 0.1, height * 0.82),
                        (e, y0 + step * 0.25, height * 0.82),
                    ]
                ),
                light.sun,
                0.75 if not light.is_dark else 0.12,
            )
            canvas.poly(
                view.outline(
                    [(e, y0, 0), (e - side * 0.5, y0, 0), (e - side * 0.5, y0, height), (e, y0, height)]
                ),
                steel,
            )
        box(canvas, view, (-half, y0, height - 0.7), (half * 2, 0.25, 0.3), steel)
        web = []
        for k in range(12):
            a, b = -half + k * half / 6, -half + (k + 1) * half / 6
            web += [
                [view.at((a, y0, height)), view.at(((a + b) / 2, y0, height - 0.6)), view.at((b, y0, height))]
            ]
        canvas.lines(web, steel, max(1, view.focal / max(2, view.depth((0, y0, 0))) * 0.06))
    canvas.disc(
        x, y, 360, canvas.halo(((0, light.sun, 0.75 if not light.is_dark else 0.3), (1, light.sun, 0)))
    )
