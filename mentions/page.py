"""The page of what a text names: each is taken up as what the record is about, or turned down."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from publishing.desk import page_of, record_frame, record_page
from publishing.drafts.merging import SHARED
from publishing.drafts.saving import SaveConflict, head_of, open_draft
from publishing.drafts.working_copies import load
from publishing.models import Revision
from publishing.publication.applying import CannotApply
from publishing.rights.permissions import can

from .proposals import Proposal, proposals, propose_again, take_up, turn_down


def may_decide(user, record) -> bool:
    """What a record is about is shared by both languages."""
    return can(user, "change", record, SHARED)


@record_page("named", "named/", verb="change")
@require_http_methods(["GET", "HEAD", "POST"])
def named_page(request, model_admin, record):
    """POST: ``add``, ``dismiss`` and ``again`` hold keys of proposals. With the header Accept: application/json the
    answer says what was added, for the form that stands open."""
    draft = open_draft(record)
    version = load(record, draft.snapshot) if draft else record
    found, turned_down = proposals(record, version)
    if request.method == "POST":
        return _decide(request, record, found, turned_down)
    context = {
        **record_frame(request, model_admin, record, _("Named in the text")),
        "found": found,
        "turned_down": turned_down,
        "may_decide": may_decide(request.user, record),
    }
    return TemplateResponse(request, "admin/mentions/page.html", context)


def _decide(request, record, found: list[Proposal], turned_down: list[Proposal]):
    if not may_decide(request.user, record):
        raise PermissionDenied
    added = _chosen(request, "add", [*found, *turned_down])
    dismissed = _chosen(request, "dismiss", found)
    again = _chosen(request, "again", turned_down)
    before, saved, refusal = head_of(record), None, ""
    try:
        saved = take_up(record, added, by=request.user) if added else None
    except (SaveConflict, CannotApply) as conflict:
        refusal = str(conflict)
    turn_down(record, dismissed, by=request.user)
    propose_again(record, [*again, *added])
    if request.headers.get("Accept") == "application/json":
        return _as_data(before, saved, added, refusal)
    if refusal:
        messages.error(request, refusal)
    elif saved:
        messages.success(request, _added_words(len(added)))
    elif dismissed:
        messages.success(request, _("What you turned down is not proposed again for this record."))
    elif again:
        messages.success(request, _("It is proposed again."))
    else:
        messages.info(request, _("Nothing was selected, and nothing has changed."))
    return HttpResponseRedirect(page_of(record, "named"))


def _chosen(request, name: str, among: list[Proposal]) -> list[Proposal]:
    keys = set(request.POST.getlist(name))
    return [one for one in among if one.key in keys]


def _added_words(number: int) -> str:
    text = ngettext(
        "Added to what this is about. The change is a draft until it is published.",
        "%(number)s records were added to what this is about. The change is a draft until it is published.",
        number,
    )
    return text % {"number": number}


def _as_data(before: Revision | None, saved: Revision | None, added, refusal: str) -> JsonResponse:
    """``before`` and ``after`` are the versions between which it was added: a form that was made from the first one
    may go on from the second."""
    data = {
        "refusal": refusal,
        "added": [{"field": one.field, "pk": one.pk, "title": one.title} for one in added if saved],
        "before": str(before.pk) if before else "",
        "after": str(saved.pk) if saved else "",
    }
    return JsonResponse(data, status=409 if refusal else 200, json_dumps_params={"ensure_ascii": False})
