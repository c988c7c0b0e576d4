"""The box on the page of a review in which a reviewer lets somebody without an account sign the step."""

from __future__ import annotations

from datetime import timedelta

from bilingual.languages import LANGUAGES

from ..desk import page_of
from ..models import PreviewLink
from ..preview.forms import ShareForm
from ..preview.pages import shared_address
from . import outside_review
from .reviewing import Stand, may_sign


class OutsideForm(ShareForm):
    """For whom the link is, what it shows, and until when."""

    field_order = ["recipient", "languages", "days"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="outside", **kwargs)
        # Whoever is asked to sign may approve or return.
        del self.fields["may_approve"]


def outside_form(request, stand: Stand) -> OutsideForm | None:
    """The form for this person, with what was sent if it was; None for who cannot sign the step themselves."""
    if not may_sign(request.user, stand):
        return None
    sent = request.POST if request.method == "POST" and "invite" in request.POST else None
    return OutsideForm(sent, initial={"recipient": stand.request.outside})


def make_link(form: OutsideForm, record, *, by, seen: str) -> str:
    """Make the link of a valid form and return its address, which is told once. Raises CannotReview."""
    wanted = form.cleaned_data
    link, token = outside_review.invite(
        record,
        by=by,
        name=wanted["recipient"],
        languages=[code for code in LANGUAGES if code in wanted["languages"]],
        lifetime=timedelta(days=wanted["days"]),
        seen=seen,
    )
    return shared_address(link, token)


def links_of(record, stand: Stand, user, may_change: bool) -> list[dict]:
    """Open links through which a step of this round was or may be signed, each with where it is closed."""
    if stand.head is None:
        return []
    links = PreviewLink.objects.open().filter(
        request__isnull=False,
        revision__fingerprint=stand.head.fingerprint,
        revision__object_id=str(record.pk),
    )
    found = links.filter(revision__content_type=stand.head.content_type).select_related("made_by", "request")
    return [
        {
            "link": link,
            "close_url": page_of(record, "preview_revoke", link.pk)
            if outside_review.may_close(user, link, may_change)
            else "",
        }
        for link in found.order_by("-pk")
    ]
