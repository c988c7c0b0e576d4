"""Making a dossier, and reading it as a page or as a PDF file."""

from __future__ import annotations

from threading import BoundedSemaphore

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG
from throttling.limits import Limit
from throttling.networks import network_of
from ui.breadcrumbs import desk_trail
from ui.head import Head
from ui.unlisted import unlisted

from ..kinds import SLUG
from ..models import Dossier
from ..pdf.document import written
from ..phrases import phrases
from ..reading import Reading
from ..shortlist import Shortlist
from ..taking import take
from .shortlist import shortlist_page

#: Of one network.
DOSSIERS = Limit("dossiers.made", most=40)
#: Files that one process makes at the same time; who comes then is asked to come again.
_places = BoundedSemaphore(2)
RETRY_AFTER = 10


@require_POST
def make(request):
    shortlist = Shortlist.read(request.POST.getlist("items"))
    if not shortlist.found:
        notice = _("Nothing on this list can be put into a dossier. Add a record first.")
        return shortlist_page(request, shortlist, notice=notice, status=400)
    if not DOSSIERS.admits(network_of(request)):
        notice = _(
            "Too many dossiers were requested from your network in the last hour. Try again in an hour."
        )
        response = shortlist_page(request, shortlist, notice=notice, status=429)
        response["Retry-After"] = str(DOSSIERS.seconds_left)
        return response
    dossier = take(shortlist.found)
    if request.POST.get("then") == "ask":
        return redirect(f"{reverse('inquiries:new')}?dossier={dossier.slug}")
    return redirect(dossier)


@require_safe
def dossier(request, slug: str):
    dossier = _found(slug)
    if dossier is None:
        return _unknown(request)
    reading = Reading.of(dossier)
    title = str(dossier)
    breadcrumbs = desk_trail((_("Shortlist"), reverse("dossiers:shortlist")), (title, None))
    context = {
        "dossier": dossier,
        "reading": reading,
        "sections": [(kind.label, items) for kind, items in reading.sections()],
        "langs": [HTML_LANG[code] for code in reading.languages],
        "words": phrases(reading),
        "address": absolute(dossier.get_absolute_url()),
        "again": f"{reverse('dossiers:shortlist')}?items={_items(reading)}",
        "breadcrumbs": breadcrumbs,
        "head": Head(path=dossier.get_absolute_url(), title=title, robots="noindex, nofollow"),
    }
    return _private(render(request, "dossiers/dossier.html", context))


@require_safe
def pdf(request, slug: str):
    dossier = _found(slug)
    if dossier is None:
        return _unknown(request)
    if not _places.acquire(blocking=False):
        return _busy(request, dossier)
    try:
        body = written(Reading.of(dossier))
    finally:
        _places.release()
    name = f"liangjiang-dossier-{timezone.localdate(dossier.created_at):%Y%m%d}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return _private(HttpResponse(body, content_type="application/pdf", headers=headers))


def _found(slug: str) -> Dossier | None:
    return Dossier.objects.filter(slug=slug).first() if SLUG.fullmatch(slug) else None


def _items(reading: Reading) -> str:
    """The present list of what is still published."""
    return ",".join(f"{item.kind.key}:{item.slug}" for item in reading.items if not item.is_gone)


def _unknown(request):
    """Nobody can tell a mistyped address from one that never was; both are told how to go on."""
    title = _("There is no dossier at this address")
    context = {
        "title": title,
        "text": _(
            "The address of a dossier is long and must be copied in full. If one letter is changed, it "
            "does not work. Ask the person who sent it to send it again, or make a new dossier from a "
            "shortlist."
        ),
        "head": Head(path=reverse("dossiers:shortlist"), title=title, robots="noindex"),
    }
    return _private(render(request, "dossiers/notice.html", context, status=404))


def _busy(request, dossier: Dossier):
    title = _("Other files are being created")
    context = {
        "title": title,
        "text": _("Try again in a few seconds. Meanwhile, you can read the dossier online."),
        "url": dossier.get_absolute_url(),
        "action": _("Read the dossier"),
        "head": Head(path=dossier.get_absolute_url(), title=title, robots="noindex"),
    }
    response = _private(render(request, "dossiers/notice.html", context, status=503))
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def _private(response):
    """Whoever knows the address may read it; nobody else is told of it, and no copy outlives a withdrawal."""
    unlisted(response)
    response["Cache-Control"] = "no-store"
    return response
