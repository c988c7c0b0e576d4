"""The list of links keeps up with what is written, published, moved, withdrawn and deleted."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article, Column
from bilingual.languages import CHINESE, ENGLISH
from enterprises.models import Batch
from evidence.models import Source
from link_checking import chores
from link_checking.addresses import hrefs_in, read
from link_checking.finding import holders, link_columns, place_anchor, place_label
from link_checking.models import Link, Use
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.models import Redirect, Scope
from publishing.publication.actions import publish, withdraw
from publishing.snapshots import take
from tests.factories import made_live, make_article, make_column, make_enterprise, make_scheme, tomorrow

Status, Problem = Link.Status, Link.Problem


@pytest.fixture
def soon(django_capture_on_commit_callbacks):
    """Carries out what waits for the end of a transaction."""

    def now():
        return django_capture_on_commit_callbacks(execute=True)

    return now


def linked(*addresses):
    return "<p>" + " ".join(f'<a href="{address}">here</a>' for address in addresses) + "</p>"


def drafted(record, **words):
    snapshot = take(record)
    snapshot["f"] |= words
    return save_draft(record, snapshot, seen=first_revision(record))


def status_of(address, language=None):
    rows = Link.objects.filter(address=address)
    return (rows if language is None else rows.filter(language=language)).get().status


def path_of(record, language):
    with override(language):
        return record.get_absolute_url()


def test_links_are_read_from_rich_text_as_browsers_read_them():
    text = (
        linked("https://example.org/?a=1&amp;b=2", "#part", "mailto:a@example.org") + '<img alt="href="x"">'
    )
    assert hrefs_in(text) == ["https://example.org/?a=1&b=2", "#part", "mailto:a@example.org"]


@pytest.mark.parametrize(
    "text", ["", "#top", "mailto:a@example.org", "tel:+86-23-1", "javascript:1", "x" * 3000]
)
def test_what_leads_nowhere_is_no_link(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        ("/en/news/", Link.Kind.INSIDE, "/en/news/"),
        ("http://127.0.0.1:8000/zh-hans/news/?page=2", Link.Kind.INSIDE, "/zh-hans/news/"),
        ("http://127.0.0.1:9000/", Link.Kind.OUTSIDE, ""),
        ("//example.org/a", Link.Kind.OUTSIDE, ""),
        ("https://[::1", Link.Kind.OUTSIDE, ""),
        ("page.html", Link.Kind.INSIDE, "page.html"),
    ],
)
def test_an_address_leads_inside_or_outside(settings, text, kind, path):
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert (read(text).kind, read(text).path) == (kind, path)


def test_a_publication_notes_the_links_of_its_language_and_of_what_both_share(db, soon):
    article = make_article(
        languages=[],
        body_en=linked("https://example.org/en"),
        body_zh_hans=linked("https://example.org/zh"),
    )
    with soon():
        publish(article, language=ENGLISH)
    assert list(Use.objects.filter(is_public=True).values_list("link__address", "language", "path")) == [
        ("https://example.org/en", "en", "body_en")
    ]
    link = Link.objects.get(address="https://example.org/en")
    assert link.host == "example.org" and link.next_check_at <= timezone.now()


def test_what_is_scheduled_is_watched_before_it_is_public(db, soon):
    article = make_article(languages=[], body_en=linked("https://example.org/"))
    with soon():
        publish(article, language=ENGLISH, at=tomorrow())
    assert Use.objects.get(language="en").is_public


def test_a_draft_is_told_apart_from_what_is_public(db, soon):
    article = make_article(languages=[], body_en=linked("https://example.org/old"))
    with soon():
        publish(article, language=ENGLISH)
        drafted(article, body_en=linked("https://example.org/new"))
    known = {use.link.address[-3:]: (use.is_public, use.is_newest) for use in Use.objects.all()}
    assert known == {"old": (True, False), "new": (False, True)}
    with soon():
        publish(Article.objects.get(pk=article.pk), language=ENGLISH)
    assert [use.link.address[-3:] for use in Use.objects.all()] == ["new"]


def test_a_withdrawal_takes_the_links_out_of_what_is_public(db, soon):
    article = make_article(languages=[], body_en=linked("https://example.org/"))
    with soon():
        publish(article, language=ENGLISH)
    with soon():
        withdraw(article, language=ENGLISH)
    assert not Use.objects.get().is_public


def test_an_edition_that_ended_at_a_moment_is_forgotten_by_the_daily_chore(db, soon):
    article = make_article(languages=[], body_en=linked("https://example.org/"))
    with soon():
        publish(article, language=ENGLISH)
        first_revision(article)
    Article.objects.filter(pk=article.pk).update(live_until_en=timezone.now())
    chores.look_at_links()
    assert not Use.objects.get().is_public


def test_rows_inside_a_record_are_its_links(db, soon):
    scheme = make_scheme(languages=[])
    batch = Batch.objects.create(scheme=scheme, key="one", announcement_url="https://example.org/list")
    with soon():
        made_live(scheme)
    use = Use.objects.get()
    assert use.path == f"batches:{batch.pk}:announcement_url" and use.record == scheme
    assert place_anchor(use.path) == "batches-group"
    assert "Announcement" in place_label(type(scheme), use.path).title()


def test_sources_are_public_as_they_stand(db):
    source = Source.objects.create(key="a", kind=Source.Kind.PRESS, url="https://example.org/paper")
    assert Use.objects.get().is_public
    source.url = ""
    source.save()
    assert not Use.objects.exists()
    chores.look_at_links()
    assert not Link.objects.exists()


def test_a_deleted_record_leaves_no_place(db, soon):
    article = make_article(languages=[], body_en=linked("https://example.org/"))
    with soon():
        publish(article, language=ENGLISH)
    with soon():
        article.delete()
    assert not Use.objects.exists()


def test_a_link_to_a_page_of_the_site_says_whether_readers_can_open_it(db, soon):
    live, english_only = make_enterprise(), make_enterprise(languages=[ENGLISH])
    wanted = {
        path_of(live, ENGLISH): Status.WORKING,
        path_of(live, CHINESE) + "?from=news#facts": Status.WORKING,
        path_of(english_only, ENGLISH): Status.WORKING,
        path_of(english_only, CHINESE): Status.NOT_LIVE,
        "/en/enterprises/no-such-company/": Status.MISSING,
        "/en/news/": Status.WORKING,
        "/en/living/education/": Status.WORKING,
        "/en/no/such/page/": Status.MISSING,
        "/admin/": Status.MISSING,
        "news/": Status.MISSING,
        "/media/none.pdf": Status.MISSING,
        "/media/../../etc/passwd": Status.MISSING,
        f"item:enterprises.enterprise:{live.pk}": Status.WORKING,
        f"item:enterprises.enterprise:{english_only.pk}": Status.WORKING,
        "item:enterprises.enterprise:999999": Status.MISSING,
        "item:enterprises.nothing:1": Status.MISSING,
        "item:enterprises.enterprise:x": Status.MISSING,
    }
    article = make_article()
    drafted(article, body_en=linked(*wanted))
    assert {address: status_of(address) for address in wanted} == wanted


def test_a_reference_is_judged_in_the_language_that_it_is_read_in(db):
    english_only = make_enterprise(languages=[ENGLISH])
    reference = f"item:enterprises.enterprise:{english_only.pk}"
    drafted(make_article(), body_en=linked(reference), body_zh_hans=linked(reference))
    assert status_of(reference, "en") == Status.WORKING
    assert status_of(reference, "zh-hans") == Status.NOT_LIVE


def test_a_link_heals_when_its_page_goes_public_and_breaks_when_it_ends(db, soon):
    enterprise = make_enterprise(languages=[])
    address = path_of(enterprise, ENGLISH)
    drafted(make_article(), body_en=linked(address))
    assert status_of(address) == Status.NOT_LIVE
    with soon():
        publish(enterprise, language=ENGLISH)
    assert status_of(address) == Status.WORKING
    with soon():
        withdraw(enterprise, language=ENGLISH)
    assert status_of(address) == Status.NOT_LIVE
    with soon():
        enterprise.delete()
    assert status_of(address) == Status.MISSING


def test_a_link_to_an_address_that_moved_is_judged_at_once(db, soon):
    enterprise = make_enterprise()
    first = path_of(enterprise, ENGLISH)
    drafted(make_article(), body_en=linked(first))
    for slug in ("second-name", "third-name"):
        seen, snapshot = head_of(enterprise) or first_revision(enterprise), take(enterprise)
        save_draft(enterprise, snapshot | {"f": snapshot["f"] | {"slug": slug}}, seen=seen)
        with soon():
            publish(enterprise, language=ENGLISH)
        enterprise.refresh_from_db()
        link = Link.objects.get(address=first)
        assert (link.status, link.moved_to) == (Status.WORKING, f"/en/enterprises/{slug}/")
    with soon():
        Redirect.objects.all().delete()
    assert status_of(first) == Status.MISSING


def test_an_old_address_that_leads_on_works(db, soon):
    enterprise = make_enterprise()
    address = path_of(enterprise, ENGLISH)
    drafted(make_article(), body_en=linked(address))
    drafted(enterprise, slug="another-name")
    with soon():
        publish(enterprise, language=ENGLISH)
    call_command("rebuild_links")
    chores.look_at_links()
    link = Link.objects.get(address=address)
    assert (link.status, link.moved_to) == (Status.WORKING, "/en/enterprises/another-name/")


def test_the_price_of_judging_does_not_grow_with_the_links(db, django_assert_max_num_queries):
    enterprises = [make_enterprise() for _number in range(12)]
    article = make_article()
    first_revision(article)
    with django_assert_max_num_queries(48):
        drafted(article, body_en=linked(*(path_of(one, ENGLISH) for one in enterprises)))
    with django_assert_max_num_queries(22):
        drafted(article, summary_en="Another word.")


def test_everything_that_holds_links_is_watched():
    assert len(holders()) >= 12
    assert set(link_columns(Source)) == {"url"}


def test_the_command_reads_everything_anew(db):
    make_article(body_en=linked("https://example.org/"))
    assert not Link.objects.exists()
    call_command("rebuild_links")
    call_command("rebuild_links")
    assert Link.objects.count() == 1 == Use.objects.count()


# In the newsroom


def test_the_form_tells_what_readers_would_follow_in_vain(publisher):
    article = make_article()
    drafted(article, body_en=linked("/en/enterprises/no-such-company/", "https://example.org/"))
    form = publisher.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert (
        "/en/enterprises/no-such-company/" in form and 'href="#id_body_en"' in form and "panel-links" in form
    )


def test_a_form_without_dead_links_says_nothing_of_links(publisher):
    article = make_article()
    form = publisher.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "panel-links" not in form


def test_a_dead_link_is_listed_with_its_places_and_left_with_a_reason(publisher):
    article = make_article()
    drafted(article, body_en=linked("/en/enterprises/no-such-company/"))
    link = Link.objects.get()
    listed = publisher.get(reverse("admin:link_checking_link_changelist"))
    assert [row.pk for row in listed.context["cl"].result_list] == [link.pk]
    page = reverse("admin:link_checking_link_change", args=[link.pk])
    form = reverse("admin:articles_article_change", args=[article.pk])
    assert f"{form}#id_body_en" in publisher.get(page).content.decode()
    ignore = reverse("admin:link_checking_link_ignore", args=[link.pk])
    assert "Say why" in publisher.post(ignore, {"reason": " "}).content.decode()
    assert Link.objects.troubled().exists()
    publisher.post(ignore, {"reason": "Kept as evidence."})
    assert not Link.objects.troubled().exists()
    assert "Kept as evidence." in publisher.get(page).content.decode()
    publisher.post(reverse("admin:link_checking_link_watch", args=[link.pk]))
    assert Link.objects.troubled().exists()


def test_a_link_in_a_draft_of_another_area_is_not_to_be_found(make_member, client):
    article = make_article(languages=[])
    first_revision(article)
    drafted(article, body_en=linked("/en/enterprises/no-such-company/"))
    member = make_member("publisher")
    kind = ContentType.objects.get_for_model(Column)
    Scope.objects.create(user=member, content_type=kind, object_id=str(make_column().pk))
    client.force_login(member)
    link = Link.objects.get()
    assert not client.get(reverse("admin:link_checking_link_changelist")).context["cl"].result_list
    assert (
        client.post(reverse("admin:link_checking_link_ignore", args=[link.pk]), {"reason": "x"}).status_code
        == 404
    )
