"""People, in silhouette only."""

from .canvas import Canvas, smooth


def figure(
    canvas: Canvas, x: float, foot: float, height: float, tone: str, stride: float = 0.5, lean: float = 0
) -> None:
    """Draw a person in silhouette; `stride` opens the legs (0–1), `lean` tips the body forward in pixels."""
    h, s = height, stride * height * 0.1
    hip, neck = foot - h * 0.47, foot - h * 0.84
    top = x + lean
    canvas.poly(
        [
            (x - h * 0.075, hip),
            (x + h * 0.075, hip),
            (x + h * 0.05 + s, foot),
            (x - h * 0.015 + s, foot),
            (x, hip + h * 0.14),
            (x + h * 0.01 - s, foot),
            (x - h * 0.055 - s, foot),
        ],
        tone,
    )
    torso = smooth(
        [
            (x - h * 0.08, hip + 2),
            (x - h * 0.1 + lean * 0.5, hip - h * 0.2),
            (top - h * 0.098, neck + h * 0.05),
            (top, neck + h * 0.005),
            (top + h * 0.098, neck + h * 0.05),
            (x + h * 0.1 + lean * 0.5, hip - h * 0.2),
            (x + h * 0.08, hip + 2),
        ]
    )
    canvas.path(torso + "Z", tone)
    canvas.lines(
        [
            [(top - h * 0.085, neck + h * 0.06), (x - h * 0.098 - s * 0.35, hip - h * 0.01)],
            [(top + h * 0.085, neck + h * 0.06), (x + h * 0.098 + s * 0.35, hip - h * 0.01)],
        ],
        tone,
        h * 0.042,
    )
    canvas.oval(top + lean * 0.2, neck - h * 0.075, h * 0.058, h * 0.075, tone)
