"""The answer while nothing can be stored or read: 503, in the visitor's language, with what they had typed.

It asks neither the database nor the session, because these may be what is away.
"""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db import InterfaceError, OperationalError
from django.db.models import Model
from django.http import HttpResponse
from django.http.request import UnreadablePostError
from django.template import loader
from django.utils.translation import gettext as _

from bilingual.languages import HTML_LANG, active_language

#: Seconds after which a browser or a proxy may ask again.
RETRY_AFTER = 30
#: What the system says when there is no room, or none that may be written.
NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS}
#: In the words of SQLite and PostgreSQL.
NO_ROOM_WORDS = ("disk is full", "disk i/o error", "no space left", "readonly database", "could not extend")
#: SQLite says of a mistake of ours, such as a table without a migration, what it says of a lock.
OUR_MISTAKES = ("no such ", "has no column")
#: Never sent back, not even to who typed them.
SECRETS = ("password", "token", "otp")
#: A value that a person wrote: it has a space, a Chinese sign, or some length. Keys and choices have none of these.
WRITTEN = re.compile(r"\S\s+\S|[\u3400-\u9fff]|^(?![0-9a-f-]{36}$).{30,}", re.DOTALL)


@dataclass(frozen=True)
class Typed:
    """A value of a form that was sent. ``label`` is empty for what needs not be shown."""

    name: str
    value: str
    label: str = ""

    @property
    def rows(self) -> int:
        return min(3 + len(self.value) // 90, 14)


def is_unavailable(error: BaseException | None) -> bool:
    """Whether an error means that the database or the disk does not serve now; any other is a fault of ours."""
    if isinstance(error, OperationalError):
        return not any(words in str(error).lower() for words in OUR_MISTAKES)
    return isinstance(error, InterfaceError) or _has_no_room(error)


def _has_no_room(error: BaseException | None) -> bool:
    if isinstance(error, OperationalError):
        return any(words in str(error).lower() for words in NO_ROOM_WORDS)
    return isinstance(error, OSError) and error.errno in NO_ROOM


def answer(request, error: BaseException) -> HttpResponse:
    """Says what does not work, that nothing was saved, and gives back what was typed, ready to be sent again."""
    if _has_no_room(error):
        title = _("There is no storage space left")
        reason = _(
            "The portal’s disk is full. You can still read pages. The team that runs the portal has "
            "been told."
        )
    else:
        title = _("The portal cannot save or load data at the moment")
        reason = _("Its database is busy or unavailable. This usually passes within a minute.")
    context = {
        "html_lang": HTML_LANG[active_language()],
        "home": f"/{active_language()}/",
        "path": request.get_full_path(),
        "title": title,
        "reason": reason,
        "was_sent": request.method == "POST",
        "typed": typed_in(request),
        "token": _token(request),
        "has_files": bool(request.method == "POST" and request.content_type == "multipart/form-data"),
    }
    response = HttpResponse(loader.render_to_string("errors/503.html", context), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def typed_in(request) -> list[Typed]:
    """The values of a form, in its order; none of a form that holds a secret."""
    try:
        sent = request.POST.lists() if request.method == "POST" else []
        values = [(name, value) for name, found in sent for value in found if name != "csrfmiddlewaretoken"]
    except UnreadablePostError:
        return []
    if any(secret in name.lower() for name, _value in values for secret in SECRETS):
        return []
    model = _model_of(request)
    return [
        Typed(name, value, _label(model, name) if WRITTEN.search(value) and not name.startswith("_") else "")
        for name, value in values
    ]


def _token(request) -> str:
    return request.POST.get("csrfmiddlewaretoken", "") if request.method == "POST" else ""


def _model_of(request) -> type[Model] | None:
    """The model whose form in the newsroom was sent, if it was one."""
    view = getattr(request.resolver_match, "func", None)
    return getattr(getattr(view, "model_admin", None), "model", None)


def _label(model: type[Model] | None, name: str) -> str:
    """What a field is called: ``headline_en`` of the form, or ``corrections-0-text_en`` of one of its rows."""
    if model is None:
        return name
    prefix, _dash, rest = name.partition("-")
    _number, _dash, column = rest.rpartition("-")
    try:
        if column:
            row = next(one for one in model._meta.related_objects if one.get_accessor_name() == prefix)
            model, name = row.related_model, column
        return str(model._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, StopIteration):
        return name
