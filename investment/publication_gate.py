"""What keeps a project from being published although every word of it is there."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.functional import lazy

from publishing.publication.gates import Objection, gate

from .models import Milestone, Project, Realisation


@gate
def dates_in_order(record, version, language) -> list[Objection]:
    """Stages after one another, and no money before the signature: drafts may hold it, nobody may read it."""
    if not isinstance(record, Project):
        return []
    milestones = list(version.milestones.all())
    checks = [
        ("investment.milestones", lambda: Milestone.check_order(milestones)),
        ("investment.realisations", lambda: Realisation.check_order(version.realisations.all(), milestones)),
    ]
    found = []
    for rule, check in checks:
        try:
            check()
        except ValidationError as error:
            found.append(Objection(rule, _messages(error)))
    return found


_messages = lazy(lambda error: " ".join(error.messages), str)
