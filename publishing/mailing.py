"""Mail to colleagues: in the language of each, sent by the background worker, each letter once.

A letter is a job in the transaction of the deed that it tells of: no deed, no letter. Its key is kept when it has gone
out, and stands in its Message-ID, so that a job which runs again sends nothing twice.
"""

from __future__ import annotations

import hashlib
import logging
import unicodedata
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task
from django_tasks.base import Task

from bilingual.languages import LANGUAGES, active_language

from .models import MailReceipt, StaffProfile

log = logging.getLogger(__name__)

#: Minutes until a letter that the mail server did not take is tried again.
PAUSES = (1, 5, 30, 120, 720)
SUBJECT_LENGTH = 200


def language_of(user) -> str:
    """The language in which a colleague is written to: that of the profile, else that of the site."""
    profile = StaffProfile.objects.filter(user=user).first()
    return profile.language if profile else LANGUAGES[0]


def remember_language(user) -> None:
    """Write to this person in the language in which they work now, unless they have chosen one."""
    StaffProfile.objects.get_or_create(user=user, defaults={"language": active_language()})


def write_to(user, template: str, *, key: str, context: dict) -> None:
    """Order a letter. ``context`` is plain data for ``mail/<template>.txt``, whose first line is the subject.

    A value that is said in each language, as ``{"en": …, "zh-hans": …}``, reaches the template in the reader's.
    Nobody is written to who has no address or wants no mail.
    """
    profile = StaffProfile.objects.filter(user=user).first()
    if not user.email or not user.is_active or (profile and not profile.wants_mail):
        return
    deliver.enqueue(user.pk, template, key, context)


@task()
def deliver(user_pk: int, template: str, key: str, context: dict, attempt: int = 0) -> bool:
    """Send one letter; False when it went out before, nobody is there to read it, or it is tried again later."""
    user = get_user_model().objects.filter(pk=user_pk, is_active=True).exclude(email="").first()
    if user is None or MailReceipt.objects.filter(key=key).exists():
        return False
    language = language_of(user)
    with override(language):
        text = render_to_string(f"mail/{template}.txt", _in(language, context))
    subject, _, body = text.strip().partition("\n")
    message = EmailMessage(
        " ".join(subject.split())[:SUBJECT_LENGTH],
        body.strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [user.email],
        headers={"Message-ID": message_id(key), "Auto-Submitted": "auto-generated"},
    )
    try:
        message.send()
    except (SMTPException, OSError):
        if attempt >= len(PAUSES):
            raise
        deliver.using(run_after=_after(attempt)).enqueue(user_pk, template, key, context, attempt + 1)
        return False
    MailReceipt.objects.get_or_create(key=key)
    return True


def send_to_visitor(letter: EmailMessage, *, key: str, job: Task, args: tuple, attempt: int) -> bool:
    """Send a letter; False when it was refused, given up, or is tried again later by ``job(*args, attempt)``.

    The log names the job and its arguments, which must hold keys alone, and no address.
    """
    try:
        letter.send()
    except SMTPRecipientsRefused:
        log.warning("%s %s was refused by the recipient's server", job.name, args)
        return False
    except (SMTPException, OSError) as error:
        if attempt >= len(PAUSES):
            log.warning("%s %s was given up: %s", job.name, args, type(error).__name__)
        else:
            job.using(run_after=_after(attempt)).enqueue(*args, attempt + 1)
        return False
    MailReceipt.objects.get_or_create(key=key)
    return True


def _after(attempt: int) -> datetime:
    return timezone.now() + timedelta(minutes=PAUSES[attempt])


def _in(language: str, context: dict) -> dict:
    """The context with every value that is said in each language narrowed to one."""
    return {
        name: value[language] if isinstance(value, dict) and set(value) == set(LANGUAGES) else value
        for name, value in context.items()
    }


def email_key(email: str) -> str:
    """An address as it is compared: providers that tell upper from lower case are not in use."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def message_id(key: str) -> str:
    """The same for the same key, and nothing of it can be read."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{host}>"
