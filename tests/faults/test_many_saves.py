"""Eight people save one article at the same instant, again and again: nobody overwrites anybody unseen."""

import os
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier

import pytest

from tests.faults import stage
from tests.services.desk import Desk
from tests.services.figures import Figures

#: Of eight saves each. The whole measure, 63, takes a minute: PORTAL_TESTS_ROUNDS=63.
ROUNDS = int(os.environ.get("PORTAL_TESTS_ROUNDS", "21"))
#: Where each of the eight writes: four in the same place, four where nobody else does.
PLACES = [
    *["headline_en"] * 4,
    "headline_zh_hans",
    "summary_en",
    "summary_zh_hans",
    "corrections-0-text_en",
]
NAMES = [f"writer-{number}" for number in range(8)]


@pytest.fixture(scope="module")
def writers(server):
    stage.call(server, "make_people", names=NAMES, group="editor", password=server.password)
    return [Desk(server.url).log_in(name, server.password) for name in NAMES]


def test_saves_of_eight_people_at_once_overwrite_nothing_unseen(server, writers):
    key = stage.call(server, "make_article", slug="written-by-eight", mark="0-0")
    path, together = f"/admin/articles/article/{key}/change/", Barrier(8)
    kept, refused, figures = {}, set(), Figures()

    def save(number: int, form: dict, mark: str):
        together.wait()
        return writers[number].post(path, form | {PLACES[number]: mark})

    with ThreadPoolExecutor(8) as people:
        for lap in range(1, ROUNDS + 1):
            form = writers[lap % 8].form(path)
            marks = [f"{lap}-{number}" for number in range(8)]
            answers = list(people.map(save, range(8), [form] * 8, marks))
            assert [answer.status for answer in answers] == [302] * 8
            for answer in answers:
                figures.add(answer.seconds)
            late = [number for number in range(8) if "_made_from" in answers[number].location]
            kept |= {marks[number]: form[PLACES[number]] for number in range(8) if number not in late}
            (first,) = set(range(4)) - set(late)
            for number in late:
                screen = unescape(writers[number].get(answers[number].location).text)
                # Both are on the screen of who came second: the other's words, and their own in the field.
                assert f"“{marks[first]}”" in screen and f'value="{marks[number]}"' in screen
                refused.add(marks[number])

    told = stage.call(server, "history", key=key)
    written = set()
    for before, after in zip(told["versions"], told["versions"][1:], strict=False):
        (place,) = (name for name in after if after[name] != before[name])
        # Whoever changed these words had seen what they replaced.
        assert before[place] == kept[after[place]]
        written.add(after[place])
    assert written == set(kept)
    assert {marks["headline_en"] for marks in told["aside"]} == refused
    assert (len(kept), len(refused)) == (5 * ROUNDS, 3 * ROUNDS)
    assert set(told["public"].values()) == {"0-0"}
    print(f"{len(kept)} kept, {len(refused)} asked; {figures}")
