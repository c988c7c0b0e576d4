"""What the records, the pictures and the inbox still need, counted by kind; each count is a link to its list."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Count, Q, Value, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.languages import CHINESE, ENGLISH, column
from inquiries.models import Inquiry
from media_library.models import Image, Rights
from publishing.models import Scratch
from publishing.permissions import can
from publishing.publisher_access import publishable_models
from publishing.querysets import live_condition
from publishing.scopes import visible_to

from .finding import Finding, Fix, Level

#: An answer is due after five working days, which are never less than seven days.
ANSWER_WITHIN = timedelta(days=7)
UNANSWERED = (Inquiry.State.RECEIVED, Inquiry.State.ASSIGNED)


def record_findings(user) -> list[Finding]:
    """Facts past their review date, what is to be confirmed, and what is live in one language, in one query."""
    kinds = [model for model in publishable_models() if can(user, "view", model)]
    if not kinds:
        return []
    today = timezone.localdate()
    english, chinese = live_condition(ENGLISH), live_condition(CHINESE)
    questions = {
        "review": Q(review_by__lt=today),
        "confirm": ~Q(to_confirm=""),
        "without_chinese": english & ~chinese,
        "without_english": chinese & ~english,
    }
    counts = {name: Count("pk", filter=condition) for name, condition in questions.items()}
    branches = [
        visible_to(user, model._default_manager.order_by())
        .annotate(of_model=Value(model._meta.label))
        .values("of_model")
        .annotate(**counts)
        .values_list("of_model", *counts)
        for model in kinds
    ]
    rows = list(branches[0].union(*branches[1:], all=True))
    filters = {
        "review": {"review_by__lt": today.isoformat()},
        "confirm": {"confirm": "open"},
        "without_chinese": {"english": "live", "chinese": "not"},
        "without_english": {"english": "not", "chinese": "live"},
    }
    found = []
    for number, name in enumerate(questions, start=1):
        total = sum(row[number] for row in rows)
        links = [_list_link(row[0], row[number], filters[name]) for row in rows if row[number]]
        found.append(_said(name, total, links))
    return found


def _list_link(label: str, number: int, query: dict[str, str]) -> Fix:
    options = apps.get_model(label)._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    text = _("%(kind)s: %(number)s") % {"kind": capfirst(options.verbose_name_plural), "number": number}
    return Fix(text, f"{url}?{urlencode(query)}")


def _said(name: str, total: int, links: list[Fix]) -> Finding:
    text = {
        "review": ngettext(
            "%(number)s record is past its review date.",
            "%(number)s records are past their review date.",
            total,
        ),
        "confirm": ngettext(
            "%(number)s record has something to confirm.",
            "%(number)s records have something to confirm.",
            total,
        ),
        "without_chinese": ngettext(
            "%(number)s record is live in English only.",
            "%(number)s records are live in English only.",
            total,
        ),
        "without_english": ngettext(
            "%(number)s record is live in Chinese only.",
            "%(number)s records are live in Chinese only.",
            total,
        ),
    }[name]
    level = Level.GOOD if not total else Level.BAD if name == "review" else Level.WARN
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
            "The rights of %(number)s picture are not cleared.",
            "The rights of %(number)s pictures are not cleared.",
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


def inquiry_findings(user) -> list[Finding]:
    """Messages that nobody has answered, and the oldest of them."""
    if not can(user, "view", Inquiry):
        return []
    open_ones = Inquiry.objects.filter(state__in=UNANSWERED).order_by("received_at")
    received = list(open_ones.values_list("received_at", "pk", "number"))
    if not received:
        return [Finding(Level.GOOD, _("Every inquiry is answered."))]
    oldest, pk, name = received[0]
    is_late = timezone.now() - oldest > ANSWER_WITHIN
    text = ngettext(
        "%(number)s inquiry waits for an answer; the oldest came on %(day)s.",
        "%(number)s inquiries wait for an answer; the oldest came on %(day)s.",
        len(received),
    )
    said = text % {"number": len(received), "day": timezone.localdate(oldest).isoformat()}
    fixes = [
        Fix(name, reverse("admin:inquiries_inquiry_change", args=[pk])),
        Fix(
            _("All received"),
            reverse("admin:inquiries_inquiry_changelist") + f"?state__exact={Inquiry.State.RECEIVED}",
        ),
    ]
    return [Finding(Level.BAD if is_late else Level.WARN, said, fixes)]


def unsaved(user) -> list[Scratch]:
    """What this person typed and never saved, newest first, each with the ``url`` where it can be taken up again."""
    found = list(Scratch.objects.filter(user=user).select_related("content_type").defer("fields")[:8])
    prefetch_related_objects([scratch for scratch in found if scratch.object_id], "record")
    for scratch in found:
        kind = scratch.content_type
        name, key = f"admin:{kind.app_label}_{kind.model}", scratch.object_id
        if not key:
            scratch.url = reverse(f"{name}_add")
        elif scratch.record is not None:
            scratch.url = reverse(f"{name}_change", args=[key])
        else:
            scratch.url = reverse(f"{name}_kept", args=[scratch.pk])
    return found
