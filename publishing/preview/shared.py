"""A revision shown by link to somebody without an account, who may comment, and approve where the link allows it."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from bilingual.addresses import in_language
from bilingual.languages import HTML_LANG, active_language

from ..audit import auditing
from ..models import PreviewLink, ReviewRemark
from ..review import outside_review
from ..review.reviewing import stand_of
from .forms import OWN_NAMES, RemarkForm, is_flooded
from .previewing import banner, preview_page, wrapped

#: Tokens are shorter. What is longer is cut, and then found as little as any unknown one.
LONGEST_TOKEN = 64
#: Says after a redirect what became of an answer: a remark that the newsroom reads, or a signature.
SENT, SIGNED = "sent", "signed"


@sensitive_variables("token")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def shared_preview(request, token: str):
    """Unknown, expired and revoked links answer alike: not found."""
    link = (
        PreviewLink.objects.of_token(token[:LONGEST_TOKEN])
        .select_related("revision", "made_by", "request")
        .first()
    )
    record = link.revision.record if link else None
    if record is None:
        raise Http404
    language = active_language()
    if language not in link.languages:
        return _closed(HttpResponseRedirect(in_language(request.path, link.languages[0])))
    form, status = RemarkForm(link=link), 200
    if request.method == "POST":
        form = RemarkForm(request.POST, link=link)
        if form.is_valid():
            if not is_flooded(link):
                outcome = _take(link, record, form, language)
                return _closed(HttpResponseRedirect(f"{request.path}?{outcome}=1#remarks"))
            form.add_error(None, _("This link has received many comments just now. Send yours in an hour."))
            status = 429
    elif request.method == "GET":
        link.count_opening()
    response = _shown(request, link, record, form, _editions(link, token, language))
    response.status_code = status
    return _closed(response)


def _shown(request, link: PreviewLink, record, form: RemarkForm, editions: list[dict]) -> HttpResponse:
    """The page of the revision, with what it is above and the form for remarks below."""
    return wrapped(
        preview_page(request, record, link.revision, active_language()).response,
        above=banner(
            request,
            "publishing/preview/_banner.html",
            revision=link.revision,
            record=record,
            link=link,
            editions=editions,
        ),
        below=banner(
            request,
            "publishing/preview/_remarks.html",
            link=link,
            form=form,
            is_sent=SENT in request.GET,
            is_signed=SIGNED in request.GET,
            signs=outside_review.counts(link, stand_of(record)) if link.request_id else False,
            remarks=link.remarks.all(),
        ),
    )


@transaction.atomic
def _take(link: PreviewLink, record, form: RemarkForm, language: str) -> str:
    """Keep what came through a link; a verdict on a step that waits for it is a signature as well."""
    remark = form.save(language)
    auditing.record(
        "publishing.remark_received",
        subject=record,
        language=language,
        new={"verdict": remark.verdict, "revision": link.revision.number},
        reason=remark.name,
    )
    if remark.verdict == ReviewRemark.Verdict.COMMENT:
        return SENT
    signature = outside_review.sign_by(link, name=remark.name, verdict=remark.verdict, comment=remark.text)
    return SENT if signature is None else SIGNED


def _closed(response):
    """Nothing but this site learns the address. With no-referrer the form below would have no origin to show."""
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _editions(link: PreviewLink, token: str, language: str) -> list[dict]:
    """The languages that the link shows; none when there is nothing to choose."""
    path = reverse("publishing:shared_preview", args=[token])
    return [
        {
            "url": in_language(path, code),
            "lang": HTML_LANG[code],
            "name": OWN_NAMES[code],
            "is_here": code == language,
        }
        for code in link.languages
        if len(link.languages) > 1
    ]
