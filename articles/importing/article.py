"""The article that an import found: its parts, and the notes for staff about what was found and what was not."""

import datetime
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

from articles.importing.blocks import Picture
from articles.importing.credits import Credit
from articles.importing.report import Note


@dataclass(frozen=True)
class Person:
    """One name of the byline; `role` is reporter, editor, photographer or correspondent."""

    name: str
    role: str


@dataclass
class Figure:
    """A picture in its place. `picture` is None when the source has the caption alone."""

    caption: str = ""
    credit: Credit | None = None
    picture: Picture | None = None
    alt: str = ""

    @property
    def has_file(self):
        return self.picture is not None and self.picture.data is not None


@dataclass
class BodyPart:
    """One block of the body: paragraph, subhead, case, list, quote, table, or figure.

    `figure` counts into ParsedArticle.figures. `level` is 2 or 3 and belongs to subheads.
    """

    kind: str
    text: str = ""
    html: str = ""
    level: int = 2
    items: list[str] = field(default_factory=list)
    is_ordered: bool = False
    rows: list[list[str]] = field(default_factory=list)
    has_header: bool = False
    figure: int | None = None


@dataclass
class ParsedArticle:
    """Everything that was read. Texts are plain; `body` holds inline HTML that still has to be sanitised.

    `printed_on` is the day as printed, `printed_clock` "HH:MM" in Beijing time or "", `printed_as` says how the
    source calls it: published, updated or "" for no word. `updated_on` is set when both days are printed.
    `language` is en or zh-hans, by the script of the text.
    """

    headline: str = ""
    subtitle: str = ""
    summary: str = ""
    language: str = "en"
    printed_on: datetime.date | None = None
    printed_clock: str = ""
    printed_as: str = ""
    updated_on: datetime.date | None = None
    persons: list[Person] = field(default_factory=list)
    source: str = ""
    column: str = ""
    series: str = ""
    series_part: int | None = None
    headline_in_series: str = ""
    dateline: str = ""
    teaser: str = ""
    body: list[BodyPart] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    furniture: list[Note] = field(default_factory=list)
    unplaced: list[Note] = field(default_factory=list)
    guesses: list[Note] = field(default_factory=list)

    def texts(self):
        """Plain texts of the body in order, captions left out."""
        for part in self.body:
            yield from [part.text] if part.text else []
            yield from (re.sub(r"<[^>]+>", "", item) for item in part.items)
            yield from (cell for row in part.rows for cell in row)

    @property
    def fingerprint(self):
        """SHA-256 in hex of headline and text, alike for the same article as text, HTML, Markdown or Word.

        Letters and digits alone count: width, case, quotation marks and spacing differ between formats.
        """
        joined = unicodedata.normalize("NFKC", "".join([self.headline, *self.texts()])).casefold()
        return hashlib.sha256(re.sub(r"[\W_]+", "", joined).encode()).hexdigest()
