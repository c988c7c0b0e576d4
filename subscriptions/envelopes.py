"""What every letter to a subscriber has on its envelope, and its text in two forms."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG
from publishing.mailing import message_id

from .models import Subscription

SUBJECT_LENGTH = 160


def leave_address(subscription: Subscription) -> str:
    """Where a mail program leaves with one POST, without a page (RFC 8058)."""
    return absolute(reverse("subscriptions:leave", args=[subscription.key]))


def message(subscription: Subscription, template: str, key: str, context: dict) -> EmailMultiAlternatives:
    """A letter in the language of the subscriber, from ``mail/<template>.txt`` and ``.html``.

    The first line of the text is the subject. ``key`` names the letter: the same key is the same Message-ID.
    Call it with that language active.
    """
    context = {
        "own_url": absolute(subscription.own_path),
        "leave_url": leave_address(subscription),
        **context,
    }
    subject, _, body = render_to_string(f"mail/{template}.txt", context).strip().partition("\n")
    subject = " ".join(subject.split())[:SUBJECT_LENGTH]
    html = render_to_string(f"mail/{template}.html", {**context, "subject": subject})
    host = urlsplit(settings.SITE_URL).hostname
    letter = EmailMultiAlternatives(
        subject,
        body.strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [subscription.email],
        headers={
            "Message-ID": message_id(key),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": HTML_LANG[subscription.language],
            "List-Id": f"<{subscription.list_key}.{host}>",
            "List-Unsubscribe": f"<{leave_address(subscription)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    letter.attach_alternative(html, "text/html")
    return letter


def in_language_of(subscription: Subscription) -> override:
    return override(subscription.language)
