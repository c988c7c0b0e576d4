"""The five pages that the project was given: their own words stay outside the repository.

Where the folder is not at hand, the documents of our own beside this file hold every one of these shapes.
"""

import datetime
from pathlib import Path

import pytest
from django.conf import settings

from articles.importing.anatomy import parse
from articles.importing.article import Person

SEEDS = Path(settings.BASE_DIR).parent / "shared" / "seeds"
EXPECTED = {
    "000": {
        "begins": "Chongqing's lighthouse",
        "on": "2022-04-01",
        "column": "Why Liangjiang",
        "persons": [],
        "source": "",
        "credits": [],
        "subheads": 0,
        "paragraphs": 6,
        "has_teaser": True,
    },
    "001": {
        "begins": "The Road To Smart",
        "on": "2021-08-18",
        "column": "",
        "persons": [("Kenny Dong", "reporter")],
        "source": "",
        "credits": [
            ("Siqi", ""),
            ("Feng Zhiyi", "Liangjiang New Area"),
            ("Yin Jun", ""),
            ("Ran Yulin", "Liangjiang New Area"),
            ("Ran Yulin", "Liangjiang New Area"),
            ("Kenny Dong", ""),
        ],
        "subheads": 5,
        "paragraphs": 25,
        "has_teaser": False,
    },
    "002": {
        "begins": "Love This City 2: ",
        "on": "",
        "column": "",
        "persons": [("Xinyi Li", "editor")],
        "source": "Chongqing Morning News",
        "credits": [None, None],
        "subheads": 2,
        "paragraphs": 7,
        "has_teaser": False,
    },
    "003": {
        "begins": "Liangjiang inks 25",
        "on": "2021-08-19",
        "column": "Events",
        "persons": [],
        "source": "",
        "credits": [("", "Chongqing Liangjiang New Area")],
        "subheads": 0,
        "paragraphs": 9,
        "has_teaser": True,
    },
    "004": {
        "begins": "Chongqing Pioneers",
        "on": "",
        "column": "",
        "persons": [],
        "source": "",
        "credits": [None] * 6,
        "subheads": 3,
        "paragraphs": 37,
        "has_teaser": False,
    },
}
FOUND = {path.name[:3]: path for path in sorted(SEEDS.glob("*.txt"))}


@pytest.mark.parametrize("number", sorted(FOUND))
def test_a_given_page_is_taken_apart_without_loss(number):
    article, expected = parse(FOUND[number].read_bytes(), FOUND[number].name), EXPECTED[number]
    assert article.headline.startswith(expected["begins"])
    assert article.printed_on == (datetime.date.fromisoformat(expected["on"]) if expected["on"] else None)
    assert (article.column, article.source) == (expected["column"], expected["source"])
    assert article.persons == [Person(*person) for person in expected["persons"]]
    credits = [
        figure.credit and (figure.credit.person, figure.credit.organisation) for figure in article.figures
    ]
    assert credits == expected["credits"]
    assert all(figure.caption for figure in article.figures)
    assert sum(part.kind in ("subhead", "case") for part in article.body) == expected["subheads"]
    assert sum(part.kind == "paragraph" for part in article.body) == expected["paragraphs"]
    assert bool(article.teaser) == expected["has_teaser"]
    assert article.unplaced == []
    assert lost_lines(article, FOUND[number].read_text()) == []


def lost_lines(article, text):
    """Lines of the source that are neither in the article nor in its notes."""
    kept = " ".join([
        article.headline, article.source, article.teaser, *article.texts(),
        *(person.name for person in article.persons),
        *(figure.caption for figure in article.figures), *(note.text for note in article.furniture),
    ])  # fmt: skip
    lines = [" ".join(line.split()) for line in text.splitlines() if len(line) > 60]
    return [line for line in lines if line[20:].split(" (Photo")[0].split(" [Photo")[0] not in kept]


def test_all_five_pages_are_checked_where_they_are_at_hand():
    assert not SEEDS.is_dir() or sorted(FOUND) == sorted(EXPECTED)
