"""What a text names is proposed as what it is about: taken up, turned down, or left."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from enterprises.models import EnterpriseName
from mentions.models import Dismissal
from mentions.proposals import about_fields, proposals, propose_again, take_up, turn_down
from publishing.drafts.saving import head_of, open_draft, save_draft
from publishing.drafts.working_copies import load
from publishing.models import Release, Revision
from publishing.release import releasing
from publishing.release.preflight import findings
from tests.factories import make_article, make_enterprise, make_park, make_project
from tests.publishing.drafting import row


@pytest.fixture
def works(db):
    return make_enterprise(short_name_en="Confluence Works", short_name_zh_hans="汇流工厂")


@pytest.fixture
def article(works):
    return make_article(body_en="<p>Confluence Works opened.</p>", body_zh_hans="<p>投产。</p>")


def proposed(record, version=None):
    return [one.title for one in proposals(record, version or record)[0]]


def page_of(record, name="named"):
    return reverse(f"admin:articles_article_{name}", args=[record.pk])


@pytest.mark.parametrize(
    "body",
    [
        {"body_en": "<p>There CONFLUENCE-WORKS opened.</p>"},
        {"body_zh_hans": "<p>昨日汇流工厂投产。</p>"},
        {"summary_zh_hans": "Ｃｏｎｆｌｕｅｎｃｅ Ｗｏｒｋｓ已投产"},
        {"body_en": "<p>Formerly Old Mill Co, it grew.</p>"},
    ],
)
def test_any_name_in_either_language_is_seen(works, body):
    EnterpriseName.objects.create(
        enterprise=works, kind=EnterpriseName.Kind.choices[0][0], name_en="Old Mill Co", name_zh_hans="老磨坊"
    )
    from search_index.writing import index

    index([works])
    assert proposed(make_article(**body)) == ["Confluence Works"]


def test_parks_and_projects_are_proposed_too(db):
    make_park(name_en="Mist Park", name_zh_hans="雾园")
    make_project(name_en="Mist Bridge Plant", name_zh_hans="雾桥工厂")
    article = make_article(body_zh_hans="<p>雾桥工厂落户雾园。</p>")
    assert proposed(article) == ["Mist Bridge Plant", "Mist Park"]


def test_the_longer_name_is_meant(works):
    make_enterprise(short_name_en="Confluence", short_name_zh_hans="汇流")
    make_enterprise(short_name_en="Works Ford", short_name_zh_hans="工厂福特")
    assert proposed(make_article(body_en="<p>Confluence Works, Ford and others.</p>")) == ["Confluence Works"]


def test_drafts_and_what_is_withdrawn_are_not_proposed(db):
    make_enterprise(languages=[], short_name_en="Secret Works", short_name_zh_hans="秘密工厂")
    assert proposed(make_article(body_en="<p>Secret Works opened.</p>")) == []


def test_what_is_taken_up_is_a_draft_of_a_public_article(article, works, make_member):
    (one,) = proposals(article, article)[0]
    take_up(article, [one], by=make_member("editor"))
    assert list(row(article).enterprises.all()) == []
    draft = open_draft(article)
    assert draft.snapshot["m"]["enterprises"] == [works.pk]
    assert proposed(article, load(row(article), draft.snapshot)) == []


def test_what_is_taken_up_stands_in_an_unpublished_article_at_once(works, make_member):
    article = make_article(languages=[], body_en="<p>Confluence Works opened.</p>")
    take_up(article, proposals(article, article)[0], by=make_member("editor"))
    assert list(row(article).enterprises.all()) == [works]
    assert head_of(article).kind == Revision.Kind.LIVE


def test_what_others_write_meanwhile_is_kept(article, make_member):
    found = proposals(article, article)[0]
    take_up(article, found, by=make_member("editor"))
    seen = head_of(article)
    other = {**seen.snapshot, "f": seen.snapshot["f"] | {"headline_en": "Another headline"}}
    save_draft(article, other, seen=seen)
    draft = open_draft(article)
    assert draft.snapshot["f"]["headline_en"] == "Another headline"
    assert draft.snapshot["m"]["enterprises"] == [found[0].pk]


def test_what_is_turned_down_is_not_proposed_again_until_somebody_says_so(article, make_member):
    found, _ = proposals(article, article)
    turn_down(article, found, by=make_member("editor"))
    turn_down(article, found, by=None)
    assert proposals(article, article) == ([], found)
    propose_again(article, found)
    assert proposals(article, article) == (found, [])
    turn_down(article, found, by=None)
    article.delete()
    assert not Dismissal.objects.exists()


def test_looking_costs_the_same_for_any_number_of_names(db):
    def price(number):
        names = [make_enterprise() for _ in range(number)]
        article = make_article(body_en=f"<p>{', '.join(one.short_name_en for one in names)}.</p>")
        with CaptureQueriesContext(connection) as queries:
            assert len(proposals(article, article)[0]) == number
        return len(queries)

    price(1)
    assert price(2) == price(20) <= 8


# The page


def test_the_page_takes_up_and_turns_down(article, works, editor):
    text = editor.get(page_of(article)).content.decode()
    assert "Confluence Works" in text and works.get_absolute_url() in text
    editor.post(page_of(article), {"dismiss": f"enterprises:{works.pk}"})
    assert Dismissal.objects.of(article).get().by.username == "editor"
    assert "Propose again" in editor.get(page_of(article)).content.decode()
    answer = editor.post(page_of(article), {"add": f"enterprises:{works.pk}"}, follow=True)
    assert "The change is a draft until it is published." in answer.content.decode()
    assert open_draft(article).author.username == "editor"
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("data", [{}, {"add": "enterprises:999"}, {"add": "column:1"}, {"dismiss": "\x00"}])
def test_nothing_and_nonsense_change_nothing(article, editor, data):
    answer = editor.post(page_of(article), data, follow=True)
    assert "Nothing was selected, and nothing has changed." in answer.content.decode()
    assert head_of(article) is None or head_of(article).kind == Revision.Kind.LIVE
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("role", ["reviewer", "desk", "translator-zh-hans"])
def test_who_may_not_change_what_it_is_about_changes_nothing(article, works, log_in, role):
    client = log_in(role)
    for deed in ("add", "dismiss"):
        assert client.post(page_of(article), {deed: f"enterprises:{works.pk}"}).status_code in (403, 404)
    assert open_draft(article) is None and not Dismissal.objects.exists()


def test_the_open_form_is_told_between_which_versions_it_was_added(article, works, editor):
    data = {"add": f"enterprises:{works.pk}"}
    answer = editor.post(page_of(article), data, headers={"Accept": "application/json"}).json()
    assert answer["added"] == [{"field": "enterprises", "pk": works.pk, "title": "Confluence Works"}]
    assert answer["after"] == str(head_of(article).pk) != answer["before"]


def test_the_form_leads_to_what_its_text_names_and_asks_nothing_for_it(article, works, editor):
    assert page_of(article) in editor.get(page_of(article, "change")).content.decode()
    form = editor.get(reverse("admin:enterprises_enterprise_change", args=[works.pk])).content.decode()
    assert 'id="panel-named"' not in form


def test_a_kind_that_says_nothing_about_others_has_an_empty_page(works, editor):
    assert about_fields(type(works)) == {}
    answer = editor.get(reverse("admin:enterprises_enterprise_named", args=[works.pk]))
    assert "already been added or dismissed" in answer.content.decode()


# Advice before a publication


def test_a_release_is_told_what_its_texts_name_and_goes_out_all_the_same(article, make_member):
    release = Release.objects.create(name="Opening day")
    releasing.add(release, article, languages=["en"])
    said = [one for one in findings(release) if "Confluence Works" in str(one.text)]
    assert len(said) == 1 and not said[0].blocks
    turn_down(article, proposals(article, article)[0], by=None)
    assert not [one for one in findings(release) if "Confluence Works" in str(one.text)]


# In the news


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_is_taken_up_and_published_stands_in_the_news_of_the_profile(visitor, language):
    enterprise, park, project = make_enterprise(), make_park(), make_project()
    article = make_article(headline_en="The opening", headline_zh_hans="开业")
    article.enterprises.add(enterprise)
    article.parks.add(park)
    article.projects.add(project)
    hidden = make_article(languages=[], headline_en="Draft news", headline_zh_hans="草稿新闻")
    hidden.enterprises.add(enterprise)
    words = {"en": ("In the news", "The opening"), "zh-hans": ("相关新闻", "开业")}[language]
    for record in (enterprise, park, project):
        path = record.get_absolute_url().replace("/en/", f"/{language}/")
        text = visitor.get(path).content.decode()
        assert words[1] in text, path
        assert "Draft news" not in text and "草稿新闻" not in text
