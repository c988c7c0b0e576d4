"""The chain of policies that replace one another."""

from __future__ import annotations

from datetime import date

from .models import Policy

NAMED = ("slug", "title_en", "title_zh_hans", "effective_on", "supersedes")


def chain_of(policy: Policy) -> list[Policy]:
    """The live policies before and after one, in order, itself among them; empty when it stands alone.

    One query: all policies are few. A circle, which no form lets through, is walked once.
    """
    others = {other.pk: other for other in Policy.objects.live().only(*NAMED)}
    later: dict[int, list[Policy]] = {}
    for other in others.values():
        later.setdefault(other.supersedes_id, []).append(other)
    chain, seen = [policy], {policy.pk}
    earlier = others.get(policy.supersedes_id)
    while earlier is not None and earlier.pk not in seen:
        chain.insert(0, earlier)
        seen.add(earlier.pk)
        earlier = others.get(earlier.supersedes_id)
    waiting = _by_day(later.get(policy.pk, []))
    while waiting:
        successor = waiting.pop(0)
        if successor.pk not in seen:
            chain.append(successor)
            seen.add(successor.pk)
            waiting += _by_day(later.get(successor.pk, []))
    return chain if len(chain) > 1 else []


def _by_day(policies: list[Policy]) -> list[Policy]:
    return sorted(policies, key=lambda policy: (policy.effective_on or date.max, policy.pk))
