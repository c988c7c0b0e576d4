"""What is not public is found by no route: results, counts, suggestions, corrections, synonyms, in any language."""

import time
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from bilingual.languages import LANGUAGES, column
from publishing.models import Publishable
from publishing.publication.actions import publish, withdraw_everywhere
from publishing.schedule import scheduling
from search_index.documents import KINDS, kinds
from tests.factories import (
    make_article,
    make_case_study,
    make_document,
    make_enterprise,
    make_event,
    make_industry,
    make_opportunity,
    make_park,
    make_policy,
    make_procedure,
    make_project,
    make_scheme,
    make_situation,
    tomorrow,
)
from tests.publishing.drafting import row, save_words

pytestmark = pytest.mark.django_db

SECRET_EN, SECRET_ZH = "Zyzzyva", "蟊虻蜮"
SOON = timedelta(seconds=0.2)
#: Maker, and the field that the secret stands in beside the title.
RECORDS = {
    "article": (make_article, "summary"),
    "enterprise": (make_enterprise, "activity"),
    "park": (make_park, "summary"),
    "industry": (make_industry, "summary"),
    "designation": (make_scheme, "summary"),
    "event": (make_event, "summary"),
    "project": (make_project, "summary"),
    "opportunity": (make_opportunity, "summary"),
    "story": (make_case_study, "summary"),
    "policy": (make_policy, "summary"),
    "procedure": (make_procedure, "summary"),
    "situation": (make_situation, "summary"),
    "document": (make_document, "summary"),
}


def secrets(kind: str) -> dict[str, str]:
    names = (next(one.title for one in kinds() if one.key == kind), RECORDS[kind][1])
    return {
        column(name, language): secret
        for name in names
        for language, secret in (("en", f"{SECRET_EN} today"), ("zh-hans", f"今日{SECRET_ZH}消息"))
    }


def never_published(kind) -> None:
    RECORDS[kind][0](languages=[], **secrets(kind))


def draft_of_what_is_live(kind) -> None:
    save_words(RECORDS[kind][0](), **secrets(kind))


def scheduled(kind) -> None:
    record = RECORDS[kind][0](languages=[], **secrets(kind))
    for language in LANGUAGES:
        publish(record, language=language, at=tomorrow())


def scheduled_draft_of_what_is_live(kind) -> None:
    record = RECORDS[kind][0]()
    save_words(record, **secrets(kind))
    scheduling.schedule(row(record), languages=list(LANGUAGES), at=tomorrow())


def withdrawn(kind) -> None:
    withdraw_everywhere(RECORDS[kind][0](**secrets(kind)))


def expired(kind) -> None:
    record = RECORDS[kind][0](**secrets(kind))
    now = timezone.now()
    # However long it takes, the moment is still to come when it is written down.
    with patch.object(timezone, "now", return_value=now):
        scheduling.end_at(record, languages=list(LANGUAGES), at=now + SOON)
    time.sleep(SOON.total_seconds())


def deleted(kind) -> None:
    RECORDS[kind][0](**secrets(kind)).delete()


STATES = (
    never_published,
    draft_of_what_is_live,
    scheduled,
    scheduled_draft_of_what_is_live,
    withdrawn,
    expired,
    deleted,
)


def routes(kind):
    for language in LANGUAGES:
        for text in (SECRET_EN, SECRET_ZH, SECRET_ZH[:2], "maomengyu", "mmy", "Zyzzyav"):
            yield f"/{language}/search/?q={text}", text
            yield f"/{language}/search/suggestions/?q={text}", text
        yield f"/{language}/search/?q={SECRET_EN}&sort=newest", SECRET_EN
        yield f"/{language}/search/?q={SECRET_ZH}&kind={kind}", SECRET_ZH


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_not_public_is_found_by_no_route(kind, state):
    state(kind)
    visitor = Client()
    for route, asked in routes(kind):
        page = visitor.get(route).content.decode().replace(asked, "")
        assert SECRET_EN.lower() not in page.lower(), route
        assert SECRET_ZH not in page, route
        assert "<mark>" not in page, route


@pytest.mark.parametrize("kind", RECORDS)
def test_the_same_words_are_found_once_they_are_public(kind):
    RECORDS[kind][0](**secrets(kind))
    for language, text in (("en", SECRET_EN), ("zh-hans", SECRET_ZH), ("zh-hans", SECRET_ZH[:2])):
        assert "<mark>" in Client().get(f"/{language}/search/?q={text}").content.decode()


def test_every_kind_of_record_that_can_be_found_is_looked_for_here_or_known_to_be_like_these():
    found = {kind.key for kind in KINDS.values()}
    elsewhere = {"special", "series", "page", "place", "organisation", "official", "figure", "indicator"}
    assert set(RECORDS) | elsewhere == found
    assert all(issubclass(model, Publishable) for model in KINDS)
