"""Who works at the desk."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from publishing.rights.permissions import can

from ..models import Inquiry

#: Name of the group, as in publishing.rights.roles.
DESK = "desk"


def desk_members() -> QuerySet:
    """The colleagues who have the role, in the order of their names. Administrators are asked only by assignment."""
    return (
        get_user_model()
        .objects.filter(is_active=True, is_staff=True, groups__name=DESK)
        .order_by("username")
        .distinct()
    )


def assignable(user, also=None) -> list:
    """Whom a message can be given to: the desk, the person who asks, and whoever has it now."""
    people = {member.pk: member for member in desk_members()}
    for person in (user, also):
        if person is not None and can(person, "change", Inquiry):
            people.setdefault(person.pk, person)
    return sorted(people.values(), key=lambda person: person.get_username())
