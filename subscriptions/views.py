"""Subscribing to a list, and the page of one's own subscription, which only a letter leads to."""

from __future__ import annotations

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from throttling.limits import Limit
from throttling.networks import network_of
from ui.breadcrumbs import desk_trail, trail
from ui.head import Head, page_head
from ui.unlisted import unlisted

from . import subscribing
from .forms import CONSENT, FrequencyForm, SubscriptionForm
from .lists import LONGEST_QUERY, Asked, all_lists, list_of
from .models import Subscription

CONFIRM, CHANGE, LEAVE, ERASE = "confirm", "change", "leave", "erase"
#: Of one network.
FORMS = Limit("subscriptions.forms", most=30)


@require_safe
def lists(request):
    """Every list that can be had by mail, for who comes from none of them."""
    title = _("Lists by e-mail")
    breadcrumbs = desk_trail((title, None))
    asked = [(followed, followed.ask(QueryDict())) for followed in all_lists()]
    context = {
        "title": title,
        "lists": [(followed, one) for followed, one in asked if one],
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path, title, "", breadcrumbs),
    }
    return render(request, "subscriptions/lists.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def new(request, list_key):
    """The query of this address is that of the list, so that the form says what it is about."""
    followed = list_of(list_key)
    asked = followed.ask(request.GET) if followed else None
    if asked is None:
        raise Http404
    form = SubscriptionForm(request.POST or None)
    if len(asked.query) > LONGEST_QUERY:
        text = _("This list has too many filters to be saved. Remove some and subscribe again.")
        return _form_page(request, asked, form, 200 if request.method != "POST" else 422, text)
    if request.method != "POST":
        return _form_page(request, asked, form, 200)
    if not form.is_valid():
        return _form_page(request, asked, form.asked_again(), 200)
    if form.looks_like_a_program:
        text = _("Not sent yet. If you are a person, send it again.")
        return _form_page(request, asked, form.asked_again(), 200, text)
    if not FORMS.admits(network_of(request)):
        text = _("Too many forms have been sent from your network. Nothing was sent. Try again in an hour.")
        response = _form_page(request, asked, form, 429, text)
        response["Retry-After"] = str(FORMS.seconds_left)
        return response
    subscribing.subscribe(list_key=list_key, query=asked.query, consent=str(CONSENT), **form.details)
    return redirect("subscriptions:sent")


def _form_page(request, asked: Asked, form, status: int, notice: str = ""):
    title = _("Subscribe to a list")
    context = {
        "asked": asked,
        "ignored": " ".join(asked.ignored),
        "form": form,
        "notice": notice,
        "title": title,
        "breadcrumbs": trail((asked.title, asked.address), (_("Subscribe"), None)),
        "head": Head(path=request.path, title=title, robots="noindex"),
    }
    return render(request, "subscriptions/new.html", context, status=status)


@require_safe
def sent(request):
    """Says the same to everybody, so that nobody learns whose address is known."""
    title = _("Check your inbox")
    context = {
        "title": title,
        "breadcrumbs": trail((_("Subscribe"), None)),
        "head": Head(path=request.path, title=title, robots="noindex"),
    }
    return render(request, "subscriptions/sent.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def own(request, key):
    """Opening the link changes nothing: programs that read mail open links. Each deed is a button."""
    row = subscribing.found_by(key)
    if row is None:
        return _gone(request)
    deed = request.POST.get("deed")
    form = FrequencyForm(request.POST if deed == CHANGE else None, instance=row)
    if deed == LEAVE:
        subscribing.leave(row)
        return _erased(request, _("You have unsubscribed from this list"))
    if deed == ERASE:
        subscribing.erase(row)
        return _erased(request, _("Everything about your address has been erased"))
    if deed == CONFIRM:
        subscribing.confirm(row)
        return redirect(row.own_path)
    if deed == CHANGE and form.is_valid():
        subscribing.change(row, frequency=form.cleaned_data["frequency"])
        return redirect(f"{row.own_path}?changed=1")
    row.refresh_from_db()
    asked = _asked(row)
    title = _("Your subscription")
    context = {
        "subscription": row,
        "asked": asked,
        "others": [(one, found.title) for one in subscribing.others_of(row) if (found := _asked(one))],
        "form": form,
        "was_changed": "changed" in request.GET,
        "title": title,
        "head": _private_head(title),
        "breadcrumbs": trail((title, None)),
    }
    return unlisted(render(request, "subscriptions/own.html", context))


def _asked(row: Subscription) -> Asked | None:
    """What somebody subscribed to, said in the language of the page."""
    followed = list_of(row.list_key)
    asked = followed.ask(QueryDict(row.query)) if followed else None
    return None if asked is None or asked.ignored else asked


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request, key):
    """Where mail programs leave with one POST (RFC 8058): without a cookie, a form or a question.

    A person who opens the address finds the page with the buttons. Left twice is left once.
    """
    row = subscribing.found_by(key)
    if request.method != "POST":
        return redirect(row.own_path) if row else _gone(request)
    if row is not None:
        subscribing.leave(row)
    return unlisted(
        HttpResponse(_("You have unsubscribed from this list"), content_type="text/plain; charset=utf-8")
    )


def _erased(request, said: str):
    title = _("Your subscription")
    context = {
        "said": said,
        "title": title,
        "head": _private_head(title),
        "breadcrumbs": trail((title, None)),
    }
    return unlisted(render(request, "subscriptions/left.html", context))


def _gone(request):
    """A forged key and one of somebody who has left look alike."""
    title = _("This link is not valid")
    context = {"title": title, "head": _private_head(title), "breadcrumbs": trail((title, None))}
    return unlisted(render(request, "subscriptions/gone.html", context, status=404))


def _private_head(title: str) -> Head:
    """The address of these pages is a key: it is told to nobody, not even to the other language's page."""
    return Head(path=reverse("subscriptions:sent"), title=title, languages=[], robots="noindex, nofollow")
