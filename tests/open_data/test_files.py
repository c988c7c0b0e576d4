"""Whole data sets as files."""

import json
import tracemalloc

import pytest

from enterprises.models import Enterprise
from evidence.models import Source
from open_data.views import files
from tests.factories import make_award, make_enterprise, make_industry, make_level, make_park, make_scheme

pytestmark = pytest.mark.django_db


def drain(answer):
    """Read a file to its end, which closes it."""
    return b"".join(answer.streaming_content)


def test_a_json_file_holds_the_records_as_they_are_answered(take, ask):
    made = [make_park(), make_park()]
    data = json.loads(take("parks"))
    assert data["data"] == [ask(f"parks/{park.slug}/") for park in made]
    assert data["licence"]["zh-Hans"].endswith("/zh-hans/open-data/licence/")
    assert data["made_at"].endswith("+08:00") and data["title"]["en"] == "Parks"


def test_an_empty_file_is_a_file(take, rows):
    assert json.loads(take("parks"))["data"] == []
    assert rows("parks") == []


def test_a_table_has_a_column_for_each_language_and_for_each_fact(rows):
    source = Source.objects.create(
        key="a", kind="press", name_en="Daily", name_zh_hans="日报", url="https://e.com/"
    )
    parent = make_park(name_en="Zone", name_zh_hans="片区")
    park = make_park(name_en="Longxing", name_zh_hans="龙兴", parent=parent, source=source)
    park.industries.add(make_industry(slug="cars"), make_industry(slug="chips"))
    row = next(row for row in rows("parks") if row["id"] == park.slug)
    assert (row["name_en"], row["name_zh-Hans"]) == ("Longxing", "龙兴")
    assert (row["parent_id"], row["parent_zh-Hans"]) == (parent.slug, "片区")
    assert (row["source_name_en"], row["source_url"]) == ("Daily", "https://e.com/")
    assert row["industries"] == "cars; chips"
    assert row["verified_on"] == ""


def test_the_ledger_is_a_flat_table(rows):
    level = make_level(make_scheme(slug="lighthouse"), key="factory", name_en="Lighthouse factory")
    award = make_award(make_enterprise(slug="sany"), level=level)
    (row,) = rows("designations")
    assert row["id"] == str(award.pk)
    assert (row["enterprise_id"], row["scheme_id"]) == ("sany", "lighthouse")
    assert row["level_name_en"] == "Lighthouse factory"
    assert row["standing"] == "awarded" and row["facility_id"] == ""


def test_a_list_of_objects_stands_in_its_cell_as_json(rows):
    enterprise = make_enterprise()
    enterprise.listings.create(exchange="SH", code="601127")
    (row,) = rows("enterprises")
    assert json.loads(row["listings"]) == [{"exchange": "SH", "code": "601127"}]


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "＝", " ="])
def test_no_cell_is_a_formula(rows, take, lead):
    park = make_park()
    type(park).objects.filter(pk=park.pk).update(name_en=f"{lead}HYPERLINK(1)")
    (row,) = rows("parks")
    assert row["name_en"] == f"'{lead}HYPERLINK(1)"
    assert json.loads(take("parks"))["data"][0]["name"]["en"] == f"{lead}HYPERLINK(1)"


def test_a_file_takes_the_parameters_of_the_list(rows, client):
    one = make_park(kind="zone")
    make_park(kind="port")
    assert [row["id"] for row in rows("parks", "?kind=zone")] == [one.slug]
    for question in ("?kind=moon", "?limit=3", "?cursor=x"):
        assert client.get(f"/api/v1/files/parks.csv{question}").status_code == 400


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_file_says_what_it_is_and_whether_it_changed(client, form):
    park = make_park()
    answer = client.get(f"/api/v1/files/parks.{form}")
    drain(answer)
    assert 'filename="liangjiang-parks-' in answer["Content-Disposition"]
    assert answer["Content-Type"].startswith({"csv": "text/csv", "json": "application/json"}[form])
    again = client.get(f"/api/v1/files/parks.{form}", HTTP_IF_NONE_MATCH=answer["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    park.website = "https://example.com/"
    park.save()
    anew = client.get(f"/api/v1/files/parks.{form}", HTTP_IF_NONE_MATCH=answer["ETag"])
    drain(anew)
    assert anew.status_code == 200


@pytest.mark.parametrize("form", ["csv", "json"])
def test_ten_times_the_records_take_no_more_memory(client, form):
    make_many(100)
    peak(client, form)
    few = peak(client, form)
    make_many(900)
    assert peak(client, form) < few * 1.5


def make_many(number):
    first = Enterprise.objects.count()
    live = make_enterprise().live_from_en
    Enterprise.objects.bulk_create(
        Enterprise(
            slug=f"many-{place}", short_name_en=f"Many {place}", activity_en="x" * 150, live_from_en=live
        )
        for place in range(first, first + number)
    )


def peak(client, form) -> int:
    """Bytes at most, while a file is made and thrown away."""
    tracemalloc.start()
    for _piece in client.get(f"/api/v1/files/enterprises.{form}").streaming_content:
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_only_so_many_files_are_made_at_a_time(client):
    taken = []
    while files._places.acquire(blocking=False):
        taken.append(1)
    try:
        answer = client.get("/api/v1/files/parks.csv")
        assert (answer.status_code, answer["Retry-After"]) == (503, "20")
    finally:
        for _ in taken:
            files._places.release()
    answer = client.get("/api/v1/files/parks.csv")
    drain(answer)
    assert answer.status_code == 200
