"""Letters about a message: ordered in the transaction of the deed, written and sent by the worker, each once.

A job knows the key of its letter and nothing else: the words are made from the rows when it is sent, so that nothing of
a sender stays in the queue after an erasure. Why a mail server refused is noted without its words, which repeat the
address. Letters to senders name the portal as sender; what comes back by mail is not read, and they say so.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from bilingual.addresses import absolute
from bilingual.languages import CHINESE, ENGLISH, HTML_LANG
from publishing import mailing
from workdays.calendar import Calendar

from . import clocks, limits
from .desk.people import desk_members
from .models import Entry, Handover, Inquiry, Letter

log = logging.getLogger(__name__)
State = Letter.State
SUBJECT_LENGTH = 160
LONGEST_WAIT = timedelta(hours=24)


def acknowledge(inquiry: Inquiry) -> None:
    """Tell the sender that the message came. One address is written to a few times a day, not more: a form must not
    be a way to fill somebody else's mailbox."""
    if limits.ACKNOWLEDGEMENTS.admits(inquiry.email.casefold()):
        _order(Letter(inquiry=inquiry, kind=Letter.Kind.ACKNOWLEDGEMENT))


def order_reply(entry: Entry) -> None:
    _order(Letter(inquiry=entry.inquiry, kind=Letter.Kind.REPLY, entry=entry))


def order_handover(handover: Handover) -> None:
    _order(Letter(inquiry=handover.inquiry, kind=Letter.Kind.HANDOVER, handover=handover))


def send_again(letter: Letter) -> None:
    """Try a letter once more that was given up."""
    if Letter.objects.filter(pk=letter.pk, state=State.FAILED).update(state=State.WAITING, attempts=0):
        send.enqueue(letter.pk)


def order_left() -> int:
    """Order anew what waits for longer than all pauses together: its job died with its worker. How many letters."""
    before = timezone.now() - LONGEST_WAIT
    left = list(
        Letter.objects.filter(state=State.WAITING, ordered_at__lt=before).values_list("pk", flat=True)
    )
    for key in left:
        send.enqueue(key)
    return len(left)


def tell_desk(inquiry: Inquiry) -> None:
    """A new message waits: to everybody of the desk, by its number alone."""
    for member in desk_members():
        tell(member, "inquiry_received", inquiry, key=f"inquiry-received:{inquiry.pk}:{member.pk}")


def tell(member, template: str, inquiry: Inquiry, *, key: str) -> None:
    """Write to a colleague about a message, without a word of what it says."""
    url = absolute(reverse("admin:inquiries_inquiry_change", args=[inquiry.pk]))
    mailing.write_to(member, template, key=key, context={"number": inquiry.number, "url": url})


def _order(letter: Letter) -> None:
    letter.save()
    send.enqueue(letter.pk)


@task()
def send(letter_pk: int) -> bool:
    """Send one letter; False when there is none any more, it went out before, or it is tried again later."""
    letter = (
        Letter.objects.filter(pk=letter_pk, state=State.WAITING)
        .select_related("inquiry", "entry__by", "handover__park")
        .first()
    )
    if letter is None:
        return False
    if letter.handover and not _may_be_passed_on(letter):
        Letter.objects.filter(pk=letter.pk).update(state=State.DROPPED)
        return False
    try:
        _message(letter).send()
    except SMTPRecipientsRefused:
        return _give_up(letter, "the recipient was refused")
    except (SMTPException, OSError) as error:
        return _try_later(letter, type(error).__name__)
    Letter.objects.filter(pk=letter.pk).update(
        state=State.SENT, sent_at=timezone.now(), attempts=F("attempts") + 1
    )
    return True


def _may_be_passed_on(letter: Letter) -> bool:
    """Consent counts at the moment of sending: it may have been withdrawn since the letter was ordered."""
    inquiry = letter.inquiry
    return inquiry.may_forward and (inquiry.may_send_abroad or not letter.handover.is_abroad)


def _try_later(letter: Letter, why: str) -> bool:
    if letter.attempts >= len(mailing.PAUSES):
        return _give_up(letter, why)
    later = timezone.now() + timedelta(minutes=mailing.PAUSES[letter.attempts])
    Letter.objects.filter(pk=letter.pk).update(attempts=F("attempts") + 1)
    send.using(run_after=later).enqueue(letter.pk)
    return False


def _give_up(letter: Letter, why: str) -> bool:
    log.warning("Letter %s of %s was not delivered: %s", letter.pk, letter.inquiry.number, why)
    Letter.objects.filter(pk=letter.pk).update(state=State.FAILED, attempts=F("attempts") + 1)
    return False


def _language(letter: Letter) -> str:
    """The sender's own; a park or bureau reads Chinese, an office abroad English."""
    if letter.handover:
        return ENGLISH if letter.handover.is_abroad else CHINESE
    return letter.inquiry.language


def _message(letter: Letter) -> EmailMultiAlternatives:
    inquiry, language = letter.inquiry, _language(letter)
    with override(language):
        context = {
            "inquiry": inquiry,
            "entry": letter.entry,
            "handover": letter.handover,
            "status_url": absolute(reverse("inquiries:track")) + f"?number={inquiry.number}",
            "answer_due": clocks.answer_due(inquiry, Calendar.load()),
        }
        name = f"mail/inquiry_{letter.kind}"
        subject, _, body = render_to_string(f"{name}.txt", context).strip().partition("\n")
        html = render_to_string(f"{name}.html", {**context, "subject": subject})
    domain = urlsplit(settings.SITE_URL).hostname
    headers = {
        "Message-ID": f"<{letter.key.hex}@{domain}>",
        # RFC 3834: no machine answers this letter, and no answer to it is answered.
        "Auto-Submitted": "auto-replied" if letter.kind == Letter.Kind.ACKNOWLEDGEMENT else "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": HTML_LANG[language],
    }
    if before := _letter_before(letter):
        headers["In-Reply-To"] = headers["References"] = f"<{before.hex}@{domain}>"
    message = EmailMultiAlternatives(
        " ".join(subject.split())[:SUBJECT_LENGTH],
        body.strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [letter.handover.email if letter.handover else inquiry.email],
        headers=headers,
    )
    message.attach_alternative(html, "text/html")
    return message


def _letter_before(letter: Letter):
    """The key of the last letter that the same person got about this message, so that mail programs group them."""
    if letter.handover:
        return None
    to_sender = Letter.objects.filter(
        inquiry=letter.inquiry, handover=None, state=State.SENT, pk__lt=letter.pk
    )
    return to_sender.order_by("-pk").values_list("key", flat=True).first()
