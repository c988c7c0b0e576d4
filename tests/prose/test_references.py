"""Links to records of the site are references: each language gets its own address, and none leads nowhere."""

import pytest
from django.utils.translation import override

from enterprises.models import EnterpriseName
from prose.forms import ProseFormField
from prose.references import Reference, addresses_in, read, reference_to, references_in
from prose.rendering import render_prose
from prose.sanitising import sanitise
from publishing.addresses import redirects
from publishing.preview.mode import previewing
from publishing.publication.actions import withdraw
from tests.factories import make_article, make_enterprise, make_event, make_park

pytestmark = pytest.mark.django_db


def link_to(record, words="words"):
    return f'<p>See <a href="{reference_to(record)}" title="T">{words}</a>.</p>'


def shown(html, language):
    with override(language):
        return render_prose(html)


def saved(html):
    return ProseFormField(required=False).clean(html)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_reference_leads_to_the_page_in_the_language_that_is_shown(language):
    enterprise = make_enterprise()
    html = sanitise(link_to(enterprise))
    assert f'"item:enterprises.enterprise:{enterprise.pk}"' in html
    address = f'href="/{language}/enterprises/{enterprise.slug}/" title="T" rel="noopener">words</a>'
    assert address in shown(html, language)


def test_where_the_record_is_not_live_only_the_words_stay():
    enterprise = make_enterprise(languages=["en"])
    html = sanitise(link_to(enterprise, "<strong>A</strong> &amp; B"))
    assert "<a " in shown(html, "en")
    assert shown(html, "zh-hans") == "<p>See <strong>A</strong> &amp; B.</p>"
    withdraw(enterprise, language="en")
    assert "<a " not in shown(html, "en")


@pytest.mark.parametrize(
    "address",
    [
        "item:enterprises.enterprise:999999",
        "item:enterprises.enterprise:x",
        "item:enterprises.enterprise:99999999999999999999999",
        "item:auth.user:1",
        "item:no.model:1",
        "item:",
        "ITEM:articles.article:1",
        "item:articles.article:1/../2",
    ],
)
def test_a_reference_to_nothing_leaves_its_words(address):
    html = sanitise(f'<p><a href="{address}">words</a></p>')
    assert shown(html, "en") == "<p>words</p>"


def test_a_preview_says_why_words_lead_nowhere():
    draft = make_enterprise(languages=[])
    gone = '<p><a href="item:enterprises.enterprise:999999">lost</a></p>'
    with previewing():
        assert "not published in this language" in shown(sanitise(link_to(draft)), "en")
        assert "no longer exists" in shown(sanitise(gone), "en")


def test_a_title_with_signs_of_tags_breaks_no_link():
    enterprise = make_enterprise()
    html = sanitise(f'<p><a href="{reference_to(enterprise)}" title="a &gt; b &quot;c&quot;">words</a></p>')
    assert shown(html, "en").count(">words</a></p>") == 1
    withdraw(enterprise, language="en")
    assert shown(html, "en") == "<p>words</p>"


def test_queries_grow_with_the_kinds_of_records_and_not_with_the_links(django_assert_num_queries):
    enterprises = [make_enterprise() for _ in range(5)]
    articles = [make_article() for _ in range(5)]
    html = sanitise("".join(map(link_to, enterprises + articles)))
    with django_assert_num_queries(2):
        assert shown(html, "en").count("<a ") == 10
    with django_assert_num_queries(0):
        shown('<p><a href="https://example.org/">x</a></p>', "en")


def test_references_of_a_text_are_told_once_each():
    html = sanitise('<p><a href="item:a.b:1">x</a><a href="/en/news/">y</a><a href="item:a.b:1">z</a></p>')
    assert references_in(html) == [Reference("a.b", "1")]
    assert addresses_in(html) == ["item:a.b:1", "/en/news/"]
    assert read("item:a.b:1") == Reference("a.b", "1") and read("https://a.b:1") is None


@pytest.mark.parametrize("start", ["", "http://127.0.0.1:8000", "https://127.0.0.1:8000", "//127.0.0.1:8000"])
@pytest.mark.parametrize("make", [make_enterprise, make_article, make_park, make_event])
def test_an_address_of_our_own_becomes_a_reference_when_it_is_saved(settings, start, make):
    settings.SITE_URL = "http://127.0.0.1:8000"
    record = make()
    for language in ("en", "zh-hans"):
        with override(language):
            address = start + record.get_absolute_url()
        assert saved(f'<p><a href="{address}">x</a></p>') == (
            f'<p><a href="{reference_to(record)}" rel="noopener">x</a></p>'
        )


def test_an_address_that_moved_becomes_a_reference_to_where_it_is_now():
    enterprise = make_enterprise()
    old = f"/enterprises/{enterprise.slug}/"
    enterprise.slug = "moved-on"
    enterprise.save()
    redirects.follow(enterprise, old)
    assert str(reference_to(enterprise)) in saved(f'<p><a href="/zh-hans{old}">x</a></p>')


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/en/enterprises/{slug}/",
        "/en/enterprises/{slug}/#awards",
        "/en/enterprises/{slug}/?page=2",
        "/en/enterprises/no-such-one/",
        "/enterprises/{slug}/",
        "/en/news/",
        "mailto:desk@example.org",
        "//",
        "/en/%00/",
    ],
)
def test_other_addresses_stay_as_they_are(address):
    html = sanitise(f'<p><a href="{address.format(slug=make_enterprise().slug)}">x</a></p>')
    assert saved(html) == html


def test_a_text_without_own_addresses_is_saved_without_a_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        saved('<p><a href="https://example.org/">x</a> <a href="item:articles.article:1">y</a></p>')


# The search


def found(client, words, **more):
    return client.get("/admin/links/", {"q": words, "language": "en", **more}).json()["links"]


def test_a_record_is_found_by_any_of_its_names_in_either_language(editor):
    enterprise = make_enterprise(
        short_name_en="Seres", short_name_zh_hans="赛力斯", legal_name_en="Chongqing Seres Co"
    )
    EnterpriseName.objects.create(
        enterprise=enterprise, kind=EnterpriseName.Kind.FORMER, name_en="Sokon", name_zh_hans="小康"
    )
    for words in (
        "seres",
        "赛力",
        "Chongqing Seres",
        "sokon",
        "小康",
        f"/zh-hans/enterprises/{enterprise.slug}/",
    ):
        (link,) = found(editor, words)
        assert link["address"] == str(reference_to(enterprise)), words
        assert (link["name"], link["other"], link["isOpen"]) == ("Seres", "赛力斯", True)


def test_the_best_name_comes_first(editor):
    make_enterprise(short_name_en="New Seres Parts")
    make_article(headline_en="Seres")
    make_park(name_en="Seres Park")
    assert [link["name"] for link in found(editor, "seres")] == ["Seres", "Seres Park", "New Seres Parts"]


def test_a_record_that_is_not_live_is_found_and_said_to_be_so(editor):
    make_enterprise(short_name_en="Seres", languages=[])
    (link,) = found(editor, "Seres")
    assert not link["isOpen"] and link["state"] == "Draft"


def test_the_links_of_a_text_are_told_those_of_the_gone_as_well(editor):
    enterprise = make_enterprise()
    about = [str(reference_to(enterprise)), "item:enterprises.enterprise:99999", "item:x"]
    told = editor.get("/admin/links/", {"about": about, "language": "zh-hans"}).json()["links"]
    assert [one["address"] for one in told] == about
    assert [one.get("isGone", False) for one in told] == [False, True, True]


@pytest.mark.parametrize("words", ["", "%", "'", "\x00", "x" * 5000, "“”", "item:articles.article:1"])
def test_odd_words_find_nothing_and_break_nothing(editor, words):
    make_enterprise()
    assert found(editor, words) == []


def test_who_sees_nothing_of_a_kind_is_told_nothing_of_it(log_in):
    make_enterprise(short_name_en="Seres")
    assert log_in("desk").get("/admin/links/", {"q": "seres"}).status_code == 403
