"""Word files, written here with the same parts that staff's files have."""

import base64
import datetime
import io

import docx
import pytest

from articles.importing.anatomy import parse
from articles.importing.article import Person
from tests.articles.importing.test_webpages import PIXEL

LEAD = (
    "A second workshop opened in the sample park on May 6, "
    "and the first machines began to run on the same day, in the rain."
)
HAN_LEAD = "5月6日，示例园区第二座厂房启用，首批设备当天投入运行，园区负责人到场介绍情况，周边企业代表也来到现场参观。"


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def picture():
    return io.BytesIO(base64.b64decode(PIXEL))


@pytest.fixture
def styled():
    document = docx.Document()
    document.add_paragraph("Sample park opens its second workshop", style="Title")
    document.add_paragraph("The first machines ran in the rain", style="Subtitle")
    document.add_paragraph("By Sample Reporter | May 6, 2024")
    paragraph = document.add_paragraph(LEAD[:30])
    paragraph.add_run(LEAD[30:]).bold = True
    document.add_picture(picture())
    document.add_paragraph("The first machines. (Photo by Sample Reporter)", style="Caption")
    document.add_heading("What comes next", 2)
    document.add_paragraph("The road", style="List Bullet")
    document.add_paragraph("The hall", style="List Bullet")
    document.add_paragraph("We would rather build slowly.", style="Quote")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["Hall", "Area", "Two", "900"], strict=True
    ):
        cell.text = text
    document.add_paragraph(LEAD)
    document.add_paragraph("Source: Sample Morning Paper")
    return saved(document)


def test_a_styled_word_file_is_read_part_by_part(styled):
    article = parse(styled, "news.docx")
    assert article.headline == "Sample park opens its second workshop"
    assert article.subtitle == "The first machines ran in the rain"
    assert article.persons == [Person("Sample Reporter", "reporter")]
    assert article.printed_on == datetime.date(2024, 5, 6)
    assert article.source == "Sample Morning Paper"
    assert [part.kind for part in article.body] == [
        "paragraph", "figure", "subhead", "list", "quote", "table", "paragraph",
    ]  # fmt: skip
    assert article.unplaced == []


def test_pictures_of_a_word_file_come_along_with_caption_and_credit(styled):
    (figure,) = parse(styled).figures
    assert figure.picture.data == picture().getvalue()
    assert (figure.caption, figure.credit.person) == ("The first machines.", "Sample Reporter")


def test_a_chinese_word_file_without_styles_is_read_by_its_lines():
    document = docx.Document()
    for text in ["示例园区第二座厂房启用", "来源：示例晨报　2024年5月6日", HAN_LEAD]:
        document.add_paragraph(text)
    document.add_picture(picture())
    document.add_paragraph("厂房外的道路仍在施工 张示例 摄")
    document.add_paragraph().add_run("下一步").bold = True
    document.add_paragraph(HAN_LEAD)
    document.add_paragraph("（责任编辑：王示例）")
    article = parse(saved(document), "新闻.docx")
    assert (article.language, article.headline) == ("zh-hans", "示例园区第二座厂房启用")
    assert (article.source, article.printed_on) == ("示例晨报", datetime.date(2024, 5, 6))
    assert article.persons == [Person("王示例", "editor")]
    assert [part.kind for part in article.body] == ["paragraph", "figure", "subhead", "paragraph"]
    assert (article.figures[0].caption, article.figures[0].credit.person) == (
        "厂房外的道路仍在施工",
        "张示例",
    )


def test_a_word_file_is_known_by_its_content_whatever_its_name(styled):
    assert parse(styled, "news.txt").headline == "Sample park opens its second workshop"


def test_the_same_article_in_word_and_in_text_has_one_fingerprint():
    document = docx.Document()
    for text in ["Sample park opens its second workshop", LEAD, LEAD.replace("second", "third")]:
        document.add_paragraph(text)
    text = f"Home > News\n\nSample park opens its second workshop\n\n{LEAD}\n\n{LEAD.replace('second', 'third')}\n"
    assert parse(saved(document)).fingerprint == parse(text.encode()).fingerprint
