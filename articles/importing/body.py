"""The text below the headline: paragraphs, subheads, case boxes, lists, quotations, tables and figures."""

import re

from articles.importing import lines
from articles.importing.article import BodyPart, Figure
from articles.importing.credits import split_credit
from articles.importing.imprint import take_line, take_persons
from articles.importing.layout import same
from articles.importing.metalines import REPORTER, read_meta_line
from articles.importing.names import has_han, people
from articles.importing.report import Guess, Note, Reason

CAPTION_LIMIT = 230
CREDITED_LIMIT = 480
AFTER_PICTURE_LIMIT = 180
SUBTITLE = re.compile(r"^(?:——|--|—|――)\s*(?P<text>\S.*)$")
REPORTER_IN_LEAD = re.compile(
    r"^.{0,24}?[(（【](?:本报|本网|见习|实习|首席|全媒体)*(?:记者|通讯员)\s*(?P<names>[^)）】]{2,30})[)）】]"
)


class BodyReader:
    """Reads the blocks of one Layout into one ParsedArticle. Used once."""

    def __init__(self, article, blocks, form):
        self.article = article
        self.blocks = blocks
        self.gaps_speak = form == "text" and self.double_gaps_are_rare()
        self.apart_are_subheads = self.gaps_speak and self.stand_apart_reads_as_subheads()
        self.first_paragraph = next((i for i, b in enumerate(blocks) if self.is_text(b)), len(blocks))
        self.last_paragraph = max((i for i, b in enumerate(blocks) if self.is_text(b)), default=-1)
        self.last_content = max(
            (
                i
                for i, b in enumerate(blocks)
                if b.kind not in ("line", "heading") or not read_meta_line(b.text)
            ),
            default=-1,
        )
        self.top_level = min((b.level for b in blocks if b.kind == "heading"), default=2)
        self.repeated_headline = ""

    def read(self):
        for index, block in enumerate(self.blocks):
            getattr(self, f"take_{block.kind}")(index, block)

    def is_text(self, block):
        if block.kind in ("list", "quote", "table"):
            return True
        if block.kind != "line" or not lines.is_paragraph(block.text):
            return False
        return len(block.text) > CREDITED_LIMIT or split_credit(block.text)[1] is None

    # What the blank lines of a plain text mean

    def double_gaps_are_rare(self):
        apart = sum(1 for block in self.blocks if block.gap >= 2)
        return apart * 5 <= len(self.blocks) * 2

    def stand_apart_reads_as_subheads(self):
        """Some writers leave two blank lines before subheads: then no subhead follows a single one."""
        slight = [
            block for block in self.blocks if block.kind == "line" and lines.size(block.text) <= CAPTION_LIMIT
        ]
        apart = [block for block in slight if block.gap >= 2]
        near = [
            block
            for block in slight
            if block.gap == 1 and lines.is_slight(block.text) and not read_meta_line(block.text)
        ]
        short = sum(lines.size(block.text) for block in apart) <= 60 * len(apart)
        return (
            len(apart) >= 2
            and not near
            and short
            and not any(lines.is_sentence(block.text) for block in apart)
        )

    # One method a kind of block

    def take_image(self, index, block):
        picture = block.picture
        figure = Figure(picture=picture, alt=picture.alt)
        self.add_figure(figure)
        if block.text and not same(block.text, picture.alt):
            figure.caption, figure.credit = split_credit(block.text)

    def take_list(self, index, block):
        self.article.body.append(BodyPart("list", items=block.items, is_ordered=block.is_ordered))

    def take_quote(self, index, block):
        self.article.body.append(BodyPart("quote", block.text, block.html))

    def take_table(self, index, block):
        self.article.body.append(BodyPart("table", rows=block.rows, has_header=block.has_header))

    def take_heading(self, index, block):
        if same(block.text, self.article.headline):
            return
        kind = "case" if lines.CASE.match(block.text) else "subhead"
        self.add_subhead(index, block, kind, 2 if block.level <= max(self.top_level, 2) else 3)

    def take_line(self, index, block):
        text = block.text
        if same(text, self.article.headline):
            self.repeated_headline = text
            self.article.guesses.append(Note(Guess.ALT, text))
        elif block.hint == "caption":
            self.take_caption(text)
        elif self.is_subtitle(index, block):
            self.article.subtitle = SUBTITLE.match(text)["text"] if SUBTITLE.match(text) else text
        elif not (self.is_imprint(index, block) or self.is_credited(text) or self.is_caption(index, block)):
            self.take_prose(index, block)

    # Questions about a line, each of which also takes what it finds

    def is_subtitle(self, index, block):
        if self.article.subtitle or index > self.first_paragraph or index > 3:
            return False
        return block.hint == "subtitle" or (
            SUBTITLE.match(block.text) is not None and lines.size(block.text) <= 200
        )

    def is_imprint(self, index, block):
        if self.first_paragraph <= index <= self.last_paragraph:
            return False
        if self.last_figure_waits() and split_credit(block.text)[1]:
            return False
        line = read_meta_line(block.text)
        if line is None:
            return False
        take_line(self.article, line, block.text)
        return True

    def is_credited(self, text):
        if len(text) > CREDITED_LIMIT:
            return False
        caption, credit = split_credit(text)
        if credit is None:
            return False
        if not caption and not self.last_figure_waits(for_credit=True):
            self.article.unplaced.append(Note(Reason.CREDIT_ALONE, text))
            return True
        self.take_caption(text)
        return True

    def is_caption(self, index, block):
        text = block.text
        if lines.size(text) > CAPTION_LIMIT or not self.something_follows(index):
            starts, follows = False, False
        else:
            starts = lines.CAPTION_START.match(text) is not None
            follows = self.is_below_picture(index, block)
        apart = (
            self.gaps_speak and not self.apart_are_subheads and block.gap >= 2 and block.hint != "bold"
            and index > self.first_paragraph and index < self.last_paragraph and lines.size(text) <= CAPTION_LIMIT
            and not lines.CASE.match(text)
        )  # fmt: skip
        if not (starts or follows or apart):
            return False
        self.article.guesses.append(Note(Guess.CAPTION, text))
        self.take_caption(text)
        return True

    def is_below_picture(self, index, block):
        """A short line right under a picture that has no caption yet; a sentence only when it stays short."""
        if not self.last_figure_waits() or block.hint == "bold" or lines.CASE.match(block.text):
            return False
        limit = AFTER_PICTURE_LIMIT if lines.is_sentence(block.text) else CAPTION_LIMIT
        return lines.size(block.text) <= limit and len(lines.sentences(block.text)) == 1

    def something_follows(self, index):
        return index < len(self.blocks) - 1 or self.last_figure_waits()

    # Taking

    def take_prose(self, index, block):
        text = block.text
        if self.is_teaser(index, block):
            self.article.teaser = text
            self.article.guesses.append(Note(Guess.TEASER, text))
        elif lines.CASE.match(text) and lines.is_slight(text):
            self.add_subhead(index, block, "case", 3)
        elif lines.is_slight(text) and (block.hint == "bold" or lines.size(text) <= 130):
            self.add_subhead(index, block, "subhead", 2)
        else:
            self.add_paragraph(block)

    def is_teaser(self, index, block):
        return (
            self.gaps_speak and block.gap >= 2 and index == len(self.blocks) - 1 and index > self.first_paragraph
            and lines.is_sentence(block.text) and lines.size(block.text) <= CAPTION_LIMIT
        )  # fmt: skip

    def add_paragraph(self, block):
        text, html = block.text, block.html
        if not any(part.kind == "paragraph" for part in self.article.body):
            place, length = lines.dateline_of(text)
            self.article.dateline = self.article.dateline or place
            if length and html.startswith(text[:length]):
                text, html = text[length:], html[length:]
            named = REPORTER_IN_LEAD.match(text)
            if named:
                take_persons(self.article, [(name, REPORTER) for name in people(named["names"])])
        self.article.body.append(BodyPart("paragraph", text, html))

    def add_subhead(self, index, block, kind, level):
        if index >= self.last_content:
            self.article.unplaced.append(Note(Reason.LOOSE_SUBHEAD, block.text))
            return
        html = re.sub(r"</?strong>", "", block.html)
        self.article.body.append(BodyPart(kind, block.text, html, level=level))

    def add_figure(self, figure):
        if self.repeated_headline and not figure.alt:
            figure.alt = self.repeated_headline
        self.repeated_headline = ""
        self.article.figures.append(figure)
        self.article.body.append(BodyPart("figure", figure=len(self.article.figures) - 1))

    def take_caption(self, text):
        caption, credit = split_credit(text)
        if self.last_figure_waits() or (self.last_figure_waits(for_credit=True) and not caption):
            figure = self.article.figures[-1]
        else:
            figure = Figure()
            self.add_figure(figure)
        figure.caption = figure.caption or caption
        figure.credit = figure.credit or credit

    def last_figure_waits(self, for_credit=False):
        """Whether the last thing was a picture that still lacks its caption (or its credit)."""
        if not self.article.body or self.article.body[-1].kind != "figure":
            return False
        figure = self.article.figures[-1]
        return not figure.credit and (for_credit or (figure.picture is not None and not figure.caption))


def lead_length(text):
    """How long a summary may be: a card holds about 240 Latin or 100 Han characters."""
    return 100 if has_han(text[:20]) else 240
