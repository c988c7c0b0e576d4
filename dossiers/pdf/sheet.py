"""Pages of A4 that fill from the top: text in styles, pairs of columns, running heads, links and outline."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bilingual.moments import BEIJING

from . import fonts
from .breaking import lines
from .tags import Tags

INK, SOFT, RULE = HexColor("#14212b"), HexColor("#4a5863"), HexColor("#dcd9d0")
JIALING, YANGTZE, WARNING = HexColor("#0d6b68"), HexColor("#c07c2e"), HexColor("#a05c14")
#: Points.
WIDTH, HEIGHT = A4
MARGIN, TOP, BOTTOM, GUTTER = 54, 66, 60, 20
ROOM = WIDTH - 2 * MARGIN
COLUMN = (ROOM - GUTTER) / 2
#: Left edge and width of two columns; how much of a page can be filled.
PAIR = [(MARGIN, COLUMN), (MARGIN + COLUMN + GUTTER, COLUMN)]
FULL = HEIGHT - TOP - BOTTOM


@dataclass(frozen=True)
class Style:
    """Points; ``role`` is what the structure of the file calls it."""

    size: float
    leading: float
    face: str = fonts.REGULAR
    colour: HexColor = INK
    role: str = "P"
    before: float = 0


@dataclass
class Text:
    """Words in one style and language (as in HTML); ``url`` or ``target`` makes them a link."""

    words: str
    style: Style
    language: str
    url: str = ""
    target: str = ""
    made: list[str] = field(default_factory=list)

    def broken(self, room: float) -> Text:
        return replace(self, made=lines(fonts.shown(self.words), room, self.width))

    def width(self, words: str) -> float:
        return fonts.width(words, self.style.face, self.style.size, self.language)


@dataclass
class Frame:
    """What stands on every page but the first: words at its head and an address at its foot."""

    left: str
    right: str
    address: str
    pages: int = 0


class Sheet:
    """``y`` is how far down the page is filled; a block that does not fit begins a new page."""

    def __init__(self, title: str, language: str, made_at: datetime, frame: Frame):
        fonts.load()
        self.buffer, self.frame, self.language = BytesIO(), frame, language
        self.canvas = Canvas(self.buffer, pagesize=A4, pageCompression=1, lang=language, invariant=1)
        _stamp(self.canvas, made_at)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(frame.left)
        self.canvas.setCreator(frame.left)
        self.canvas.setSubject(frame.right)
        self.tags = Tags(self.canvas)
        self.y = HEIGHT - TOP
        #: Number of the page on which each place stands.
        self.places: dict[str, int] = {}

    @property
    def page(self) -> int:
        return self.canvas.getPageNumber()

    @property
    def left(self) -> float:
        """How much of this page is empty."""
        return self.y - BOTTOM

    def next_page(self) -> None:
        if self.page > 1:
            self._run_frame()
        self.canvas.showPage()
        self.y = HEIGHT - TOP

    def need(self, height: float) -> None:
        """Begin a new page when less than this is left."""
        if self.left < height and self.y < HEIGHT - TOP:
            self.next_page()

    def space(self, height: float) -> None:
        self.y -= height

    def place(self, name: str, title: str = "", level: int = 0) -> None:
        """Name this place, for links and, with a title, for the outline."""
        self.places[name] = self.page
        self.canvas.bookmarkHorizontal(name, 0, self.y + 12)
        if title:
            self.canvas.addOutlineEntry(fonts.shown(title), name, level)

    def rule(self, colour=RULE, thickness: float = 0.5) -> None:
        with self.tags.artifact():
            self._line(MARGIN, WIDTH - MARGIN, colour, thickness)

    def confluence(self) -> None:
        """The mark of the site: two tones that meet."""
        with self.tags.artifact():
            self._line(MARGIN, MARGIN + ROOM * 0.62, JIALING, 2)
            self._line(MARGIN + ROOM * 0.62, WIDTH - MARGIN, YANGTZE, 2)

    def _line(self, start: float, end: float, colour, thickness: float) -> None:
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(start, self.y, end, self.y)

    def text(self, text: Text, *, indent: float = 0) -> None:
        """One text over the whole width."""
        self.columns([[text]], [(MARGIN + indent, ROOM - indent)])

    def pair(self, cells: list[list[Text]]) -> None:
        """Two columns side by side, each a list of texts from the top."""
        self.columns(cells, PAIR)

    def columns(self, cells: list[list[Text]], places: list[tuple[float, float]]) -> None:
        """Cells at their (left edge, width); what is taller than a page goes on on the next one."""
        broken = _broken(cells, places)
        self.need(min(_tallest(broken), FULL))
        while any(broken):
            top, lowest, rest = self.y, self.y, []
            for cell, (left, _room) in zip(broken, places, strict=True):
                self.y = top
                rest.append(self._fill(cell, left))
                lowest = min(lowest, self.y)
            self.y, broken = lowest, rest
            if any(broken):
                self.next_page()

    def _fill(self, cell: list[Text], left: float) -> list[Text]:
        """Draw what fits on this page; what does not is given back."""
        for place, text in enumerate(cell):
            self.y -= text.style.before
            fits = max(0, int((self.y - BOTTOM) // text.style.leading))
            now, later = text.made[:fits], text.made[fits:]
            if now:
                self._draw(replace(text, made=now), left)
            if later:
                return [replace(text, made=later), *cell[place + 1 :]]
        return []

    def _draw(self, text: Text, left: float) -> None:
        style, canvas, top = text.style, self.canvas, self.y
        with self.tags.element(style.role, text.language):
            canvas.setFillColor(style.colour)
            for line in text.made:
                self.y -= style.leading
                self._line_of(line, text, left, self.y + (style.leading - style.size) / 2 + style.size * 0.12)
        if text.url or text.target:
            widest = max(text.width(line) for line in text.made)
            area = (left, self.y, left + widest, top)
            if text.url:
                canvas.linkURL(text.url, area)
            else:
                canvas.linkRect("", text.target, area)

    def _line_of(self, line: str, text: Text, left: float, baseline: float) -> None:
        drawn = self.canvas.beginText(left, baseline)
        for words, face in fonts.runs(line, text.style.face, text.language):
            drawn.setFont(face, text.style.size)
            drawn.textOut(words)
        self.canvas.drawText(drawn)

    def _run_frame(self) -> None:
        canvas, frame = self.canvas, self.frame
        with self.tags.artifact():
            canvas.setFillColor(SOFT)
            canvas.setFont(fonts.REGULAR, 7.5)
            canvas.drawString(MARGIN, HEIGHT - 40, frame.left)
            canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 40, frame.right)
            canvas.drawString(MARGIN, 34, frame.address)
            canvas.drawRightString(WIDTH - MARGIN, 34, f"{self.page} / {frame.pages}")
            canvas.setLineWidth(0.75)
            canvas.setStrokeColor(JIALING)
            canvas.line(MARGIN, HEIGHT - 47, MARGIN + ROOM * 0.62, HEIGHT - 47)
            canvas.setStrokeColor(YANGTZE)
            canvas.line(MARGIN + ROOM * 0.62, HEIGHT - 47, WIDTH - MARGIN, HEIGHT - 47)
        canvas.linkURL(frame.address, (MARGIN, 30, MARGIN + 300, 44))

    def finish(self) -> bytes:
        self._run_frame()
        self.frame.pages = self.page
        self.canvas.showPage()
        self.tags.finish(self.language)
        self.canvas.showOutline()
        self.canvas.save()
        return self.buffer.getvalue()


def height(cells: list[list[Text]], places: list[tuple[float, float]] = PAIR) -> float:
    """How tall a row of columns will be, before it is drawn."""
    return _tallest(_broken(cells, places))


def _broken(cells: list[list[Text]], places: list[tuple[float, float]]) -> list[list[Text]]:
    return [
        [text.broken(room) for text in cell if text.words.strip()]
        for cell, (_left, room) in zip(cells, places, strict=True)
    ]


def _tallest(broken: list[list[Text]]) -> float:
    return max(map(_height, broken), default=0)


def _height(cell: list[Text]) -> float:
    return sum(text.style.before + len(text.made) * text.style.leading for text in cell)


def _stamp(canvas: Canvas, made_at: datetime) -> None:
    """The file is as old as the facts in it: the same dossier is the same file, byte by byte, on any day."""
    local = made_at.astimezone(BEIJING)
    stamp = canvas._doc._timeStamp
    stamp.t, stamp.lt = made_at.timestamp(), tuple(local.timetuple())
    stamp.YMDhms, stamp.dhh, stamp.dmm, stamp.tzname = stamp.lt[:6], 8, 0, "CST"
