"""Deeds on many records at once: what each would do to each record is said first, and nothing is done unconfirmed.

A part of the newsroom registers a deed when its module is imported by its app's ``ready``; every list of publishable
records then offers it to those who may do it. A record that refuses is left as it is, and the reason is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..drafts.saving import head_of
from ..publication.actions import NotReady
from ..publication.applying import CannotApply
from ..review.reviewing import CannotReview
from ..rights.permissions import can
from ..schedule.scheduling import CannotSchedule

#: So many records can be changed at once.
MOST = 200
#: So many refusals are told one by one after the deed.
TOLD = 5
#: What a deed may raise to refuse; ``str()`` says why to a person.
REFUSALS = (NotReady, CannotApply, CannotSchedule, CannotReview)
#: Names of fields of the page that asks: the answer, and the versions that were looked at.
CONFIRMED, SEEN = "confirmed", "_seen"


class Refused(Exception):
    """A record refuses a deed; ``str()`` says why to a person."""


class Deed:
    """One thing to do with many records. Subclasses say what; one instance serves every request.

    ``verb`` is what a person must be allowed, ``language`` the edition that it concerns; ``form_class`` asks for more.
    """

    key: str
    label: str
    verb: str
    language: str | None = None
    form_class: type[forms.Form] = forms.Form

    def form(self, request, data=None) -> forms.Form:
        return self.form_class(data)

    def outlook(self, record: models.Model, head, request) -> str:
        """What would happen to the record, as a sentence. Raises Refused or one of REFUSALS; changes nothing."""
        raise NotImplementedError

    def do(self, record: models.Model, request, **answers) -> None:
        """Do it. Raises Refused or one of REFUSALS, with nothing changed."""
        raise NotImplementedError


@dataclass(frozen=True)
class Outlook:
    """What a deed would do to one record; ``seen`` names the version that was looked at."""

    record: models.Model
    text: str
    is_refused: bool
    seen: str


DEEDS: list[Deed] = []


def list_deed(deed_class: type[Deed]) -> type[Deed]:
    """Register a deed of the lists; they are offered in the order of registration."""
    DEEDS.append(deed_class())
    return deed_class


def list_actions(user, model: type[models.Model]) -> dict:
    """The actions of a list for a person, as ``ModelAdmin.get_actions`` returns them."""
    return {
        deed.key: (partial(_act, deed=deed), deed.key, deed.label)
        for deed in DEEDS
        if can(user, deed.verb, model, deed.language)
    }


def _act(model_admin, request, queryset, *, deed: Deed) -> HttpResponse | None:
    """The page that asks, or, once it is answered, the deed itself and the list again."""
    keys = list(islice(queryset.order_by("pk").values_list("pk", flat=True), MOST + 1))
    if len(keys) > MOST:
        messages.error(request, _("Choose at most %(number)s records at once.") % {"number": MOST})
        return None
    # The list leaves long texts in the database; a deed looks at them.
    found = model_admin.model._default_manager.in_bulk(keys)
    records = [found[key] for key in keys if key in found]
    is_answer = CONFIRMED in request.POST
    form = deed.form(request, request.POST if is_answer else None)
    if not is_answer or not form.is_valid():
        return _ask(model_admin, request, deed, form, records)
    _do(request, deed, form.cleaned_data, records)
    return None


def _ask(model_admin, request, deed: Deed, form: forms.Form, records: list) -> HttpResponse:
    outlooks = [_outlook(request, deed, record) for record in records]
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": deed.label,
        "deed": deed,
        "form": form,
        "outlooks": outlooks,
        "ready": sum(not outlook.is_refused for outlook in outlooks),
        "refused": sum(outlook.is_refused for outlook in outlooks),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/publishing/bulk/confirm.html", context, status=status)


def _outlook(request, deed: Deed, record) -> Outlook:
    head = head_of(record)
    seen = f"{record.pk}:{head.pk if head else ''}"
    try:
        _must(request, deed, record)
        return Outlook(record, str(deed.outlook(record, head, request)), False, seen)
    except (Refused, *REFUSALS) as reason:
        return Outlook(record, str(reason), True, seen)


def _must(request, deed: Deed, record) -> None:
    if not can(request.user, deed.verb, record, deed.language):
        raise Refused(_("You do not have permission to do this."))


def _do(request, deed: Deed, answers: dict, records: list) -> None:
    """Do it record by record: one that refuses does not keep the others back."""
    done, refused, seen = 0, [], set(request.POST.getlist(SEEN))
    for record in records:
        try:
            _must(request, deed, record)
            head = head_of(record)
            if f"{record.pk}:{head.pk if head else ''}" not in seen:
                raise Refused(_("A newer version has since been saved. Check it before you publish."))
            deed.do(record, request, **answers)
        except (Refused, *REFUSALS) as reason:
            refused.append((record, reason))
        else:
            done += 1
    for record, reason in refused[:TOLD]:
        text = _("“%(record)s”: %(reason)s") % {"record": record, "reason": reason}
        messages.error(request, text)
    if more := len(refused) - TOLD if len(refused) > TOLD else 0:
        text = ngettext("%(number)s more was left unchanged.", "%(number)s more were left unchanged.", more)
        messages.error(request, text % {"number": more})
    if done:
        text = ngettext("Done for %(number)s record.", "Done for %(number)s records.", done)
        messages.success(request, text % {"number": done})
