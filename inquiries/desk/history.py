"""What the audit log keeps of a message, said in the words of the desk."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing.audit import auditing
from publishing.models import AuditEntry

from ..models import Consent, Entry, Inquiry

#: What is shown of a message at most, newest first.
MOST = 500
LABELS = {
    "state": gettext_lazy("state"),
    "outcome": gettext_lazy("outcome"),
    "step": gettext_lazy("step"),
    "consent": gettext_lazy("consent"),
    "to": gettext_lazy("recipient"),
    "rating": gettext_lazy("rating"),
}
WORDS = {
    "state": dict(Inquiry.State.choices),
    "outcome": dict(Inquiry.Outcome.choices),
    "step": dict(Entry.Step.choices),
    "consent": dict(Consent.Kind.choices),
}


def of(inquiry: Inquiry) -> list[AuditEntry]:
    """The entries about a message, each with its ``deed`` and with ``before`` and ``after`` as (label, words) pairs."""
    entries = list(AuditEntry.objects.of(inquiry)[:MOST])
    for entry in entries:
        entry.deed = auditing.ACTIONS.get(entry.action, entry.action)
        entry.before, entry.after = _said(entry.old), _said(entry.new)
    return entries


def _said(facts: dict | None) -> list[tuple[str, str]]:
    facts = dict(facts or {})
    if facts.pop("abroad", False):
        facts["to"] = _("%(body)s (outside mainland China)") % {"body": facts.get("to", "")}
    return [
        (LABELS.get(name, name), _("nobody") if value is None else WORDS.get(name, {}).get(value, value))
        for name, value in facts.items()
    ]
