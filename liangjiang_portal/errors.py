"""Error pages in the visitor's language. They give two ways on and never say what went wrong inside."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from bilingual.addresses import in_language
from bilingual.languages import LANGUAGES, other_language
from liangjiang_portal import unavailable
from publishing.editions import MissingEdition
from ui.head import Head


def _page(request, template: str, status: int, title: str, **context):
    head = Head(path=request.path, title=title, languages=[], robots="noindex")
    return render(request, template, {"head": head, **context}, status=status)


def bad_request(request, exception):
    if isinstance(exception, TooManyFilesSent):
        why = _("You can send up to %(number)s files at once. Nothing was stored. Go back and choose fewer.")
        why %= {"number": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
        return _page(request, "errors/400.html", 400, _("Too many files at once"), why=why)
    return _page(request, "errors/400.html", 400, _("This request could not be read"))


def forbidden(request, exception):
    return _page(request, "errors/403.html", 403, _("You do not have access to this page"))


def csrf_failure(request, reason=""):
    return _page(request, "errors/403_csrf.html", 403, _("This form has expired"))


def page_not_found(request, exception):
    """The polite 404; for a missing edition it names the one that exists."""
    if isinstance(exception, MissingEdition):
        record = exception.record
        language = next(code for code in LANGUAGES if code in record.live_languages())
        return _page(
            request,
            "errors/missing_edition.html",
            404,
            _("Not available in this language"),
            record=record,
            language=language,
            here=other_language(language),
            url=in_language(request.path, language),
        )
    return _page(request, "errors/404.html", 404, _("Page not found"))


def server_error(request):
    """Needs neither database nor session: a template of its own, in both languages at once."""
    error = sys.exception()
    if unavailable.is_unavailable(error):
        return unavailable.answer(request, error)
    return HttpResponseServerError(loader.render_to_string("errors/500.html"))
