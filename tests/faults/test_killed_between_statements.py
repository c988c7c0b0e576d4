"""Killed before any statement of a publication, it has not happened; killed after its commit, it has."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from articles.models import Author, Byline, Correction
from publishing.drafts.saving import first_revision, save_draft
from publishing.models import AuditEntry, Redirect, Release, ScheduledPublication
from publishing.release import releasing
from publishing.schedule import scheduling
from publishing.snapshots import part_row, take
from tests.factories import make_article, tomorrow
from tests.publishing.drafting import make_named_enterprise, row, save_words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def database_of_its_own(transactional_db, tmp_path, monkeypatch):
    """Processes die over a copy of the file: what they leave open reaches no other test."""
    if connection.vendor == "sqlite":
        copy = tmp_path / "killed.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "NAME", str(copy))
    yield
    connection.close()


@pytest.fixture
def killed_at_every_step(tmp_path):
    """A function that does a deed again and again, killed one step later each time, and ends with the first
    death that left something behind; gives the number of deaths."""

    def kill(deed: str, key="") -> int:
        environment = {
            **os.environ,
            "DATABASE_URL": address_of_the_test_database(),
            "PORTAL_VAR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "liangjiang_portal.settings",
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.cut_short", deed, str(key)],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return int(done.stdout)

    return kill


def address_of_the_test_database() -> str:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite://{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.fixture
def redrafted():
    """A public article whose draft changes its words, its address and its rows: one changed, one gone, one new."""
    article = make_article()
    author = Author.objects.create(name_en="Test author", name_zh_hans="测试作者")
    for position in range(2):
        Byline.objects.create(article=article, author=author, position=position)
    seen = first_revision(article)
    wanted = take(article)
    wanted["f"] |= {"headline_en": "New headline", "summary_en": "New summary", "slug": "moved-elsewhere"}
    wanted["m"]["enterprises"] = [make_named_enterprise().pk]
    changed, _gone = wanted["c"]["bylines"]
    changed["f"]["role"] = Byline.Role.EDITOR
    new = part_row(
        Correction(corrected_on=timezone.localdate(), text_en="Corrected.", text_zh_hans="已更正。")
    )
    wanted["c"] |= {"bylines": [changed], "corrections": [new]}
    save_draft(article, wanted, seen=seen)
    return article


def assert_wholly_new(article) -> None:
    article = row(article)
    assert (article.headline_en, article.slug) == ("New headline", "moved-elsewhere")
    assert [byline.role for byline in article.bylines.all()] == [Byline.Role.EDITOR]
    assert [correction.text_en for correction in article.corrections.all()] == ["Corrected."]
    assert article.enterprises.count() == 1
    assert Redirect.objects.filter(new_path__contains="moved-elsewhere").exists()
    assert AuditEntry.objects.filter(action="publishing.applied", object_id=str(article.pk)).exists()


def test_a_publication_has_happened_wholly_or_not_at_all(redrafted, killed_at_every_step):
    assert killed_at_every_step("publish", redrafted.pk) > 15
    # The last one died right after its commit: nothing had been left for it to do.
    assert_wholly_new(redrafted)


def test_a_withdrawal_has_happened_wholly_or_not_at_all(redrafted, killed_at_every_step):
    assert killed_at_every_step("withdraw", redrafted.pk) > 3
    assert not row(redrafted).is_live("en") and row(redrafted).is_live("zh-hans")


def test_a_release_has_happened_with_all_its_records_or_with_none(redrafted, killed_at_every_step):
    enterprise = make_named_enterprise()
    save_words(enterprise, short_name_en="New name")
    release = Release.objects.create(name="Both")
    for record in (redrafted, enterprise):
        releasing.add(release, record, languages=["en"])
    assert killed_at_every_step("release", release.pk) > 30
    assert_wholly_new(redrafted)
    assert row(enterprise).short_name_en == "New name"
    assert row(release).state == Release.State.DONE


def test_an_undone_release_has_come_back_wholly_or_not_at_all(redrafted, killed_at_every_step):
    release = Release.objects.create(name="One")
    releasing.add(release, redrafted, languages=["en", "zh-hans"])
    releasing.release_now(release)
    assert killed_at_every_step("undo", release.pk) > 15
    assert row(redrafted).headline_en != "New headline"
    assert row(redrafted).bylines.count() == 2


def test_the_clock_killed_at_any_step_publishes_once_when_it_is_back(redrafted, killed_at_every_step):
    scheduling.schedule(redrafted, languages=["en"], at=tomorrow())
    ScheduledPublication.objects.update(at=timezone.now())
    assert killed_at_every_step("tick") > 15
    assert_wholly_new(redrafted)
    assert ScheduledPublication.objects.get().state == ScheduledPublication.State.DONE
    told = AuditEntry.objects.of(redrafted).filter(action="publishing.published")
    # Each language once when it was made, and English once by the clock.
    assert sorted(told.values_list("language", flat=True)) == ["en", "en", "zh-hans"]
