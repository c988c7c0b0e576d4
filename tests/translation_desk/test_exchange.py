"""Files for outside translators: what goes out comes back, and nothing else does."""

import io
import random
import re
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from publishing.drafts.saving import first_revision, open_draft
from publishing.snapshots import upgraded
from tests.factories import make_article
from tests.translation_desk.test_states import SOURCE, TARGET, save, state_of
from translation_desk.exchange import word, xliff
from translation_desk.exchange.packages import Package, Refused, package, translated
from translation_desk.exchange.segments import framed
from translation_desk.models import TranslationRecord
from translation_desk.places import with_texts
from translation_desk.states import State

FORMS = {
    "xliff-1.2": (xliff.write_1_2, xliff.read),
    "xliff-2.1": (xliff.write_2_1, xliff.read),
    "word": (word.write, word.read),
}
WORDS = [
    "两江新区",
    "463亿元",
    "&amp;",
    "&nbsp;",
    "&lt;b&gt;",
    "A & B"[:1],
    " ",
    "\n",
    "\t",
    "“灯塔”",
    "⟦s1⟧",
    "é",
    "\U00020bb7",
]
INLINE = ["strong", "em", "sub", 'a href="/en/about/"', 'a href="https://example.org/?a=1&amp;b=2"']
BLOCKS = ["p", "h2", "li", "blockquote", "td"]


def any_text(chance, is_rich):
    """Rich text as editors make it, and plain text with every sign that may give trouble."""
    words = lambda: "".join(chance.choice(WORDS) for _ in range(chance.randint(0, 6)))  # noqa: E731
    if not is_rich:
        return words() + chance.choice(["", " <3 ", "\x0b", "a & b"])
    blocks = []
    for _number in range(chance.randint(0, 5)):
        tag, inner = chance.choice(BLOCKS), words()
        for _depth in range(chance.randint(0, 3)):
            inline = chance.choice(INLINE)
            inner += f"<{inline}>{words()}</{inline.split()[0]}>{words()}" + chance.choice(["", "<br>"])
        blocks.append(f"<{tag}>{inner}</{tag}>")
    return "".join(blocks)


@pytest.fixture
def article(db):
    return make_article(body_zh_hans=SOURCE, body_en=TARGET)


def sent(record, form, language="en"):
    revision = first_revision(record)
    return FORMS[form][0](package(record, revision, upgraded(record, revision.snapshot), language))


@pytest.mark.parametrize("seed", range(20))
def test_a_text_is_its_frame_filled_with_its_own_segments(seed):
    chance = random.Random(seed)
    for is_rich in (True, False):
        for _number in range(50):
            text = any_text(chance, is_rich)
            parts = framed(text, is_rich=is_rich)
            assert parts.filled(list(parts.segments)) == text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(10))
def test_a_round_trip_loses_nothing(article, form, seed):
    chance = random.Random(seed)
    revision = first_revision(article)
    for _number in range(10):
        snapshot = upgraded(article, revision.snapshot)
        for language in ("en", "zh-hans"):
            texts = {"body": any_text(chance, True), "summary": any_text(chance, False)}
            snapshot = with_texts(snapshot, language, texts)
        out = package(article, revision, snapshot, "en")
        back = FORMS[form][1](FORMS[form][0](out))
        assert back.original == out.original and len(back.units) == len(out.units)
        assert translated(article, snapshot, back) == {}


@pytest.mark.parametrize("form", FORMS)
def test_a_translation_comes_back_into_its_place(article, form):
    data = sent(article, form)
    back = FORMS[form][1](data)
    changed = [
        unit.__class__(unit.key, unit.source, ("The plant has five lines.",), "")
        if unit.key.startswith("body")
        else unit
        for unit in back.units
    ]
    snapshot = first_revision(article).snapshot
    assert translated(article, snapshot, Package(back.original, back.target, changed)) == {
        "body": "<p>The plant has five lines.</p>"
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_file_whose_source_was_edited_is_refused(article, form):
    back = FORMS[form][1](sent(article, form))
    edited = [unit.__class__(unit.key, ("改了",), unit.target, "") for unit in back.units]
    with pytest.raises(Refused, match="original was edited"):
        translated(article, first_revision(article).snapshot, Package(back.original, back.target, edited))


def test_a_refusal_names_the_field_in_the_language_of_its_reader(article):
    back = xliff.read(sent(article, "xliff-1.2"))
    edited = [unit.__class__(unit.key, ("改了",), unit.target, "") for unit in back.units]
    snapshot = first_revision(article).snapshot
    with override("zh-hans"), pytest.raises(Refused, match="标题"):
        translated(article, snapshot, Package(back.original, back.target, edited))


def test_a_file_that_says_nothing_new_leads_to_the_language_that_it_was_for(publisher, article):
    file = SimpleUploadedFile("same.xlf", sent(article, "xliff-1.2"))
    answer = publisher.post(
        reverse("admin:articles_article_translation_exchange", args=[article.pk]), {"file": file}
    )
    assert answer.url.endswith("/translation/?language=en")


def test_links_come_back_as_they_were_though_translators_move_them(article):
    head = save(article, body_zh_hans='<p>见<a href="/zh-hans/about/">介绍</a>。</p>', body_en="")
    out = package(article, head, head.snapshot, "en")
    unit = next(unit for unit in out.units if unit.key.startswith("body"))
    start, end = unit.source[1], unit.source[3]
    moved = unit.__class__(unit.key, unit.source, (start, "About", end, " tells more & more."), "")
    back = xliff.read(xliff.write_2_1(Package(out.original, "en", [moved])))
    text = translated(article, head.snapshot, back)["body"]
    assert text.startswith('<p><a href="/zh-hans/about/"') and text.endswith(
        "About</a> tells more &amp; more.</p>"
    )


def test_a_code_of_somebody_elses_is_refused(article):
    out = package(article, first_revision(article), first_revision(article).snapshot, "en")
    data = xliff.write_1_2(out).decode().replace("<target>", '<target><x id="z9"/>', 1)
    with pytest.raises(Refused, match="z9"):
        translated(article, first_revision(article).snapshot, xliff.read(data.encode()))


def test_word_opens_the_table(article):
    document = docx.Document(io.BytesIO(sent(article, "word")))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0][0].startswith(f"articles.article/{article.pk}/")
    assert any("两江新区在江北" in row[1] for row in rows)


@pytest.mark.parametrize("declaration", ['<!DOCTYPE x [<!ENTITY a "b">]>', "<!DOCTYPE x>"])
def test_types_and_entities_are_refused(declaration):
    data = f'<?xml version="1.0"?>{declaration}<xliff xmlns="{xliff.V1}"/>'
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(Refused):
            xliff.read(data.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding))


def test_an_archive_that_unpacks_to_too_much_is_refused():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(word.PART, b" " * (9 * 1024 * 1024))
    with pytest.raises(Refused, match="too large"):
        word.read(bomb.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK", b"<xliff/>", b"<a>", b"\x00" * 50])
def test_nonsense_is_refused_with_a_sentence(data):
    for read in (xliff.read, word.read):
        with pytest.raises(Refused):
            read(data)


def page(record):
    return reverse("admin:articles_article_translation_exchange", args=[record.pk])


def upload(client, record, data, name="back.xlf"):
    return client.post(page(record), {"file": SimpleUploadedFile(name, data)}, follow=True)


def with_target(data, text):
    """A file of XLIFF 1.2 in which an outside translator wrote another headline."""
    return re.sub(
        r'(id="headline#0".*?<target>).*?(</target>)', rf"\g<1>{text}\g<2>", data.decode(), flags=re.S
    )


def test_a_translator_sends_a_file_out_and_takes_it_back_as_a_draft(translator, article):
    answer = translator.get(page(article) + "?form=xliff-1.2&language=en")
    assert "attachment" in answer["Content-Disposition"]
    back = with_target(answer.content, "From outside").encode()
    assert upload(translator, article, back).status_code == 200
    assert open_draft(article).snapshot["f"]["headline_en"] == "From outside"
    assert (
        TranslationRecord.objects.get(path="headline", origin="imported").accepted_by.username == "translator"
    )


def test_what_changed_while_a_file_was_out_shows_as_outdated(translator, article):
    data = sent(article, "xliff-1.2")
    save(article, headline_zh_hans="两江新区新闻")
    upload(translator, article, with_target(data, "From outside").encode())
    assert state_of(article, "headline").state == State.OUTDATED
    assert open_draft(article).snapshot["f"]["headline_zh_hans"] == "两江新区新闻"


def test_the_file_of_another_record_is_refused(translator, article):
    other = make_article()
    answer = upload(translator, article, sent(other, "word"), "back.docx")
    assert "another record" in answer.content.decode()
    assert open_draft(article) is None


def test_a_file_into_a_language_that_is_not_ones_own_is_refused(log_in, article):
    client = log_in("translator-zh-hans")
    assert upload(client, article, with_target(sent(article, "xliff-1.2"), "No").encode()).status_code == 403
