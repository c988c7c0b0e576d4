"""The letter to who made a link and answers for the signature that came by it."""

from __future__ import annotations

from ..mailing import write_to
from ..models import Signature
from ..rights.permissions import can
from .letters import about


def tell_maker(signature: Signature) -> None:
    """Tell who made the link what was signed through it, and by whom."""
    maker, record = signature.link.made_by, signature.record
    if not can(maker, "view", record):
        return
    context = {
        **about(record, signature.step),
        "reviewer": signature.reviewer_name,
        "is_approval": signature.verdict == Signature.Verdict.APPROVED,
        "comment": signature.comment,
    }
    write_to(maker, "review_outside", key=f"review-outside-{signature.pk}", context=context)
