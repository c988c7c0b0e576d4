"""A sheet to draw on: collects SVG elements, keeps one seeded source of chance, adds grain at the end."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from random import Random

from .palette import Light

Point = tuple[float, float]

GRAIN = (
    '<filter id="grain" x="0" y="0" width="100%" height="100%">'
    '<feTurbulence type="fractalNoise" baseFrequency="0.62" numOctaves="2" seed="{seed}"/>'
    '<feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0.9 0.9 0 0 -0.62"/></filter>'
    '<filter id="fibre" x="0" y="0" width="100%" height="100%">'
    '<feTurbulence type="fractalNoise" baseFrequency="0.004 0.05" numOctaves="3" seed="{seed}"/>'
    '<feColorMatrix values="0 0 0 0 1  0 0 0 0 0.98  0 0 0 0 0.93  1.6 0 0 0 -0.72"/></filter>'
)


def spots(points: Iterable[Point]) -> str:
    """Return points as an SVG coordinate list, in pixels with one decimal."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """Return SVG path data for a soft curve through `points` (Catmull–Rom)."""
    chain = list(points)
    if closed:
        chain = [chain[-1], *chain, chain[0], chain[1]]
    else:
        chain = [chain[0], *chain, chain[-1]]
    data = [f"M{chain[1][0]:.1f},{chain[1][1]:.1f}"]
    for before, start, end, after in zip(chain, chain[1:], chain[2:], chain[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        data.append(f"C{spots((one, two, end))}")
    return "".join(data) + ("Z" if closed else "")


class Canvas:
    """One picture being drawn.

    Sizes are pixels of the finished raster; colours "#rrggbb" or a paint returned here.
    """

    def __init__(self, light: Light, seed: str, width: int = 1600, height: int = 1067):
        self.light, self.width, self.height = light, width, height
        self.random = Random(seed)
        self._parts: list[str] = []
        self._defs: list[str] = []

    def _name(self) -> str:
        return f"d{len(self._defs)}"

    def add(self, markup: str) -> None:
        """Add a finished SVG element."""
        self._parts.append(markup)

    def fade(
        self, stops: Sequence[tuple], start: Point = (0, 0), end: Point = (0, 1), fixed: bool = False
    ) -> str:
        """Return a linear paint; a stop is (offset, colour) or (offset, colour, opacity).

        Start and end are shares of the painted shape's box, or canvas pixels when `fixed`.
        """
        name = self._name()
        units = "userSpaceOnUse" if fixed else "objectBoundingBox"
        self._defs.append(
            f'<linearGradient id="{name}" gradientUnits="{units}" x1="{start[0]}" y1="{start[1]}"'
            f' x2="{end[0]}" y2="{end[1]}">{_stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def halo(self, stops: Sequence[tuple]) -> str:
        """Return a radial paint that fills the painted shape's box, centre first."""
        name = self._name()
        self._defs.append(f'<radialGradient id="{name}">{_stops(stops)}</radialGradient>')
        return f"url(#{name})"

    def path(
        self, data: str, fill: str = "none", opacity: float = 1, stroke: str = "none", width: float = 0
    ) -> None:
        """Draw SVG path data."""
        line = f' stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
        self.add(f'<path d="{data}" fill="{fill}" opacity="{opacity:.3g}"{line if width else ""}/>')

    def poly(self, points: Iterable[Point], fill: str, opacity: float = 1) -> None:
        """Draw a filled polygon; a hair of its own colour closes the seam to its neighbour."""
        seam = f' stroke="{fill}" stroke-width="0.5"' if fill.startswith("#") and opacity == 1 else ""
        self.add(f'<polygon points="{spots(points)}" fill="{fill}" opacity="{opacity:.3g}"{seam}/>')

    def polys(self, shapes: Iterable[Sequence[Point]], fill: str, opacity: float = 1) -> None:
        """Draw many polygons of one colour as one element."""
        data = "".join(f"M{spots(shape)}Z" for shape in shapes)
        if data:
            self.path(data, fill, opacity)

    def line(self, points: Sequence[Point], colour: str, width: float = 2, opacity: float = 1) -> None:
        """Draw an open line through points."""
        self.path(f"M{spots(points)}", "none", opacity, colour, width)

    def lines(
        self, strokes: Iterable[Sequence[Point]], colour: str, width: float = 2, opacity: float = 1
    ) -> None:
        """Draw many open lines of one colour as one element."""
        data = "".join(f"M{spots(stroke)}" for stroke in strokes)
        if data:
            self.path(data, "none", opacity, colour, width)

    def curve(self, points: Sequence[Point], colour: str, width: float = 2, opacity: float = 1) -> None:
        """Draw a soft open curve through points."""
        self.path(smooth(points), "none", opacity, colour, width)

    def blob(self, points: Sequence[Point], fill: str, opacity: float = 1) -> None:
        """Fill a soft closed curve through points."""
        self.path(smooth(points, closed=True), fill, opacity)

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, opacity: float = 1, round_: float = 0
    ) -> None:
        """Draw a rectangle."""
        self.add(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{round_}" fill="{fill}"'
            f' opacity="{opacity:.3g}"/>'
        )

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1) -> None:
        """Draw an ellipse around its centre."""
        self.add(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}"'
            f' opacity="{opacity:.3g}"/>'
        )

    def disc(self, x: float, y: float, radius: float, fill: str, opacity: float = 1) -> None:
        """Draw a circle around its centre."""
        self.oval(x, y, radius, radius, fill, opacity)

    def ring(
        self, x: float, y: float, rx: float, ry: float, colour: str, width: float = 2, opacity: float = 1
    ) -> None:
        """Draw an outlined ellipse."""
        self.add(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="none" stroke="{colour}"'
            f' stroke-width="{width}" opacity="{opacity:.3g}"/>'
        )

    @contextmanager
    def group(
        self, transform: str = "", clip: str = "", opacity: float = 1, name: str = "", blur: float = 0
    ) -> Iterator[None]:
        """Draw what follows together: moved, clipped to path data, faded or blurred (pixels)."""
        marks = f' id="{name}"' if name else ""
        if transform:
            marks += f' transform="{transform}"'
        if opacity < 1:
            marks += f' opacity="{opacity}"'
        if blur:
            ident = self._name()
            self._defs.append(
                f'<filter id="{ident}" x="-50%" y="-50%" width="200%" height="200%">'
                f'<feGaussianBlur stdDeviation="{blur}"/></filter>'
            )
            marks += f' filter="url(#{ident})"'
        if clip:
            ident = self._name()
            self._defs.append(f'<clipPath id="{ident}"><path d="{clip}"/></clipPath>')
            marks += f' clip-path="url(#{ident})"'
        self.add(f"<g{marks}>")
        yield
        self.add("</g>")

    def mirror(self, name: str, waterline: float, opacity: float, reach: float = 0.8) -> None:
        """Repeat the group `name` upside down below `waterline`, fading with distance.

        `reach` squeezes it.
        """
        ident = self._name()
        self._defs.append(
            f'<mask id="{ident}" maskUnits="userSpaceOnUse" x="0" y="{waterline}" width="{self.width}"'
            f' height="{self.height - waterline}"><rect x="0" y="{waterline}" width="{self.width}"'
            f' height="{self.height - waterline}" fill="url(#{ident}f)"/></mask>'
            f'<linearGradient id="{ident}f" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff"/>'
            '<stop offset="1" stop-color="#fff" stop-opacity="0.1"/></linearGradient>'
        )
        shift = f"translate(0 {waterline * (1 + reach):.1f}) scale(1 {-reach})"
        self.add(f'<g mask="url(#{ident})" opacity="{opacity}"><use href="#{name}" transform="{shift}"/></g>')

    def svg(self) -> str:
        """Return the whole picture as SVG text, grain and paper fibre included."""
        size = f'width="{self.width}" height="{self.height}"'
        seed = self.random.randrange(1, 90)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {self.width} {self.height}">'
            f"<defs>{''.join(self._defs)}{GRAIN.format(seed=seed)}</defs>{''.join(self._parts)}"
            f'<rect {size} filter="url(#fibre)" opacity="{0.05 if self.light.is_dark else 0.14}"/>'
            f'<rect {size} filter="url(#grain)" opacity="0.34" style="mix-blend-mode:overlay"/></svg>'
        )


def _stops(stops: Sequence[tuple]) -> str:
    return "".join(
        f'<stop offset="{stop[0]}" stop-color="{stop[1]}"'
        + (f' stop-opacity="{stop[2]}"' if len(stop) > 2 else "")
        + "/>"
        for stop in stops
    )
