"""Addresses that moved lead on for ever: kept when a publication moves a record, answered instead of a 404."""

from __future__ import annotations

import logging

from django.db import OperationalError, models, transaction
from django.db.models import F
from django.http import HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _
from django.utils.translation import override

from bilingual.languages import ENGLISH, LANGUAGES, column

from ..audit import auditing
from ..editions import MissingEdition
from ..models import Publishable, Redirect
from ..models.redirect import LENGTH

log = logging.getLogger(__name__)

#: A permanent answer may be kept this long, in seconds: the address may belong to another record one day.
KEPT_FOR = 3600


class RedirectLoop(ValueError):
    """A redirect would lead back to where it begins; ``str()`` says so to a person."""

    def __str__(self) -> str:
        return _("This would create a redirect loop.")


def address_of(record: models.Model) -> str | None:
    """The path of a record's page without the language: ``/enterprises/seres/``; None when it has no page."""
    if not hasattr(record, "get_absolute_url"):
        return None
    with override(ENGLISH):
        return without_language(record.get_absolute_url())[1]


def without_language(path: str) -> tuple[str | None, str]:
    """``/en/news/`` → (``en``, ``/news/``); (None, path) for an address that begins with no language."""
    for language in LANGUAGES:
        if path.startswith(f"/{language}/"):
            return language, path[len(language) + 1 :]
    return None, path


def public_languages(record: models.Model) -> list[str]:
    """The languages in which the address of a record has been public; both when it has no editions."""
    if not isinstance(record, Publishable):
        return list(LANGUAGES)
    now = timezone.now()
    begun = {language: getattr(record, column("live_from", language)) for language in LANGUAGES}
    return [language for language, moment in begun.items() if moment is not None and moment <= now]


def follow(record: models.Model, old: str | None, *, by=None) -> None:
    """After a change of a record: lead its former address ``old`` to where it is now.

    Call it in the transaction of the change. Nothing happens when the address is the same or never was public.
    """
    new = address_of(record)
    languages = public_languages(record)
    if old is None or old == new or not languages:
        return
    for language in languages:
        _lead(old, new, language)
    auditing.record(
        "publishing.address_changed", subject=record, by=by, old={"address": old}, new={"address": new}
    )


def _lead(old: str, new: str, language: str) -> None:
    """One hop from ``old`` to ``new``, where a record lives now: nothing may lead away from there any more."""
    rows = Redirect.objects.filter(language=language)
    rows.filter(old_path=new).delete()
    rows.filter(new_path=old).update(new_path=new)
    Redirect.objects.update_or_create(language=language, old_path=old, defaults={"new_path": new})


def resolve(redirect: Redirect) -> None:
    """Let a redirect that a person wrote lead past the one that begins where it would end.

    Raises RedirectLoop when it would lead back to its own beginning.
    """
    rows = Redirect.objects.filter(language=redirect.language).exclude(pk=redirect.pk)
    onward = rows.filter(old_path=redirect.new_path).first()
    if onward is not None:
        redirect.new_path = onward.new_path
    if redirect.new_path == redirect.old_path:
        raise RedirectLoop


@transaction.atomic
def add(redirect: Redirect) -> Redirect:
    """Keep a redirect that a person wrote; earlier ones that led to its beginning now lead to its end.

    Raises RedirectLoop.
    """
    resolve(redirect)
    rows = Redirect.objects.filter(language=redirect.language).exclude(pk=redirect.pk)
    rows.filter(new_path=redirect.old_path).update(new_path=redirect.new_path)
    redirect.save()
    return redirect


class RedirectMiddleware(MiddlewareMixin):
    """Answers a 404 below ``/<language>/`` with a 301 when the address has moved; nothing else is looked at.

    A record that lives at an old address of another wins, even when it lives in the other language only.
    """

    def process_exception(self, request, exception):
        request.edition_is_missing = isinstance(exception, MissingEdition)

    def process_response(self, request, response):
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        if getattr(request, "edition_is_missing", False) or not _may_have_moved(request.path_info):
            return response
        language, path = without_language(request.path_info)
        if language is None:
            return response
        found = (
            Redirect.objects.filter(language=language, old_path=path).values_list("pk", "new_path").first()
        )
        if found is None:
            return response
        key, new_path = found
        _count(key)
        query = request.META.get("QUERY_STRING", "")
        target = f"{request.META.get('SCRIPT_NAME', '')}/{language}{new_path}{'?' if query else ''}{query}"
        answer = HttpResponsePermanentRedirect(target)
        answer.headers["Cache-Control"] = f"max-age={KEPT_FOR}"
        return answer


def _may_have_moved(path: str) -> bool:
    """Whether an address could stand in the table: it is short enough, and PostgreSQL takes no NUL as text."""
    return len(path) <= LENGTH and "\0" not in path


def _count(key: int) -> None:
    """One visit more. A busy database may miss one: the visitor goes on all the same."""
    try:
        with transaction.atomic():
            Redirect.objects.filter(pk=key).update(hits=F("hits") + 1)
    except OperationalError as error:
        log.warning("A visit of redirect %s was not counted: %s", key, error)
