"""Registering for an event, and the page of one's own registration, which only its letter leads to."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from publishing.editions import live_or_404
from throttling.limits import Limit
from throttling.networks import network_of
from ui.breadcrumbs import desk_trail
from ui.head import Head
from ui.unlisted import unlisted

from .. import registering
from ..forms import CONSENT, RegistrationForm
from ..models import Event, Registration
from ..presenters.events import when

CONFIRM, CANCEL, ERASE = "confirm", "cancel", "erase"
#: Of one network.
FORMS = Limit("investment.registrations", most=30)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, slug):
    event = live_or_404(Event.objects.all(), slug=slug)
    standing = registering.standing_of(event)
    if standing is None:
        raise Http404
    form = RegistrationForm(request.POST or None)
    is_open = standing.state in (registering.OPEN, registering.WAITING)
    if request.method != "POST" or not is_open:
        return _form_page(request, event, standing, form, 409 if request.method == "POST" else 200)
    if not form.is_valid():
        return _form_page(request, event, standing, form.asked_again(), 200)
    if form.looks_like_a_program:
        text = _("Not sent yet. If you are a person, send it again.")
        return _form_page(request, event, standing, form.asked_again(), 200, text)
    if not FORMS.admits(network_of(request)):
        text = _("Too many forms have been sent from your network. Nothing was sent. Try again in an hour.")
        response = _form_page(request, event, standing, form, 429, text)
        response["Retry-After"] = str(FORMS.seconds_left)
        return response
    registering.register(event=event, consent=str(CONSENT), **form.details)
    return redirect("investment:register_sent", event.slug)


def _form_page(request, event, standing, form, status, notice=""):
    title = _("Register: %(event)s") % {"event": event.name}
    context = {
        "event": event,
        "when": when(event),
        "standing": standing,
        "form": form,
        "notice": notice,
        "breadcrumbs": _crumbs(event, _("Register")),
        "head": Head(path=request.path, title=title, languages=event.live_languages(), robots="noindex"),
    }
    return render(request, "investment/register.html", context, status=status)


@require_safe
def sent(request, slug):
    """Says the same to everybody, so that nobody learns who is registered."""
    event = live_or_404(Event.objects.all(), slug=slug)
    title = _("Check your inbox")
    context = {
        "event": event,
        "title": title,
        "breadcrumbs": _crumbs(event, _("Register")),
        "head": Head(path=request.path, title=title, languages=event.live_languages(), robots="noindex"),
    }
    return render(request, "investment/register_sent.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request, token):
    """Opening the link changes nothing: programs that read mail open links. Each deed is a button."""
    registration = Registration.objects.select_related("event").filter(token=token).first()
    if registration is None:
        raise Http404
    refused = ""
    if request.method == "POST":
        deed = request.POST.get("deed", "")
        if deed == ERASE:
            registering.erase(registration)
            return _answer(request, registration, "", is_erased=True)
        try:
            if deed == CONFIRM:
                registering.confirm(registration)
            elif deed == CANCEL:
                registering.cancel(registration)
            return redirect("investment:registration", token)
        except registering.NoPlace:
            refused = _("All places are taken, and the waiting list is not open. Nothing was changed.")
    return _answer(request, registration, refused)


def _answer(request, registration, refused, is_erased=False):
    event = registration.event
    title = _("Your registration")
    context = {
        "registration": registration,
        "event": event,
        "is_public": event.is_live(),
        "when": when(event),
        "refused": refused,
        "is_erased": is_erased,
        "title": title,
        "breadcrumbs": desk_trail((_("Investment events"), reverse("investment:events")), (title, None)),
        # The address of this page is a key: it is told to nobody, not even to the other language's page.
        "head": Head(
            path=reverse("investment:events"), title=title, languages=[], robots="noindex, nofollow"
        ),
    }
    return unlisted(render(request, "investment/registration.html", context, status=409 if refused else 200))


def _crumbs(event: Event, last: str):
    return desk_trail(
        (_("Investment events"), reverse("investment:events")),
        (event.name, event.get_absolute_url()),
        (last, None),
    )
