"""The status page: senders see how far their message is, answer, rate, and decide about their data.

Number and secret open it; nothing of either stands in an address. A wrong pair gets one answer, whatever is wrong.
"""

from __future__ import annotations

import uuid

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from publishing.audit import auditing
from throttling.networks import network_of
from ui.breadcrumbs import desk_trail
from ui.head import Head
from ui.visitor_forms import without_nul
from workdays.calendar import Calendar

from .. import actions, clocks, limits
from ..models import Consent, Inquiry
from ..sending.forms import AnswerForm
from . import by_sender, keys

State = Inquiry.State
RATINGS = range(1, 6)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def track(request):
    """Asks for number and secret."""
    typed = request.POST.get("number", "") or request.GET.get("number", "")
    number = typed.replace("\0", "")[:40]
    if request.method != "POST":
        return _track_page(request, number)
    network = network_of(request)
    if limits.WRONG_PAIRS.is_reached(network) or limits.WRONG_SECRETS.is_reached(number):
        response = _track_page(request, number, _too_many(), status=429)
        response["Retry-After"] = str(limits.WRONG_PAIRS.seconds_left)
        return response
    inquiry = keys.opened_with(number, request.POST.get("secret", ""))
    if inquiry is None:
        limits.WRONG_PAIRS.count(network)
        limits.WRONG_SECRETS.count(number)
        return _track_page(request, number, _wrong())
    auditing.record("inquiries.sender_looked", subject=inquiry)
    response = redirect("inquiries:status")
    keys.hand_out(response, inquiry)
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def status(request):
    """The message that this browser has opened."""
    inquiry = keys.opened_by(request)
    if inquiry is None:
        return redirect("inquiries:track")
    if request.method == "POST":
        if request.POST.get("number") != inquiry.number:
            return _status_page(request, inquiry, notice=_other_message())
        deed = DEEDS.get(request.POST.get("deed", ""))
        return deed(request, inquiry) if deed else redirect("inquiries:status")
    return _status_page(request, inquiry, notice=_deed_done(request.GET.get("done", "")))


def _answer(request, inquiry):
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _status_page(request, inquiry, form=without_nul(form))
    if not limits.ANSWERS.admits(inquiry.number):
        response = _status_page(request, inquiry, form=form, notice=_too_many_answers(), code=429)
        response["Retry-After"] = str(limits.ANSWERS.seconds_left)
        return response
    by_sender.answer(inquiry, text=form.cleaned_data["text"], submission=form.cleaned_data["submission"])
    return _done("answered")


def _rate(request, inquiry):
    rating = request.POST.get("rating", "")
    if rating not in {str(number) for number in RATINGS} or inquiry.state not in (
        State.ANSWERED,
        State.CLOSED,
    ):
        return redirect("inquiries:status")
    by_sender.rate(inquiry, rating=int(rating))
    return _done("rated")


def _withdraw(request, inquiry):
    kind = request.POST.get("kind", "")
    if kind not in by_sender.COLUMN_OF:
        return redirect("inquiries:status")
    by_sender.withdraw(inquiry, kind=kind)
    return _done("withdrawn")


def _copy(request, inquiry):
    auditing.record("inquiries.sender_exported", subject=inquiry)
    response = JsonResponse(
        by_sender.copy_of(inquiry), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = f'attachment; filename="{inquiry.number}.json"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _erase(request, inquiry):
    if request.POST.get("sure") != "yes":
        return _status_page(request, inquiry, notice=_not_sure())
    actions.erase(inquiry, reason=gettext_noop("the sender asked for it"))
    title = _("Your message has been erased")
    context = {
        "number": inquiry.number,
        "breadcrumbs": desk_trail((_track_title(), reverse("inquiries:track")), (title, None)),
        "head": Head(path=request.path, title=title, languages=[], robots="noindex, nofollow"),
    }
    response = render(request, "inquiries/erased.html", context)
    keys.take_back(response)
    return response


def _leave(request, inquiry):
    response = redirect("inquiries:track")
    keys.take_back(response)
    return response


DEEDS = {
    "answer": _answer,
    "rate": _rate,
    "withdraw": _withdraw,
    "copy": _copy,
    "erase": _erase,
    "leave": _leave,
}


def _done(what: str) -> HttpResponse:
    """Back to the page by its address, so that loading it again sends nothing again."""
    return redirect(reverse("inquiries:status") + f"?done={what}")


def _track_page(request, number, notice=None, status=200):
    title = _track_title()
    description = _(
        "Follow the progress of your message to the investment desk, and answer the desk’s questions."
    )
    context = {
        "number": number,
        "notice": notice,
        "breadcrumbs": desk_trail((_("Leave a message"), reverse("inquiries:new")), (title, None)),
        "head": Head(path=reverse("inquiries:track"), title=title, description=description),
    }
    return render(request, "inquiries/track.html", context, status=status)


def _status_page(request, inquiry, *, form=None, notice=None, code=200):
    now, calendar = timezone.now(), Calendar.load()
    title = _track_title()
    due = None if inquiry.state in clocks.AT_REST else clocks.answer_due(inquiry, calendar)
    context = {
        "inquiry": inquiry,
        "thread": by_sender.public_thread(inquiry),
        "files": list(inquiry.attachments.all()),
        "handovers": list(inquiry.handovers.all()),
        "consents": list(inquiry.consents.select_related("text")),
        "withdrawable": [Consent.Kind.FORWARDING, Consent.Kind.ABROAD],
        "steps": _steps(inquiry),
        "answer_due": due,
        "is_late": due is not None and due < now,
        "uncertain": calendar.uncertain(now.date(), due.date()) if due and due > now else [],
        "may_rate": inquiry.state in (State.ANSWERED, State.CLOSED),
        "ratings": RATINGS,
        "form": form or AnswerForm(initial={"submission": uuid.uuid4()}),
        "notice": notice,
        "breadcrumbs": desk_trail((title, reverse("inquiries:track")), (inquiry.number, None)),
        "head": Head(path=request.path, title=title, robots="noindex, nofollow"),
    }
    response = render(request, "inquiries/status.html", context, status=code)
    response["X-Robots-Tag"] = "noindex, nofollow"
    keys.hand_out(response, inquiry)
    return response


def _steps(inquiry) -> list[dict]:
    """The way of a message as its sender sees it; ``at`` is None for what has not happened yet."""
    steps = [
        {"name": _("Message received"), "at": inquiry.received_at},
        {"name": _("First reply"), "at": inquiry.first_reply_at},
        {"name": _("Answered"), "at": inquiry.answered_at},
    ]
    if inquiry.closed_at:
        steps.append({"name": _("Closed"), "at": inquiry.closed_at})
    return steps


def _track_title() -> str:
    return _("Track my inquiry")


def _notice(kind: str, title: str, text: str) -> dict[str, str]:
    return {"kind": kind, "title": title, "text": text}


def _wrong():
    return _notice(
        "bad",
        _("The number and secret do not match"),
        _(
            "Check both again: they are in the e-mail that acknowledged your message. A message that "
            "has been erased can no longer be opened."
        ),
    )


def _too_many():
    return _notice(
        "bad",
        _("Too many attempts"),
        _("Try again in an hour, or call the desk and give your number."),
    )


def _too_many_answers():
    return _notice(
        "bad",
        _("Not sent yet"),
        _(
            "Too many texts about this message were sent within an hour. What you wrote is still here: "
            "send it later."
        ),
    )


def _other_message():
    return _notice(
        "bad",
        _("Nothing was changed"),
        _("Another message has since been opened in this browser. This page shows that message."),
    )


def _not_sure():
    return _notice(
        "bad",
        _("Nothing was erased"),
        _("Tick the box beside the button to confirm."),
    )


def _deed_done(word: str) -> dict[str, str] | None:
    """What has been done, by the word in the address; None for any other word."""
    texts = {
        "answered": (_("Your answer has arrived"), _("The desk has been told.")),
        "rated": (_("Thank you"), _("Your rating has been saved.")),
        "withdrawn": (
            _("Your consent was withdrawn"),
            _("From now on, your data is no longer passed on."),
        ),
    }
    return _notice("good", *texts[word]) if word in texts else None
