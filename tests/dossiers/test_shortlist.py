"""The shortlist as a page: an address that names records."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_enterprise, make_industry, make_park, make_policy

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def page_of(visitor, items="", language="en", **more):
    answer = visitor.get(f"/{language}/shortlist/", {"items": items, **more})
    assert answer.status_code == 200
    return answer


def item_of(record):
    return f"{record._meta.model_name}:{record.slug}"


@BOTH
def test_the_address_is_the_list(visitor, one_of_each, language):
    items = ",".join(item_of(record) for record in one_of_each)
    answer = page_of(visitor, items, language)
    assert answer.context["shortlist"].items == items
    assert answer.context["address"].endswith(f"/{language}/shortlist/?items={items}")
    body = answer.content.decode()
    assert {"en": "Sample", "zh-hans": "示例"}[language] in body


def test_a_record_is_taken_away_by_its_link(visitor):
    first, second = make_enterprise(), make_park()
    answer = page_of(visitor, f"{item_of(first)},{item_of(second)}")
    assert f'href="/en/shortlist/?items={item_of(second)}"' in answer.content.decode()


def test_strange_words_are_named_and_left_out(visitor):
    known = make_park()
    answer = page_of(visitor, f"{item_of(known)},park:nowhere,user:1,<script>,,")
    assert answer.context["shortlist"].items == item_of(known)
    for word in ("nowhere", "user:1", "&lt;script&gt;"):
        assert word in answer.content.decode()


@BOTH
def test_nonsense_is_never_an_error(visitor, language):
    for items in ("\x00", "enterprise:", ":", "," * 5000, "enterprise:" + "x" * 9000, "企业:长安"):
        page_of(visitor, items, language, q="\x00" * 500)


def test_what_is_not_published_in_this_language_is_said_and_drafts_stay_unknown(visitor):
    chinese, draft = make_park(languages=["zh-hans"]), make_park(languages=[])
    ignored = page_of(visitor, f"{item_of(chinese)},{item_of(draft)}").context["ignored"]
    assert f"“{chinese.name_zh_hans}” is not published in this language" in ignored
    for unpublished in (chinese.name_en, draft.name_en, draft.name_zh_hans):
        assert unpublished not in ignored


def test_a_list_that_is_too_long_says_how_many_were_left_out(visitor):
    made = [make_park() for _ in range(26)]
    answer = page_of(visitor, ",".join(item_of(park) for park in made))
    assert len(answer.context["shortlist"].found) == 24
    assert "2 more were left out" in answer.context["ignored"]


def test_a_name_finds_what_can_be_added_and_the_links_carry_the_list(visitor):
    park, policy = make_park(), make_policy(title_en="Chip measures")
    make_policy(title_en="Chip draft", languages=[])
    answer = page_of(visitor, item_of(park), q="chip")
    assert [url for _one, url in answer.context["offers"]] == [
        f"/en/shortlist/?items={item_of(park)},{item_of(policy)}"
    ]


def test_an_enterprise_is_found_by_its_name_in_the_other_script(visitor, seres):
    answer = page_of(visitor, q="赛力斯")
    assert [one.slug for one, _url in answer.context["offers"]] == [seres.slug]


def test_what_goes_with_the_list_is_offered_and_what_is_over_is_not(visitor):
    industry, enterprise = make_industry(), make_enterprise()
    enterprise.industries.add(industry)
    holds, over = make_policy(effective_on="2020-01-01"), make_policy(expires_on="2020-01-01")
    for policy in (holds, over):
        policy.industries.add(industry)
    answer = page_of(visitor, item_of(enterprise))
    assert [one.slug for one, _url in answer.context["suggested"]] == [holds.slug]


def test_only_kinds_with_two_records_can_be_compared(visitor):
    one, other, park = make_enterprise(), make_enterprise(), make_park()
    answer = page_of(visitor, ",".join(item_of(record) for record in (one, other, park)))
    assert [url for _words, url in answer.context["comparisons"]] == [
        f"/en/enterprises/compare/?ids={one.slug},{other.slug}"
    ]


def test_a_long_list_costs_no_more_queries_than_a_short_one(visitor, one_of_each):
    more = [make_park() for _ in range(10)]
    counts = []
    for records in (one_of_each, [*one_of_each, *more]):
        with CaptureQueriesContext(connection) as queries:
            page_of(visitor, ",".join(item_of(record) for record in records))
        counts.append(len(queries))
    assert counts[1] <= counts[0] <= 8


def test_the_pages_of_records_lead_to_the_list(visitor, one_of_each):
    for record in one_of_each:
        assert (
            f"/en/shortlist/?items={item_of(record)}"
            in visitor.get(record.get_absolute_url()).content.decode()
        )
