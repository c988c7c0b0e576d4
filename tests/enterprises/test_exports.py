"""The files and the feed of what the directory finds."""

import csv
import io
import json
import tracemalloc
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from enterprises.exports import formats, rows
from enterprises.exports.formats import FORMATS
from enterprises.models import Enterprise, Facility
from evidence.models import Source
from publishing.publication.actions import withdraw
from spreadsheets.exporting import downloads
from tests.factories import make_award, make_enterprise, make_level, make_park, make_scheme

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def take(visitor):
    """A function that gives the rows of a file as dictionaries: ``take("csv", "?ownership=private")``."""

    def take_one(kind, question="", language="en"):
        answer = visitor.get(f"/{language}/enterprises/export.{kind}{question}")
        assert answer.status_code == 200
        data = b"".join(answer.streaming_content)
        if kind == "json":
            return json.loads(data)["enterprises"]
        if kind == "csv":
            return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
        head, *rows = load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)
        return [dict(zip(head, row, strict=True)) for row in rows]

    return take_one


@pytest.mark.parametrize("kind, name", [("csv", "Name"), ("xlsx", "Name"), ("json", "name")])
def test_a_file_holds_exactly_what_is_filtered(take, kind, name):
    make_enterprise(short_name_en="B", ownership="private")
    make_enterprise(short_name_en="A", ownership="private")
    make_enterprise(short_name_en="C", ownership="foreign")
    make_enterprise(short_name_en="D", ownership="private", languages=[])
    assert [row[name] for row in take(kind, "?ownership=private")] == ["A", "B"]
    assert [row[name] for row in take(kind)] == ["A", "B", "C"]


@BOTH
def test_a_file_speaks_the_language_of_its_page(take, language):
    make_enterprise(short_name_en="Seres", short_name_zh_hans="赛力斯")
    expected = {"en": ("Seres", "赛力斯"), "zh-hans": ("赛力斯", "Seres")}[language]
    (row,) = take("json", language=language)
    assert (row["name"], row["other_name"]) == expected


def test_the_name_in_a_language_that_is_not_public_stays_at_home(take):
    make_enterprise(languages=["en"], short_name_en="Seres", short_name_zh_hans="秘密")
    (row,) = take("json")
    assert row["other_name"] is None


def test_a_file_names_sources_standing_and_date_of_each_fact(take):
    source = Source.objects.create(
        key="list", kind="official", name_en="A list", url="https://example.org/list"
    )
    level = make_level(make_scheme(), name_en="Little giant")
    enterprise = make_enterprise()
    make_award(enterprise, level=level, source=source, valid_until=date(2020, 12, 31))
    Facility.objects.create(enterprise=enterprise, name_en="Plant", park=make_park(name_en="North park"))
    enterprise.metrics.create(measure="robots", value=1000, unit="robots", as_of="2021")
    (row,) = take("json")
    assert row["designations"] == ["Little giant (lapsed, valid until 2020-12-31)"]
    assert row["sources"] == ["A list, https://example.org/list"]
    assert row["parks"] == ["North park"]
    assert "1,000" in row["figures"][0] and "2021" in row["figures"][0]


def test_a_file_says_where_it_is_from_and_on_what_terms(visitor):
    make_enterprise(ownership="private")
    answer = visitor.get("/en/enterprises/export.json?ownership=private&sort=verified&utm=x")
    data = json.loads(b"".join(answer.streaming_content))
    assert data["address"].endswith("/en/enterprises/?ownership=private")
    assert data["filters"] == ["Private"]
    assert data["terms_of_use"] and data["made_at"] and data["designations_on"]
    assert answer["Content-Disposition"].startswith("attachment") and answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("lead", ["=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", '"=1+1'])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_of_a_file_is_a_formula(take, kind, lead):
    Enterprise.objects.filter(pk=make_enterprise().pk).update(activity_en=lead)
    (row,) = take(kind)
    assert row["Main business"].startswith("'")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_signs_that_nobody_sees_break_no_file(take, kind):
    Enterprise.objects.filter(pk=make_enterprise().pk).update(activity_en="Gears\x0b and\x01 cars\ufffe")
    (row,) = take(kind)
    assert "Gears and cars" in row.values()


@pytest.mark.parametrize("kind", ["pdf", "xls", "..", "csv%00"])
def test_another_format_is_not_found(visitor, kind):
    assert visitor.get(f"/en/enterprises/export.{kind}").status_code == 404


@pytest.mark.parametrize("kind", list(FORMATS))
def test_an_empty_answer_is_an_empty_file(take, kind):
    assert take(kind, "?q=nobody") == []


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_row_that_changes_while_a_file_is_sent_is_seen_once_and_whole(visitor, monkeypatch, kind):
    monkeypatch.setattr(rows, "CHUNK", 10)
    monkeypatch.setattr(downloads, "PIECE", 1)
    for number in range(30):
        make_enterprise(
            short_name_en=f"N{number:03}", activity_en="Before", website="https://before.example/"
        )
    pieces = visitor.get(f"/en/enterprises/export.{kind}").streaming_content
    sent = [next(pieces), next(pieces)]
    Enterprise.objects.update(activity_en="After", website="https://after.example/")
    withdraw(Enterprise.objects.get(short_name_en="N015"), language="en")
    make_enterprise(short_name_en="N999")
    text = b"".join([*sent, *pieces]).decode("utf-8-sig")
    found = json.loads(text)["enterprises"] if kind == "json" else list(csv.DictReader(io.StringIO(text)))
    told = [tuple(row.get(name, row.get(name.casefold())) for name in ("Name", "Website")) for row in found]
    # The first few were read before the change, all others after it; who is withdrawn is left out.
    left = [number for number in range(30) if number != 15]
    assert told == [
        (f"N{number:03}", f"https://{'before' if number < 10 else 'after'}.example/") for number in left
    ]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_first_byte_leaves_before_a_row_is_read(visitor, django_assert_num_queries, kind):
    make_enterprise()
    visitor.get("/en/enterprises/")
    pieces = visitor.get(f"/en/enterprises/export.{kind}").streaming_content
    with django_assert_num_queries(0):
        assert next(pieces)
    assert b"".join(pieces)


def test_a_file_speaks_its_language_to_the_end_whatever_is_active_by_then(visitor):
    make_enterprise(ownership="private")
    pieces = visitor.get("/zh-hans/enterprises/export.csv").streaming_content
    with override("en"):
        assert "民营" in b"".join(pieces).decode()


def test_who_comes_while_files_are_made_is_asked_to_come_again(visitor):
    address = "/en/enterprises/export.csv?ownership=private"
    being_sent = [visitor.get(address) for _place in range(2)]
    answer = visitor.get(address)
    assert answer.status_code == 503 and answer["Retry-After"]
    assert f'href="{address}"' in answer.content.decode()
    b"".join(being_sent[0].streaming_content)
    assert visitor.get(address).status_code == 200


def test_a_file_that_fails_or_is_forgotten_gives_its_place_back(visitor, monkeypatch):
    monkeypatch.setattr(visitor, "raise_request_exception", False)
    with monkeypatch.context() as broken:
        broken.setattr(formats.Workbook, "save", lambda book, file: 1 / 0)
        assert [visitor.get("/en/enterprises/export.xlsx").status_code for _turn in range(3)] == [500] * 3
    assert [visitor.get("/en/enterprises/export.csv").status_code for _turn in range(3)] == [200] * 3


@pytest.mark.parametrize("kind", list(FORMATS))
def test_ten_times_the_rows_take_no_more_memory(visitor, kind):
    make_many(100)
    _peak(visitor, kind)
    few = _peak(visitor, kind)
    make_many(900)
    assert _peak(visitor, kind) < few * 1.5


def test_each_hundred_rows_cost_one_query(visitor, django_assert_num_queries):
    make_many(130)
    visitor.get("/en/enterprises/")
    answer = visitor.get("/en/enterprises/export.csv")
    with django_assert_num_queries(2):
        b"".join(answer.streaming_content)


# The feed


@BOTH
def test_the_feed_of_a_filter_holds_who_was_updated_last(visitor, language):
    make_enterprise(ownership="foreign")
    late = make_enterprise(ownership="private", verified_on=date(2099, 1, 1))
    early = make_enterprise(ownership="private")
    address = f"/{language}/enterprises/feed/?ownership=private"
    feed = ElementTree.fromstring(visitor.get(address).content)
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert [link.rsplit("/", 2)[1] for link in links] == [late.slug, early.slug]
    itself = feed.find(f"{ATOM}link[@rel='self']").get("href")
    assert itself.endswith(address)


def test_the_page_names_the_feed_and_the_files_of_its_question(visitor):
    make_enterprise(ownership="private")
    page = visitor.get("/en/enterprises/?ownership=private&sort=verified").content.decode()
    assert 'href="/en/enterprises/export.xlsx?ownership=private"' in page
    assert 'href="/en/enterprises/feed/?ownership=private"' in page


def make_many(number):
    first = Enterprise.objects.count()
    live = make_enterprise().live_from_en
    Enterprise.objects.bulk_create(
        Enterprise(slug=f"many-{place}", short_name_en=f"Many {place}", legal_name_en="Many Co", activity_en="x" * 150,
                   sort_key_en=f"many {place:06}", live_from_en=live)
        for place in range(first, first + number)
    )  # fmt: skip


def _peak(visitor, kind) -> int:
    """Bytes at most, while a file is made and thrown away; what the directory always holds is there before."""
    visitor.get("/en/enterprises/")
    tracemalloc.start()
    for _piece in visitor.get(f"/en/enterprises/export.{kind}").streaming_content:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
