"""The history of a record: its versions, what changed between two, who wrote what, and going back."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Author, Byline, Correction
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.history.blame import authorships
from publishing.history.differences import compare
from publishing.models import Revision
from publishing.publication.actions import publish
from publishing.snapshots import take
from tests.factories import make_article, make_enterprise
from tests.publishing.forms import form_data

pytestmark = pytest.mark.django_db


def page_of(record, name, *args):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=[record.pk, *args])


def draft_of(record, by=None, note="", **fields):
    """Save the newest version with some columns changed; returns the revision."""
    head = head_of(record) or first_revision(record)
    snapshot = take(record) | {"f": {**head.snapshot["f"], **fields}}
    return save_draft(record, snapshot, seen=head, by=by, note=note)


def texts(comparison, label):
    change = next(change for change in comparison.fields if change.label == label)
    return [
        cell and [(piece.change, piece.text, piece.is_number) for piece in cell.pieces]
        for cell in change.cells
    ]


def test_versions_stand_newest_first_with_person_reason_and_languages(publisher, make_member):
    article = make_article()
    writer = make_member("editor", username="writer", first_name="Lin")
    draft_of(article, by=writer, note="A slip of the pen", headline_zh_hans="新标题")
    page = publisher.get(page_of(article, "versions")).content.decode()
    rows = page[page.index("<tbody>") : page.index("</tbody>")].split("<tr>")[1:]
    assert len(rows) == 2
    assert (
        "Lin" in rows[0] and "A slip of the pen" in rows[0] and "中文" in rows[0] and "Open draft" in rows[0]
    )
    assert "Published" in rows[1]


def test_a_version_saved_before_the_first_publication_is_not_called_published(publisher):
    article = make_article(languages=[])
    first_revision(article)
    assert "Saved, not public" in publisher.get(page_of(article, "versions")).content.decode()


def test_a_history_of_a_thousand_versions_comes_in_pages_without_their_contents(publisher):
    article = make_article()
    first = first_revision(article)
    Revision.objects.bulk_create(
        Revision(record=article, number=number, kind="draft", snapshot=first.snapshot, parent=first)
        for number in range(2, 1001)
    )
    with CaptureQueriesContext(connection) as queries:
        page = publisher.get(page_of(article, "versions")).content.decode()
    assert page.count('name="from"') == 50
    assert "?before=951" in page
    assert not [q for q in queries if '"publishing_revision"."snapshot"' in q["sql"]]
    assert 'value="950"' in publisher.get(page_of(article, "versions") + "?before=951").content.decode()


def test_the_chosen_two_are_compared_at_an_address_of_their_own(publisher):
    article = make_article()
    draft_of(article, headline_en="Another headline")
    answer = publisher.get(page_of(article, "versions") + "?from=1&to=2")
    assert answer["Location"] == page_of(article, "comparison", 1, 2)
    assert publisher.get(answer["Location"]).status_code == 200


def test_a_version_of_another_record_is_not_found(publisher):
    article, other = make_article(), make_article()
    first_revision(article)
    draft_of(other, headline_en="Other")
    assert publisher.get(page_of(article, "comparison", 1, 2)).status_code == 404


def test_a_changed_number_is_marked_and_the_language_that_stayed_says_so():
    article = make_article(languages=[], summary_zh_hans="总投资463亿元，同比增长。")
    before = take(article)
    after = {**before, "f": {**before["f"], "summary_zh_hans": "总投资470亿元，同比增长。"}}
    english, chinese = texts(compare(article, before, after), "Summary")
    assert english is None
    assert chinese == [
        ("same", "总投资", False),
        ("removed", "463亿", True),
        ("added", "470亿", True),
        ("same", "元，同比增长。", False),
    ]


def test_choices_are_shown_by_their_names_and_a_deleted_one_as_such():
    article, enterprise, gone = make_article(), make_enterprise(), make_enterprise()
    before = take(article)
    after = {**before, "m": {**before["m"], "enterprises": [enterprise.pk, gone.pk]}}
    name, key = str(enterprise), gone.pk
    gone.delete()
    (change,) = compare(article, before, after).fields
    assert [(said.text, said.is_gone) for said in change.cells[0].added] == [
        (name, False),
        (f"deleted since (number {key})", True),
    ]


def test_rows_that_were_added_removed_changed_and_moved_are_told_apart():
    article = make_article()
    for place, text in enumerate(("One", "Two", "Three", "Four")):
        Correction.objects.create(
            article=article, position=place, corrected_on="2026-05-04", text_en=text, text_zh_hans=""
        )
    article = Article.objects.get(pk=article.pk)
    before = take(article)
    one, two, three, four = before["c"]["corrections"]
    rows = [
        {**four, "f": {**four["f"], "position": 0}},
        {**one, "f": {**one["f"], "position": 1}},
        {**two, "f": {**two["f"], "position": 2, "text_en": "Two again"}},
        {
            "pk": "00000000-0000-4000-8000-000000000001",
            "f": {**one["f"], "position": 3, "text_en": "New"},
            "m": {},
        },
    ]
    (parts,) = compare(article, before, {**before, "c": {**before["c"], "corrections": rows}}).parts
    assert [(row.title, row.change) for row in parts.rows] == [
        ("Four", "moved"),
        ("Two again", "changed"),
        ("New", "added"),
        ("Three", "removed"),
    ]


def test_a_row_whose_person_was_deleted_can_still_be_compared(publisher):
    article = make_article()
    author = Author.objects.create(name_en="Test", name_zh_hans="测试")
    Byline.objects.create(article=article, author=author)
    article = Article.objects.get(pk=article.pk)
    first_revision(article)
    Byline.objects.all().delete()
    article = Article.objects.get(pk=article.pk)
    author.delete()
    save_draft(article, take(article), seen=head_of(article))
    assert "row removed" in publisher.get(page_of(article, "comparison", 1, 2)).content.decode()


def test_paragraphs_pictures_and_headings_of_a_rich_text_are_shown_as_such(publisher):
    article = make_article(body_en="<h2>Head</h2><p>One two three four.</p><p>Five.</p>")
    draft_of(
        article,
        body_en='<h2>Heads</h2><p>One two three four.</p><figure><img data-file="99"></figure>'
        '<p>Five <a href="https://example.org/">six</a>.</p>',
    )
    page = publisher.get(page_of(article, "comparison", 1, 2)).content.decode()
    assert (
        "Heading" in page and "a picture that no longer exists" in page and "⟨https://example.org/⟩" in page
    )
    assert "added:" in page and "<ins" in page and "<del" in page


def test_a_link_to_a_record_is_said_by_its_name(publisher):
    article, target = make_article(body_en="<p>Read.</p>"), make_enterprise(short_name_en="Seres")
    href = '<a href="item:{}">more</a>'.format
    links = [href(f"enterprises.enterprise:{target.pk}"), href("enterprises.enterprise:999"), href("x.y:1")]
    draft_of(article, body_en=f"<p>Read {' '.join(links)}.</p>")
    page = publisher.get(page_of(article, "comparison", 1, 2)).content.decode()
    assert f"⟨{target}⟩" in page and "⟨deleted since (number 999)⟩" in page and "⟨item:x.y:1⟩" in page
    assert "item:enterprises" not in page


def test_a_link_does_not_tell_the_name_of_a_record_that_the_reader_may_not_see(editor):
    article = make_article(body_en="<p>Read.</p>")
    account = get_user_model().objects.create(username="hidden-name")
    draft_of(article, body_en=f'<p>Read <a href="item:auth.user:{account.pk}">more</a>.</p>')
    page = editor.get(page_of(article, "comparison", 1, 2)).content.decode()
    assert "hidden-name" not in page and f"⟨item:auth.user:{account.pk}⟩" in page


def test_what_editors_wrote_is_escaped_in_every_page_of_the_history(publisher):
    article = make_article(languages=[], headline_en="<script>alert(1)</script>")
    draft_of(article, headline_en="<img src=x onerror=alert(2)>", note="<b>note</b>")
    for path in (
        page_of(article, "versions"),
        page_of(article, "comparison", 1, 2),
        page_of(article, "blame"),
    ):
        page = publisher.get(path).content.decode()
        assert "<img src=x" not in page and "<script>alert" not in page and "<b>note" not in page


def test_blame_names_who_wrote_each_field_last_and_not_who_published_it(make_member):
    article = make_article()
    one, two = make_member("editor", username="one"), make_member("editor", username="two")
    draft_of(article, by=one, headline_en="By one", summary_en="By one")
    draft_of(article, by=two, headline_en="By two")
    found = authorships(article, Revision.objects.of(article).numbered().select_related("author"))
    by = {(line.label, line.html_lang): line.revision.author for line in found}
    assert by["Headline", "en"] == two
    assert by["Summary", "en"] == one
    assert by["Headline", "zh-Hans"] is None


def test_restoring_opens_the_old_version_and_saving_it_makes_a_new_draft(publisher):
    article = make_article(headline_en="As it was", headline_zh_hans="原来的样子")
    draft_of(article, headline_en="As it became")
    page = publisher.get(page_of(article, "versions")).content.decode()
    old = Revision.objects.of(article).get(number=1)
    address = f"{page_of(article, 'change')}?_made_from={old.pk}"
    assert address in page
    form = publisher.get(address).content.decode()
    assert "This form shows version 1." in form
    publisher.post(page_of(article, "change"), form_data(form))
    head = head_of(article)
    assert (head.number, head.snapshot["f"]["headline_en"]) == (3, "As it was")


@pytest.mark.parametrize("page", ["versions", "blame", "history", "preview"])
def test_the_history_is_closed_to_who_may_not_work_on_the_record(log_in, page):
    article = make_article()
    first_revision(article)
    assert log_in("desk").get(page_of(article, page)).status_code == 404
    assert log_in("editor").get(page_of(article, page)).status_code in (200, 302)


def test_deeds_are_told_under_the_versions(publisher, make_member):
    article = make_article(languages=[])
    publish(article, language="en", by=make_member("publisher", username="ming"))
    page = publisher.get(page_of(article, "versions")).content.decode()
    deeds = page[page.index('class="deeds"') :]
    assert "ming" in deeds and "Published" in deeds and "EN" in deeds


def test_looking_at_the_history_writes_nothing(publisher):
    article = make_article()
    draft_of(article, headline_en="New")
    publisher.get(page_of(article, "versions"))
    with CaptureQueriesContext(connection) as queries:
        for path in ("versions", "blame"):
            publisher.get(page_of(article, path))
        publisher.get(page_of(article, "comparison", 1, 2))
    assert not [q for q in queries if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
