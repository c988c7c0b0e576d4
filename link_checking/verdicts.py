"""What an answer says of a link: that it works, or fails and is tried again, or is dead."""

from __future__ import annotations

from datetime import datetime, timedelta

from .asking import Answer
from .models import Link

Status, Problem = Link.Status, Link.Problem

#: A link is dead after so many failures in a row over so long a time: a site that rests for a night is not dead.
FAILURES, OVER = 3, timedelta(days=2)
#: Until a link that failed is tried again, after the first, second, … failure; the last one from then on.
PAUSES = (timedelta(hours=4), timedelta(hours=20), timedelta(days=1), timedelta(days=2), timedelta(days=7))
#: Until a link that works, and one that is closed to robots, is asked for again.
AGAIN, AGAIN_CLOSED = timedelta(days=7), timedelta(days=30)
#: Answers that say the page is gone.
GONE = (404, 410)
#: Beside the others from 400 to 499: what guards against robots answers in place of a site that works.
GUARDS = (521, 999)


def keep(link: Link, answer: Answer, *, now: datetime) -> None:
    """Write down what came of asking for a link, and when it is asked for again."""
    link.checked_at, link.answer = now, answer.status
    link.moved_to = answer.moved_to[:2000] if answer.is_good else ""
    if answer.is_good:
        _settle(link, Status.WORKING, "", now + AGAIN + _spread(link))
    elif answer.problem == Problem.PRIVATE:
        _settle(link, Status.PRIVATE, Problem.PRIVATE, now + AGAIN_CLOSED)
        link.failing_since = now
    elif answer.problem == Problem.ADDRESS:
        _settle(link, Status.DEAD, Problem.ADDRESS, now + AGAIN_CLOSED)
        link.failing_since = now
    elif answer.status is not None and _is_guarded(answer.status):
        _settle(link, Status.CLOSED, Problem.ROBOTS, now + AGAIN_CLOSED)
    else:
        _fail(link, answer, now)
    link.save(
        update_fields=[
            "checked_at",
            "answer",
            "moved_to",
            "status",
            "problem",
            "failures",
            "failing_since",
            "next_check_at",
        ]
    )


def _is_guarded(status: int) -> bool:
    return (400 <= status < 500 and status not in GONE) or status in GUARDS


def _settle(link: Link, status: str, problem: str, again: datetime) -> None:
    link.status, link.problem, link.next_check_at = status, problem, again
    link.failures, link.failing_since = 0, None


def _fail(link: Link, answer: Answer, now: datetime) -> None:
    link.failures = min(link.failures + 1, 1000)
    link.failing_since = link.failing_since or now
    link.problem = answer.problem or (Problem.GONE if answer.status in GONE else Problem.SERVER)
    is_dead = link.failures >= FAILURES and now - link.failing_since >= OVER
    link.status = Status.DEAD if is_dead else Status.FAILING
    link.next_check_at = now + PAUSES[min(link.failures, len(PAUSES)) - 1]


def _spread(link: Link) -> timedelta:
    """Hours by which the checks of many links that were written together come apart."""
    return timedelta(hours=(link.pk or 0) % 24)
