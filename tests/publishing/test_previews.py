"""Previews: the real page over what nobody has published yet, for staff and by link for others."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Author, Byline, Series, Special
from enterprises.models import Facility
from figures.models import Figure
from pages.models import Official, Organisation, Page, Place
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.models import AuditEntry, PreviewLink, ReviewRemark
from publishing.preview.previewing import PREVIEWS
from publishing.snapshots import part_row, take
from tests.factories import (
    made_live,
    make_article,
    make_case_study,
    make_document,
    make_enterprise,
    make_event,
    make_industry,
    make_opportunity,
    make_park,
    make_policy,
    make_procedure,
    make_project,
    make_scheme,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "zh-hans"]


def made(model, **fields):
    return made_live(model.objects.create(slug=f"test-{model._meta.model_name}", **fields))


#: Of each model: how to make one, and the column in which a draft says something new.
RECORDS = {
    "article": (make_article, "headline"),
    "enterprise": (make_enterprise, "short_name"),
    "park": (make_park, "name"),
    "industry": (make_industry, "name"),
    "scheme": (make_scheme, "name"),
    "event": (make_event, "name"),
    "project": (make_project, "name"),
    "opportunity": (make_opportunity, "name"),
    "casestudy": (make_case_study, "name"),
    "policy": (make_policy, "title"),
    "document": (make_document, "title"),
    "procedure": (make_procedure, "name"),
    "special": (lambda: _titled(Special, lead_en="Lead", lead_zh_hans="导语"), "title"),
    "series": (lambda: _titled(Series), "title"),
    "page": (lambda: _titled(Page, section="about", body_en="<p>A</p>", body_zh_hans="<p>甲</p>"), "title"),
    "place": (
        lambda: made(
            Place, kind="food", name_en="P", name_zh_hans="地", summary_en="S", summary_zh_hans="要"
        ),
        "name",
    ),
    "official": (lambda: made(Official, title_en="T", title_zh_hans="职"), "title"),
    "organisation": (
        lambda: made(
            Organisation, kind="bureau", name_en="O", name_zh_hans="局", duties_en="D", duties_zh_hans="责"
        ),
        "name",
    ),
    "figure": (
        lambda: made(
            Figure,
            indicator_en="F",
            indicator_zh_hans="数",
            territory="chongqing",
            value=3,
            unit="persons",
            as_of="2025",
        ),
        "indicator",
    ),
}


def _titled(model, **fields):
    return made(model, title_en="T", title_zh_hans="题", **fields)


def page_of(record, name, *args):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=[record.pk, *args])


def draft_of(record, **fields):
    head = head_of(record) or first_revision(record)
    snapshot = take(record)
    return save_draft(record, {**snapshot, "f": {**snapshot["f"], **fields}}, seen=head)


def text_of(answer):
    return answer.content.decode()


@pytest.fixture(params=RECORDS)
def drafted(request):
    """A live record of each kind whose draft says something new in both languages."""
    make, field = RECORDS[request.param]
    record = make()
    draft_of(record, **{f"{field}_en": "Planted words", f"{field}_zh_hans": "埋下的字"})
    return record


@pytest.mark.parametrize(("language", "words"), [("en", "Planted words"), ("zh-hans", "埋下的字")])
def test_a_draft_is_on_its_preview_and_nowhere_public(publisher, visitor, drafted, language, words):
    answer = publisher.get(page_of(drafted, "preview_page", language))
    assert answer.status_code == 200
    assert words in text_of(answer) and "Preview: not published" in text_of(answer)
    if hasattr(drafted, "get_absolute_url"):
        with translation.override(language):
            address = drafted.get_absolute_url()
        assert words not in text_of(visitor.get(address))


def test_every_kind_of_record_that_has_a_page_has_its_preview():
    assert {model._meta.model_name for model in PREVIEWS} == RECORDS.keys() - {"figure"}


def test_the_preview_of_parts_and_choices_shows_those_of_the_draft(publisher):
    enterprise, industry = make_enterprise(), make_industry()
    hidden = make_industry(languages=[], name_en="Hidden industry")
    before = take(enterprise)
    row = part_row(Facility(enterprise=enterprise, name_en="Drafted works", name_zh_hans="稿中工厂"))
    after = {
        **before,
        "m": {**before["m"], "industries": [industry.pk, hidden.pk]},
        "c": {**before["c"], "facilities": [row]},
    }
    save_draft(enterprise, after, seen=first_revision(enterprise))
    page = text_of(publisher.get(page_of(enterprise, "preview_page", "en")))
    assert "Drafted works" in page and industry.name_en in page and "Hidden industry" not in page


def test_a_draft_that_names_somebody_deleted_can_be_previewed_and_says_so(publisher):
    article, author = make_article(), Author.objects.create(name_en="Gone author", name_zh_hans="已去")
    row = part_row(Byline(article=article, author=author))
    snapshot = take(article)
    save_draft(article, {**snapshot, "c": {**snapshot["c"], "bylines": [row]}}, seen=first_revision(article))
    assert "Gone author" in text_of(publisher.get(page_of(article, "preview_page", "en")))
    author.delete()
    page = text_of(publisher.get(page_of(article, "preview_page", "en")))
    assert article.headline_en in page and "has since been deleted" in page


def test_every_page_of_the_history_opens_for_every_kind_of_record(publisher, drafted):
    for path in (("versions",), ("comparison", 1, 2), ("blame",), ("change",)):
        assert publisher.get(page_of(drafted, *path)).status_code == 200


def test_an_article_without_a_date_can_be_previewed(editor):
    article = make_article(languages=[], dated_at=None)
    assert editor.get(page_of(article, "preview_page", "en")).status_code == 200


def test_looking_at_a_preview_writes_nothing(publisher, drafted):
    publisher.get(page_of(drafted, "preview"))
    with CaptureQueriesContext(connection) as queries:
        publisher.get(page_of(drafted, "preview"))
        publisher.get(page_of(drafted, "preview_page", "en"))
    assert not [q for q in queries if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]


def test_a_preview_is_kept_by_nobody_and_framed_by_this_site_only(publisher):
    article = make_article()
    answer = publisher.get(page_of(article, "preview_page", "en"))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    bench = publisher.get(page_of(article, "preview"))
    assert "frame-src 'self'" in bench["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in bench["Content-Security-Policy"]


def test_both_languages_stand_side_by_side_or_one_alone(publisher):
    article = make_article()
    assert text_of(publisher.get(page_of(article, "preview"))).count("<iframe") == 2
    assert text_of(publisher.get(page_of(article, "preview") + "?language=en")).count("<iframe") == 1


def test_the_banner_is_in_the_language_of_the_reader_not_of_the_page(publisher):
    article = make_article()
    draft_of(article, headline_en="New")
    publisher.cookies["django_language"] = "zh-hans"
    page = text_of(publisher.get(page_of(article, "preview_page", "en")))
    assert '<html lang="en"' in page
    assert 'class="preview-banner" lang="zh-Hans"' in page


def test_previews_are_closed_to_who_may_not_work_on_the_record(log_in, visitor):
    article = make_article()
    path = page_of(article, "preview_page", "en")
    assert visitor.get(path).status_code == 302
    assert log_in("desk").get(path).status_code == 404


def test_a_revision_of_another_record_is_not_found(publisher):
    article, other = make_article(), make_article()
    revision = draft_of(other, headline_en="Other")
    assert (
        publisher.get(page_of(article, "preview_page", "en") + f"?revision={revision.pk}").status_code == 404
    )


# Links


def made_link(client, record, **data):
    """Make a link as its maker does; returns the address that was shown."""
    data = {"recipient": "Adviser", "languages": LANGUAGES, "days": "7", **data}
    answer = client.post(page_of(record, "preview"), data)
    return re.search(r'value="https?://[^/]+(/[^"]+/preview/[^"]+)"', text_of(answer))[1]


def token_in(address):
    return address.rstrip("/").rsplit("/", 1)[-1]


def test_a_link_shows_its_revision_to_somebody_without_an_account(publisher, visitor):
    article = make_article()
    draft_of(article, headline_en="Planted words", headline_zh_hans="埋下的字")
    address = made_link(publisher, article)
    draft_of(article, headline_en="Written later")
    page = text_of(visitor.get(address))
    assert "Planted words" in page and "Written later" not in page
    assert "埋下的字" in text_of(visitor.get(address.replace("/en/", "/zh-hans/")))
    assert PreviewLink.objects.get().opened == 2


def test_only_the_hash_of_a_token_is_kept(publisher):
    address = made_link(publisher, make_article())
    link = PreviewLink.objects.get()
    assert len(token_in(address)) == 22
    assert token_in(address) not in "".join(str(value) for value in vars(link).values())


@pytest.mark.parametrize("end", ["expired", "revoked", "unknown"])
def test_a_link_that_is_over_is_not_found_like_one_that_never_was(publisher, visitor, end):
    article = make_article()
    address = made_link(publisher, article)
    link = PreviewLink.objects.get()
    if end == "expired":
        PreviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif end == "revoked":
        publisher.post(page_of(article, "preview_revoke", link.pk))
    else:
        address = reverse("publishing:shared_preview", args=["A" * 22])
    unknown = visitor.get(reverse("publishing:shared_preview", args=["B" * 22]))
    answer = visitor.get(address)
    assert (answer.status_code, unknown.status_code) == (404, 404)
    assert text_of(answer).replace(token_in(address), "") == text_of(unknown).replace("B" * 22, "")
    assert visitor.post(address, {"name": "A", "text": "B"}).status_code == 404


def test_a_link_to_one_language_leads_to_it(publisher, visitor):
    address = made_link(publisher, make_article(), languages=["zh-hans"])
    assert address.startswith("/zh-hans/")
    answer = visitor.get(address.replace("/zh-hans/", "/en/"))
    assert answer["Location"] == address


def test_a_shared_page_is_kept_by_nobody_and_names_its_address_to_no_other_site(publisher, visitor):
    answer = visitor.get(made_link(publisher, make_article()))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"] and "noindex" in text_of(answer)
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"


def test_a_comment_comes_back_with_the_name_as_typed(publisher, visitor):
    article = make_article()
    address = made_link(publisher, article)
    answer = visitor.post(address, {"name": "Li Wei <b>", "text": "第二段的数字？"})
    assert answer.status_code == 302
    remark = ReviewRemark.objects.get()
    assert (remark.name, remark.verdict, remark.language) == ("Li Wei <b>", "comment", "en")
    page = text_of(publisher.get(page_of(article, "preview")))
    assert [entry.action for entry in AuditEntry.objects.of(article)][:2] == [
        "publishing.remark_received",
        "publishing.preview_link_made",
    ]
    assert "Li Wei &lt;b&gt;" in page and "第二段的数字？" in page


def test_a_link_that_may_not_approve_takes_no_verdict(publisher, visitor):
    address = made_link(publisher, make_article())
    assert 'name="verdict"' not in text_of(visitor.get(address))
    visitor.post(address, {"name": "A", "text": "Fine", "verdict": "approved"})
    assert ReviewRemark.objects.get().verdict == "comment"


def test_a_link_that_may_approve_takes_an_approval_and_a_return_with_its_reason(publisher, visitor):
    address = made_link(publisher, make_article(), may_approve="on")
    visitor.post(address, {"name": "A", "verdict": "approved", "text": ""})
    refused = visitor.post(address, {"name": "A", "verdict": "returned", "text": " "})
    visitor.post(address, {"name": "A", "verdict": "returned", "text": "Wrong year"})
    assert "Write what you want to say." in text_of(refused)
    assert [remark.verdict for remark in ReviewRemark.objects.order_by("pk")] == ["approved", "returned"]


def test_a_link_that_leaked_cannot_fill_the_newsroom(publisher, visitor):
    address = made_link(publisher, make_article())
    link = PreviewLink.objects.select_related("revision").get()
    ReviewRemark.objects.bulk_create(
        ReviewRemark(link=link, revision=link.revision, language="en", name="A", text="B") for _ in range(20)
    )
    answer = visitor.post(address, {"name": "A", "text": "Typed with care"})
    assert answer.status_code == 429 and "Typed with care" in text_of(answer)
    assert link.remarks.count() == 20


def test_a_comment_needs_the_token_of_its_form(publisher):
    address = made_link(publisher, make_article())
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"name": "A", "text": "B"}).status_code == 403
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text_of(strict.get(address)))[1]
    answer = strict.post(address, {"name": "A", "text": "B", "csrfmiddlewaretoken": token})
    assert answer.status_code == 302


def test_a_link_is_made_by_post_and_only_by_who_may_change_the_record(log_in, publisher):
    article = make_article()
    publisher.get(page_of(article, "preview") + "?recipient=A&languages=en&days=7")
    log_in("desk").post(page_of(article, "preview"), {"recipient": "A", "languages": "en", "days": "7"})
    assert not PreviewLink.objects.exists()


def test_a_link_of_another_record_is_not_closed_from_this_one(publisher):
    article, other = make_article(), make_article()
    made_link(publisher, other)
    link = PreviewLink.objects.get()
    assert publisher.post(page_of(article, "preview_revoke", link.pk)).status_code == 404
    assert publisher.get(page_of(other, "preview_revoke", link.pk)).status_code == 405
