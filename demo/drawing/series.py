"""The series: every picture's name, the light it stands in, its shape, and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass

from .canvas import Canvas
from .palette import LIGHTS

LANDSCAPE = (1600, 1067)
PORTRAIT = (1067, 1600)


@dataclass(frozen=True)
class Scene:
    """One picture of the series."""

    slug: str
    light: str
    size: tuple[int, int]
    draw: Callable[[Canvas], None]

    def drawn(self) -> Canvas:
        """Return a canvas with the finished drawing; the same on every run."""
        canvas = Canvas(LIGHTS[self.light], self.slug, *self.size)
        self.draw(canvas)
        return canvas


SCENES: dict[str, Scene] = {}


def scene(slug: str, light: str, size: tuple[int, int] = LANDSCAPE) -> Callable:
    """Register a drawing function under its slug."""

    def register(draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
        SCENES[slug] = Scene(slug, light, size, draw)
        return draw

    return register
