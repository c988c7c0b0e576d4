"""Who may open and do what: every address of the newsroom, by role, against a table that people wrote.

An address without a rule fails, and is named. The table says who is let in; everybody else must be turned away, and
must have changed nothing. Language and state of an edition are the second table, for publishing and withdrawing.
"""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cache
from itertools import product
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection, transaction
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import Resolver404, URLResolver, get_resolver, resolve, reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bilingual.languages import LANGUAGES, suffix
from inquiries.models import Inquiry, ReplyTemplate
from investment.models import Event, Registration
from newsroom.models import HealthRules, Plan
from pages.models import SiteSettings
from publishing.audit import auditing
from publishing.drafts.saving import first_revision, save_draft
from publishing.models import (
    PreviewLink,
    Publishable,
    Redirect,
    Release,
    ScheduledPublication,
    Scope,
)
from publishing.publication.actions import withdraw
from publishing.publication.states import EditionState, edition_state
from publishing.snapshots import take
from search.models import Miss
from subscriptions.models import Subscription
from tests.admin.conftest import crowd  # noqa: F401
from tests.factories import made_live, make_article, make_enterprise, tomorrow
from tests.publishing.forms import form_data
from tests.sweeps.permission_table import (
    AUTHORS,
    KINDS,
    PUBLIC_RULES,
    PUBLISHERS,
    READERS,
    ROLES,
    RULES,
    SENT,
    SITE_RULES,
    STAFF,
)
from translation_desk.models import GlossaryTerm

# The addresses


@cache
def addresses() -> tuple[tuple[str, str], ...]:
    """(name, pattern) of every address of the portal."""
    return tuple(_addresses_in(get_resolver().url_patterns))


def _addresses_in(patterns, prefix="", namespace=""):
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _addresses_in(pattern.url_patterns, here, inner)
        else:
            yield namespace + (pattern.name or ""), here


@cache
def newsroom_names() -> tuple[str, ...]:
    names = {name.removeprefix("admin:") for name, where in addresses() if where.startswith("admin/")}
    return tuple(sorted(name for name in names if name and name != "app_list"))


def models() -> list:
    return list(admin.site._registry)


def prefix_of(model) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}_"


def pages_of(model) -> list[str]:
    """The pages that the newsroom has for a model, by the last part of their names."""
    own = [
        name.removeprefix(prefix_of(model)) for name in newsroom_names() if name.startswith(prefix_of(model))
    ]
    others = [prefix_of(other) for other in models() if prefix_of(other) != prefix_of(model)]
    return [page for page in own if not any((prefix_of(model) + page).startswith(other) for other in others)]


def kind_of(model) -> str | None:
    return "record" if issubclass(model, Publishable) else KINDS.get(model._meta.label_lower)


# The stage


@pytest.fixture(autouse=True)
def no_rail(monkeypatch):
    """No page is rendered here; its rail would ask for the rights on every model, thousands of times."""
    monkeypatch.setattr(admin.site, "get_app_list", lambda request, app_label=None: [])


@pytest.fixture
def stage(crowd, make_member):  # noqa: F811
    """A record of every model, drafts of everything that can have one, and somebody of each role."""
    crowd(1)
    cast = {name: make_member(name) for name in sorted(STAFF - {"staff"})}
    cast["staff"] = make_member("staff")
    cast["former"] = make_member("publisher", username="former", is_staff=False)
    cast["visitor"] = AnonymousUser()
    article = make_article()
    auditing.record("publishing.published", subject=article, by=cast["publisher"], language="en")
    Redirect.objects.create(language="en", old_path="/old/", new_path="/new/")
    Release.objects.create(name="Spring", by=cast["publisher"])
    SiteSettings.objects.get_or_create(pk=1)
    GlossaryTerm.objects.create(english="little giant", chinese="小巨人")
    Miss.objects.create(text="kangaroo", language="en", last_on=timezone.localdate())
    Inquiry.objects.create(**_message())
    Registration.objects.create(**_message(Registration), event=Event.objects.first())
    Subscription.objects.create(**_message(Subscription))
    ReplyTemplate.objects.create(name="Halls", body_en="Yes.", body_zh_hans="有。")
    HealthRules.objects.get_or_create(pk=1)
    Plan.objects.create(title="A port opens", planned_on=timezone.localdate(), column=article.column)
    for model in models():
        if issubclass(model, Publishable):
            record = model._default_manager.first()
            snapshot = take(record)
            snapshot["f"]["to_confirm"] = "Ask again."
            draft = save_draft(record, snapshot, seen=first_revision(record), by=cast["admin"])
            PreviewLink.make(draft, languages=["en"], by=cast["editor"])
    ScheduledPublication.objects.create(
        record=article,
        revision=first_revision(article),
        languages=["en"],
        at=tomorrow(),
        by=cast["publisher"],
    )
    draft_with_dead_link(article, by=cast["admin"])
    kind = ContentType.objects.get_for_model(article.column)
    group = Group.objects.create(name="people of another area")
    Scope.objects.create(group=group, content_type=kind, object_id=str(article.column_id))
    DBTaskResult.objects.create(
        task_path="media_library.tasks.render_image", args_kwargs={"args": [], "kwargs": {}}, priority=0
    )
    return cast


def draft_with_dead_link(article, *, by) -> None:
    snapshot = take(article)
    snapshot["f"]["body_en"] = '<p><a href="/en/enterprises/no-such-company/">Text.</a></p>'
    save_draft(article, snapshot, seen=first_revision(article), by=by)


def _message(model=Inquiry) -> dict:
    """Something for every column of a message that needs it."""
    fields = {}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.has_default() or field.null or field.blank or field.is_relation:
            continue
        kind = field.get_internal_type()
        moments = {"DateTimeField": timezone.now(), "DateField": timezone.localdate(), "UUIDField": None}
        fields[field.name] = moments.get(kind, field.choices[0][0] if field.choices else "x")
    return {name: value for name, value in fields.items() if value is not None}


def path_of(model, page: str) -> str:
    """An address of a page, about the first record of its model."""
    name = prefix_of(model) + page
    (wanted,) = {tuple(_captured(where)) for found, where in addresses() if found == f"admin:{name}"}
    if not wanted:
        return reverse(f"admin:{name}")
    record = model._default_manager.first()
    assert record is not None, f"the stage has no {model._meta.label}"
    link = PreviewLink.objects.filter(
        revision__content_type=ContentType.objects.get_for_model(model), revision__object_id=str(record.pk)
    ).first()
    known = {
        "object_id": record.pk,
        "id": record.pk,
        "pk": record.pk,
        "older": 1,
        "newer": 2,
        "language": "en",
        "form": uuid4(),
        "upload": uuid4(),
        "link": link.pk if link else 0,
    }
    return reverse(f"admin:{name}", kwargs={word: known[word] for word in wanted})


def _captured(pattern: str) -> list[str]:
    return sorted(set(re.findall(r"<(?:\w+:)?(\w+)>", pattern)))


def answer_to(user, method: str, path: str, data: dict | None = None):
    """What a person is answered, without rendering it; whatever it changed is taken back."""
    request = getattr(RequestFactory(), method)(path, data or {})
    request.user, request.session = user, SessionStore()
    request._messages = CookieStorage(request)
    request._dont_enforce_csrf_checks = True
    request.resolver_match = match = resolve(request.path_info)
    with transaction.atomic():
        try:
            return match.func(request, *match.args, **match.kwargs)
        finally:
            transaction.set_rollback(True)


def is_let_in(user, method: str, path: str, data: dict | None = None) -> bool:
    """Whether a person gets further than the door: a 401, 403, 404 or 405, and being sent to the login are the door.

    So is being sent to the first page, which is how the stock admin says that there is no such record.
    """
    try:
        answer = answer_to(user, method, path, data)
    except (PermissionDenied, Http404):
        return False
    except SuspiciousOperation:
        return True
    for (
        close
    ) in answer._resource_closers:  # not answer.close(), which ends the connection to the database, too
        close()
    if answer.status_code == 302 and ("/login/" in answer["Location"] or answer["Location"] == "/admin/"):
        return False
    return answer.status_code not in (401, 403, 404, 405)


# The first table


def test_every_model_of_the_newsroom_has_a_kind():
    unknown = [model._meta.label for model in models() if kind_of(model) is None]
    assert unknown == [], f"no rule says who may see {', '.join(unknown)}: name them in KINDS"


def without_rule() -> list[str]:
    by_model = {prefix_of(model) + page for model in models() for page in pages_of(model)}
    missing = [
        f"admin:{prefix_of(model)}{page}"
        for model in models()
        for page in pages_of(model)
        if (kind_of(model), page) not in RULES
    ]
    return missing + [f"admin:{n}" for n in newsroom_names() if n not in by_model and n not in SITE_RULES]


def test_every_address_of_the_newsroom_has_a_rule():
    assert len(newsroom_names()) > 150
    assert without_rule() == []


def test_no_rule_outlives_its_page():
    pages = {(kind_of(model), page) for model in models() for page in pages_of(model)}
    assert sorted(set(RULES) - pages) == []
    assert sorted(set(SITE_RULES) - set(newsroom_names())) == []


def test_an_address_without_a_rule_is_named(monkeypatch):
    monkeypatch.delitem(RULES, ("record", "preview"))
    assert "admin:articles_article_preview" in without_rule()
    monkeypatch.delitem(SITE_RULES, "index")
    assert "admin:index" in without_rule()


def test_every_public_address_of_what_is_not_public_has_a_rule():
    found = {name for name, where in addresses() if "preview" in where and not where.startswith("admin/")}
    assert found == set(PUBLIC_RULES)


@pytest.mark.django_db
def test_every_address_lets_in_whom_the_table_says(stage):
    wrong, asked = [], 0
    for model in models():
        ruled = [page for page in pages_of(model) if (kind_of(model), page) in RULES]
        for page in ruled:
            path, rule = path_of(model, page), RULES[kind_of(model), page]
            key = str(getattr(model._default_manager.first(), "pk", ""))
            data = {name: value.replace("<key>", key) for name, value in SENT.get(page, {}).items()}
            for method, allowed in zip(("get", "post"), rule, strict=True):
                for role in ROLES:
                    asked += 1
                    with writing() as written:
                        let_in = is_let_in(stage[role], method, path, data)
                    if let_in != (role in allowed):
                        wrong.append(f"{role} {'may' if let_in else 'may not'} {method} {path}")
                    if not let_in and written:
                        wrong.append(f"{role} was turned away from {path} and wrote: {written}")
    assert asked > 3000
    assert wrong == [], "\n".join(wrong)


@contextmanager
def writing():
    """The statements that change the database, as they come."""
    written: list[str] = []

    def watch(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            written.append(sql[:120])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written


@pytest.mark.django_db
def test_every_address_without_a_model_lets_in_whom_the_table_says(stage):
    rules = {name: rule for name, rule in SITE_RULES.items() if name != "view_on_site"}
    found = {
        name: {role for role in ROLES if is_let_in(stage[role], "get", reverse(f"admin:{name}"))}
        for name in rules
    }
    assert found == rules


# Side doors


@pytest.mark.django_db
def test_choosers_search_only_what_their_reader_may_see(stage):
    wrong, asked = [], 0
    for model, model_admin in admin.site._registry.items():
        for name in model_admin.get_autocomplete_fields(None):
            target = model._meta.get_field(name).related_model
            options = model._meta
            query = f"?app_label={options.app_label}&model_name={options.model_name}&field_name={name}&term="
            rule = RULES[kind_of(target), "changelist"][0]
            for role in ROLES:
                asked += 1
                if is_let_in(stage[role], "get", reverse("admin:autocomplete") + query) != (role in rule):
                    wrong.append(f"{role}: {options.label}.{name}")
    assert asked > 100
    assert wrong == []


@pytest.mark.django_db
def test_no_way_of_opening_a_form_lets_others_in(stage):
    path = path_of(apps.get_model("articles.Article"), "change")
    for query in ("?_popup=1", "?_to_field=id", "?_made_from=1", "?_saveasnew=1"):
        let_in = {role for role in ROLES if is_let_in(stage[role], "get", path + query)}
        assert let_in <= READERS, query


@pytest.mark.django_db
def test_nothing_is_copied_by_who_may_not_add(stage):
    path = path_of(apps.get_model("articles.Article"), "change")
    for role in set(ROLES) - AUTHORS:
        with writing() as written, suppress(PermissionDenied, Http404):
            answer_to(stage[role], "post", path, {"_saveasnew": "1"})
        assert written == [], role


@pytest.mark.django_db
def test_the_address_on_the_site_is_told_to_who_may_see_the_record(stage):
    record = apps.get_model("articles.Article").objects.first()
    kind = ContentType.objects.get_for_model(record)
    path = reverse("admin:view_on_site", args=[kind.pk, record.pk])
    assert {role for role in ROLES if is_let_in(stage[role], "get", path)} == SITE_RULES["view_on_site"]


@pytest.mark.django_db
def test_a_record_that_does_not_exist_looks_like_one_that_may_not_be_seen(stage):
    pages = ("change", "history", "preview", "versions", "review", "evidence")
    for name, page in product(("2147483647", "x", "_5F", "1/../2"), pages):
        path = f"/admin/articles/article/{name}/{page}/"
        try:
            answers = {is_let_in(stage[role], "get", path) for role in ("desk", "staff", "visitor")}
        except Resolver404:
            continue
        assert answers == {False}, path


# The second table: publishing and withdrawing, by language and state


@pytest.fixture
def in_every_state(db):
    """Records of two kinds with both editions as drafts, scheduled, live, withdrawn."""

    def make(factory):
        draft, scheduled, live, withdrawn = (
            factory(languages=[]),
            factory(at=tomorrow()),
            factory(),
            factory(),
        )
        for language in LANGUAGES:
            withdraw(withdrawn, language=language, at=timezone.now() - timedelta(hours=1))
        return {
            EditionState.DRAFT: draft,
            EditionState.SCHEDULED: scheduled,
            EditionState.LIVE: live,
            EditionState.WITHDRAWN: withdrawn,
        }

    def enterprise(at=None, languages=LANGUAGES):
        return made_live(make_enterprise(languages=[]), languages, at)

    return [make(make_article), make(enterprise)]


def moments(record) -> dict:
    return {name: value for name, value in vars(record).items() if name.startswith("live_")}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_publishers_publish_and_withdraw_from_a_list(in_every_state, make_member, role, language):
    client = client_of(role, make_member)
    for records in in_every_state:
        for state, record in records.items():
            assert edition_state(record, language) == state
            for deed in ("publish", "withdraw"):
                url = reverse(f"admin:{prefix_of(type(record))}changelist")
                action = f"{deed}_{suffix(language)}"
                check_deed(lambda: confirmed(client, url, action, record), record, language, deed, role)  # noqa: B023


def confirmed(client: Client, url: str, action: str, record) -> None:
    """Choose a deed for a record in a list, and confirm it where that is offered."""
    form = {"action": action, "_selected_action": [record.pk]}
    answer = client.post(url, form)
    if answer.status_code == 200 and (
        seen := re.findall(r'name="_seen" value="([^"]*)"', answer.content.decode())
    ):
        client.post(url, form | {"confirmed": "yes", "_seen": seen})


@pytest.mark.parametrize("role", ROLES)
def test_only_publishers_publish_and_withdraw_from_a_form(in_every_state, make_member, role):
    reader = client_of("admin", make_member)
    client = reader if role == "admin" else client_of(role, make_member)
    for record in in_every_state[1].values():
        url = reverse(f"admin:{prefix_of(type(record))}change", args=[record.pk])
        data = form_data(reader.get(url).content.decode())
        for language in LANGUAGES:
            for deed in ("publish", "withdraw"):
                form = data | {f"_{deed}_{suffix(language)}": "1"}
                check_deed(lambda: client.post(url, form), record, language, deed, role)  # noqa: B023


def client_of(role: str, make_member) -> Client:
    client = Client()
    if role != "visitor":
        name, fields = (
            ("publisher", {"username": "former", "is_staff": False}) if role == "former" else (role, {})
        )
        client.force_login(make_member(name, **fields))
    return client


def check_deed(do, record, language: str, deed: str, role: str) -> None:
    """The deed happens for publishers and for nobody else, in its language alone; then it is taken back."""
    model = type(record)
    before = moments(model._base_manager.get(pk=record.pk))
    with transaction.atomic():
        do()
        after = moments(model._base_manager.get(pk=record.pk))
        transaction.set_rollback(True)
    changed = {name for name, value in after.items() if value != before[name]}
    assert {name for name in changed if not name.endswith(suffix(language))} == set()
    state = edition_state(record, language)
    running = state in (EditionState.LIVE, EditionState.SCHEDULED)
    does_something = running if deed == "withdraw" else not running
    assert bool(changed) == (role in PUBLISHERS and does_something), (role, deed, state)
