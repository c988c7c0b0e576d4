"""The register of projects: facets with counts, sums, charts, files and its feed."""

import io
import json
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from openpyxl import load_workbook

from bilingual.periods import Period
from evidence.models import Source
from investment.models import Milestone, Project, ProjectInvestor, Realisation
from publishing.publication.actions import publish
from publishing.publication.gates import Objected
from tests.effort import queries_of
from tests.factories import make_event, make_industry, make_park, make_project

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def signed(on="2021-08-18", stage="signed", **fields):
    project = make_project(**fields)
    Milestone.objects.create(project=project, stage="signed", on=Period.parse(on))
    if stage != "signed":
        Milestone.objects.create(project=project, stage=stage, on=Period.parse("2023"))
    project.save()
    return project


def names(page):
    return [project.slug for project in page.context["page"].items]


def counts(page, name):
    facet = next(facet for facet in page.context["filters"].facets if facet.name == name)
    return {option.value: option.count for option in facet.options}


def test_facets_narrow_between_each_other_and_widen_within(visitor):
    park = make_park()
    here = signed(park=park, stage="producing")
    there = signed(stage="producing")
    waiting = signed(park=park)
    page = visitor.get(f"/en/investing/projects/?park={park.slug}&stage=producing")
    assert names(page) == [here.slug]
    page = visitor.get("/en/investing/projects/?stage=producing&stage=signed")
    assert set(names(page)) == {here.slug, there.slug, waiting.slug}


def test_a_choice_says_how_many_there_would_be_with_it(visitor):
    park = make_park()
    signed(park=park, stage="producing"), signed(stage="producing"), signed(park=park)
    page = visitor.get(f"/en/investing/projects/?park={park.slug}&stage=producing")
    assert counts(page, "stage") == {"signed": 1, "producing": 1}
    assert counts(page, "park") == {park.slug: 1}


def test_projects_are_found_by_year_origin_mode_event_and_size(visitor):
    event, industry = make_event(), make_industry()
    project = signed(amount=Decimal("1200000000"), mode="joint", event=event)
    project.industries.add(industry)
    ProjectInvestor.objects.create(project=project, name_en="A", home="abroad")
    project.save()
    signed("2023-01-11", amount=Decimal("300000000"))
    query = f"year=2021&origin=abroad&mode=joint&event={event.slug}&amount=1bn&industry={industry.slug}"
    assert names(visitor.get(f"/en/investing/projects/?{query}")) == [project.slug]


@BOTH
def test_nonsense_is_left_out_and_named(visitor, language):
    signed()
    page = visitor.get(f"/{language}/investing/projects/?stage=dancing&sort=hats&park=%00%0a")
    assert page.status_code == 200
    assert "stage=dancing" in page.content.decode()
    assert "sort=hats" in page.content.decode()
    assert page.context["page"].total == 1


def test_a_draft_is_counted_nowhere(visitor):
    make_project(languages=[]), make_project(languages=["zh-hans"])
    page = visitor.get("/en/investing/projects/")
    assert page.context["page"].total == 0


def test_what_is_published_is_in_the_register_at_once(visitor):
    signed()
    assert visitor.get("/en/investing/projects/").context["page"].total == 1
    signed()
    assert visitor.get("/en/investing/projects/").context["page"].total == 2


def test_a_sum_with_a_bound_in_it_is_one_and_other_currencies_stay_outside(visitor):
    signed(amount=Decimal("1200000000")), signed(amount=Decimal("300000000"), amount_comparator="over")
    signed(amount=Decimal("50000000"), currency="EUR")
    totals = visitor.get("/en/investing/projects/").context["totals"]
    assert totals["pledged"].startswith("at least 1.5 billion yuan")
    assert totals["elsewhere"] == "1 project is in another currency and is not included in the total."


def test_money_that_arrived_is_told_with_its_dates_and_added_up(visitor):
    project = signed(amount=Decimal("1000000000"))
    for year, amount in (("2022", 200_000_000), ("2023", 300_000_000)):
        Realisation.objects.create(project=project, on=Period.parse(year), amount=amount)
    page = visitor.get(project.get_absolute_url()).content.decode()
    assert "500 million yuan of 1 billion yuan realised, on dated evidence" in page
    assert page.index("200 million yuan") < page.index("300 million yuan")


def test_money_before_the_signature_is_refused_in_a_sentence():
    part = Realisation(on=Period.parse("2020"), amount=1)
    milestones = [Milestone(stage="signed", on=Period.parse("2021-08-18"))]
    with pytest.raises(ValidationError, match="before the signing"):
        Realisation.check_order([part], milestones)


def test_a_project_with_money_before_its_signature_is_not_published():
    project = make_project(languages=[])
    Milestone.objects.create(project=project, stage="signed", on=Period.parse("2021-08-18"))
    Realisation.objects.create(project=project, on=Period.parse("2020"), amount=1)
    with pytest.raises(Objected, match="before the signing"):
        publish(project, language="en")


def test_a_milestone_before_the_signature_is_not_published():
    project = make_project(languages=[])
    for stage, on in (("signed", "2021-08-18"), ("started", "2020")):
        Milestone.objects.create(project=project, stage=stage, on=Period.parse(on))
    with pytest.raises(Objected, match="cannot come before"):
        publish(project, language="en")


def test_the_first_page_of_the_newsroom_counts_quiet_projects(publisher):
    signed("2021")
    Project.objects.update(created_at="2021-01-01T00:00:00+08:00")
    page = publisher.get("/admin/").content.decode()
    assert "1 project has had no news for 12 months." in page
    listed = publisher.get("/admin/investment/project/?news=quiet").context["cl"]
    assert listed.result_count == 1


@BOTH
def test_an_unknown_currency_is_refused_by_form_and_database(language):
    from django.utils.translation import override

    project = make_project(languages=[])
    project.currency = "XBT"
    with override(language), pytest.raises(ValidationError) as refused:
        project.full_clean()
    assert "XBT" in str(refused.value)
    with pytest.raises(IntegrityError):
        Project.objects.filter(pk=project.pk).update(currency="XBT")


def test_charts_have_the_table_behind_them_and_lead_to_the_filter(visitor):
    signed("2021", amount=Decimal("1000000000")), signed("2023")
    page = visitor.get("/en/investing/projects/").content.decode()
    assert "<svg" in page and "2021: 1 project, 1 billion yuan" in page
    assert 'href="/en/investing/projects/?year=2021"' in page


def test_an_event_says_what_became_of_its_projects(visitor):
    event = make_event(projects_total=25)
    for stage in ("signed", "started", "producing"):
        signed(event=event, stage=stage)
    page = visitor.get(event.get_absolute_url())
    assert [number for number, _words in page.context["tally"].figures] == ["25", "3", "2", "1"]
    assert "22 projects were never named" in page.content.decode()


def body(response):
    return b"".join(response.streaming_content)


def test_files_hold_exactly_what_is_filtered_with_sources(visitor):
    source = Source.objects.create(key="s", kind="press", name_en="Paper", url="https://example.com/a")
    park = make_park()
    project = signed(park=park, amount=Decimal("1200000000"), source=source)
    signed()
    query = f"?park={park.slug}"
    rows = json.loads(body(visitor.get(f"/en/investing/projects/projects.json{query}")))["projects"]
    assert [(row["name_en"], row["amount"], row["source_url"]) for row in rows] == [
        (project.name_en, "1200000000.00", "https://example.com/a")
    ]
    table = body(visitor.get(f"/en/investing/projects/projects.csv{query}")).decode("utf-8-sig")
    assert len(table.splitlines()) == 2 and "2021-08-18" in table
    book = load_workbook(io.BytesIO(body(visitor.get(f"/en/investing/projects/projects.xlsx{query}"))))
    assert book.active.max_row == 2
    assert visitor.get("/en/investing/projects/projects.exe").status_code == 404


def test_a_name_that_a_program_could_carry_out_is_harmless_in_files(visitor):
    signed(name_en="=HYPERLINK()", name_zh_hans="=HYPERLINK()")
    table = body(visitor.get("/en/investing/projects/projects.csv")).decode()
    assert "'=HYPERLINK()" in table


@BOTH
def test_the_feed_of_a_filter_brings_its_projects(visitor, language):
    park = make_park()
    project = signed(park=park)
    signed()
    feed = visitor.get(f"/{language}/investing/projects/feed/?park={park.slug}")
    entries = ElementTree.fromstring(feed.content).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 1
    assert project.get_absolute_url().split("/", 2)[2] in entries[0][1].get("href")


def test_the_list_costs_eight_queries_at_most_however_it_is_asked(visitor):
    for number in range(12):
        signed(amount=Decimal(10**number), park=make_park())
    assert queries_of(visitor, "/en/investing/projects/?stage=signed&year=2021&sort=amount") <= 8


def test_a_quiet_project_is_one_without_news_for_a_year():
    from investment.quiet import quiet_projects

    quiet, moving, done = signed("2021"), signed("2021"), signed("2021", stage="full")
    Milestone.objects.create(project=moving, stage="started", on=Period.parse("2026"))
    Project.objects.update(created_at="2021-01-01T00:00:00+08:00")
    found = quiet_projects(today=date(2026, 11, 22))
    assert list(found) == [quiet]
    assert done not in found


def test_the_owner_of_a_quiet_project_is_asked_once(make_member, mailoutbox, run_jobs):
    from investment.quiet import ask_owners

    project = signed("2021", owner=make_member("editor", email="owner@example.com"))
    Project.objects.update(created_at="2021-01-01T00:00:00+08:00")
    assert ask_owners() == 1
    run_jobs()
    assert ask_owners() == 0
    assert [project.name_en in letter.body for letter in mailoutbox] == [True]
