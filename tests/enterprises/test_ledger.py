"""The ledger of designations as visitors read it: who stood where, on which day, and what became of candidates."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from bilingual.periods import Period
from enterprises.models import Batch, Facility
from evidence.models import Source
from tests.effort import queries_of
from tests.factories import make_award, make_enterprise, make_level, make_park, make_scheme

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def names(groups):
    return {group.key: [award.enterprise.short_name for award, _since in group.lines] for group in groups}


def ledger_of(visitor, level, query="", language="en"):
    return visitor.get(f"/{language}/designations/{level.scheme.slug}/{query}").context


def awarded(name, level, begun="2021", **fields):
    period = Period.parse(begun) if begun else None
    holder = make_enterprise(short_name_en=name, legal_name_en=name)
    return make_award(holder, level=level, awarded=period, **fields)


def test_a_scheme_keeps_holders_candidates_and_lapsed_apart(visitor):
    level = make_level()
    awarded("Holder", level), awarded("Hopeful", level, status="candidate")
    awarded("Past", level, "2015", valid_until=date(2020, 1, 1))
    make_award(make_enterprise(languages=[], short_name_en="Hidden"), level=level)
    context = ledger_of(visitor, level)
    assert names(context["ledger"]) == {"valid": ["Holder"], "candidate": ["Hopeful"], "lapsed": ["Past"]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-06-01", {"valid": ["Past"]}),
        ("2019-12-31", {"valid": ["Past"]}),
        ("2020-06-30", {"lapsed": ["Past"]}),
        ("2021-06-30", {"valid": ["Holder"], "candidate": ["Hopeful"], "lapsed": ["Past"]}),
    ],
)
def test_a_day_shows_the_ledger_as_it_stood_then(visitor, day, expected):
    level = make_level()
    awarded("Holder", level), awarded("Hopeful", level, status="candidate")
    awarded("Past", level, "2015", valid_until=date(2020, 1, 1))
    shown = names(ledger_of(visitor, level, f"?on={day}")["ledger"])
    assert {key: value for key, value in shown.items() if value} == expected


def test_nobody_holds_before_the_first_award_and_the_page_says_so(visitor):
    level = make_level()
    awarded("Holder", level)
    page = visitor.get(f"/en/designations/{level.scheme.slug}/?on=2019-01-01")
    assert "nobody in this directory held it on Jan 1, 2019" in page.content.decode()
    assert page.context["count"] == "0 designations"


def test_an_award_lapses_by_its_date_without_anybody_doing_anything(visitor):
    level, today = make_level(), timezone.localdate()
    awarded("Ends", level, valid_until=today)
    address = f"?on={today + timedelta(days=1)}"
    assert names(ledger_of(visitor, level)["ledger"])["valid"] == ["Ends"]
    assert names(ledger_of(visitor, level, address)["ledger"])["lapsed"] == ["Ends"]


def test_awards_without_a_date_are_left_out_of_past_days_and_counted(visitor):
    level = make_level()
    awarded("Undated", level, begun=None)
    page = visitor.get(f"/en/designations/{level.scheme.slug}/?on=2020-01-01").content.decode()
    assert "1 designation without a recorded date is not listed for past dates." in page
    assert "Undated" not in page


@BOTH
@pytest.mark.parametrize("asked", ["1800-01-01", "2999-12-31", "yesterday", "2021-02-30", "a%00b", "9" * 400])
@pytest.mark.parametrize("path", ["", "ledger/", "{scheme}/"])
def test_a_day_that_cannot_be_gets_a_sentence_and_the_list_of_today(visitor, language, asked, path):
    level = make_level()
    make_award(level=level)
    path = path.format(scheme=level.scheme.slug)
    answer = visitor.get(f"/{language}/designations/{path}?on={asked}")
    told = answer.context["tally" if not path else "filters"]
    assert answer.status_code == 200
    assert told.ignored_text and told.ignored_text[:60] in answer.content.decode().replace("&quot;", '"')
    assert told.is_today


def test_a_file_refuses_nothing_either(visitor):
    level = make_level()
    make_award(level=level)
    for form in ("xlsx", "csv", "json"):
        answer = visitor.get(
            f"/en/designations/{level.scheme.slug}/awards.{form}?on=1800-01-01&level=nonsense"
        )
        assert answer.status_code == 200
    assert visitor.get(f"/en/designations/{level.scheme.slug}/awards.pdf").status_code == 404


def test_the_list_is_narrowed_by_level_batch_and_park(visitor):
    scheme = make_scheme()
    low, high = make_level(scheme, key="low", rank=1), make_level(scheme, key="high", rank=2)
    batch = Batch.objects.create(scheme=scheme, key="first", name_en="First batch", name_zh_hans="第一批")
    park = make_park()
    low_one, high_one = awarded("Low", low), awarded("High", high, batch=batch)
    Facility.objects.create(enterprise=low_one.enterprise, park=park, name_en="Plant")
    for query, expected in (
        ("", ["High", "Low"]),
        ("?level=low", ["Low"]),
        ("?batch=first", ["High"]),
        (f"?park={park.slug}", ["Low"]),
    ):
        assert names(ledger_of(visitor, low, query)["ledger"])["valid"] == expected
    assert high_one.level == high


def test_an_award_of_one_factory_counts_in_the_park_of_that_factory_only(visitor):
    level, here, there = make_level(), make_park(), make_park()
    firm = make_enterprise(short_name_en="Two plants")
    near = Facility.objects.create(enterprise=firm, park=here, name_en="Near")
    Facility.objects.create(enterprise=firm, park=there, name_en="Far")
    make_award(firm, level=level, facility=near)
    shown = [
        names(visitor.get(f"/en/designations/ledger/?park={park.slug}").context["ledger"])["valid"]
        for park in (here, there)
    ]
    assert shown == [["Two plants"], []]


@BOTH
def test_the_whole_ledger_answers_what_is_valid_today_in_a_park(visitor, language):
    park, level = make_park(), make_level()
    hopeful = awarded("Hopeful", level, status="candidate").enterprise
    Facility.objects.create(enterprise=hopeful, park=park, name_en="Plant", name_zh_hans="厂")
    page = visitor.get(f"/{language}/designations/ledger/?park={park.slug}")
    groups = page.context["ledger"]
    assert [(group.key, group.total) for group in groups] == [("valid", 0), ("candidate", 1)]
    assert groups[0].empty in page.content.decode()


def test_the_ledger_tells_what_became_of_a_candidate(visitor):
    candidate, later = make_level(), make_level()
    lucky = awarded("Lucky", candidate, "2021-08", status="candidate").enterprise
    make_award(lucky, level=later, awarded=Period.parse("2026-01"))
    make_award(lucky, level=make_level(), awarded=Period.parse("2019"))
    awarded("Waiting", candidate, "2021-08", status="candidate", note_en="Not in the batches since.")
    lines = {
        award.enterprise.short_name: [one.level for one in since]
        for award, since in ledger_of(visitor, candidate)["ledger"][1].lines
    }
    assert lines == {"Lucky": [later], "Waiting": []}
    page = visitor.get(f"/en/designations/{candidate.scheme.slug}/").content.decode()
    assert "No later designation is on record here." in page and "Not in the batches since." in page


def test_the_chart_counts_every_year_and_its_table_says_the_same(visitor):
    level = make_level()
    awarded("Holder", level, "2023"), awarded("Hopeful", level, "2024", status="candidate")
    awarded("Past", level, "2022", valid_until=date(2023, 6, 30))
    chart = ledger_of(visitor, level, "?on=2024-12-31")["charts"][0]
    counted = {column.label: [each.value for each in column.segments] for column in chart.columns}
    assert counted == {"2022": [1, 0, 0], "2023": [1, 0, 1], "2024": [1, 1, 1]}
    page = visitor.get(f"/en/designations/{level.scheme.slug}/?on=2024-12-31").content.decode()
    assert 'role="img" aria-label="Dec 31, 2022: Held: 1, Candidates: 0' in page


def test_the_list_of_schemes_counts_what_can_be_seen_on_a_day(visitor):
    level = make_level()
    awarded("One", level, "2021"), awarded("Two", level, "2024", status="candidate")
    awarded("Old", level, "2015", valid_until=date(2020, 1, 1))
    make_award(make_enterprise(languages=["zh-hans"]), level=level)
    page = visitor.get("/en/designations/").content.decode()
    for words in ("1 holder in the directory", "1 candidate in the directory", "1 lapsed"):
        assert words in page
    before = visitor.get("/en/designations/?on=2016-01-01").content.decode()
    assert "1 holder in the directory" in before and "candidate in the directory" not in before


def test_a_file_holds_what_the_list_shows_with_sources_and_harmless_cells(visitor):
    level = make_level()
    source = Source.objects.create(key="s", kind="official", name_en="Gazette", name_zh_hans="公报")
    awarded("=cmd()", level, source=source), awarded("Other", level, status="candidate")
    address = f"/en/designations/{level.scheme.slug}/awards"
    query = "?standing=valid&on=2022-01-01"
    text = b"".join(visitor.get(f"{address}.csv{query}").streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["Enterprise"].lstrip("'") and not row["Enterprise"].startswith("=")
    assert (row["Standing"], row["Chosen date"], row["Source"]) == (
        "Held on that day",
        "2022-01-01",
        "Gazette",
    )
    data = json.loads(b"".join(visitor.get(f"{address}.json{query}").streaming_content))
    assert data["standings_on"] == "2022-01-01" and len(data["designations"]) == 1
    assert data["designations"][0]["source"] == "Gazette"
    book = b"".join(visitor.get(f"{address}.xlsx{query}").streaming_content)
    sheet = load_workbook(io.BytesIO(book)).active
    assert sheet.max_row == 2


def test_a_page_of_data_describes_itself_as_a_dataset(visitor):
    level = make_level()
    make_award(level=level)
    head = ledger_of(visitor, level)["head"]
    data = head.structured[0]
    assert data["@type"] == "Dataset"
    assert [one["encodingFormat"].rpartition("/")[2] for one in data["distribution"]][1:] == ["csv", "json"]


@BOTH
@pytest.mark.parametrize("path", ["", "ledger/", "{scheme}/"])
def test_the_ledger_costs_the_same_for_three_awards_and_for_thirty(visitor, language, path):
    level = make_level()
    path = f"/{language}/designations/{path.format(scheme=level.scheme.slug)}"

    for _number in range(3):
        make_award(level=level, status="candidate")
    few = queries_of(visitor, path)
    for _number in range(27):
        make_award(level=level, awarded=Period.parse("2022"))
    many = queries_of(visitor, path)
    assert few <= many <= 8 and many - few <= 1


def test_a_change_is_seen_at_once(visitor):
    level = make_level()
    award = awarded("Holder", level)
    assert names(ledger_of(visitor, level)["ledger"])["valid"] == ["Holder"]
    award.status = "withdrawn"
    award.save()
    assert "withdrawn" in names(ledger_of(visitor, level)["ledger"])


def test_a_park_leads_to_its_part_of_the_ledger(visitor):
    park = make_park()
    Facility.objects.create(enterprise=make_enterprise(), park=park, name_en="Plant")
    page = visitor.get(f"/en/parks/{park.slug}/").content.decode()
    assert f'href="/en/designations/ledger/?park={park.slug}"' in page
