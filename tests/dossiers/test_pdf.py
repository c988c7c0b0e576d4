"""The PDF file of a dossier, read back by another library."""

import io
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfReader

from demo.reading import CONTENT
from dossiers.models import Dossier
from dossiers.pdf import fonts
from dossiers.pdf.fonts import GETA
from enterprises.models.enterprise import Metric
from evidence.models import Source
from publishing.publication.actions import withdraw
from tests.factories import make_enterprise, make_park

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture
def read(visitor):
    """A function that gives the PDF file of a dossier in a language, as pypdf reads it."""

    def read_one(dossier, language="en"):
        answer = visitor.get(f"/{language}/dossiers/{dossier.slug}/dossier.pdf")
        assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
        return PdfReader(io.BytesIO(answer.content))

    return read_one


def text_of(pdf):
    """Without line breaks: where a line ends is tested elsewhere."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in pdf.pages))


@BOTH
def test_the_text_comes_out_in_both_languages_with_dates_and_sources(read, make_dossier, seres, language):
    text = text_of(read(make_dossier(seres), language))
    for said in (
        "SeresRobots",
        "赛力斯机器人",
        "850robots",
        "850台机器人",
        "Gazette",
        "公报",
        "August2021",
        "2021年8月",
        "[1]",
    ):
        assert said in text


@BOTH
def test_it_names_its_language_its_title_and_its_parts(read, make_dossier, one_of_each, language):
    pdf = read(make_dossier(*one_of_each), language)
    catalogue = pdf.trailer["/Root"]
    assert catalogue["/Lang"] == {"en": "en", "zh-hans": "zh-Hans"}[language]
    assert timezone.localdate().isoformat() in pdf.metadata.title
    outline = [entry for entry in pdf.outline if not isinstance(entry, list)]
    # Contents, four kinds, sources, notes.
    assert len(outline) == 7


def test_its_words_are_tagged_with_their_language(read, make_dossier, seres):
    root = read(make_dossier(seres)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]).lower() == "true"
    whole = root["/StructTreeRoot"]["/K"][0].get_object()
    elements = [entry.get_object() for entry in whole["/K"]]
    assert {"/H1", "/H2", "/H3", "/P"} <= {element["/S"] for element in elements}
    assert {"en", "zh-Hans"} == {element["/Lang"] for element in elements}


def test_every_page_after_the_cover_says_where_it_belongs(read, make_dossier, seres):
    dossier = make_dossier(seres, *(make_park() for _ in range(8)))
    pdf = read(dossier)
    number = len(pdf.pages)
    assert number > 3
    for place, page in enumerate(pdf.pages[1:], 2):
        text = page.extract_text()
        assert f"{place} / {number}" in text and dossier.slug in text


def test_the_contents_lead_to_the_page_that_they_name(read, make_dossier, seres):
    pdf = read(make_dossier(seres))
    entry = next(line for line in pdf.pages[1].extract_text().splitlines() if "Seres Robots" in line)
    page = (
        pdf.pages[int(re.search(r"(\d+)\s*$", entry)[1]) - 1]
        if re.search(r"\d+\s*$", entry)
        else pdf.pages[2]
    )
    assert "850 robots" in page.extract_text()
    assert any(note.get_object()["/Subtype"] == "/Link" for note in pdf.pages[1]["/Annots"])


def test_it_is_the_same_file_on_any_day(visitor, make_dossier, seres):
    dossier = make_dossier(seres)
    path = f"/en/dossiers/{dossier.slug}/dossier.pdf"
    first = visitor.get(path).content
    assert visitor.get(path).content == first


def test_a_withdrawn_record_is_not_in_the_file_either(read, make_dossier, seres):
    dossier = make_dossier(seres, make_park())
    for language in ("en", "zh-hans"):
        withdraw(seres, language=language)
    pdf = read(dossier)
    assert "SeresRobots" not in text_of(pdf) and "850" not in text_of(pdf)
    assert "Seres" not in str(pdf.outline) and "Withdrawnon" in text_of(pdf)


def test_a_sample_says_so_in_the_file(read, make_dossier, one_of_each):
    text = text_of(read(make_dossier(*one_of_each)))
    assert "Sample" in text and "示例" in text


def test_a_character_that_no_face_has_is_shown_and_explained(read, make_dossier):
    text = text_of(read(make_dossier(make_enterprise(short_name_en="Zhe 𠮷 Works"))))
    assert f"Zhe{GETA}Works" in text
    assert f"{GETA}standsforacharacter" in text


def test_nothing_is_explained_where_nothing_is_missing(read, make_dossier, seres):
    assert GETA not in text_of(read(make_dossier(seres)))


def test_a_very_long_text_goes_on_over_pages_and_loses_nothing(read, make_dossier):
    words = " ".join(f"word{number}" for number in range(1500))
    text = text_of(read(make_dossier(make_park(summary_en=words))))
    for number in (0, 700, 1499):
        assert f"word{number}" in text


@BOTH
def test_no_page_holds_a_few_left_over_rows(read, make_dossier, language):
    source = Source.objects.create(key="daily", kind="press", name_en="Daily", name_zh_hans="日报")
    records = []
    for size in range(1, 11):
        record = make_enterprise(ownership="private", origin="CN", size_band="large", location_en="Longxing")
        for number in range(3 * size):
            Metric.objects.create(
                enterprise=record, measure="other", label_en=f"Measure {number}", label_zh_hans=f"指标{number}",
                value=number, unit="robots", as_of="2021-08", source=source,
            )  # fmt: skip
        records.append(record)
        pages = [
            page.extract_text() for page in read(make_dossier(*records, language=language), language).pages
        ]
        # Three rows of a label and a value in two languages, besides the four lines of head and foot.
        filled = [len(page.splitlines()) - 4 for page in pages[2:]]
        assert min(filled) >= 12, (size, filled)
        last = pages[-1]
        assert len(last.split()) > 60 if language == "en" else len(last) > 300, (size, last)
        assert f"{len(pages)} / {len(pages)}" in last


def test_the_file_keeps_the_day_of_the_dossier(read, make_dossier, seres):
    dossier = make_dossier(seres)
    then = timezone.now() - timedelta(days=400)
    Dossier.objects.update(created_at=then)
    assert abs(read(dossier).metadata.creation_date - then) < timedelta(seconds=2)


def test_the_faces_can_show_every_word_of_the_demo():
    files = sorted(CONTENT.rglob("*.toml"))
    assert len(files) > 100
    assert fonts.missing("".join(path.read_text(encoding="utf-8") for path in files)) == set()


def test_english_marks_are_set_in_their_own_width():
    fonts.load()
    assert fonts.width("“", fonts.REGULAR, 10, "en") < 6
    assert fonts.width("“", fonts.REGULAR, 10, "zh-Hans") == 10
