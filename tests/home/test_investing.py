"""The front of the investment desk as visitors find it."""

import re
from datetime import timedelta

import pytest
from django.urls import resolve
from django.utils import timezone

from home.tallies import WORDS
from home.tasks import TASKS
from investment.models import Stage
from pages.models import MenuItem, Page
from pages.sentences import SENTENCES
from tests.effort import queries_of
from tests.factories import (
    made_live,
    make_award,
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
    make_situation,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
PATHS = [path for task in TASKS for path, _label in task.ways]


def ways_of(answer):
    return {way.url: way for _task, ways in answer.context["groups"] for way in ways}


def make_page(**fields):
    words = {
        f"{name}_{code}": f"{name} {code}" for name in ("title", "summary") for code in ("en", "zh_hans")
    }
    body = {f"body_{code}": "<p>Words.</p>" for code in ("en", "zh_hans")}
    return made_live(Page.objects.create(section="investing", **{**words, **body, **fields}))


@BOTH
def test_every_page_of_the_desk_is_reached_from_its_front_with_a_sentence(visitor, language):
    page = make_page(slug="why")
    answer = visitor.get(f"/{language}/investing/")
    text = answer.content.decode()
    ways = ways_of(answer)
    for path in PATHS:
        assert f'href="/{language}/{path}"' in text, path
        assert visitor.get(f"/{language}/{path}").status_code == 200, path
        assert ways[f"/{language}/{path}"].sentence, path
    assert ways[f"/{language}/investing/why/"].sentence == page.summary


def test_what_the_menus_are_told_of_exists():
    for path in {*SENTENCES, *WORDS, *PATHS}:
        assert resolve(f"/en/{path}")
    assert set(PATHS) <= set(SENTENCES)
    assert set(WORDS) <= set(PATHS)


@BOTH
def test_numbers_are_those_of_live_editions_of_the_language(visitor, language):
    other = {"en": "zh-hans", "zh-hans": "en"}[language]
    today = timezone.localdate()
    for languages in ([language], [language], [other]):
        make_enterprise(languages=languages)
        make_opportunity(languages=languages)
        make_event(languages=languages, starts_on=today + timedelta(days=3))
        make_policy(languages=languages)
        make_award(make_enterprise(languages=languages))
    make_opportunity(valid_until=today - timedelta(days=1))
    make_opportunity(status="closed")
    make_event(starts_on=today - timedelta(days=3))
    make_policy(repealed_on=today)
    ways = ways_of(visitor.get(f"/{language}/investing/"))
    number = {path: re.findall(r"\d+", ways[f"/{language}/{path}"].number) for path in WORDS}
    assert number["enterprises/"] == ["4"]
    assert number["investing/opportunities/"] == ["2"]
    assert number["investing/events/"] == ["2"]
    assert number["investing/policies/"] == ["2"]
    assert number["designations/ledger/"] == ["2"]
    assert number["investing/procedures/"] == []


@BOTH
def test_the_number_beside_a_list_is_that_of_the_list(visitor, language):
    make_award()
    make_award(status="candidate")
    make_award(level=make_scheme(languages=[]).levels.create(key="draft"))
    make_park()
    ways = ways_of(visitor.get(f"/{language}/investing/"))
    for path in ("enterprises/", "parks/", "designations/ledger/"):
        assert ways[f"/{language}/{path}"].number == visitor.get(f"/{language}/{path}").context["count"], path


def test_a_number_of_samples_alone_says_so(visitor):
    make_policy(is_sample=True)
    assert ways_of(visitor.get("/en/investing/"))["/en/investing/policies/"].is_sample
    make_policy()
    assert not ways_of(visitor.get("/en/investing/"))["/en/investing/policies/"].is_sample


@BOTH
def test_the_next_event_and_the_stages_of_projects_are_named(visitor, language):
    later = make_event(starts_on=timezone.localdate() + timedelta(days=30))
    nearest = make_event(starts_on=timezone.localdate() + timedelta(days=3))
    make_project().milestones.create(stage=Stage.SIGNED, on="2026-01")
    text = visitor.get(f"/{language}/investing/").content.decode()
    assert nearest.get_absolute_url().split("/", 2)[2] in text
    assert later.slug not in text
    assert f'href="/{language}/investing/projects/?stage=signed"' in text


def test_staff_name_hide_and_add_what_stands_there(visitor):
    group = MenuItem.objects.create(
        menu="main", label_en="Investing", label_zh_hans="投资两江", path="investing/"
    )
    make_page(slug="guide")

    def item(path, label, **fields):
        return MenuItem.objects.create(
            menu="main", parent=group, path=path, label_en=label, label_zh_hans=label, **fields
        )

    item("enterprises/", "Firms")
    item("investing/guide/", "Handbook")
    item("investing/projects/", "Projects", is_shown=False)
    item("living/food/", "Tables")
    answer = visitor.get("/en/investing/")
    ways = ways_of(answer)
    assert ways["/en/enterprises/"].label == "Firms"
    assert ways["/en/investing/guide/"].label == "Handbook"
    assert "/en/investing/projects/" not in ways
    assert [(one.label, one.url) for one in answer.context["others"]] == [("Tables", "/en/living/food/")]


def test_the_front_costs_the_same_however_much_there_is(visitor):
    def fill():
        make_enterprise(), make_park(), make_industry(), make_scheme(), make_award()
        make_opportunity(), make_policy(), make_procedure(), make_situation(), make_case_study()
        make_document(), make_event(starts_on=timezone.localdate() + timedelta(days=2))
        make_project().milestones.create(stage=Stage.SIGNED, on="2026-01")

    fill()
    make_page(slug="why")
    few = queries_of(visitor, "/en/investing/")
    fill()
    make_page(slug="guide")
    assert queries_of(visitor, "/en/investing/") == few <= 8


@BOTH
def test_other_sections_say_what_one_gets_behind_each_word(visitor, language):
    group = MenuItem.objects.create(menu="main", label_en="Living", label_zh_hans="生活", path="living/")
    for path in ("living/food/", "living/info/"):
        MenuItem.objects.create(menu="main", parent=group, path=path, label_en=path, label_zh_hans=path)
    page = make_page(slug="info")
    Page.objects.update(section="living")
    text = visitor.get(f"/{language}/living/").content.decode()
    assert str(SENTENCES["living/food/"]) in text or language != "en"
    assert text.count(getattr(page, f"summary_{language.replace('-', '_')}")) == 1


@BOTH
def test_the_menu_and_the_foot_of_every_page_lead_to_the_front(visitor, language):
    group = MenuItem.objects.create(
        menu="main", label_en="Investing", label_zh_hans="投资两江", path="investing/"
    )
    MenuItem.objects.create(menu="main", parent=group, path="parks/", label_en="Parks", label_zh_hans="园区")
    text = visitor.get(f"/{language}/parks/").content.decode()
    # And the way from the home page to here.
    assert text.count(f'href="/{language}/investing/"') == 3


@BOTH
def test_the_home_page_leads_an_investor_to_each_task_without_a_question_more(visitor, language):
    text = visitor.get(f"/{language}/").content.decode()
    for task in TASKS:
        assert f'href="/{language}/investing/#{task.key}"' in text
    assert queries_of(visitor, f"/{language}/") <= 10
