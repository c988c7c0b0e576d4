"""The document library in public: the list, its facets, the page of a document and its files."""

import zipfile
import zlib
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from bilingual.languages import HTML_LANG
from documents.models import Document, DocumentFile
from media_library.incoming.page_counts import pages_of
from media_library.models import Document as StoredDocument
from publishing.publication.actions import withdraw
from tests.effort import queries_of
from tests.factories import made_live, make_industry
from tests.services.forms import fields_of

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def taken(visitor, url: str) -> bytes:
    return b"".join(visitor.get(url).streaming_content)


@BOTH
def test_the_library_lists_what_is_live_in_the_language_of_the_page(visitor, make_document, language):
    shown = make_document()
    other = make_document(languages=["zh-hans" if language == "en" else "en"])
    page = visitor.get(f"/{language}/documents/")
    assert [one.pk for one in page.context["page"].items] == [shown.pk]
    assert visitor.get(f"/{language}/documents/{other.slug}/").status_code == 404


def test_documents_are_narrowed_by_kind_language_form_industry_and_year(visitor, make_document, store):
    industry = make_industry()
    wanted = make_document(
        kind="form", issued_on=date(2026, 3, 1), files=[store(language="zh-hans", suffix="docx")]
    )
    wanted.industries.add(industry)
    make_document(files=[store()])
    query = f"kind=form&language=zh-hans&form=docx&industry={industry.slug}&year=2026"
    page = visitor.get(f"/en/documents/?{query}")
    assert [one.pk for one in page.context["page"].items] == [wanted.pk]


@BOTH
@pytest.mark.parametrize(
    "query", ["kind=nonsense", "form=exe&page=99999", "year=%00", "language=fr&kind=%E2%80%AE"]
)
def test_a_question_that_means_nothing_is_ignored_in_words(visitor, make_document, language, query):
    make_document()
    page = visitor.get(f"/{language}/documents/?{query}")
    assert page.status_code in (200, 404)
    if page.status_code == 200:
        assert page.context["filters"].ignored


def test_the_list_costs_the_same_however_long_it_is(visitor, make_document, store):
    make_document(files=[store()])
    before = queries_of(visitor, "/en/documents/")
    for _ in range(6):
        make_document(files=[store(), store(language="zh-hans")]).industries.add(make_industry())
    assert queries_of(visitor, "/en/documents/") == before <= 8


def test_the_page_of_a_document_costs_few_questions(visitor, make_document, store):
    document = make_document(files=[store(), store(), store(language="zh-hans")])
    assert queries_of(visitor, document.get_absolute_url()) <= 8


@BOTH
def test_a_sample_says_so_on_the_list_on_its_page_and_in_the_feed(visitor, make_document, language):
    document = make_document(is_sample=True)
    word = {"en": "Sample", "zh-hans": "示例"}[language]
    for address in ("", f"{document.slug}/", "feed/"):
        assert word in visitor.get(f"/{language}/documents/{address}").content.decode()
    page = visitor.get(f"/{language}/documents/{document.slug}/").content.decode()
    assert "DigitalDocument" not in page


def test_a_document_tells_machines_what_it_is(visitor, make_document):
    document = make_document(number="No 7", issued_on=date(2026, 3, 1))
    page = visitor.get(document.get_absolute_url()).content.decode()
    assert '"DigitalDocument"' in page and '"identifier": "No 7"' in page


def test_files_in_the_language_of_the_page_stand_first(visitor, make_document, store):
    document = make_document(files=[store(), store(language="zh-hans")])
    for language in ("en", "zh-hans"):
        lines = visitor.get(f"/{language}/documents/{document.slug}/").context["files"]
        assert HTML_LANG[language] == lines[0].lang != lines[1].lang


def test_a_file_is_taken_away_under_its_title_and_never_shown_in_our_site(visitor, make_document, store):
    document = make_document(files=[store(title_en="Guide: 2026", data=b"%PDF-1.7 guide")])
    answer = visitor.get(document.files.get().path)
    assert answer["Content-Disposition"] == 'attachment; filename="Guide_2026.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 guide"


def test_a_chinese_title_is_the_name_of_a_chinese_file(visitor, make_document, store):
    document = make_document(files=[store(language="zh-hans", title_zh_hans="投资指南")])
    answer = visitor.get(document.files.get().path)
    answer.close()
    assert "filename*=utf-8''%E6%8A%95%E8%B5%84%E6%8C%87%E5%8D%97.pdf" in answer["Content-Disposition"]


def test_a_file_goes_with_its_document(visitor, make_document, store):
    document = make_document(files=[store()])
    url = document.files.get().path
    withdraw(document, language="en")
    assert taken(visitor, url) == b"%PDF-1.7 text", "the Chinese edition still has it"
    withdraw(document, language="zh-hans")
    assert visitor.get(url).status_code == 404
    draft = make_document(languages=[], files=[store()])
    assert visitor.get(draft.files.get().path).status_code == 404


def test_a_file_belongs_to_one_document(visitor, make_document, store):
    live, draft = make_document(), make_document(languages=[], files=[store()])
    assert visitor.get(f"/en/documents/{live.slug}/{draft.files.get().pk}/").status_code == 404


def test_a_file_whose_bytes_are_gone_is_not_found(visitor, make_document, store):
    document = make_document(files=[store()])
    StoredDocument.objects.update(file="documents/gone/original.pdf")
    assert visitor.get(document.files.get().path).status_code == 404


@BOTH
def test_the_feed_follows_a_filter(visitor, make_document, language):
    wanted, other = make_document(kind="form"), make_document(kind="guide")
    feed = ElementTree.fromstring(visitor.get(f"/{language}/documents/feed/?kind=form").content)
    text = ElementTree.tostring(feed, encoding="unicode")
    assert wanted.slug in text and other.slug not in text


def test_documents_stand_in_the_sitemap(visitor, make_document):
    document = make_document()
    assert document.slug in visitor.get("/sitemap-documents.xml").content.decode()


def test_a_number_alone_is_no_address_of_a_document(make_document):
    document = make_document()
    document.slug = "2026"
    with pytest.raises(ValidationError, match="cannot be a number alone"):
        document.clean()


def test_the_newsroom_files_a_document_as_a_draft(editor, store, visitor):
    stored = store()
    url = "/admin/documents/document/add/"
    form = fields_of(editor.get(url), "document_form")
    answer = editor.post(
        url,
        form
        | {
            "slug": "a-guide", "title_en": "A guide", "summary_en": "What it says.", "kind": "guide",
            "files-TOTAL_FORMS": "1", "files-0-file": stored.pk, "files-0-position": "0",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    document = Document.objects.get()
    assert document.files.get().file == stored
    assert visitor.get("/en/documents/a-guide/").status_code == 404
    made_live(document, ["en"])
    assert visitor.get("/en/documents/a-guide/").status_code == 200


# Pages


def _office(notes: str | None, member: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "<x/>")
        if notes:
            archive.writestr("docProps/app.xml", notes)
    return out.getvalue()


PDF = b"%PDF-1.4\n1 0 obj <</Type /Pages /Kids [2 0 R] /Count 12>> endobj\n2 0 obj <</Type /Pages /Count 3>> endobj"


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (PDF, 12),
        (b"%PDF-1.7 nothing is said here", None),
        (b"%PDF-1.7 <</Type /Pages /Count 999999>>", None),
        (_office("<Properties><Pages>4</Pages></Properties>", "word/document.xml"), 4),
        (_office("<Properties><Slides>9</Slides></Properties>", "ppt/presentation.xml"), 9),
        (_office("<Properties><Pages>4</Pages></Properties>", "xl/workbook.xml"), None),
        (_office(None, "word/document.xml"), None),
    ],
)
def test_a_new_file_says_how_many_pages_it_has(editor, data, pages):
    url = "/admin/media_library/document/add/"
    form = fields_of(editor.get(url), "document_form")
    file = SimpleUploadedFile("file.bin", data)
    answer = editor.post(url, form | {"file": file, "language": "en", "title_en": "Guide"})
    assert answer.status_code == 302
    assert StoredDocument.objects.get().pages == pages


def test_a_number_of_pages_that_somebody_writes_stands(editor):
    url = "/admin/media_library/document/add/"
    form = fields_of(editor.get(url), "document_form")
    editor.post(
        url,
        form | {"file": SimpleUploadedFile("a.pdf", PDF), "language": "en", "title_en": "G", "pages": "11"},
    )
    assert StoredDocument.objects.get().pages == 11


def test_a_packed_tree_of_pages_is_read_too():
    packed = zlib.compress(b"<</Type /Pages /Count 7>>")
    data = b"%PDF-1.7\n5 0 obj <</Type /ObjStm /N 1 /First 5>>\nstream\n" + packed + b"\nendstream"
    assert pages_of(BytesIO(data), "pdf") == 7
    bomb = (
        b"%PDF-1.7\n5 0 obj <</Type /ObjStm>>\nstream\n" + zlib.compress(b"0" * (64 << 20)) + b"\nendstream"
    )
    assert pages_of(BytesIO(bomb), "pdf") is None


def test_a_part_is_named_by_its_file(make_document, store):
    make_document(files=[store(title_en="Guide")])
    assert str(DocumentFile.objects.get()) == "Guide"
