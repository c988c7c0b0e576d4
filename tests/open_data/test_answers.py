"""What every address of the interface does alike."""

import json

import pytest
from django.db import OperationalError
from django.utils import timezone

from open_data.resource import Resource
from tests.factories import make_enterprise, make_industry, make_park
from throttling import limits

pytestmark = pytest.mark.django_db


def test_the_front_door_names_every_data_set_in_both_languages(ask):
    door = ask()
    parks = next(one for one in door["datasets"] if one["id"] == "parks")
    assert len(door["datasets"]) >= 13
    assert set(parks["title"]) == {"en", "zh-Hans"}
    assert parks["list"].endswith("/api/v1/parks/") and set(parks["files"]) == {"csv", "json"}


def test_a_record_has_words_in_both_languages_and_facts_once(ask):
    park = make_park(name_en="Longxing", name_zh_hans="龙兴", website="https://example.com/")
    industry = make_industry(name_en="Cars", name_zh_hans="汽车")
    park.industries.add(industry)
    record = ask(f"parks/{park.slug}/")
    assert record["name"] == {"en": "Longxing", "zh-Hans": "龙兴"}
    assert record["website"] == "https://example.com/"
    assert record["industries"][0]["name"] == {"en": "Cars", "zh-Hans": "汽车"}
    assert record["page"]["zh-Hans"].endswith(f"/zh-hans/parks/{park.slug}/")


def test_amounts_are_exact_texts(ask):
    enterprise = make_enterprise()
    enterprise.metrics.create(measure="capacity", value="46300000000.5", unit="pieces")
    (figure,) = ask(f"enterprises/{enterprise.slug}/")["figures"]
    assert figure["value"] == "46300000000.5"


@pytest.mark.parametrize(
    "headers, question, language, words",
    [
        ({}, "?language=zh-hans&nonsense=1", "zh-Hans", None),
        ({"HTTP_ACCEPT_LANGUAGE": "zh-CN,zh;q=0.9,en;q=0.1"}, "?nonsense=1", "zh-Hans", None),
        ({"HTTP_ACCEPT_LANGUAGE": "fr"}, "?nonsense=1", "en", "There is no such parameter here."),
        (
            {"HTTP_ACCEPT_LANGUAGE": "zh-CN"},
            "?language=en&nonsense=1",
            "en",
            "There is no such parameter here.",
        ),
    ],
)
def test_errors_are_problem_details_in_the_language_that_was_asked_for(
    client, headers, question, language, words
):
    answer = client.get(f"/api/v1/parks/{question}", **headers)
    problem = json.loads(answer.content)
    assert answer.status_code == problem["status"] == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Content-Language"] == language
    assert problem["invalid"][0]["parameter"] == "nonsense"
    assert words is None or problem["invalid"][0]["reason"] == words
    assert f"/{'zh-hans' if language == 'zh-Hans' else 'en'}/open-data/reference/" in problem["type"]


def test_a_cookie_decides_no_language(client):
    client.cookies["django_language"] = "zh-hans"
    assert client.get("/api/v1/parks/?nonsense=1")["Content-Language"] == "en"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_can_be_written(client, method):
    answer = getattr(client, method)("/api/v1/parks/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Content-Type"] == "application/problem+json"


def test_head_answers_like_get_without_a_body(client):
    make_park()
    asked, headed = client.get("/api/v1/parks/"), client.head("/api/v1/parks/")
    assert (headed.status_code, headed.content) == (200, b"")
    assert headed["ETag"] == asked["ETag"]


@pytest.mark.parametrize("address", ["", "parks/", "parks/nobody/", "openapi.json", "nonsense/"])
def test_scripts_of_any_site_may_read_every_answer(client, address):
    answer = client.get(f"/api/v1/{address}", HTTP_ORIGIN="https://example.com")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "ETag" in answer["Access-Control-Expose-Headers"]


def test_a_preflight_is_answered(client):
    answer = client.options(
        "/api/v1/parks/", HTTP_ORIGIN="https://example.com", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET"
    )
    assert answer.status_code == 204
    assert "GET" in answer["Access-Control-Allow-Methods"]
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


def test_what_has_not_changed_is_not_sent_again(client):
    park = make_park()
    etag = client.get("/api/v1/parks/")["ETag"]
    again = client.get("/api/v1/parks/", HTTP_IF_NONE_MATCH=etag)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    park.website = "https://example.com/"
    park.save()
    assert client.get("/api/v1/parks/", HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_answers_are_kept_by_nobody_without_asking(client):
    assert client.get("/api/v1/parks/")["Cache-Control"] == "public, no-cache"
    assert client.get("/api/v1/parks/?nonsense=1")["Cache-Control"] == "no-store"


def test_who_asks_too_often_is_told_when_to_come_again(client, settings, monkeypatch):
    settings.OPEN_DATA_PER_MINUTE = 2
    monkeypatch.setattr(limits.time, "time", lambda: 1_800_000_015)
    assert [client.get("/api/v1/").status_code for _ in range(3)] == [200, 200, 429]
    answer = client.get("/api/v1/")
    assert answer["Retry-After"] == "45"
    assert client.get("/api/v1/", REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get("/en/open-data/").status_code == 200
    monkeypatch.setattr(limits.time, "time", lambda: 1_800_000_060)
    assert client.get("/api/v1/").status_code == 200


def test_a_whole_file_counts_as_ten_requests(client, settings):
    settings.OPEN_DATA_PER_MINUTE = 11
    answer = client.get("/api/v1/files/parks.json")
    assert b"".join(answer.streaming_content)
    assert answer.status_code == 200
    assert client.get("/api/v1/files/parks.json").status_code == 429


def test_a_locked_database_is_told_as_a_problem(client, monkeypatch, caplog):
    def locked(self, asked):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Resource, "rows", locked)
    answer = client.get("/api/v1/parks/")
    assert answer.status_code == 503
    assert answer["Retry-After"] and answer["Content-Type"] == "application/problem+json"
    assert "Open data could not be read" in caplog.text


@pytest.mark.parametrize(
    "address", ["nonsense/", "nonsense/a/", "parks/a/b/c/", "files/parks.exe", "designations/x/"]
)
def test_an_unknown_address_is_a_problem_too(client, address):
    answer = client.get(f"/api/v1/{address}", follow=True)
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client):
    answer = client.get("/api/v1/parks?kind=zone")
    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/parks/?kind=zone")


def test_moments_carry_their_offset(ask):
    park = make_park()
    record = ask(f"parks/{park.slug}/")
    assert record["changed_at"] == timezone.localtime(park.changed_at).isoformat(timespec="seconds")
    assert record["changed_at"].endswith("+08:00")
