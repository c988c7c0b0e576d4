"""How a policy stands on a day: decided by its dates, never typed."""

from __future__ import annotations

import datetime

from django.db.models import Case, CharField, TextChoices, Value, When
from django.utils.translation import pgettext_lazy


class Standing(TextChoices):
    COMING = "coming", pgettext_lazy("policy", "not yet in force")
    IN_FORCE = "in-force", pgettext_lazy("policy", "in force")
    AMENDED = "amended", pgettext_lazy("policy", "in force as amended")
    REPLACED = "replaced", pgettext_lazy("policy", "replaced")
    REPEALED = "repealed", pgettext_lazy("policy", "repealed")
    EXPIRED = "expired", pgettext_lazy("policy", "expired")

    @property
    def is_over(self) -> bool:
        return self in (Standing.REPLACED, Standing.REPEALED, Standing.EXPIRED)

    @property
    def is_valid(self) -> bool:
        return self in (Standing.IN_FORCE, Standing.AMENDED)


def standing_on(policy, day: datetime.date) -> Standing:
    """A policy holds through its last day, and no longer on the day of its repeal or of its successor.

    ``policy.replaced_from``, where it was asked for, is the day from which a successor is in force.
    """
    replaced_from = getattr(policy, "replaced_from", None)
    if policy.repealed_on and policy.repealed_on <= day:
        return Standing.REPEALED
    if replaced_from and replaced_from <= day:
        return Standing.REPLACED
    if policy.expires_on and policy.expires_on < day:
        return Standing.EXPIRED
    if policy.effective_on and policy.effective_on > day:
        return Standing.COMING
    if policy.amended_on and policy.amended_on <= day:
        return Standing.AMENDED
    return Standing.IN_FORCE


def standing_case(day: datetime.date) -> Case:
    """The same as ``standing_on`` for the database. The rows need ``replaced_from`` as an annotation."""
    return Case(
        When(repealed_on__lte=day, then=Value(Standing.REPEALED.value)),
        When(replaced_from__lte=day, then=Value(Standing.REPLACED.value)),
        When(expires_on__lt=day, then=Value(Standing.EXPIRED.value)),
        When(effective_on__gt=day, then=Value(Standing.COMING.value)),
        When(amended_on__lte=day, then=Value(Standing.AMENDED.value)),
        default=Value(Standing.IN_FORCE.value),
        output_field=CharField(),
    )
