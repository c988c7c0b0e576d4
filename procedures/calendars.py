"""A plan as an iCalendar file: one all-day entry for each step, in the language of the address."""

from __future__ import annotations

from datetime import UTC, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from bilingual.languages import active_language
from bilingual.signs import readable

from .dating import DatedPlan, DatedTask

#: RFC 5545 asks for a product identifier; it names the program, not the site.
PRODUCT = "-//Liangjiang Portal//Plan//"
PRODID_LANGUAGE = {"en": "EN", "zh-hans": "ZH"}


def calendar_file(plan: DatedPlan, address: str, title: str) -> HttpResponse:
    """The file of a plan; ``address`` is that of its page on this site, and makes the entries the same each time."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT + PRODID_LANGUAGE[active_language()])
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for dated in plan.tasks:
        calendar.add_component(_entry(dated, address))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="plan-{plan.first.isoformat()}.ics"'
    return response


def _entry(dated: DatedTask, address: str) -> icalendar.Event:
    step, procedure = dated.task.step, dated.task.procedure
    entry = icalendar.Event()
    question = sha256(address.partition("?")[2].encode()).hexdigest()[:16]
    entry.add("uid", f"{step.pk}-{question}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("dtstamp", timezone.now().astimezone(UTC).replace(microsecond=0))
    entry.add("summary", readable(step.name))
    entry.add("description", readable(_description(dated)))
    entry.add("url", absolute(procedure.get_absolute_url()))
    entry.add("dtstart", dated.first)
    # DTEND of an all-day entry is the first day after it (RFC 5545, 3.6.1).
    entry.add("dtend", dated.last + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    if procedure.is_sample:
        entry.add("categories", [_("Sample")])
    return entry


def _description(dated: DatedTask) -> str:
    step, procedure = dated.task.step, dated.task.procedure
    lines = [_("Sample: not official information.")] if procedure.is_sample else []
    lines.append(procedure.name)
    if authority := step.authority or procedure.authority:
        lines.append(_("Authority: %(name)s") % {"name": authority})
    if step.cost is not None:
        lines.append(_("Fee: %(amount)s") % {"amount": step.cost})
    lines += [_("Document: %(name)s") % {"name": paper} for paper in step.papers]
    return "\n".join(lines)
