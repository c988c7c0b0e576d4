"""A dossier as a PDF file: cover, contents, records in two columns of language, sources, notes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG
from bilingual.moments import iso_day

from ..phrases import both, label, phrases
from ..reading import Fact, Item, Reading
from . import fonts
from .sheet import FULL, JIALING, MARGIN, ROOM, SOFT, WARNING, Frame, Sheet, Style, Text, height

PLACE = Style(11, 16, colour=SOFT)
TITLE = Style(32, 42, fonts.BOLD, role="H1", before=10)
SECOND_TITLE = Style(20, 30, colour=SOFT)
COVER = Style(12, 19)
SMALL = Style(7.5, 11, colour=SOFT)
KIND = Style(18, 26, fonts.BOLD, role="H2")
SECOND_KIND = Style(12, 18, colour=SOFT)
NAME = Style(13, 18, fonts.BOLD, role="H3")
LEAD = Style(9, 13.5, colour=SOFT, before=2)
LABEL = Style(7.5, 10.5, colour=SOFT)
VALUE = Style(9.5, 13.5)
NOTE = Style(7.5, 10.5, colour=SOFT, before=1)
CITE = Style(7.5, 10.5, colour=JIALING)
SAMPLE = Style(8.5, 13, fonts.BOLD, WARNING)
ENTRY = Style(10, 17)
BODY = Style(9.5, 14.5)
#: So many rows, at the least, stand together where a record or the sources begin and where they end.
TOGETHER = 3
#: What stands around a fact, a source and a note.
AROUND_FACT, AROUND_SOURCE, AROUND_NOTE = 7, 7, 8
#: Heading of a part, with what stands around it.
HEADING = 90
#: Room for the number of a page in the contents, of a source in its list.
NUMBER = 30
SOURCE = [(MARGIN, NUMBER), (MARGIN + NUMBER, ROOM - NUMBER)]


def written(reading: Reading) -> bytes:
    """The file. It is laid out twice: only then the numbers of all pages are known."""
    first = _Document(reading, {}, 0)
    first.write()
    return _Document(reading, first.sheet.places, first.sheet.frame.pages).write()


class _Document:
    def __init__(self, reading: Reading, places: dict[str, int], pages: int):
        self.reading, self.places = reading, places
        self.words = phrases(reading)
        self.langs = [HTML_LANG[code] for code in reading.languages]
        self.address = absolute(reading.dossier.get_absolute_url())
        day = iso_day(reading.dossier.created_at)
        frame = Frame(self.words["place"][0], f"{self.words['title'][0]}  {day}", self.address, pages)
        title = f"{self.words['title'][0]} {day}"
        self.sheet = Sheet(title, self.langs[0], reading.dossier.created_at, frame)

    def write(self) -> bytes:
        self._cover()
        self._contents()
        for kind, items in self.reading.sections():
            self.sheet.next_page()
            heading = label(self.reading, kind)
            self.sheet.place(f"kind-{kind.key}", heading[0])
            self._heading(heading)
            for item in items:
                self._item(item)
        self._sources()
        self._notes()
        return self.sheet.finish()

    def _in_both(self, words: list[str], style: Style) -> list[list[Text]]:
        return [[Text(text, style, language)] for text, language in zip(words, self.langs, strict=True)]

    def _cover(self) -> None:
        sheet, words = self.sheet, self.words
        sheet.space(130)
        sheet.text(Text(words["place"][0], PLACE, self.langs[0]))
        sheet.text(Text(words["place"][1], PLACE, self.langs[1]))
        sheet.space(14)
        sheet.confluence()
        sheet.space(10)
        sheet.text(Text(words["title"][0], TITLE, self.langs[0]))
        sheet.text(Text(words["title"][1], SECOND_TITLE, self.langs[1]))
        sheet.space(22)
        sheet.pair(self._in_both(words["day"], COVER))
        sheet.pair(self._in_both(words["number"], COVER))
        if self.reading.has_samples:
            sheet.space(14)
            sheet.pair(self._in_both(words["notes"][0], SAMPLE))
        sheet.y = min(sheet.y, 150)
        sheet.rule()
        sheet.space(8)
        sheet.pair(self._in_both(words["address"], SMALL))
        sheet.text(Text(self.address, SMALL, self.langs[0], url=self.address))

    def _contents(self) -> None:
        sheet = self.sheet
        sheet.next_page()
        sheet.place("contents", self.words["contents"][0])
        self._heading(self.words["contents"])
        for kind, items in self.reading.sections():
            sheet.space(6)
            sheet.need(50)
            sheet.pair(self._in_both(label(self.reading, kind), Style(9, 14, fonts.BOLD, SOFT)))
            for item in items:
                self._entry(item.name, f"item-{item.number}")
        sheet.space(6)
        if self.reading.sources:
            self._entry(self.words["sources"][0], "sources")
        self._entry(self.words["notes_title"][0], "notes")

    def _entry(self, title: str, place: str) -> None:
        number = str(self.places.get(place, ""))
        edge = MARGIN + ROOM - fonts.width(number, ENTRY.face, ENTRY.size, self.langs[0])
        self.sheet.columns(
            [
                [Text(title, ENTRY, self.langs[0], target=place)],
                [Text(number, ENTRY, self.langs[0], target=place)],
            ],
            [(MARGIN, ROOM - NUMBER), (edge, NUMBER)],
        )

    def _heading(self, words: list[str]) -> None:
        self.sheet.text(Text(words[0], KIND, self.langs[0]))
        if words[1] != words[0]:
            self.sheet.text(Text(words[1], SECOND_KIND, self.langs[1]))
        self.sheet.space(6)
        self.sheet.confluence()
        self.sheet.space(10)

    # Records

    def _item(self, item: Item) -> None:
        sheet = self.sheet
        head = [self._edition(item, place) for place in (0, 1)]
        rows = [[self._fact(fact, place) for place, fact in enumerate(pair)] for pair in item.pairs]
        heights = [height(cells) + AROUND_FACT for cells in rows]
        # Where parting would leave fewer rows than that on a page, the record stays whole.
        first = heights[:TOGETHER] if len(rows) >= 2 * TOGETHER else heights
        sheet.need(min(FULL, 40 + height(head) + sum(first)))
        sheet.space(8)
        sheet.place(f"item-{item.number}", item.name, 1)
        if item.is_sample and not item.is_gone:
            sheet.pair(self._in_both(self.words["sample"], SAMPLE))
        sheet.pair(head)
        sheet.space(6)
        for number, cells in enumerate(rows):
            self._together(heights, number)
            sheet.rule()
            sheet.space(3)
            sheet.pair(cells)
            sheet.space(4)
        sheet.space(16)

    def _together(self, heights: list[float], number: int) -> None:
        """Begin a new page rather than let it begin with fewer than the last rows."""
        is_near_end = number >= len(heights) - TOGETHER
        self.sheet.need(min(FULL, sum(heights[number:]) if is_near_end else heights[number]))

    def _edition(self, item: Item, place: int) -> list[Text]:
        edition, language = item.editions[place], self.langs[place]
        if edition.gone:
            return [Text(edition.gone, LEAD, language)]
        url = absolute(item.url) if item.url and place == 0 else ""
        return [
            Text(edition.title, NAME, language, url=url),
            Text(edition.lead, LEAD, language),
            Text(edition.changed, NOTE, language),
        ]

    def _fact(self, fact: Fact | None, place: int) -> list[Text]:
        if fact is None:
            return []
        language = self.langs[place]
        cite = f" [{fact.source}]" if fact.source else ""
        is_address = fact.text.startswith(("https://", "http://")) and " " not in fact.text
        cell = [
            Text(fact.label, LABEL, language),
            Text(fact.text, VALUE, language, url=fact.text if is_address else ""),
            Text(fact.note, NOTE, language),
        ]
        if fact.is_sample:
            cell.insert(0, Text(self.words["sample"][place], SAMPLE, language))
        if fact.as_of or cite:
            target = f"source-{fact.source}" if fact.source else ""
            cell.append(Text(fact.as_of + cite, CITE, language, target=target))
        return cell

    # What it rests on

    def _sources(self) -> None:
        sheet = self.sheet
        if not self.reading.sources:
            return
        sheet.next_page()
        sheet.place("sources", self.words["sources"][0])
        self._heading(self.words["sources"])
        rows = [self._source(source) for source in self.reading.sources]
        heights = [height(cells, SOURCE) + AROUND_SOURCE for cells in rows]
        for place, cells in enumerate(rows):
            self._together(heights, place)
            sheet.place(f"source-{self.reading.sources[place].number}")
            sheet.columns(cells, SOURCE)
            sheet.space(AROUND_SOURCE)

    def _source(self, source) -> list[list[Text]]:
        cell = [
            Text(source.names[place], NOTE if place else BODY, language)
            for place, language in enumerate(self.langs)
        ]
        cell.append(Text(source.url, CITE, self.langs[0], url=source.url))
        return [[Text(f"[{source.number}]", BODY, self.langs[0])], cell]

    def _notes(self) -> None:
        sheet, words = self.sheet, self.words
        notes = [self._in_both(note, BODY) for note in words["notes"]]
        if self._lacks_characters():
            explained = both(
                self.reading,
                lambda: _(
                    "〓 stands for a character that this file cannot show. The web page at its address "
                    "shows it."
                ),
            )
            notes.append(self._in_both(explained, BODY))
        made = self._in_both(words["made"], SMALL)
        # Whole, so that no page holds the end of them alone.
        sheet.need(min(FULL, HEADING + sum(height(one) + AROUND_NOTE for one in notes) + height(made)))
        sheet.space(18)
        sheet.place("notes", words["notes_title"][0])
        self._heading(words["notes_title"])
        for note in notes:
            sheet.pair(note)
            sheet.space(AROUND_NOTE)
        sheet.pair(made)

    def _lacks_characters(self) -> bool:
        facts = [fact for item in self.reading.items for pair in item.pairs for fact in pair if fact]
        texts = [fact.label + fact.text + fact.note for fact in facts]
        texts += [edition.title + edition.lead for item in self.reading.items for edition in item.editions]
        texts += [name for source in self.reading.sources for name in source.names]
        return bool(fonts.missing("".join(texts)))
