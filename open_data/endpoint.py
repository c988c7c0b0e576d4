"""What every address of the interface does alike: methods, limits, errors, headers, conditional requests."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt

from bilingual.languages import ENGLISH, HTML_LANG, LANGUAGES
from throttling.limits import MINUTE, Limit
from throttling.networks import network_of

from .problems import Problem

logger = logging.getLogger(__name__)

METHODS = "GET, HEAD, OPTIONS"
#: What a whole data set costs, in requests: it reads every row.
FILE_COST = 10
#: Seconds for which a browser may remember that it may ask.
PREFLIGHT_KEPT = 24 * 3600
#: Seconds after which a locked or missing database may be asked again.
RETRY_AFTER = 30
BOTH = ", ".join(HTML_LANG[code] for code in LANGUAGES)


def endpoint(view: Callable | None = None, *, cost: int = 1) -> Callable:
    """Makes a view readable by anyone from anywhere. ``cost`` is how many requests it counts for.

    Exempt from the token of forms: nothing can be written here, and who tries is told so.
    """
    if view is None:
        return lambda found: endpoint(found, cost=cost)

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        with override(language_of(request)):
            try:
                response = _answered(request, view, cost, args, kwargs)
            except Problem as problem:
                response = problem.response(request.path)
                if problem.kind == "method":
                    response["Allow"] = METHODS
        return opened(response)

    return answer


def _answered(request, view, cost: int, args, kwargs) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODS})
    if request.method not in ("GET", "HEAD"):
        raise Problem("method", _("Use GET, HEAD or OPTIONS. Nothing can be written here."))
    limit = Limit("open_data", most=settings.OPEN_DATA_PER_MINUTE, seconds=MINUTE)
    if not limit.admits(network_of(request), cost):
        detail = _(
            "Try again after the number of seconds given in Retry-After, or download the file of all records."
        )
        raise Problem("too-many", detail, retry_after=limit.seconds_left)
    try:
        return view(request, *args, **kwargs)
    except (OperationalError, InterfaceError) as error:
        logger.exception("Open data could not be read.")
        detail = _("The database is busy or unavailable. This usually passes within a minute.")
        raise Problem("busy", detail, retry_after=RETRY_AFTER) from error


def opened(response: HttpResponse) -> HttpResponse:
    """Let scripts of any site read the answer."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "Accept, Accept-Language, If-None-Match"
    response["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After, Content-Disposition"
    response["Access-Control-Max-Age"] = str(PREFLIGHT_KEPT)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def json_answer(request, data: object, content_type: str = "application/json") -> HttpResponse:
    """Data with an ETag of its bytes; 304 where the visitor has them. Kept copies must be asked about each time:
    what is withdrawn is gone at once."""
    body = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder).encode()
    etag = etag_of(body)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(body, content_type)
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    response["Content-Language"] = BOTH
    return response


def etag_of(body: bytes) -> str:
    """Weak, because the same answer may travel compressed."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'


def language_of(request) -> str:
    """The language of what is said: that of ``?language=``, else what the visitor accepts; never a cookie."""
    asked = request.GET.get("language")
    if asked in LANGUAGES:
        return asked
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(wanted)
        except LookupError:
            continue
    return ENGLISH
