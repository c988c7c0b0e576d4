"""Policies as visitors read, filter and take them away."""

import io
import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from evidence.models import Source
from tests.effort import queries_of
from tests.factories import make_industry, make_level, make_policy

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
LIST = "investing/policies/"


@BOTH
def test_the_list_and_the_pages_show_what_is_live_in_their_language(visitor, language):
    other = {"en": "zh-hans", "zh-hans": "en"}[language]
    shown, missing = make_policy(), make_policy(languages=[other])
    listed = visitor.get(f"/{language}/{LIST}").content.decode()
    assert shown.slug in listed and missing.slug not in listed
    answers = [visitor.get(f"/{language}/{LIST}{one.slug}/").status_code for one in (shown, missing)]
    assert answers == [200, 404]


def test_facets_count_what_each_word_would_leave(visitor):
    make_policy(level="national"), make_policy(level="national", expires_on=date(2020, 1, 1)), make_policy()
    filters = visitor.get(f"/en/{LIST}?level=national").context["filters"]
    counts = {
        facet.name: {option.value: option.count for option in facet.options} for facet in filters.facets
    }
    assert counts["level"] == {"national": 2, "municipal": 1}
    assert counts["standing"] == {"in-force": 1, "expired": 1}
    assert len(filters.found) == 2


def test_words_find_a_policy_in_either_language_and_by_its_number(visitor):
    policy = make_policy(
        title_en="Grant for robots", title_zh_hans="机器人补助", document_number="示例〔2026〕1号"
    )
    make_policy()
    for words in ("ROBOTS grant", "机器人", "〔2026〕1号"):
        assert visitor.get(f"/en/{LIST}", {"q": words}).context["filters"].found == [policy]


def test_words_and_filters_narrow_together_and_neither_is_lost_to_the_other(visitor):
    make_policy(title_en="Grant for robots", level="national"), make_policy(level="national")
    make_policy(title_en="Tax relief for robots", level="municipal")
    page = visitor.get(f"/en/{LIST}?q=robots&level=national")
    assert len(page.context["filters"].found) == 1
    assert page.content.decode().count('<input type="hidden" name="q" value="robots">') == 1
    assert [one["url"] for one in page.context["filters"].chosen] == ["?level=national", "?q=robots"]


def test_words_that_find_nothing_leave_no_empty_box_of_filters(visitor):
    make_policy()
    assert 'data-component="filters"' in visitor.get(f"/en/{LIST}").content.decode()
    assert 'data-component="filters"' not in visitor.get(f"/en/{LIST}?q=nothing").content.decode()


@BOTH
@pytest.mark.parametrize(
    "query",
    ["standing=maybe", "level=%00", "page=abc", "q=" + "y" * 9000, "industry=a&industry=b&level=national"],
)
def test_nonsense_in_the_address_is_ordinary_weather(visitor, query, language):
    make_policy()
    assert visitor.get(f"/{language}/{LIST}?{query}").status_code == 200


def test_what_was_left_out_of_the_question_is_named(visitor):
    make_policy()
    page = visitor.get(f"/en/{LIST}?standing=maybe").content.decode()
    assert "“standing=maybe” was not recognised and was ignored." in page


def test_the_page_tells_the_chain_the_validity_and_the_interpretation(visitor):
    first = make_policy(title_en="Old one", effective_on=date(2020, 1, 1))
    second = make_policy(
        title_en="Middle one",
        supersedes=first,
        effective_on=date(2022, 1, 1),
        interpretation_en="<p>What it means.</p>",
    )
    make_policy(title_en="New one", supersedes=second, effective_on=date(2024, 1, 1))
    page = visitor.get(second.get_absolute_url()).content.decode()
    assert page.index("Old one") < page.index("<strong>Middle one") < page.index("New one")
    assert "This policy has been replaced by another" in page and "What it means." in page


def test_a_sample_says_so_and_tells_machines_nothing(visitor):
    sample, real = make_policy(is_sample=True), make_policy(effective_on=date(2026, 1, 1))
    page = visitor.get(sample.get_absolute_url()).content.decode()
    assert "No authority has issued it" in page and "Legislation" not in page
    page = visitor.get(real.get_absolute_url()).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])[0]
    assert (data["@type"], data["temporalCoverage"]) == ("Legislation", "2026-01-01/..")
    assert data["legislationLegalForce"] == "https://schema.org/InForce"


@BOTH
def test_the_exports_hold_exactly_what_is_filtered(visitor, language):
    kept, left = make_policy(level="national", is_sample=True), make_policy()
    kept.benefits.create(kind="grant", name_en="=1+1", name_zh_hans="=1+1", amount=5, cap=7)
    address = f"/{language}/{LIST}policies."
    data = json.loads(visitor.get(f"{address}json?level=national").getvalue())
    assert [(record["slug"], record["is_sample"]) for record in data["policies"]] == [(kept.slug, True)]
    text = visitor.get(f"{address}csv?level=national").getvalue().decode("utf-8-sig")
    assert kept.slug in text and left.slug not in text and ",=1+1" not in text
    sheet = load_workbook(io.BytesIO(visitor.get(f"{address}xlsx?level=national").getvalue())).active
    assert sheet.max_row == 2
    assert not any(str(cell.value).startswith("=") for row in sheet.iter_rows() for cell in row)


def test_an_unknown_kind_of_export_does_not_exist(visitor):
    assert visitor.get(f"/en/{LIST}policies.exe").status_code == 404


def filled_policy(**fields):
    source = Source.objects.create(key=f"source-{Source.objects.count()}", kind="press", name_en="Paper")
    policy = make_policy(source=source, effective_on=timezone.localdate() - timedelta(days=9), **fields)
    policy.industries.add(make_industry())
    policy.benefits.create(kind="grant", name_en="Grant", amount=5)
    policy.designations.create(level=make_level())
    policy.attachments.create(name_en="Form", url="https://example.org/form")
    return policy


@BOTH
def test_pages_cost_the_same_for_three_policies_and_for_thirty(visitor, language):
    policy = filled_policy()
    paths = ["", "finder/?size=small", f"{policy.slug}/", "policies.json"]

    def costs():
        return [queries_of(visitor, f"/{language}/{LIST}{path}") for path in paths]

    for _ in range(2):
        filled_policy(supersedes=policy)
    few = costs()
    for _ in range(27):
        filled_policy(supersedes=policy)
    assert few == costs()
    assert max(few) <= 8
