"""The facets of the directory and their counts."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from enterprises.directory import following
from enterprises.models import DirectoryChange, Facility, Listing
from publishing.drafts.saving import first_revision, save_draft
from publishing.publication.actions import publish, withdraw
from publishing.snapshots import take
from tests.factories import (
    make_award,
    make_enterprise,
    make_industry,
    make_level,
    make_park,
    make_scheme,
    tomorrow,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture
def ask(visitor):
    """A function that asks the directory and gives the context of its page."""

    def ask_one(language="en", **question):
        answer = visitor.get(f"/{language}/enterprises/", question)
        assert answer.status_code == 200
        return answer.context

    return ask_one


def counts(facet):
    return {option.value: option.count for option in facet.options}


def names(context):
    return [one.short_name_en for one in context["page"].items]


@BOTH
def test_a_parent_industry_counts_who_is_in_its_children_once(ask, language):
    cars = make_industry()
    parts, bodies = make_industry(parent=cars), make_industry(parent=cars)
    make_enterprise().industries.add(parts, bodies)
    make_enterprise().industries.add(cars)
    facet = ask(language)["filters"].industry
    assert counts(facet) == {cars.slug: 2, parts.slug: 1, bodies.slug: 1}
    assert [option.depth for option in facet.options] == [0, 1, 1]
    assert ask(language, industry=cars.slug)["page"].total == 2


def test_a_facet_counts_among_those_whom_the_other_facets_leave(ask):
    make_enterprise(ownership="private", size_band="large")
    make_enterprise(ownership="private", size_band="small")
    make_enterprise(ownership="foreign", size_band="small")
    filters = ask(ownership="private")["filters"]
    assert counts(filters.ownership) == {"private": 2, "foreign": 1}
    assert counts(filters.size) == {"large": 1, "small": 1}
    assert counts(ask(size="large")["filters"].ownership) == {"private": 1, "foreign": 0}


@BOTH
def test_drafts_and_editions_of_the_other_language_are_not_counted(ask, language):
    make_enterprise(languages=[], ownership="private")
    make_enterprise(languages=["en"], ownership="private")
    make_enterprise(languages=["zh-hans"], ownership="private")
    assert counts(ask(language)["filters"].ownership) == {"private": 1}


def test_a_draft_of_a_public_enterprise_changes_no_count(ask):
    enterprise = make_enterprise(ownership="private")
    seen = first_revision(enterprise)
    snapshot = {**take(enterprise)}
    snapshot["f"]["ownership"] = "foreign"
    save_draft(enterprise, snapshot, seen=seen)
    assert counts(ask()["filters"].ownership) == {"private": 1}


def test_who_is_withdrawn_is_gone_from_the_counts_at_once(ask):
    enterprise = make_enterprise(ownership="private")
    assert counts(ask()["filters"].ownership) == {"private": 1}
    withdraw(enterprise, language="en")
    assert counts(ask()["filters"].ownership) == {}
    assert ask()["page"].total == 0


def test_an_edition_begins_to_count_at_its_moment_without_any_job(ask, monkeypatch):
    enterprise = make_enterprise(languages=[], ownership="private")
    publish(enterprise, language="en", at=tomorrow())
    assert ask()["page"].total == 0
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert ask()["page"].total == 1


def test_a_change_that_was_rolled_back_leaves_nothing_behind(ask):
    enterprise = make_enterprise(ownership="private")
    with pytest.raises(RuntimeError), transaction.atomic():
        enterprise.ownership = "foreign"
        enterprise.save()
        raise RuntimeError
    assert counts(ask()["filters"].ownership) == {"private": 1}


@pytest.mark.django_db(transaction=True)
def test_another_process_hears_of_a_change_by_the_log(visitor):
    enterprise = make_enterprise(ownership="private")
    shelf = following.current()
    type(enterprise).objects.filter(pk=enterprise.pk).update(ownership="foreign")
    assert following.current() is shelf
    following.note(enterprise.pk)
    assert ("ownership", "foreign") in following.current().entries[0].values


def test_many_changes_at_once_are_read_as_one(visitor):
    enterprise = make_enterprise(ownership="private")
    following.current()
    type(enterprise).objects.filter(pk=enterprise.pk).update(ownership="foreign")
    following.note(None)
    assert ("ownership", "foreign") in following.current().entries[0].values


def test_old_changes_are_tidied_away(visitor):
    make_enterprise()
    DirectoryChange.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert following.forget_old_changes() > 0
    assert not DirectoryChange.objects.exists()


def test_a_deleted_enterprise_is_gone(ask):
    enterprise = make_enterprise(ownership="private")
    ask()
    enterprise.delete()
    assert ask()["page"].total == 0


# Designations


def test_levels_of_a_chosen_scheme_are_offered_highest_first(ask):
    scheme = make_scheme()
    low, high = make_level(scheme, rank=1), make_level(scheme, rank=2)
    make_award(make_enterprise(short_name_en="Low"), level=low)
    make_award(make_enterprise(short_name_en="High"), level=high)
    assert ask()["filters"].level.options == []
    filters = ask(designation=scheme.slug)["filters"]
    assert counts(filters.level) == {f"{scheme.slug}.{high.key}": 1, f"{scheme.slug}.{low.key}": 1}
    assert names(ask(level=f"{scheme.slug}.{high.key}")) == ["High"]


def test_scheme_level_standing_and_day_speak_of_one_award(ask):
    enterprise, scheme = make_enterprise(), make_scheme()
    held, hoped = make_level(scheme), make_level(scheme)
    make_award(enterprise, level=held)
    make_award(enterprise, level=hoped, status="candidate")
    level = f"{scheme.slug}.{hoped.key}"
    assert ask(level=level, standing="valid")["page"].total == 0
    assert ask(level=level, standing="candidate")["page"].total == 1


@pytest.mark.parametrize(
    "day, standing",
    [("2018-12-31", ""), ("2019-01-01", "valid"), ("2021-12-31", "valid"), ("2022-01-01", "lapsed")],
)
@pytest.mark.parametrize("status", ["awarded", "reviewed", "lapsed"])
def test_an_award_is_valid_from_its_first_day_to_its_last(ask, day, standing, status):
    make_award(awarded="2019", valid_until=date(2021, 12, 31), status=status)
    for asked in ("valid", "candidate", "lapsed"):
        assert ask(on=day, standing=asked)["page"].total == (asked == standing)


def test_a_candidate_of_2021_was_one_on_that_day_and_not_a_holder(ask):
    make_award(make_enterprise(short_name_en="Hopeful"), status="candidate", awarded="2021-08-19")
    assert names(ask(on="2021-12-31", standing="candidate")) == ["Hopeful"]
    assert names(ask(on="2021-12-31", standing="valid")) == []
    assert names(ask(on="2020-12-31", standing="candidate")) == []


def test_what_began_on_an_unknown_day_is_not_claimed_for_the_past(ask):
    make_award()
    assert ask(standing="valid")["page"].total == 1
    assert ask(standing="valid", on="2020-01-01")["page"].total == 0


@BOTH
@pytest.mark.parametrize("day", ["1800-01-01", "2999-12-31"])
def test_a_day_beyond_what_is_known_is_left_out_and_said(visitor, language, day):
    make_award()
    page = visitor.get(f"/{language}/enterprises/?on={day}")
    assert day in page.context["ignored"]
    assert page.context["filters"].on is None


@pytest.mark.parametrize("day", ["2021-02-30", "yesterday", "20210101x", "%00", "9" * 5000])
def test_a_day_that_is_none_is_left_out(visitor, day):
    answer = visitor.get("/en/enterprises/", {"on": day, "since": day})
    assert answer.status_code == 200
    assert answer.context["filters"].on is None


# Other facets


def test_listed_exporters_and_updates_narrow(ask):
    make_enterprise(short_name_en="Old", is_exporter=False)
    fresh = make_enterprise(short_name_en="Fresh", is_exporter=True)
    Listing.objects.create(enterprise=fresh, exchange="SZ", code="000625")
    assert names(ask(listed="yes")) == names(ask(exporter="yes")) == ["Fresh"]
    assert names(ask(exporter="no")) == ["Old"]
    assert ask(since=timezone.localdate().isoformat())["page"].total == 2
    # Nobody is said not to be listed: we may just not know.
    assert counts(ask()["filters"].listed) == {"yes": 1}


@pytest.mark.parametrize(
    "text", ["changan", "CHANG'AN", "chang’an", "Chang-An", "长安", "000625", "ｃｈａｎｇ　ａｎ"]
)
def test_a_name_is_found_however_it_is_written(ask, text):
    enterprise = make_enterprise(short_name_en="Chang'an", short_name_zh_hans="长安汽车")
    Listing.objects.create(enterprise=enterprise, exchange="SZ", code="000625")
    make_enterprise(short_name_en="Other")
    assert names(ask(q=text)) == ["Chang'an"]


def test_designations_sort_by_how_far_the_word_of_their_body_reaches(ask):
    near, far = make_scheme(reach="municipal"), make_scheme(reach="international")
    make_enterprise(short_name_en="A none")
    make_award(make_enterprise(short_name_en="B near"), level=make_level(near, rank=3))
    make_award(make_enterprise(short_name_en="C far"), level=make_level(far, rank=1))
    make_award(make_enterprise(short_name_en="D hopes"), level=make_level(far), status="candidate")
    assert names(ask(sort="designation")) == ["C far", "B near", "A none", "D hopes"]
    assert names(ask(sort="-designation")) == ["D hopes", "A none", "B near", "C far"]


def test_chinese_names_sort_by_pinyin(ask):
    for name in ("重庆造纸", "安徽造纸", "长安汽车"):
        make_enterprise(short_name_zh_hans=name)
    page = ask("zh-hans")["page"]
    assert [one.short_name_zh_hans for one in page.items] == ["安徽造纸", "长安汽车", "重庆造纸"]


# Addresses


def test_the_address_has_one_order_and_no_defaults(visitor):
    make_enterprise(ownership="private", size_band="large")
    head = visitor.get("/en/enterprises/?size=large&sort=name&view=list&q=&ownership=private&page=1").context
    assert head["address"] == "/en/enterprises/?ownership=private&size=large"


def test_deep_combinations_are_not_for_search_engines(visitor):
    make_enterprise(ownership="private", size_band="large")
    assert visitor.get("/en/enterprises/?ownership=private").context["head"].robots == ""
    deep = visitor.get("/en/enterprises/?ownership=private&size=large").context["head"]
    assert deep.robots == "noindex, follow"


def test_the_other_language_keeps_the_filters(visitor):
    make_enterprise(ownership="private")
    page = visitor.get("/en/enterprises/?ownership=private&view=table").content.decode()
    assert 'href="/zh-hans/enterprises/?ownership=private&amp;view=table"' in page


def test_contradicting_filters_say_which_one_to_take_away(visitor):
    make_enterprise(ownership="private", origin="CN")
    make_enterprise(ownership="private", origin="CN")
    make_enterprise(ownership="foreign", origin="JP")
    answer = visitor.get("/en/enterprises/?ownership=foreign&origin=CN")
    ways = [(way["label"], way["count"], way["url"]) for way in answer.context["ways_out"]]
    foreign, china = ("Wholly foreign-owned", 2, "?origin=CN"), ("China", 1, "?ownership=foreign")
    assert ways == [foreign, china]
    assert "These filters contradict each other." in answer.content.decode()


def test_a_way_out_counts_what_its_address_finds(visitor):
    scheme = make_scheme()
    level = make_level(scheme)
    make_award(make_enterprise(origin="CN"), level=level, awarded="2020")
    make_enterprise(origin="JP")
    question = f"?designation={scheme.slug}&standing=lapsed&on=2021-01-01&origin=JP&q=Test"
    for way in visitor.get(f"/en/enterprises/{question}").context["ways_out"]:
        assert visitor.get(f"/en/enterprises/{way['url']}").context["page"].total == way["count"]


@pytest.mark.parametrize(
    "sort, direction", [("name", "ascending"), ("-name", "descending"), ("verified", "descending")]
)
def test_the_table_says_by_what_it_is_sorted(visitor, sort, direction):
    make_enterprise(verified_on=date(2026, 1, 1))
    page = visitor.get(f"/en/enterprises/?view=table&sort={sort}").content.decode()
    assert f'aria-sort="{direction}"' in page


@BOTH
def test_a_page_costs_the_same_however_many_filters_are_chosen(
    visitor, language, django_assert_max_num_queries
):
    scheme = make_scheme()
    enterprise = make_enterprise(ownership="private", origin="CN", size_band="large", is_exporter=True)
    make_award(enterprise, level=make_level(scheme))
    Facility.objects.create(enterprise=enterprise, name_en="Plant", park=make_park())
    visitor.get(f"/{language}/enterprises/")
    question = f"designation={scheme.slug}&ownership=private&origin=CN&size=large&exporter=yes&q=test"
    with django_assert_max_num_queries(8):
        visitor.get(f"/{language}/enterprises/?{question}&since=2020-01-01&sort=designation")
