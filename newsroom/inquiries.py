"""Messages of visitors that one person of the inquiry desk has to do with."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from inquiries.models import Inquiry
from publishing.rights.permissions import can

from .items import SHOWN, Group, Item


def inquiry_group(user) -> Group:
    """What is this person's turn, and what nobody has taken yet, soonest first. One query for who works at the desk."""
    group = Group("inquiries", _("Inquiries to answer"), reverse("admin:inquiries_inquiry_changelist"))
    if not can(user, "change", Inquiry):
        return group
    waiting = Inquiry.objects.filter(Q(assigned_to=user) | Q(assigned_to=None), due_at__isnull=False)
    now = timezone.now()
    for inquiry in waiting.order_by("due_at", "pk")[: SHOWN + 1]:
        group.items.append(
            Item(
                inquiry.number,
                reverse("admin:inquiries_inquiry_change", args=[inquiry.pk]),
                inquiry.get_topic_display(),
                "" if inquiry.assigned_to_id else _("Nobody has taken it yet."),
                due=timezone.localdate(inquiry.due_at),
                is_late=inquiry.due_at < now,
            )
        )
    return group
