"""The line that says who made a picture, whole sentences in each language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .models import Credit, Image


def credit_line(image: Image) -> str:
    """``Photo by Yin Jun, Liangjiang New Area`` / ``殷军 摄（两江新区）``; empty when nobody is named."""
    person, organisation = image.credit_person or "", image.credit_organisation or ""
    names = {"person": person, "organisation": organisation}
    if image.credit_form == Credit.PHOTO:
        if person and organisation:
            return _("Photo by %(person)s, %(organisation)s") % names
        if person:
            return _("Photo by %(person)s") % names
        return _("Photo: %(organisation)s") % names if organisation else ""
    if not (person or organisation):
        return ""
    if image.credit_form == Credit.WECHAT:
        return _("Photo: official WeChat account of %(name)s") % {"name": organisation or person}
    if image.credit_form == Credit.HANDOUT:
        return _("Provided by %(name)s") % {"name": organisation or person}
    if image.credit_form == Credit.SCREENSHOT:
        return _("Screenshot: %(name)s") % {"name": organisation or person}
    return _("Illustration: %(name)s") % {"name": person or organisation}
