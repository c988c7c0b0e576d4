"""Solid things in space: two cameras, and boxes whose faces take light from the side and
haze from distance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from .canvas import Canvas, Point
from .palette import mix

Place = tuple[float, float, float]


class Camera:
    """An upright view camera.

    World axes: x to the right, y away, z up, in metres; yaw in degrees to the right.
    """

    near = 0.4

    def __init__(
        self, eye: Place, focal: float = 1100, centre: Point = (800, 533), yaw: float = 0, haze: float = 300
    ):
        self.eye, self.focal, self.centre, self.haze_depth = eye, focal, centre, haze
        self._cos, self._sin = cos(radians(yaw)), sin(radians(yaw))

    def _seen(self, place: Place) -> Place:
        x, y = place[0] - self.eye[0], place[1] - self.eye[1]
        return x * self._cos - y * self._sin, x * self._sin + y * self._cos, place[2] - self.eye[2]

    def at(self, place: Place) -> Point:
        """Return where a place in front of the camera lands on the canvas."""
        x, y, z = self._seen(place)
        scale = self.focal / max(y, self.near)
        return self.centre[0] + x * scale, self.centre[1] - z * scale

    def outline(self, places: Sequence[Place]) -> list[Point]:
        """Return a polygon on the canvas, cut at the near plane; empty when wholly behind it."""
        seen = [self._seen(place) for place in places]
        kept: list[Place] = []
        for one, two in zip(seen, [*seen[1:], seen[0]], strict=True):
            if one[1] >= self.near:
                kept.append(one)
            if (one[1] >= self.near) != (two[1] >= self.near):
                share = (self.near - one[1]) / (two[1] - one[1])
                kept.append(tuple(a + (b - a) * share for a, b in zip(one, two, strict=True)))
        scale = [self.focal / place[1] for place in kept]
        return [
            (self.centre[0] + p[0] * s, self.centre[1] - p[2] * s) for p, s in zip(kept, scale, strict=True)
        ]

    def depth(self, place: Place) -> float:
        """Return how far away a place is along the view, in metres."""
        return self._seen(place)[1]

    def haze(self, place: Place) -> float:
        """Return the share of mist (0–1) in front of a place."""
        return min(0.92, max(0.0, self.depth(place) / self.haze_depth))

    def faces_me(self, place: Place, normal: Place) -> bool:
        """Return whether a face through `place` shows its outer side."""
        return sum((e - p) * n for e, p, n in zip(self.eye, place, normal, strict=True)) > 0


class Isometric:
    """A parallel view from the front left above; `scale` is pixels a metre."""

    def __init__(self, origin: Point, scale: float = 10, tilt: float = 0.5):
        self.origin, self.scale, self.tilt = origin, scale, tilt

    def at(self, place: Place) -> Point:
        """Return where a place lands on the canvas."""
        x, y, z = place
        return (
            self.origin[0] + (x - y) * 0.866 * self.scale,
            self.origin[1] - (x + y) * self.tilt * self.scale - z * self.scale,
        )

    def outline(self, places: Sequence[Place]) -> list[Point]:
        """Return a polygon on the canvas."""
        return [self.at(place) for place in places]

    def depth(self, place: Place) -> float:
        """Return an order of distance: larger is farther."""
        return place[0] + place[1] - place[2] * 0.01

    def haze(self, place: Place) -> float:
        """Return no mist: a parallel view has no distance."""
        return 0.0

    def faces_me(self, place: Place, normal: Place) -> bool:
        """Return whether a face shows its outer side."""
        return normal[0] + normal[1] < 0 or normal[2] > 0


@dataclass
class Face:
    """One visible side of a box: a corner and its two edges; u runs along, v up (or away on a top)."""

    view: Camera | Isometric
    corner: Place
    along: Place
    up: Place
    fill: str
    side: str

    def place(self, u: float, v: float) -> Place:
        """Return the world place at shares u and v of the face."""
        return tuple(c + a * u + b * v for c, a, b in zip(self.corner, self.along, self.up, strict=True))

    def at(self, u: float, v: float) -> Point:
        """Return the canvas point at shares u and v of the face."""
        return self.view.at(self.place(u, v))

    def patch(self, u0: float, v0: float, u1: float, v1: float) -> list[Point]:
        """Return the outline of a part of the face."""
        return self.view.outline(
            [self.place(u0, v0), self.place(u1, v0), self.place(u1, v1), self.place(u0, v1)]
        )


def box(
    canvas: Canvas,
    view: Camera | Isometric,
    corner: Place,
    size: Place,
    colour: str,
    lit: str = "left",
    roof: str | None = None,
) -> list[Face]:
    """Draw a box and return its visible faces.

    `corner` is the low, near, left one; `size` is width, depth, height in metres; `lit` says which side
    takes the sun.
    """
    (x, y, z), (w, d, h) = corner, size
    sides = [
        ("left", (x, y + d, z), (0, -d, 0), (0, 0, h), (-1, 0, 0)),
        ("right", (x + w, y, z), (0, d, 0), (0, 0, h), (1, 0, 0)),
        ("front", (x, y, z), (w, 0, 0), (0, 0, h), (0, -1, 0)),
        ("top", (x, y, z + h), (w, 0, 0), (0, d, 0), (0, 0, 1)),
    ]
    light = canvas.light
    faces = []
    for side, start, along, up, normal in sides:
        if not view.faces_me(start, normal):
            continue
        if side == "top":
            fill = roof or mix(colour, light.glow, 0.42)
        elif side == lit:
            fill = mix(colour, light.glow, 0.24)
        elif side == "front":
            fill = colour
        else:
            fill = mix(colour, light.tones[5], 0.38)
        face = Face(view, start, along, up, mix(fill, light.mist, view.haze(start)), side)
        outline = face.patch(0, 0, 1, 1)
        if len(outline) > 2:
            canvas.poly(outline, face.fill)
            faces.append(face)
    return faces


def windows(
    canvas: Canvas,
    face: Face,
    columns: int,
    rows: int,
    colour: str,
    share: float = 1,
    gap: float = 0.3,
    opacity: float = 1,
) -> None:
    """Draw a grid of windows on a face; `share` of them (0–1) at random, `gap` is the wall between them."""
    panes = []
    for i in range(columns):
        for j in range(rows):
            if canvas.random.random() < share:
                u, v = (i + gap / 2) / columns, (j + gap / 2) / rows
                panes.append(face.patch(u, v, u + (1 - gap) / columns, v + (1 - gap) / rows))
    canvas.polys([pane for pane in panes if len(pane) > 2], colour, opacity)


def ground(canvas: Canvas, view: Camera, places: Sequence[Place], fill: str, opacity: float = 1) -> None:
    """Fill a flat field given by world places."""
    outline = view.outline(places)
    if len(outline) > 2:
        canvas.poly(outline, fill, opacity)
