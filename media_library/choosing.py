"""Choosing a picture in a form: with the picture itself beside its name, and from a dialog of the library."""

from __future__ import annotations

import json

from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.choosing import KnownSelect, offer_chooser

from .models import Image
from .renditions import candidates


class PictureSelect(KnownSelect):
    """Tells the script (js/admin/media/choose.js) where the library is and what the chosen picture looks like."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-library": reverse("admin:media_library_image_picker"),
            "data-words": json.dumps(words(), ensure_ascii=False),
        }
        if not self.field.null:
            # A row that is nothing without its picture: many can be added at once.
            context["widget"]["attrs"]["data-many"] = "1"
        if self.known is not None and str(self.known.pk) in context["widget"]["value"]:
            context["widget"]["attrs"]["data-thumb"] = candidates(self.known, "thumb").src
        return context


def words() -> dict[str, str]:
    """What the script says."""
    return {
        "choose": _("Choose from the library"),
        "many": _("Add pictures from the library"),
        "add": _("Add the chosen pictures"),
        "chosen": _("%(number)s chosen"),
        "failed": _("The library could not be opened. Try again."),
    }


def prepare() -> None:
    """Let every form choose its pictures so. Called once, when the apps are ready."""
    offer_chooser(Image, PictureSelect)
