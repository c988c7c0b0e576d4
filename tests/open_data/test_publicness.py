"""Nothing but live editions: in no list, record, file, filter, example or count."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bilingual.languages import LANGUAGES, column
from open_data.resources import RESOURCES
from publishing.publication.actions import withdraw
from tests.factories import (
    make_article,
    make_award,
    make_enterprise,
    make_event,
    make_industry,
    make_level,
    make_park,
    make_policy,
    make_project,
    make_scheme,
    tomorrow,
)
from tests.open_data.makers import MAKERS, key_of, make_figure

pytestmark = pytest.mark.django_db
PLANTED = "Zanzibarium"
EVERY_KIND = pytest.mark.parametrize("key", list(MAKERS))


def holder_of(record):
    """What has the moments: the record, or the enterprise that holds an award."""
    return record if hasattr(record, "live_from_en") else record.enterprise


def moments(record, languages=LANGUAGES, **values):
    """Set moments of editions directly: ``moments(park, live_until=then)``."""
    holder = holder_of(record)
    for name, moment in values.items():
        for language in languages:
            setattr(holder, column(name, language), moment)
    holder.save()
    return record


def draft(record, languages=LANGUAGES):
    return moments(record, languages, live_from=None)


def scheduled(record, languages=LANGUAGES):
    return moments(record, languages, live_from=tomorrow())


def withdrawn(record):
    for language in LANGUAGES:
        withdraw(holder_of(record), language=language)
    return record


def expired(record, languages=LANGUAGES):
    return moments(record, languages, live_until=timezone.now() - timedelta(seconds=1))


STATES = [draft, scheduled, withdrawn, expired]


def planted(key, **fields):
    make, name = MAKERS[key]
    return make(**{f"{name}_en": f"{PLANTED} words", f"{name}_zh_hans": f"{PLANTED}一二", **fields})


def everything_about(key, client, take):
    """All that anyone can get about a data set, as one text."""
    texts = [take(key, form) for form in ("json", "csv")]
    texts.append(client.get(f"/api/v1/{key}/?limit=200").content.decode())
    for language in LANGUAGES:
        texts.append(client.get(f"/{language}/open-data/{key}/").content.decode())
    return "\n".join(texts)


def test_the_test_knows_every_data_set():
    assert set(MAKERS) == set(RESOURCES)


@EVERY_KIND
def test_a_live_record_is_in_its_list_its_address_and_both_files(key, ask, take):
    record = planted(key)
    assert PLANTED in str(ask(f"{key}/"))
    assert PLANTED in str(ask(f"{key}/{key_of(record)}/"))
    assert PLANTED in take(key, "json") and PLANTED in take(key, "csv")


@EVERY_KIND
def test_drafts_scheduled_withdrawn_and_expired_records_are_nowhere(key, client, ask, take):
    records = [state(planted(key)) for state in STATES]
    text = everything_about(key, client, take)
    assert PLANTED not in text
    for record in records:
        assert key_of(record) not in text
        ask(f"{key}/{key_of(record)}/", status=404)


@EVERY_KIND
@pytest.mark.parametrize("state", [draft, scheduled, expired], ids=lambda state: state.__name__)
def test_an_edition_that_is_not_live_is_null(key, state, client, ask, take):
    make, name = MAKERS[key]
    record = make(**{f"{name}_en": "Public words", f"{name}_zh_hans": f"{PLANTED}一二"})
    state(record, ["zh-hans"])
    said = ask(f"{key}/{key_of(record)}/")["name" if key == "enterprises" else name]
    assert said == {"en": "Public words", "zh-Hans": None}
    assert PLANTED not in everything_about(key, client, take)


@EVERY_KIND
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_can_be_asked_for(key, language, ids):
    both, english = planted(key), MAKERS[key][0](languages=["en"])
    expected = {key_of(both), key_of(english)} if language == "en" else {key_of(both)}
    assert set(ids(f"{key}/?language={language}")) == expected


@EVERY_KIND
def test_an_edition_appears_and_ends_when_its_moment_passes_without_any_job(key, ids, monkeypatch):
    record, now = draft(planted(key)), timezone.now()
    moments(record, live_from=now + timedelta(minutes=1), live_until=now + timedelta(minutes=2))

    def ids_after(**past):
        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(**past))
        return ids(f"{key}/")

    assert ids_after(seconds=59) == []
    assert ids_after(seconds=61) == ids_after(seconds=119) == [key_of(record)]
    assert ids_after(seconds=121) == []


def test_what_is_not_public_is_not_named_by_what_is(client, take, ask):
    hidden = {
        "industry": make_industry(languages=[], name_en=PLANTED, slug="zanzibarium-industry"),
        "park": make_park(languages=[], name_en=PLANTED, slug="zanzibarium-park"),
        "enterprise": make_enterprise(languages=[], short_name_en=PLANTED, slug="zanzibarium-company"),
        "event": make_event(languages=[], name_en=PLANTED, slug="zanzibarium-event"),
        "scheme": make_scheme(languages=[], name_en=PLANTED, slug="zanzibarium-scheme"),
        "policy": make_policy(languages=[], title_en=PLANTED, slug="zanzibarium-policy"),
        "figure": make_figure(languages=[], indicator_en=PLANTED, slug="zanzibarium-figure"),
    }
    enterprise = make_enterprise(parent=hidden["enterprise"])
    enterprise.industries.add(hidden["industry"])
    enterprise.facilities.create(name_en="Plant", park=hidden["park"])
    make_award(enterprise, level=make_level(hidden["scheme"], name_en=PLANTED), note_en=PLANTED)
    enterprise.ties.create(other=hidden["enterprise"], kind="customer", note_en=PLANTED)
    project = make_project(park=hidden["park"], event=hidden["event"])
    project.enterprises.add(hidden["enterprise"])
    project.investors.create(enterprise=hidden["enterprise"], home="abroad")
    article = make_article()
    article.industries.add(hidden["industry"])
    policy = make_policy(supersedes=hidden["policy"])
    policy.industries.add(hidden["industry"])
    policy.designations.create(level=make_level(hidden["scheme"], name_en=PLANTED))
    make_figure(superseded_by=hidden["figure"])
    make_park(parent=hidden["park"])
    make_industry(parent=hidden["industry"])
    for key in RESOURCES:
        assert PLANTED.lower() not in everything_about(key, client, take).lower(), key
    assert ask("designations/")["data"] == []


def test_an_award_is_told_only_in_languages_of_both_holder_and_scheme(ask):
    english, chinese = make_enterprise(languages=["en"]), make_scheme(languages=["zh-hans"])
    make_award(english, level=make_level(chinese))
    shared = make_award(english, level=make_level(make_scheme()), note_en="Yes", note_zh_hans=PLANTED)
    (award,) = ask("designations/")["data"]
    assert award["id"] == str(shared.pk)
    assert award["note"] == {"en": "Yes", "zh-Hans": None}
    (held,) = ask(f"enterprises/{english.slug}/")["designations"]
    assert held["note"] == {"en": "Yes", "zh-Hans": None}


def test_no_filter_tells_what_is_being_prepared(ids):
    hidden = make_industry(languages=[])
    enterprise = make_enterprise(languages=["en"], short_name_zh_hans=PLANTED)
    enterprise.industries.add(hidden)
    assert ids(f"enterprises/?industry={hidden.slug}") == []
    assert ids(f"enterprises/?q={PLANTED}") == []
    assert ids("enterprises/") == [enterprise.slug]


def test_persons_and_contacts_are_not_in_the_data(client, take):
    event = make_event()
    event.speakers.create(name_en=PLANTED, title_en=PLANTED)
    make_enterprise(public_contact_en=PLANTED, public_contact_zh_hans=PLANTED, to_confirm=PLANTED)
    for key in ("events", "enterprises"):
        assert PLANTED not in everything_about(key, client, take)
