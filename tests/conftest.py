"""The cast and the stage of all tests.

Cast: ``visitor`` is anonymous; ``editor`` writes, ``translator`` changes what is there, ``publisher``
publishes: each is a logged-in Django test client. Stage: ``server`` is the whole portal really
running with the demo content, ``browser_page`` a page of a browser that fails the test on any fault.
"""

import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as project_settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import expect

from bilingual.catalogue import compile_catalogues
from enterprises.directory import following
from publishing.rights.roles import make_groups
from tests.services.browser import Watch, launched
from tests.services.databases import copy_migrated, drop_databases
from tests.services.portal import Portal, running_portal

compile_catalogues(project_settings.LOCALE_PATHS)
#: As patient as a page of ``open_page``: a machine at work may take long.
expect.set_options(timeout=20_000)

#: The files of browser tests that take longest, the longest first.
LONGEST = (
    "test_paste",
    "test_crawl",
    "test_many_saves",
    "test_killed_workers",
    "test_admin_access",
    "test_whole_day",
)


def pytest_collection_modifyitems(items):
    """Whatever asks for a database or the browser says so. The browser comes last: the quick answers first; its
    longest files before the others, so that no process is left alone with one at the end."""
    for item in items:
        if item.get_closest_marker("django_db") or {"db", "shared"} & set(item.fixturenames):
            item.add_marker(pytest.mark.database)
        if "server" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
    items.sort(key=_turn)


def _turn(item) -> int:
    if item.get_closest_marker("browser") is None:
        return 0
    return 1 + (LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


def pytest_sessionfinish(session):
    if not hasattr(session.config, "workerinput"):
        drop_databases(session.config._tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id) -> Path:
    """One folder for all processes of a run of the tests."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def django_db_setup(shared, django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """The database of this process: a copy of the one that passed through all migrations for the whole run."""
    with django_db_blocker.unblock():
        copy_migrated(shared, connection.creation._get_test_db_name())
        # What is kept here is that copy: it goes at the end.
        databases = setup_databases(verbosity=0, interactive=False, keepdb=True)
    yield
    with django_db_blocker.unblock():
        teardown_databases(databases, verbosity=0)


@pytest.fixture(autouse=True)
def fresh_language():
    """Each test starts in the default language, not in that of the last page which another test visited."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    """Each test has an upload folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def fresh_cache():
    """What one test put into the cache, or found in the directory, is nothing to the next."""
    cache.clear()
    following.forget()


@pytest.fixture(autouse=True)
def one_window(monkeypatch):
    """What one test counts is counted together, also at the turn of an hour."""
    begun = time.time()
    monkeypatch.setattr("throttling.limits.time", SimpleNamespace(time=lambda: begun))


@pytest.fixture
def visitor(db):
    """An anonymous visitor."""
    return Client()


@pytest.fixture
def make_member(db):
    """A function that makes an account of one role: ``make_member("reviewer")``; ``"admin"`` may do all."""

    def make(role, **fields):
        groups = make_groups()
        fields = {"username": role, "is_staff": True, "is_superuser": role == "admin", **fields}
        account = get_user_model().objects.create(**fields)
        if role in groups:
            account.groups.add(groups[role])
        return account

    return make


@pytest.fixture
def log_in(make_member):
    """A function that gives the client of a new, logged-in member of one role: ``log_in("reviewer")``."""

    def log_one_in(role):
        client = Client()
        client.force_login(make_member(role))
        return client

    return log_one_in


@pytest.fixture
def editor(log_in):
    """Writes, and publishes nothing."""
    return log_in("editor")


@pytest.fixture
def translator(log_in):
    """Touches what is there, and adds nothing."""
    return log_in("translator")


@pytest.fixture
def publisher(log_in):
    """Writes, publishes and withdraws."""
    return log_in("publisher")


@pytest.fixture
def run_jobs(db):
    """A function that runs every waiting background job to its end; a job that fails fails the test."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    )

    def run():
        while job := DBTaskResult.objects.ready().first():
            job.claim("tests")
            worker.run_task(job)
            job.refresh_from_db()
            assert job.status == TaskResultStatus.SUCCESSFUL, job.traceback

    return run


@pytest.fixture(scope="session")
def server(shared, tmp_path_factory) -> Portal:
    """The whole portal, served by gunicorn with its background worker, filled with the demo content."""
    with running_portal(shared, tmp_path_factory.mktemp("server")) as portal:
        yield portal


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all browser tests of a process."""
    # Playwright keeps an event loop in this thread; Django would then refuse the database to later tests.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with launched() as chromium:
        yield chromium
        # While that loop lives, Django keeps connections apart that nobody could close afterwards.
        connections.close_all()


@pytest.fixture
def watch(server):
    """What the pages of this test complain about; ``watch.allow("status of 404")`` expects a complaint."""
    return Watch(server.url)


@pytest.fixture
def open_page(server, browser, watch):
    """A function that opens a page with a context of its own: ``open_page(locale="zh-CN",
    viewport={"width": 390, "height": 844}, color_scheme="dark")``. The test fails on any fault of it."""
    contexts = []

    def open_one(**options):
        options = {"base_url": server.url, "timezone_id": "Asia/Shanghai", "locale": "en-GB", **options}
        context = browser.new_context(**options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        watch.over(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert watch.unexpected() == []


@pytest.fixture
def browser_page(open_page):
    """A page at desktop size in English."""
    return open_page(viewport={"width": 1280, "height": 900})


@pytest.fixture(scope="session")
def sessions(server) -> dict[str, list]:
    """The cookies of who has logged in at the running portal, by name."""
    return {}


@pytest.fixture
def sign_in(server, open_page, sessions):
    """A function that opens a page of the newsroom as a demo account: ``sign_in("editor", locale="zh-CN")``.

    Who comes for the first time fills in the form; afterwards their session is still good.
    """

    def sign_one_in(name, *, at="/admin/", **options):
        page = open_page(viewport={"width": 1440, "height": 1000}, **options)
        page.context.add_cookies(sessions.get(name, []))
        page.goto(at)
        if "/admin/login/" in page.url:
            page.fill("input[name=username]", name)
            page.fill("input[name=password]", server.password)
            page.click("form#login-form [type=submit]")
            page.wait_for_url(lambda url: "/admin/login/" not in url)
            sessions[name] = [cookie for cookie in page.context.cookies() if cookie["name"] == "session"]
        return page

    return sign_one_in


@pytest.fixture
def screenshots() -> Path:
    """Where tests put pictures for people to look at."""
    folder = Path(os.environ.get("PORTAL_SCREENSHOTS", project_settings.PORTAL_VAR / "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
