"""The history of a record in the newsroom: the list of its versions, two of them compared, and who wrote what."""

from __future__ import annotations

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from bilingual.languages import HTML_LANG, LANGUAGES, SIGNS

from ..audit.auditing import ACTIONS
from ..desk import Panel, page_of, panel, record_frame
from ..drafts.copy_admin import MADE_FROM
from ..drafts.discarding import CannotDiscard, draft_to_give_up, give_up
from ..drafts.merging import SHARED
from ..models import AuditEntry, Revision
from ..rights.draft_access import draft_page, may_see_drafts
from ..rights.permissions import can
from .blame import DEPTH, authorships
from .differences import compare, pictures_in
from .link_names import say_links
from .listing import list_revisions, parked

#: Deeds that are told under the list.
DEEDS = 30
SHARED_SIGN = gettext_lazy("Shared")


def page_context(request, model_admin, record, title: str) -> dict:
    """The frame of a page about the versions of a record, with the ways to the other such pages."""
    return {
        **record_frame(request, model_admin, record, title),
        "versions_url": page_of(record, "versions"),
        "blame_url": page_of(record, "blame"),
        "preview_url": page_of(record, "preview"),
        "may_restore": can(request.user, "change", record),
        "MADE_FROM": MADE_FROM,
    }


def signs_of(languages: list[str]) -> list[tuple[str, str]]:
    """(html language, word) for each language code, and for what both share."""
    return [
        (HTML_LANG.get(code, ""), str(SIGNS.get(code, SHARED_SIGN)))
        for code in (*LANGUAGES, SHARED)
        if code in languages
    ]


@draft_page("versions", "versions/")
@require_safe
def versions(request, model_admin, record):
    chosen = [_number(request.GET.get(name)) for name in ("from", "to")]
    if None not in chosen:
        return HttpResponseRedirect(page_of(record, "comparison", *chosen))
    listing = list_revisions(record, _number(request.GET.get("before")))
    rows = [
        {
            "revision": revision,
            "signs": signs_of(revision.changed),
            "is_public": listing.is_public(revision),
            "is_stored": revision.number == listing.stored,
            "is_newest": revision.number == listing.newest,
            "compare_url": revision.parent
            and page_of(record, "comparison", revision.parent.number, revision.number),
        }
        for revision in listing.revisions
    ]
    context = page_context(request, model_admin, record, _("History")) | {
        "listing": listing,
        "rows": rows,
        "parked": parked(record) if listing.is_first else [],
        "deeds": _deeds(record) if listing.is_first else [],
        "older": rows[1]["revision"].number if len(rows) > 1 else None,
        "newer": rows[0]["revision"].number if rows else None,
        "to_discard": draft_to_give_up(record, request.user),
        "discard_url": page_of(record, "discard"),
    }
    return TemplateResponse(request, "admin/publishing/history/versions.html", context)


@draft_page("discard", "discard/")
@require_POST
def discard(request, model_admin, record):
    if not can(request.user, "change", record):
        raise PermissionDenied
    try:
        give_up(record, by=request.user, seen=request.POST.get("seen", ""))
    except CannotDiscard as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("The draft has been discarded. You can restore it from this list."))
    return HttpResponseRedirect(page_of(record, "versions"))


@draft_page("comparison", "versions/<int:older>/<int:newer>/")
@require_safe
def comparison(request, model_admin, record, older: int, newer: int):
    known = Revision.objects.of(record).numbered().select_related("author", "parent")
    found = {revision.number: revision for revision in known.filter(number__in=[older, newer])}
    if found.keys() != {older, newer}:
        raise Http404
    before, after = found[older], found[newer]
    context = page_context(request, model_admin, record, _("Compare two versions")) | {
        "comparison": say_links(compare(record, before.snapshot, after.snapshot), request.user),
        "before": before,
        "after": after,
        "pictures": _pictures(before.snapshot, after.snapshot),
    }
    return TemplateResponse(request, "admin/publishing/history/comparison.html", context)


@draft_page("blame", "versions/blame/")
@require_safe
def blame(request, model_admin, record):
    revisions = Revision.objects.of(record).numbered().select_related("author").defer("conflicts")
    found = authorships(record, revisions)
    context = page_context(request, model_admin, record, _("Who wrote what")) | {
        "authorships": found,
        "is_cut": any(authorship.is_cut for authorship in found),
        "depth": DEPTH,
    }
    return TemplateResponse(request, "admin/publishing/history/blame.html", context)


@draft_page("history", "history/")
@require_safe
def stock_history(request, model_admin, record):
    """Where the admin has a history of its own: the list of versions tells what was written and what was done."""
    return HttpResponseRedirect(page_of(record, "versions"))


@panel
def history_panel(request, record, draft) -> Panel | None:
    """In the form: the open draft, the revision that is being restored, and the ways to the history."""
    if not may_see_drafts(request.user, record):
        return None
    copy = getattr(request, "working_copy", None)
    made_from = copy.wc_made_from if copy is not None and request.GET.get(MADE_FROM) else None
    return Panel(
        "admin/publishing/history/panel.html",
        {
            "draft": draft,
            "signs": signs_of(draft.pending) if draft else [],
            "restoring": made_from if made_from and made_from.number else None,
            "versions_url": page_of(record, "versions"),
            "preview_url": page_of(record, "preview"),
            "changes_url": page_of(record, "comparison", draft.base.number, draft.number)
            if draft and draft.base
            else "",
        },
    )


def _deeds(record) -> list[dict]:
    """What was done with a record beside writing, such as publishing it, newest first."""
    return [
        {
            "at": entry.at,
            "by": entry.person_name,
            "text": ACTIONS.get(entry.action, entry.action),
            "signs": signs_of([entry.language]),
            "reason": entry.reason,
        }
        for entry in AuditEntry.objects.of(record)[:DEEDS]
    ]


def _pictures(before: dict, after: dict) -> dict:
    keys = [int(key) for key in pictures_in(before, after) if key.isdigit()]
    return {
        str(pk): image for pk, image in apps.get_model("media_library.Image").objects.in_bulk(keys).items()
    }


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
