"""Sending a message: the form, and the page that thanks. What happens afterwards is in tracking/status_page.py."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from throttling.networks import network_of
from ui.breadcrumbs import desk_trail
from ui.head import Head
from ui.unlisted import unlisted
from ui.visitor_forms import without_nul

from .. import limits
from ..actions import receive
from ..models import Inquiry
from . import accepting, consent, files
from .forms import InquiryForm, prefilled
from .receipts import number_on, receipt_for
from .tickets import Ticket


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    if request.method == "POST":
        return _take(request, InquiryForm(request.POST))
    return _form_page(request, InquiryForm(initial=prefilled(request.GET)), Ticket.issue())


def _take(request, form):
    """Store what was sent and lead to the receipt, or show the form again with everything that was typed."""
    brought = Ticket.read(request.POST.get("ticket", ""))
    ticket = brought or Ticket.issue()
    stored = Inquiry.objects.filter(submission=ticket.submission).first()
    if stored is None:
        _take_files(request, form, ticket)
    if not form.is_valid() or form.file_errors:
        return _form_page(request, without_nul(form), ticket)
    if brought is None:
        return _form_page(request, form, ticket, _stale())
    if stored and stored.message != form.cleaned_data["message"]:
        return _form_page(request, form, Ticket.issue(), _sent_before(stored))
    if not stored:
        if form.cleaned_data["website"] or ticket.is_hasty:
            return _form_page(request, form, ticket, _hasty())
        if not limits.MESSAGES.admits(network_of(request)):
            return _wait(request, form, ticket, _too_many(), limits.MESSAGES)
        if not limits.SAME_TEXTS.admits(limits.letters_of(form.cleaned_data["message"])):
            return _wait(request, form, ticket, _sent_by_many(), limits.SAME_TEXTS)
        stored = receive(submission=ticket.submission, details=form.details, notice=consent.shown_notice())
    return redirect("inquiries:sent", receipt_for(stored.number))


def _take_files(request, form, ticket) -> None:
    """Hold the files that came with a form, whatever else is wrong with it, so that nobody has to choose them twice."""
    files.drop(ticket.submission, request.POST.getlist("drop"))
    for upload in request.FILES.getlist("files")[: files.MOST * 2]:
        name = accepting.shown_name(upload.name)
        try:
            if not limits.FILES.admits(network_of(request)):
                raise ValidationError(
                    _("Too many files have been sent from your network. Try again in an hour.")
                )
            files.hold(ticket.submission, upload)
        except ValidationError as refusal:
            form.file_errors.append(
                _("“%(name)s”: %(reason)s") % {"name": name, "reason": refusal.messages[0]}
            )


def _wait(request, form, ticket, notice, limit):
    response = _form_page(request, form, ticket, notice, status=429)
    response["Retry-After"] = str(limit.seconds_left)
    return response


def _form_page(request, form, ticket, notice=None, status=200):
    title = _("Leave a message")
    description = _(
        "Write to the investment desk of Liangjiang New Area in English or Chinese. A person answers, in the language "
        "you choose."
    )
    context = {
        "form": form,
        "ticket": ticket,
        "notice": notice,
        "held": files.held(ticket.submission) if request.method == "POST" else [],
        "most_files": files.MOST,
        "suffixes": accepting.SUFFIXES,
        "most_bytes": accepting.MAX_BYTES,
        "breadcrumbs": desk_trail((title, None)),
        "head": Head(path=reverse("inquiries:new"), title=title, description=description),
    }
    return render(request, "inquiries/new.html", context, status=status)


@never_cache
@require_safe
def sent(request, receipt):
    number = number_on(receipt)
    if number is None:
        raise Http404("This receipt is too old or none of ours.")
    title = _("Your message has arrived")
    columns = ("number", "secret", "language", "received_at", "erase_on", "due_at")
    context = {
        "inquiry": get_object_or_404(Inquiry.objects.only(*columns), number=number),
        "breadcrumbs": desk_trail((_("Leave a message"), reverse("inquiries:new")), (title, None)),
        "head": Head(path=request.path, title=title, languages=[], robots="noindex, nofollow"),
    }
    # The secret of the message stands on this page.
    return unlisted(render(request, "inquiries/sent.html", context))


def _stale() -> dict[str, str]:
    return {
        "title": _("Not sent yet"),
        "text": _(
            "This page had been open for more than a day. What you wrote is still here: check it and "
            "send it again."
        ),
    }


def _hasty() -> dict[str, str]:
    return {
        "title": _("Not sent yet"),
        "text": _("It looks as if a program sent this form. If you are a person, send it again."),
    }


def _sent_before(stored: Inquiry) -> dict[str, str]:
    return {
        "title": _("Not sent yet"),
        "text": _(
            "What you sent from this page earlier was received under the number %(number)s. If this "
            "text says something new, send it as well: it will have its own number."
        )
        % {"number": stored.number},
    }


def _too_many() -> dict[str, str]:
    return {
        "title": _("Too many messages from your network"),
        "text": _("Nothing was sent, and what you wrote is still here. Send it again in an hour."),
    }


def _sent_by_many() -> dict[str, str]:
    return {
        "title": _("This text has been sent several times today"),
        "text": _(
            "The desk already has this message. Nothing was sent, and what you wrote is still here. If "
            "something is different, say so in your own words and send it again."
        ),
    }
