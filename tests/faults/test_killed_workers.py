"""The process that publishes is killed at random moments: every page shows what was, or what is to be."""

import os
import random
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults import stage
from tests.services.desk import Desk

#: How often it is killed. The whole measure, 200, takes some minutes: PORTAL_TESTS_KILLS=200.
KILLS = int(os.environ.get("PORTAL_TESTS_KILLS", "20"))
PLACES = ("headline_en", "summary_en", stage.ROW)
SLUG = "killed-in-the-middle"


@pytest.fixture(scope="module")
def publisher(server):
    stage.call(server, "make_people", names=["killed"], group="publisher", password=server.password)
    return Desk(server.url).log_in("killed", server.password)


def patiently(ask, *arguments):
    """An answer of a portal that may have to start a process first."""
    deadline = time.monotonic() + 20
    while True:
        try:
            return ask(*arguments)
        except OSError:
            assert time.monotonic() < deadline, "The portal did not come back"
            time.sleep(0.02)


def kill_worker(server) -> None:
    for pid in server.web_workers():
        os.kill(pid, signal.SIGKILL)


def marks_in(text: str) -> set[str]:
    # The search marks the word that was asked for.
    return set(re.findall(r"ZQMARK-[A-J]+", re.sub("</?mark>", "", text)))


def mark_of(number: int) -> str:
    """Two words without digits: figures would have to agree between the languages."""
    return "ZQMARK-" + "".join(chr(ord("A") + int(digit)) for digit in str(number))


def shown_everywhere(visitor: Desk, page: str) -> set[str]:
    """The marks on the article's page, in the list of news, in the feed and in the search; each shows it."""
    found = set()
    for path in (page, "/en/news/", "/en/news/feed/", "/en/search/?q=zqmark"):
        answer = patiently(visitor.get, path)
        marks = marks_in(answer.text)
        assert answer.status == 200 and marks, path
        found |= marks
    return found


def test_a_publication_that_is_killed_is_wholly_old_or_wholly_new(server, publisher):
    key = stage.call(server, "make_article", slug=SLUG, mark=mark_of(0))
    path, visitor, rng = f"/admin/articles/article/{key}/change/", Desk(server.url), random.Random(20261122)
    page = re.search(rf'"(/en/news/[^"]*{SLUG}/)"', visitor.get("/en/news/").text)[1]
    form = publisher.form(path) | {"dateline_en": "Chongqing", "_publish_en": "1"}
    usual, old = publisher.post(path, form).seconds, mark_of(0)
    outcomes = {"old": 0, "new": 0, "answered": 0}

    with ThreadPoolExecutor(1) as hand:
        for number in range(1, KILLS + 1):
            form, new = patiently(publisher.form, path), mark_of(number)
            form |= {**dict.fromkeys(PLACES, new), "_publish_en": "1"}
            sent = hand.submit(publisher.post, path, form)
            # A process that has just begun takes longer than usual.
            time.sleep(rng.uniform(0, usual * 3))
            kill_worker(server)
            is_answered = sent.exception() is None and sent.result().status == 302
            shown = shown_everywhere(visitor, page)
            # One of the two, on every page, in every one of its texts.
            assert shown in ({old}, {new}), (number, old, shown)
            assert shown == {new} or not is_answered, "It had been answered, and was lost"
            outcomes["answered" if is_answered else "new" if shown == {new} else "old"] += 1
            # The same form sent once more does what was wanted.
            assert patiently(publisher.post, path, form).status == 302
            assert shown_everywhere(visitor, page) == {new}
            old = new

    told = stage.call(server, "history", key=key)
    for marks in (*told["published"], told["public"]):
        assert len({marks[place] for place in PLACES}) == 1
    assert told["public"]["headline_en"] == old
    assert told["public"]["headline_zh_hans"] == mark_of(0)
    assert told["is_sound"]
    print(f"{KILLS} kills: {outcomes}")
