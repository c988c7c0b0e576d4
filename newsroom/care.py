"""What the records, the pictures, the links and the inbox still need; each count is a link to its list."""

from __future__ import annotations

from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Q, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bilingual.languages import CHINESE, ENGLISH, column
from inquiries.models import Inquiry
from link_checking.access import sees_links, visible_links
from link_checking.models import Link
from media_library.models import Image, Rights
from publishing.rights.permissions import can

from .counting import Counted
from .finding import Finding, Fix, Level
from .models import HealthRules

UNANSWERED = (Inquiry.State.RECEIVED, Inquiry.State.ASSIGNED)
_UNASKED = gettext_lazy("No link within the site is dead. Links to other sites are not checked.")
#: How each count is filtered in the list of its kind.
LISTS = {
    "past_review": lambda: {"review_by__lt": timezone.localdate().isoformat()},
    "to_confirm": lambda: {"confirm": "open"},
    "undated": lambda: {"dated_at__isnull": "True"},
    "english_only": lambda: {"english": "live", "chinese": "not"},
    "chinese_only": lambda: {"english": "not", "chinese": "live"},
}


def record_findings(counted: list[Counted]) -> list[Finding]:
    """Facts past their review date, what is to be confirmed or has no date, and what is live in one language only."""
    if not counted:
        return []
    found = []
    for name, query in LISTS.items():
        numbers = dict.fromkeys((row.label for row in counted), 0)
        for row in counted:
            numbers[row.label] += getattr(row, name)
        links = [_list_link(label, number, query()) for label, number in numbers.items() if number]
        found.append(_said(name, sum(numbers.values()), links))
    return found


def _list_link(label: str, number: int, query: dict[str, str]) -> Fix:
    options = apps.get_model(label)._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    text = _("%(kind)s: %(number)s") % {"kind": capfirst(options.verbose_name_plural), "number": number}
    return Fix(text, f"{url}?{urlencode(query)}")


def _said(name: str, total: int, links: list[Fix]) -> Finding:
    text = {
        "past_review": ngettext(
            "%(number)s record is past its review date.",
            "%(number)s records are past their review date.",
            total,
        ),
        "to_confirm": ngettext(
            "%(number)s record has points to confirm.",
            "%(number)s records have points to confirm.",
            total,
        ),
        "english_only": ngettext(
            "%(number)s record is live in English only.",
            "%(number)s records are live in English only.",
            total,
        ),
        "chinese_only": ngettext(
            "%(number)s record is live in Chinese only.",
            "%(number)s records are live in Chinese only.",
            total,
        ),
        "undated": ngettext(
            "%(number)s article is public without a date; it counts as not updated.",
            "%(number)s articles are public without a date; they count as not updated.",
            total,
        ),
    }[name]
    is_bad = name in ("past_review", "undated")
    level = Level.GOOD if not total else Level.BAD if is_bad else Level.WARN
    return Finding(level, text % {"number": total}, links)


def picture_findings(user) -> list[Finding]:
    """Pictures without a text alternative in a language, and those whose rights nobody has cleared."""
    if not can(user, "view", Image):
        return []
    counted = Image.objects.aggregate(
        alt_en=Count("pk", filter=_without_alt(ENGLISH)),
        alt_zh=Count("pk", filter=_without_alt(CHINESE)),
        rights=Count("pk", filter=Q(rights=Rights.UNCLEAR)),
    )
    texts = {
        "alt_en": ngettext(
            "%(number)s picture has no text alternative in English.",
            "%(number)s pictures have no text alternative in English.",
            counted["alt_en"],
        ),
        "alt_zh": ngettext(
            "%(number)s picture has no text alternative in Chinese.",
            "%(number)s pictures have no text alternative in Chinese.",
            counted["alt_zh"],
        ),
        "rights": ngettext(
            "The rights to %(number)s picture have not been cleared.",
            "The rights to %(number)s pictures have not been cleared.",
            counted["rights"],
        ),
    }
    url = reverse("admin:media_library_image_changelist")
    return [
        Finding(
            Level.WARN if counted[name] else Level.GOOD,
            text % {"number": counted[name]},
            [Fix(_("Show the pictures"), f"{url}?{urlencode({'care': name})}")] if counted[name] else [],
        )
        for name, text in texts.items()
    ]


def _without_alt(language: str) -> Q:
    name = column("alt", language)
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def inquiry_findings(user, rules: HealthRules | None = None) -> list[Finding]:
    """Messages that nobody has answered, and the oldest of them."""
    if not can(user, "view", Inquiry):
        return []
    rules = rules or HealthRules()
    waiting = Inquiry.objects.filter(state__in=UNANSWERED).order_by("received_at")
    first = waiting.annotate(total=Window(Count("pk"))).values_list("received_at", "pk", "number", "total")[
        :1
    ]
    if not first:
        return [Finding(Level.GOOD, _("Every inquiry has been answered."))]
    oldest, pk, name, total = first[0]
    age = (timezone.now() - oldest).days
    text = ngettext(
        "%(number)s inquiry is waiting for an answer; the oldest arrived on %(day)s.",
        "%(number)s inquiries are waiting for an answer; the oldest arrived on %(day)s.",
        total,
    )
    if age >= rules.inquiry_fail_days:
        text = ngettext(
            "%(number)s inquiry is waiting for an answer; the oldest, received on %(day)s, is late "
            "enough to fail the site.",
            "%(number)s inquiries are waiting for an answer; the oldest, received on %(day)s, is late "
            "enough to fail the site.",
            total,
        )
    listed = reverse("admin:inquiries_inquiry_changelist")
    fixes = [
        Fix(name, reverse("admin:inquiries_inquiry_change", args=[pk])),
        Fix(_("All received"), f"{listed}?state__exact={Inquiry.State.RECEIVED}"),
    ]
    said = text % {"number": total, "day": timezone.localdate(oldest).isoformat()}
    return [Finding(Level.BAD if age >= rules.inquiry_warn_days else Level.WARN, said, fixes)]


def link_findings(user) -> list[Finding]:
    """Links in what is public that lead nowhere."""
    if not sees_links(user):
        return []
    number = visible_links(user, Link.objects.troubled(), public=True).count()
    if not number:
        text = _("No link is dead.")
        return [Finding(Level.GOOD, text if settings.CHECK_LINKS else _UNASKED)]
    text = ngettext("%(number)s link is dead.", "%(number)s links are dead.", number)
    fix = Fix(_("Show the links"), reverse("admin:link_checking_link_changelist"))
    return [Finding(Level.BAD, text % {"number": number}, [fix])]
