"""One account for each role, so that every side of the newsroom can be tried."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import transaction

from publishing.rights.roles import ROLES, make_groups

ADMIN = "admin"


@transaction.atomic
def load_accounts(password: str) -> list[str]:
    """Make the accounts that do not exist yet, all with one password; returns their names in order."""
    groups = make_groups()
    people = get_user_model()
    made = []
    for name in (*ROLES, ADMIN):
        if people.objects.filter(username=name).exists():
            continue
        account = people(username=name, is_staff=True, is_superuser=name == ADMIN)
        account.set_password(password)
        account.full_clean()
        account.save()
        if name in groups:
            account.groups.add(groups[name])
        made.append(name)
    return made
