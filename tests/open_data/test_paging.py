"""Pages begin behind a record, and only with a cursor of ours."""

import pytest
from django.conf import settings

from tests.factories import make_article, make_enterprise, make_park
from tests.open_data.makers import MAKERS, key_of

pytestmark = pytest.mark.django_db


def path(address):
    return address.removeprefix(settings.SITE_URL.rstrip("/") + "/api/v1/")


@pytest.mark.parametrize("key", list(MAKERS))
def test_every_list_is_walked_from_end_to_end_without_gaps_or_repeats(key, ask):
    made = {key_of(MAKERS[key][0]()) for _ in range(5)}
    seen, address = [], f"{key}/?limit=2"
    while address:
        page = ask(address)
        seen += [record["id"] for record in page["data"]]
        address = path(page["next"]) if page["next"] else None
    assert len(seen) == 5 and set(seen) == made


def test_records_that_come_and_go_shift_nothing(ask):
    parks = [make_park() for _ in range(6)]
    first = ask("parks/?limit=2")
    parks[0].delete()
    second = ask(path(first["next"]))
    assert [one["id"] for one in second["data"]] == [parks[2].slug, parks[3].slug]


def test_news_comes_newest_first_also_within_one_moment(ask):
    made = [make_article() for _ in range(4)]
    first = ask("articles/?limit=2")
    second = ask(path(first["next"]))
    found = [one["id"] for one in first["data"] + second["data"]]
    assert found == [article.slug for article in reversed(made)]


def test_the_next_page_is_named_in_a_header_too(client):
    [make_park() for _ in range(2)]
    answer = client.get("/api/v1/parks/?limit=1")
    assert answer["Link"] == f'<{answer.json()["next"]}>; rel="next"'


def test_the_next_page_keeps_the_question(ask):
    [make_park(kind="zone") for _ in range(3)]
    make_park(kind="port")
    address = ask("parks/?kind=zone&kind=port&language=en&limit=1")["next"]
    assert "kind=zone&kind=port" in address and "language=en" in address and "limit=1" in address


def change_first(cursor):
    return ("A" if cursor[0] != "A" else "B") + cursor[1:]


@pytest.mark.parametrize(
    "alter",
    [
        change_first,
        lambda cursor: cursor[:-1],
        lambda cursor: cursor + "A",
        lambda cursor: "x",
        lambda cursor: "WzFd",
        lambda cursor: cursor.partition(":")[0],
        lambda cursor: "长" * 300,
        lambda cursor: "a" * 5000,
    ],
)
def test_an_altered_cursor_is_refused(ask, alter):
    [make_park() for _ in range(3)]
    cursor = ask("parks/?limit=1")["next"].partition("cursor=")[2]
    problem = ask(f"parks/?limit=1&cursor={alter(cursor.replace('%3A', ':'))}", status=400)
    assert problem["type"].endswith("#problem-cursor")


def test_a_cursor_belongs_to_its_list_and_its_question(ask):
    [make_park(kind="zone") for _ in range(3)]
    [make_enterprise() for _ in range(3)]
    cursor = ask("parks/?limit=1")["next"].partition("cursor=")[2]
    assert ask(f"parks/?limit=2&cursor={cursor}")["data"]
    ask(f"enterprises/?cursor={cursor}", status=400)
    ask(f"parks/?kind=zone&cursor={cursor}", status=400)


def test_a_cursor_of_another_site_is_refused(ask, settings):
    [make_park() for _ in range(3)]
    cursor = ask("parks/?limit=1")["next"].partition("cursor=")[2]
    settings.SECRET_KEY = "another" * 10
    ask(f"parks/?cursor={cursor}", status=400)


@pytest.mark.parametrize("limit", ["0", "-1", "201", "1.5", "ten", "", "٣", "1e2", "9" * 400])
def test_a_limit_that_is_none_is_refused(ask, limit):
    problem = ask(f"parks/?limit={limit}", status=400)
    assert [one["parameter"] for one in problem["invalid"]] == ["limit"]
