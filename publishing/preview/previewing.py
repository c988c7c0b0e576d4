"""The real public page of a record over a working copy of it.

Each feature registers how its pages are made: ``@previews(Article)`` above a function that takes a request and a
working copy and returns the response of the public page. A model without one gets a plain list of its fields.
"""

from __future__ import annotations

import copy as copying
import re
from collections.abc import Callable
from typing import NamedTuple

from csp.constants import SELF
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.translation import override

from bilingual.languages import HTML_LANG, active_language
from ui.head import Head

from ..columns import content_columns, part_relations
from ..drafts.working_copies import frozen, load
from ..history.sayings import holds_prose, label_of, say
from ..models import Revision
from ..snapshots import take
from .mode import previewing

PREVIEWS: dict[type[models.Model], Callable[[HttpRequest, models.Model], HttpResponse]] = {}
_BODY = re.compile(r"<body[^>]*>")


def previews(model: type[models.Model]):
    """Register ``function(request, working copy) -> HttpResponse`` as the preview of a model."""

    def register(function):
        PREVIEWS[model] = function
        return function

    return register


def narrow(copy: models.Model, *relations: str) -> None:
    """Let a working copy show, of these relations to records of their own, only what is live, as its page would."""
    for name in relations:
        copy._prefetched_objects_cache[name] = getattr(copy, name).live()


class Preview(NamedTuple):
    """``warnings`` say which records that the revision refers to have been deleted."""

    response: HttpResponse
    warnings: list[str]


def preview_page(
    request: HttpRequest, live: models.Model, revision: Revision | None, language: str
) -> Preview:
    """The public page of a revision (default: what is live) in a language, as an anonymous visitor would get it.

    Rows that need a record which has been deleted are left out; a page that itself needs one becomes a plain list.
    """
    with override(language), previewing():
        copy = load(live, revision.snapshot if revision else take(live))
        # A first publication would fix this; nothing of it is stored.
        copy.prepare_to_publish(timezone.now())
        for name, relation in part_relations(type(live)).items():
            whole = [part for part in getattr(copy, name).all() if not _lacks(part)]
            copy._prefetched_objects_cache[name] = frozen(relation.related_model, whole)
        page = plain if _lacks(copy) else PREVIEWS.get(type(live), plain)
        return Preview(page(_visit(request, copy), copy), copy.wc_warnings)


def _lacks(record: models.Model) -> bool:
    """Whether a record that it cannot do without has been deleted."""
    return any(
        field.is_relation and not field.null and getattr(record, field.attname) is None
        for field in record._meta.concrete_fields
    )


def _visit(request: HttpRequest, copy: models.Model) -> HttpRequest:
    """The request as an anonymous visitor would make it at the public address of the record."""
    visit = copying.copy(request)
    visit.method, visit.user = "GET", AnonymousUser()
    visit.GET, visit.POST = QueryDict(), QueryDict()
    visit.META = {**request.META, "QUERY_STRING": ""}
    visit.path = visit.path_info = _address(copy)
    visit.LANGUAGE_CODE = active_language()
    return visit


def _address(copy: models.Model) -> str:
    try:
        return copy.get_absolute_url()
    except (AttributeError, NoReverseMatch):
        return f"/{active_language()}/"


def wrapped(response: HttpResponse, *, above: str, below: str = "", is_framed: bool = False) -> HttpResponse:
    """The page with a banner above and a box below its text, closed to caches, robots and other sites.

    ``above`` and ``below`` are HTML that has been rendered. A framed page may stand in a page of this site, and
    its links open outside of the frame.
    """
    html = response.content.decode(response.charset)
    head = render_to_string("publishing/preview/_head.html", {"is_framed": is_framed})
    html = html.replace("</head>", f"{head}</head>", 1)
    html = _BODY.sub(lambda match: match.group() + above, html, count=1)
    before, end, after = html.rpartition("</main>")
    response.content = f"{before}{below}{end}{after}"
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    if is_framed:
        response["X-Frame-Options"] = "SAMEORIGIN"
        response._csp_replace = {"frame-ancestors": [SELF]}
    return response


def plain(request: HttpRequest, record: models.Model) -> HttpResponse:
    """A page for what has no page of its own: its fields in the language of the preview, and its rows."""
    parts = [
        (
            relation.related_model._meta.verbose_name_plural,
            [_lines(part) for part in getattr(record, name).all()],
        )
        for name, relation in part_relations(type(record)).items()
    ]
    context = {
        "record": record,
        "lines": _lines(record),
        "parts": [(label, rows) for label, rows in parts if any(rows)],
        "head": Head(path=request.path, title=str(record), languages=[]),
        "html_lang": HTML_LANG[active_language()],
    }
    return render(request, "publishing/preview/plain.html", context)


def _lines(record: models.Model) -> list[dict]:
    """What the columns of the active language, and those that both share, say; empty and internal ones are left out."""
    lines = []
    for column in content_columns(type(record)).values():
        value = getattr(record, column.field.attname)
        if (
            column.language not in (None, active_language())
            or value in (None, "")
            or _is_internal(column.field)
        ):
            continue
        if holds_prose(column.field):
            lines.append({"label": label_of(column.field), "prose": value})
        else:
            lines.append({"label": label_of(column.field), "said": say(column.field, record, value)})
    return lines


def _is_internal(field: models.Field) -> bool:
    """Whether a field is for the newsroom only: every publishable record has these, and rows their order."""
    return field.name in ("slug", "owner", "review_by", "to_confirm", "position") or isinstance(
        field, models.BooleanField
    )


def banner(request: HttpRequest, template: str, **context) -> str:
    """A template rendered in the language of the reader, for ``wrapped``."""
    return render_to_string(template, context, request=request)
