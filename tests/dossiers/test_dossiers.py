"""A dossier says what was public on its day, and nothing that was withdrawn since."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dossiers.models import Dossier
from dossiers.views.dossiers import DOSSIERS
from enterprises.models import ParkTerm, TransportLink
from figures.models import Figure
from publishing.publication.actions import publish, withdraw
from tests.factories import made_live, make_award, make_enterprise, make_industry, make_park

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def body_of(visitor, dossier, language="en"):
    answer = visitor.get(f"/{language}/dossiers/{dossier.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


@BOTH
def test_both_languages_stand_side_by_side_with_dates_and_sources(visitor, make_dossier, seres, language):
    body = body_of(visitor, make_dossier(seres), language)
    for said in (
        "Seres Robots",
        "赛力斯机器人",
        "850 robots",
        "850台机器人",
        "Gazette",
        "公报",
        "August 2021",
        "2021年8月",
    ):
        assert said in body
    assert 'href="#source-1"' in body and 'id="source-1"' in body


@BOTH
def test_the_language_of_the_address_comes_first(visitor, make_dossier, seres, language):
    answer = visitor.get(f"/{language}/dossiers/{make_dossier(seres).slug}/")
    assert answer.context["reading"].languages[0] == language
    assert [edition.language for edition in answer.context["reading"].items[0].editions][0] == language


def test_a_sample_says_so_in_both_languages(visitor, make_dossier, one_of_each):
    body = body_of(visitor, make_dossier(*one_of_each))
    assert body.count('<span class="sample" lang="zh-Hans">') == 1
    assert "made up to show how this site works" in body


def test_the_same_facts_on_one_day_are_one_dossier(make_dossier, seres):
    assert make_dossier(seres) == make_dossier(seres, language="zh-hans")
    assert Dossier.objects.count() == 1


def test_other_facts_are_another_dossier_and_the_first_stays_as_it_was(visitor, make_dossier, seres):
    first = make_dossier(seres)
    type(seres).objects.filter(pk=seres.pk).update(activity_en="Makes kites", changed_at=timezone.now())
    second = make_dossier(seres)
    assert first != second
    assert "Makes kites" in body_of(visitor, second)
    body = body_of(visitor, first)
    assert seres.activity_en in body and "Makes kites" not in body
    assert "Changed since this dossier was made" in body


def test_its_address_cannot_be_guessed(make_dossier, seres):
    slug = make_dossier(seres).slug
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", slug) and seres.slug not in slug


@BOTH
@pytest.mark.parametrize("wrong", ["x", "A" * 22, "a" * 400, "a%00b", "%E4%B8%AD"])
def test_an_address_altered_by_hand_is_told_apart_from_nothing(visitor, db, language, wrong):
    for path in ("", "dossier.pdf"):
        answer = visitor.get(f"/{language}/dossiers/{wrong}/{path}")
        assert answer.status_code == 404
        assert "dossiers/notice.html" in [template.name for template in answer.templates]


def test_nobody_is_told_of_it(visitor, make_dossier, seres):
    answer = visitor.get(make_dossier(seres).get_absolute_url())
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"


def test_a_withdrawn_edition_leaves_a_date_and_no_word(visitor, make_dossier, seres):
    dossier = make_dossier(seres, make_park())
    withdraw(seres, language="en")
    body = body_of(visitor, dossier)
    assert "Seres Robots" not in body and "850 robots" not in body
    assert "Withdrawn on" in body and "赛力斯机器人" in body


def test_a_record_withdrawn_in_both_languages_takes_its_sources_with_it(visitor, make_dossier, seres):
    dossier = make_dossier(seres, make_park())
    for language in ("en", "zh-hans"):
        withdraw(seres, language=language)
    for page in (body_of(visitor, dossier), body_of(visitor, dossier, "zh-hans")):
        for gone in ("Seres Robots", "赛力斯机器人", "850", "Gazette", "公报"):
            assert gone not in page


def test_what_was_withdrawn_and_published_anew_does_not_bring_old_words_back(visitor, make_dossier, seres):
    dossier = make_dossier(seres)
    Dossier.objects.update(created_at=timezone.now() - timedelta(hours=1))
    withdraw(seres, language="en")
    publish(seres, language="en")
    body = body_of(visitor, dossier)
    assert "850 robots" not in body and "published again on" in body


def test_a_deleted_record_is_said_to_be_gone(visitor, make_dossier):
    park = make_park(name_en="Park of yesterday")
    dossier = make_dossier(park, make_park())
    park.delete()
    body = body_of(visitor, dossier)
    assert "Park of yesterday" not in body and "no longer published" in body


def test_another_record_that_is_named_goes_when_it_is_withdrawn(visitor, make_dossier):
    industry, enterprise = make_industry(name_en="Kite making"), make_enterprise()
    enterprise.industries.add(industry)
    award = make_award(enterprise)
    scheme = award.level.scheme
    dossier = make_dossier(enterprise)
    assert "Kite making" in body_of(visitor, dossier)
    withdraw(industry, language="en")
    withdraw(scheme, language="en")
    body = body_of(visitor, dossier)
    assert "Kite making" not in body and award.level.name_en not in body


def test_a_language_that_was_not_published_is_said_to_have_been_missing(visitor, make_dossier):
    body = body_of(visitor, make_dossier(make_park(languages=["en"])))
    assert body.count("dossier__gone") == 1


def test_no_contact_of_a_person_is_taken_down(visitor, make_dossier):
    enterprise = make_enterprise(has_consented=True, public_contact="Contact 12345", to_confirm="Ask again")
    dossier = make_dossier(enterprise)
    text = str(dossier.facts)
    assert "12345" not in text and "Ask again" not in text


@BOTH
def test_an_empty_list_makes_nothing_and_says_so(visitor, db, language):
    answer = visitor.post(f"/{language}/dossiers/new/", {"items": "enterprise:nobody"})
    assert answer.status_code == 400 and answer.context["notice"]
    assert not Dossier.objects.exists()


def test_too_many_from_one_network_are_asked_to_wait_with_their_list_kept(
    visitor, make_dossier, seres, monkeypatch
):
    cache.clear()
    monkeypatch.setattr("dossiers.views.dossiers.DOSSIERS", replace(DOSSIERS, most=1))
    make_dossier(seres)
    answer = visitor.post("/en/dossiers/new/", {"items": f"enterprise:{seres.slug}"})
    assert answer.status_code == 429 and 0 < int(answer["Retry-After"]) <= 3600
    assert answer.context["shortlist"].items == f"enterprise:{seres.slug}"


def test_a_dossier_is_made_by_sending_a_form_only(visitor, db):
    assert visitor.get("/en/dossiers/new/").status_code == 405


def test_the_desk_is_asked_about_the_list_by_its_permanent_address(visitor, seres):
    answer = visitor.post("/en/dossiers/new/", {"items": f"enterprise:{seres.slug}", "then": "ask"})
    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/en/inquiries/new/?dossier={dossier.slug}"
    form = visitor.get(answer["Location"]).content.decode()
    assert f"dossier:{dossier.slug}" in form and str(dossier) in form


def test_many_records_cost_no_more_queries_than_one_of_each(visitor, make_dossier, one_of_each):
    counts = []
    for records in (one_of_each, [*one_of_each, *(make_park() for _ in range(12))]):
        dossier = make_dossier(*records)
        with CaptureQueriesContext(connection) as queries:
            body_of(visitor, dossier)
        counts.append(len(queries))
    assert counts[1] <= counts[0] <= 8


def test_a_line_that_is_a_sample_says_so_and_a_withdrawn_airport_is_not_named(visitor, make_dossier):
    park, airport = make_park(), make_park(kind="airport", name_en="Test airport")
    ParkTerm.objects.create(
        park=park,
        topic="space",
        label_en="Workshop rent",
        value=20,
        unit="yuan",
        rate="m2_month",
        is_sample=True,
    )
    TransportLink.objects.create(park=park, node=airport, minutes=25)
    dossier = make_dossier(park)
    body = body_of(visitor, dossier)
    assert "20 yuan per square metre a month" in body and "To Test airport: about 25 minutes" in body
    assert '<span class="sample">Sample</span>' in body
    withdraw(airport, language="en")
    assert "Test airport" not in body_of(visitor, dossier)


def test_figures_of_one_title_are_told_apart_in_the_contents(visitor, make_dossier):
    made = [
        made_live(
            Figure.objects.create(
                slug=f"people-{value}",
                indicator_en="People",
                indicator_zh_hans="人口",
                territory="liangjiang",
                value=value,
                unit="persons",
            )
        )
        for value in (2_240_000, 3_330_000)
    ]
    body = body_of(visitor, make_dossier(*made))
    assert "People: 2.24 million people" in body and "People: 3.33 million people" in body
