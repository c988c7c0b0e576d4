"""The database is locked from outside, or the disk is full: a clear answer that keeps what was typed."""

import contextlib
import errno
import os
import re
import resource
import sqlite3
from html import unescape

import psycopg2
import pytest
from django.db import connection
from django.db.utils import InterfaceError, OperationalError
from django.test import Client, RequestFactory

from liangjiang_portal import unavailable
from tests.factories import make_article
from tests.faults import stage
from tests.publishing.forms import form_data
from tests.services.desk import Desk

TYPED = "Typed with care and not to be lost"
BUSY = {
    "en": ("The portal cannot save or load data at the moment", "Nothing was saved."),
    "zh-hans": ("系统暂时无法保存或读取", "未保存任何内容。"),
}
FULL = {"en": "There is no storage space left", "zh-hans": "存储空间已满，无法保存"}


@contextlib.contextmanager
def locked_from_outside():
    """Somebody else writes for longer than a save waits, which is shortened from twenty seconds."""
    if connection.vendor == "sqlite":
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        lock, shorten = "BEGIN IMMEDIATE", "PRAGMA busy_timeout=150"
    else:
        other = psycopg2.connect(**connection.get_connection_params())
        lock, shorten = "LOCK TABLE publishing_revision IN EXCLUSIVE MODE", "SET lock_timeout='150ms'"
    cursor = other.cursor()
    cursor.execute(lock)
    with connection.cursor() as ours:
        ours.execute(shorten)
    try:
        yield
    finally:
        other.rollback()
        other.close()
        connection.close()


@pytest.fixture
def writer(make_member):
    client = Client(raise_request_exception=False)
    client.force_login(make_member("editor"))
    return client


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_database_that_is_locked_says_so_and_gives_back_what_was_typed(writer, language):
    article = make_article()
    writer.cookies["django_language"] = language
    path = f"/admin/articles/article/{article.pk}/change/"
    form = form_data(writer.get(path).content.decode()) | {"headline_en": TYPED, "subtitle_zh_hans": "副题"}
    with locked_from_outside():
        answer = writer.post(path, form)
        assert writer.get(article.get_absolute_url()).status_code == 200
    text = unescape(answer.content.decode())
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    for said in BUSY[language]:
        assert said in text
    assert re.search(rf'<textarea[^>]*name="headline_en"[^>]*>\s*{TYPED}</textarea>', text)
    # Chinese words are shown however short they are; keys of the form are carried along unseen.
    assert re.search(r'<textarea[^>]*name="subtitle_zh_hans"[^>]*>\s*副题</textarea>', text)
    assert not re.search(r'<textarea[^>]*name="_', text)
    # Sent again as it stands on the page, it is saved.
    again = {**form, **dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text))}
    assert writer.post(path, again).status_code == 302
    shown = form_data(writer.get(path).content.decode())
    assert (shown["headline_en"], shown["subtitle_zh_hans"]) == (TYPED, "副题")


@pytest.mark.django_db(transaction=True)
def test_a_password_is_not_sent_back(make_member):
    make_member("editor")
    client = Client(raise_request_exception=False)
    with locked_from_outside():
        request = RequestFactory().post("/admin/login/", {"username": "editor", "password": TYPED})
        answer = unavailable.answer(request, OperationalError("database is locked"))
    assert TYPED not in answer.content.decode()
    assert client.get("/admin/login/").status_code == 200


@pytest.mark.parametrize(
    ("error", "is_away"),
    [
        (OperationalError("database is locked"), True),
        (OperationalError("canceling statement due to lock timeout"), True),
        (OperationalError("could not connect to server"), True),
        (InterfaceError("connection already closed"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OperationalError("no such table: articles_article"), False),
        (FileNotFoundError(errno.ENOENT, "No such file"), False),
        (ValueError("a mistake of ours"), False),
        (None, False),
    ],
)
def test_only_what_passes_by_itself_is_called_away(error, is_away):
    assert unavailable.is_unavailable(error) is is_away


@contextlib.contextmanager
def disk_full(server):
    """No process that answers requests may write another byte into any file."""
    workers = server.web_workers()
    limits = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in workers}
    for pid, (_soft, hard) in limits.items():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        for pid, limit in limits.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limit)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_full_disk_refuses_to_save_reads_on_and_recovers_alone(server, language):
    name = f"full-disk-{language}"
    stage.call(server, "make_people", names=[name], group="editor", password=server.password)
    key = stage.call(server, "make_article", slug=name, mark="ZQDISK")
    writer = Desk(server.url, language=language).log_in(name, server.password)
    path = f"/admin/articles/article/{key}/change/"
    form = writer.form(path) | {"headline_en": TYPED}
    with disk_full(server):
        answer = writer.post(path, form)
        news = writer.get(f"/{language}/news/")
        opened = writer.get(path)
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        # The disk of the database is another one.
        assert answer.status == 302
        return
    assert answer.status == 503 and FULL[language] in answer.text and TYPED in answer.text
    assert (news.status, opened.status) == (200, 200) and "ZQDISK" in news.text
    assert TYPED not in opened.text
    assert writer.post(path, form).status == 302
    assert writer.form(path)["headline_en"] == TYPED
    assert stage.call(server, "history", key=key)["is_sound"]
