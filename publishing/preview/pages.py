"""Previews in the newsroom: both languages side by side, and the links that show one revision to others."""

from __future__ import annotations

from csp.constants import SELF
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, LANGUAGES

from ..audit import auditing
from ..desk import page_of
from ..drafts.saving import first_revision, head_of
from ..history.views import page_context
from ..models import PreviewLink, ReviewRemark, Revision
from ..review import outside_review
from ..rights.draft_access import draft_page
from ..rights.permissions import can
from .forms import OWN_NAMES, ShareForm
from .previewing import banner, preview_page, wrapped

#: Links and remarks that the page lists.
LISTED = 20


@draft_page("preview", "preview/")
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request, model_admin, record):
    """Both editions in frames; with POST a new link, whose address is shown once."""
    revision = _revision(request, record)
    may_share = can(request.user, "change", record)
    form, address = ShareForm(request.POST if request.method == "POST" else None), ""
    if request.method == "POST":
        if not may_share:
            raise PermissionDenied
        if form.is_valid():
            with transaction.atomic():
                link, token = form.make(revision or first_revision(record), request.user)
                auditing.record(
                    "publishing.preview_link_made", subject=record, by=request.user, reason=link.recipient
                )
            address = shared_address(link, token)
            form = ShareForm()
    shown = [request.GET["language"]] if request.GET.get("language") in LANGUAGES else LANGUAGES
    query = f"?revision={revision.pk}" if revision else ""
    kind = ContentType.objects.get_for_model(record)
    links = PreviewLink.objects.of_record(kind, str(record.pk)).select_related("made_by", "revision")
    remarks = ReviewRemark.objects.filter(
        revision__content_type=kind, revision__object_id=str(record.pk)
    ).select_related("revision", "link")
    context = page_context(request, model_admin, record, _("Preview")) | {
        "revision": revision,
        "query": query,
        "frames": [_frame(record, code, query) for code in shown],
        "choices": [(code, HTML_LANG[code], OWN_NAMES[code]) for code in LANGUAGES],
        "chosen": shown[0] if len(shown) == 1 else "",
        "form": form if may_share else None,
        "address": address,
        "links": _links(record, links.defer("revision__snapshot")[:LISTED]) if may_share else [],
        "remarks": remarks.defer("revision__snapshot")[:LISTED],
    }
    response = TemplateResponse(request, "admin/publishing/preview/preview.html", context)
    response._csp_replace = {"frame-src": [SELF]}
    return response


@draft_page("preview_page", "preview/<str:language>/")
@require_safe
def page(request, model_admin, record, language: str):
    """The page itself, as a frame shows it."""
    if language not in LANGUAGES:
        raise Http404
    revision = _revision(request, record)
    shown = preview_page(request, record, revision, language)
    above = banner(
        request,
        "publishing/preview/_banner.html",
        revision=revision,
        record=record,
        warnings=shown.warnings,
    )
    return wrapped(shown.response, above=above, is_framed=True)


@draft_page("preview_revoke", "preview/links/<int:link>/revoke/")
@require_POST
def revoke(request, model_admin, record, link: int):
    kind = ContentType.objects.get_for_model(record)
    links = PreviewLink.objects.of_record(kind, str(record.pk)).select_related("revision", "made_by")
    may_change = can(request.user, "change", record)
    found = links.filter(pk=link).first()
    if not (may_change or (found and outside_review.may_close(request.user, found, may_change))):
        raise PermissionDenied
    if found is None:
        raise Http404
    if outside_review.close(found, by=request.user):
        messages.warning(
            request,
            _(
                "The link is closed. The signature made through it no longer counts, and the review "
                "must start again."
            ),
        )
    else:
        messages.success(request, _("The link is closed. Anyone who opens it now sees nothing."))
    return HttpResponseRedirect(page_of(record, "review" if found.request_id else "preview"))


def _revision(request, record) -> Revision | None:
    """The revision that the address names; by default the newest, None where there is none yet."""
    key = request.GET.get("revision")
    if not key:
        return head_of(record)
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise Http404
    return get_object_or_404(Revision.objects.of(record).select_related("author"), pk=key)


def _frame(record, code: str, query: str) -> dict:
    return {
        "code": code,
        "lang": HTML_LANG[code],
        "name": OWN_NAMES[code],
        "url": page_of(record, "preview_page", code) + query,
    }


def _links(record, links) -> list[dict]:
    return [
        {
            "link": link,
            "languages": [(HTML_LANG[code], OWN_NAMES[code]) for code in link.languages],
            "revoke_url": page_of(record, "preview_revoke", link.pk),
        }
        for link in links
    ]


def shared_address(link: PreviewLink, token: str) -> str:
    """The whole address of a link, in the first language that it shows."""
    with override(link.languages[0]):
        return absolute(reverse("publishing:shared_preview", args=[token]))
