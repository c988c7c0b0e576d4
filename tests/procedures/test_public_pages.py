"""Guides, dots and the planner as visitors use them."""

import json
import re
from datetime import date

import icalendar
import pytest

from procedures.dots import score_of
from tests.effort import queries_of
from tests.factories import make_procedure, make_situation

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
LIST = "investing/procedures/"


def whole_procedure(**fields):
    words = {
        "authority": "Office", "legal_basis": "A law", "result": "Paper", "place": "Hall",
        "hours": "9 to 5", "complaints": "Desk",
    }  # fmt: skip
    named = {f"{name}_{code}": text for name, text in words.items() for code in ("en", "zh_hans")}
    procedure = make_procedure(phone="+86-23-00000000", visits=1, **named, **fields)
    procedure.steps.create(
        key="A", name_en="Apply", name_zh_hans="申请", documents_en="Form\nPassport", documents_zh_hans="表格\n护照",
        fee=100, promised_days=3, statutory_days=5,
    )  # fmt: skip
    return procedure


def test_a_whole_guide_has_ten_dots_and_each_gap_is_named(db):
    procedure = whole_procedure()
    assert (score_of(procedure).given, score_of(procedure).total) == (10, 10)
    procedure.steps.update(fee=None, documents_en="")
    procedure.phone = ""
    missing = [str(words) for words in score_of(procedure).missing]
    assert missing == [
        "the documents for each step",
        "the fee for each step, or that there is none",
        "a telephone number",
    ]


@BOTH
def test_the_list_and_the_pages_show_what_is_live_in_their_language(visitor, language):
    other = {"en": "zh-hans", "zh-hans": "en"}[language]
    shown, missing = whole_procedure(), make_procedure(languages=[other])
    listed = visitor.get(f"/{language}/{LIST}").content.decode()
    assert shown.slug in listed and missing.slug not in listed
    answers = [visitor.get(f"/{language}/{LIST}{one.slug}/").status_code for one in (shown, missing)]
    assert answers == [200, 404]


def test_a_guide_tells_steps_fees_days_and_documents(visitor):
    page = visitor.get(whole_procedure().get_absolute_url()).content.decode()
    for words in ("Apply", "100 yuan", "3 working days", "5 working days", "Passport", "10 of 10 dots"):
        assert words in page
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])[0]
    assert (data["@type"], data["serviceOperator"]["name"]) == ("GovernmentService", "Office")


def test_a_sample_says_so_and_tells_machines_nothing(visitor):
    page = visitor.get(whole_procedure(is_sample=True).get_absolute_url()).content.decode()
    assert "not those of any authority" in page and "GovernmentService" not in page


def test_two_situations_share_what_both_need(visitor):
    shared, own = whole_procedure(), whole_procedure()
    one, two = make_situation(shared), make_situation(shared, own)
    query = f"situation={one.slug}&situation={two.slug}&start=2026-11-23"
    plan = visitor.get(f"/en/{LIST}planner/?{query}").context["plan"]
    assert len(plan.tasks) == 2
    assert plan.first == date(2026, 11, 23) and plan.last == date(2026, 11, 26)
    assert plan.plan.fees.amount == 200


@BOTH
@pytest.mark.parametrize(
    "query",
    [
        "situation=palace",
        "start=2026-13-45",
        "start=0001-01-01",
        "start=9999-12-31",
        "start=%00",
        "time=soon",
        "situation=" + "y" * 9000,
        "&".join("situation=x" for _ in range(500)),
    ],
)
def test_nonsense_is_named_and_left_out(visitor, query, language):
    answer = visitor.get(f"/{language}/{LIST}planner/?{query}")
    assert answer.status_code == 200
    assert visitor.get(f"/{language}/{LIST}planner/plan.ics?{query}").status_code == 200
    assert bool(answer.context["ignored"]) == (query != "start=%00")


def test_a_plan_with_a_circle_names_it_and_does_not_break(visitor):
    first, second = whole_procedure(), whole_procedure()
    first.depends_on.add(second)
    second.depends_on.add(first)
    situation = make_situation(first, second)
    page = visitor.get(f"/en/{LIST}planner/?situation={situation.slug}").content.decode()
    assert "these steps depend on each other" in page and "Apply → Apply" in page


@BOTH
def test_the_calendar_of_a_plan_holds_each_step_on_its_days(visitor, language):
    situation = make_situation(whole_procedure(is_sample=True))
    address = f"/{language}/{LIST}planner/plan.ics?situation={situation.slug}&start=2026-11-23"
    answer = visitor.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    [entry] = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2026, 11, 23), date(2026, 11, 27))
    assert str(entry["summary"]) == {"en": "Apply", "zh-hans": "申请"}[language]
    again = icalendar.Calendar.from_ical(visitor.get(address).content).walk("VEVENT")[0]
    assert entry["uid"] == again["uid"]


def test_years_without_an_announced_calendar_are_named(visitor):
    situation = make_situation(whole_procedure())
    page = visitor.get(f"/en/{LIST}planner/?situation={situation.slug}&start=2041-01-07").content.decode()
    assert "not been announced yet: 2041" in page


@BOTH
def test_pages_cost_the_same_for_three_procedures_and_for_thirty(visitor, language):
    procedure = whole_procedure()
    situation = make_situation(procedure)
    paths = ["", f"planner/?situation={situation.slug}", f"{procedure.slug}/"]

    def more():
        other = whole_procedure()
        other.depends_on.add(procedure)
        situation.procedures.add(other)
        make_situation(other, procedure)

    def costs():
        return [queries_of(visitor, f"/{language}/{LIST}{path}") for path in paths]

    for _ in range(2):
        more()
    few = costs()
    for _ in range(27):
        more()
    assert few == costs()
    assert max(few) <= 8


def test_the_newsroom_lists_what_every_guide_lacks(editor):
    make_procedure(name_en="Empty guide")
    whole_procedure(name_en="Whole guide")
    page = editor.get("/admin/procedures/procedure/completeness/").content.decode()
    assert page.index("Empty guide") < page.index("Whole guide")
    assert "0 of 10 dots" in page and "10 of 10 dots" in page


@BOTH
def test_the_chart_names_each_step_and_dates_its_axis(visitor, language):
    make_situation(whole_procedure(), slug="plant")
    text = visitor.get(f"/{language}/{LIST}planner/?situation=plant&start=2026-11-23").content.decode()
    chart = text[text.index('class="gantt"') : text.index('id="gantt-caption"')]
    assert f'gantt__name">{"Apply" if language == "en" else "申请"}<' in chart
    # Day 0 is the first; three working days later it is Thursday. The year is said once.
    ticks = re.findall(r"<text[^>]*>([^<]*)</text>", chart)
    days = ["Nov 23", "Nov 26"] if language == "en" else ["11月23日", "11月26日"]
    assert ticks[:3] == ["0", days[0], "2026"]
    assert ticks[-2:] == ["3", days[1]]
    assert "2026" not in ticks[3:]


def test_the_axis_says_a_new_year_and_keeps_its_words_inside(visitor):
    make_situation(whole_procedure(), slug="plant")
    text = visitor.get(f"/en/{LIST}planner/?situation=plant&start=2026-12-30&time=statutory").content.decode()
    chart = text[text.index('class="gantt"') : text.index('id="gantt-caption"')]
    years = re.findall(r'x="([\d.]+)%" y="40" text-anchor="(\w+)">(\d+)<', chart)
    assert [year for _x, _anchor, year in years] == ["2026", "2027"]
    assert 'x="100.0%" y="12" text-anchor="end"' in chart
    assert all(
        float(x) + float(width) <= 100.01
        for x, width in re.findall(r'x="([\d.]+)%" y="\d+" width="([\d.]+)%"', chart)
    )
