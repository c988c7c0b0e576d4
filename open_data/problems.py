"""Errors as RFC 9457 describes them: problem details, in the language that was asked for."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from bilingual.languages import ENGLISH, HTML_LANG

from . import schemas

CONTENT_TYPE = "application/problem+json"

#: What can go wrong, by the name that the reference page explains it under: (status, title).
KINDS: dict[str, tuple[int, str | Promise]] = {
    "question": (400, gettext_lazy("The request cannot be processed as it stands")),
    "cursor": (400, gettext_lazy("This cursor is not valid")),
    "not-found": (404, gettext_lazy("Nothing is published at this address")),
    "method": (405, gettext_lazy("This address is read-only")),
    "too-many": (429, gettext_lazy("Too many requests")),
    "busy": (503, gettext_lazy("Try again in a moment")),
}


class Problem(Exception):
    """Ends an answer with problem details. ``invalid`` are (parameter, reason) pairs, ``retry_after`` seconds."""

    def __init__(
        self, kind: str, detail: str, *, invalid: list[tuple[str, str]] | None = None, retry_after: int = 0
    ):
        self.kind, self.detail, self.invalid, self.retry_after = kind, detail, invalid, retry_after
        super().__init__(kind)

    def response(self, path: str) -> HttpResponse:
        status, title = KINDS[self.kind]
        language = get_language() or ENGLISH
        body = {
            "type": absolute(f"/{language}/open-data/reference/#problem-{self.kind}"),
            "title": str(title),
            "status": status,
            "detail": self.detail,
            "instance": path,
        }
        if self.invalid is not None:
            body["invalid"] = [{"parameter": name, "reason": reason} for name, reason in self.invalid]
        response = HttpResponse(json.dumps(body, ensure_ascii=False), CONTENT_TYPE, status)
        response["Content-Language"] = HTML_LANG.get(language, language)
        response["Cache-Control"] = "no-store"
        if self.retry_after:
            response["Retry-After"] = str(self.retry_after)
        return response


def schema() -> dict:
    """The schema of a problem."""
    problem = schemas.obj(
        {
            "type": schemas.URI,
            "title": schemas.STRING,
            "status": schemas.INTEGER,
            "detail": schemas.STRING,
            "instance": schemas.STRING,
            "invalid": schemas.listed(schemas.obj({"parameter": schemas.STRING, "reason": schemas.STRING})),
        }
    )
    return {**problem, "required": ["type", "title", "status", "detail", "instance"]}


def not_found() -> Problem:
    return Problem("not-found", _("Drafts and withdrawn content are not available here."))
