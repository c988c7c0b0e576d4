"""Letters about reviews: to those who are asked, and to who had asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import override

from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES

from ..desk import page_of
from ..mailing import write_to
from ..models import ReviewRequest, Signature, Step
from ..rights.permissions import can


def ask(request: ReviewRequest, people: Iterable) -> None:
    """Tell those of these people who may see and review the record that a step waits for them."""
    record = request.record
    for person in people:
        if can(person, "view", record) and can(person, "review", record):
            context = {
                **about(record, request.step),
                "asked_by": request.asked_by.get_username() if request.asked_by else "",
                "due_on": request.due_on.isoformat() if request.due_on else "",
                "note": request.note,
            }
            write_to(person, "review_asked", key=f"review-asked-{request.pk}-{person.pk}", context=context)


def answer(signature: Signature, asked_by) -> None:
    """Tell who had asked that a version was returned, or that its last step is signed."""
    record = signature.record
    if asked_by is None or not can(asked_by, "view", record):
        return
    is_returned = signature.verdict == Signature.Verdict.RETURNED
    context = {
        **about(record, signature.step),
        "reviewer": signature.reviewer_name,
        "comment": signature.comment,
    }
    template = "review_returned" if is_returned else "review_approved"
    write_to(asked_by, template, key=f"review-answered-{signature.pk}", context=context)


def about(record, step: str) -> dict:
    """What every letter about a review says of its record."""
    return {
        "name": _in_each_language(lambda: str(record)),
        "step": _in_each_language(lambda: str(Step(step).label)),
        "url": absolute(page_of(record, "review")),
    }


def _in_each_language(say: Callable[[], str]) -> dict[str, str]:
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = say()
    return said
