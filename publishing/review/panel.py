"""The review of a record in the newsroom: a box beside its form, and the page where it is asked for and signed."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ..desk import Panel, page_of, panel
from ..drafts.drafters import begins_after
from ..drafts.saving import first_revision, head_of
from ..drafts.working_copies import load
from ..history.edition_words import words_of
from ..history.views import page_context
from ..mailing import remember_language
from ..models import Revision, Signature, Step
from ..rights.draft_access import draft_page, may_see_drafts
from ..rights.permissions import can
from .outside_panel import links_of, make_link, outside_form
from .queue import is_overdue, works_on_something
from .reviewing import (
    CannotReview,
    Stand,
    approve,
    may_sign,
    possible_reviewers,
    send_back,
    stand_of,
    steps_of,
    submit,
)
from .stand import earlier_return, version_signed


class SubmitForm(forms.Form):
    """Whom to ask, until when, and what to tell them."""

    assigned_to = forms.ModelChoiceField(
        label=gettext_lazy("reviewer"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Anyone who may review"),
    )
    due_on = forms.DateField(
        label=gettext_lazy("due on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    note = forms.CharField(
        label=gettext_lazy("note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = people

    outside = forms.CharField(
        label=gettext_lazy("external person signing the first step"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("No account needed: a reviewer creates a link and answers for it."),
    )

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose a later one."))
        return due_on


class VerdictForm(forms.Form):
    comment = forms.CharField(
        label=gettext_lazy("comment"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def steps_shown(stand: Stand) -> list[dict]:
    """Each step with who signed it, or whether it waits."""
    by_step = {signature.step: signature for signature in stand.signed}
    return [
        {
            "label": Step(step).label,
            "signature": by_step.get(step),
            "is_waiting": stand.is_waiting and stand.request.step == step,
        }
        for step in stand.steps
    ]


@panel
def review_box(request, record, draft) -> Panel | None:
    if not may_see_drafts(request.user, record) or not steps_of(record, draft):
        return None
    stand = stand_of(record)
    options = record._meta
    context = {
        "stand": stand,
        "steps": steps_shown(stand),
        "earlier": earlier_return(stand),
        "is_overdue": is_overdue(stand.request),
        "may_submit": can(request.user, "change", record) and not stand.is_waiting and not stand.is_approved,
        "may_sign": may_sign(request.user, stand),
        "review_route": f"admin:{options.app_label}_{options.model_name}_review",
        "evidence_route": f"admin:{options.app_label}_{options.model_name}_evidence",
        "pk": record.pk,
    }
    return Panel("admin/publishing/review/panel.html", context)


@draft_page("review", "review/")
@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request, model_admin, record):
    head = head_of(record)
    since = begins_after(record, head) if head else 0
    people = possible_reviewers(record, since=since)
    asking, verdict, address = SubmitForm(people=people), VerdictForm(), ""
    outside = outside_form(request, stand_of(record))
    if request.method == "POST" and "invite" in request.POST:
        address = _invited(request, record, outside)
    elif request.method == "POST":
        asking = SubmitForm(request.POST, people=people) if "submit" in request.POST else asking
        verdict = VerdictForm(request.POST) if "comment" in request.POST else verdict
        if _done(request, record, asking, verdict):
            return HttpResponseRedirect(page_of(record, "review"))
        head = head_of(record)
    stand = stand_of(record)
    may_change = can(request.user, "change", record)
    base = head.base if head and head.kind == Revision.Kind.DRAFT else None
    earlier = earlier_return(stand)
    then = version_signed(earlier, record) if earlier else None
    context = {
        **page_context(request, model_admin, record, _("Review")),
        "stand": stand,
        "steps": steps_shown(stand),
        "earlier": earlier,
        "since_url": then and page_of(record, "comparison", then, head.number),
        "is_overdue": is_overdue(stand.request),
        "asking": asking
        if may_change and stand.steps and not (stand.is_waiting or stand.is_approved)
        else None,
        "verdict": verdict if may_sign(request.user, stand) else None,
        "outside": outside if may_sign(request.user, stand) else None,
        "address": address,
        "links": links_of(record, stand, request.user, may_change),
        "words": words_of(load(record, head.snapshot) if head else record),
        "changes_url": base and page_of(record, "comparison", base.number, head.number),
        "evidence_url": page_of(record, "evidence"),
        "seen": head.fingerprint if head else "",
        "queue_url": reverse("admin:publishing_reviewrequest_changelist")
        if works_on_something(request.user)
        else "",
    }
    return TemplateResponse(request, "admin/publishing/review/page.html", context)


def _invited(request, record, form) -> str:
    """The address of a new link for somebody outside; empty when it could not be made, with the reason said."""
    if form is None:
        raise PermissionDenied
    if not form.is_valid():
        return ""
    try:
        return make_link(form, record, by=request.user, seen=request.POST.get("seen", ""))
    except CannotReview as reason:
        messages.error(request, str(reason))
        return ""


def _done(request, record, asking: SubmitForm, verdict: VerdictForm) -> bool:
    """Do what the pressed button says, and say so; False when it could not be done, with the reason said."""
    seen, user = request.POST.get("seen", ""), request.user
    try:
        if "submit" in request.POST:
            if not can(user, "change", record):
                raise PermissionDenied
            if not asking.is_valid():
                return False
            first_revision(record)
            submit(record, by=user, seen=seen, **asking.cleaned_data)
            said = _("Submitted for review.")
        else:
            if not can(user, "review", record):
                raise PermissionDenied
            if not verdict.is_valid():
                return False
            is_approval = request.POST.get("verdict") == Signature.Verdict.APPROVED
            (approve if is_approval else send_back)(
                record, by=user, seen=seen, comment=verdict.cleaned_data["comment"]
            )
            said = _("You have signed this version.") if is_approval else _("Returned with your comment.")
    except CannotReview as reason:
        messages.error(request, str(reason))
        return False
    remember_language(user)
    is_signed = "submit" not in request.POST
    messages.success(request, _with_way_back(said) if is_signed else said)
    return True


def _with_way_back(said: str) -> str:
    """What was done, and the way to what else waits."""
    queue = reverse("admin:publishing_reviewrequest_changelist")
    return format_html('{} <a href="{}">{}</a>', said, queue, _("Back to the other reviews"))
