"""Machine translation, if a provider is set up. What it writes is a marked draft until a person accepts it."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from bilingual.languages import other_language

from .exchange.packages import Package, Refused, Unit, package, translated
from .exchange.word import as_pieces, as_text
from .models import TranslationRecord
from .places import with_texts
from .stamping import stamp_changes
from .states import State
from .versions import Version, keep


class Provider(Protocol):
    """A class without arguments, named by the setting TRANSLATION_PROVIDER."""

    def translate(self, texts: list[str], *, source: str, target: str) -> list[str]:
        """The texts in another language, in the same order. Languages are codes of the portal.

        Marks such as ⟦s1⟧ stand for links and formats and are to be kept. Raises CannotTranslate.
        """


class CannotTranslate(Exception):
    """The provider did not answer, or not with what was asked; ``str()`` says so to a person."""


def provider() -> Provider | None:
    """The provider that the portal is configured with, or None."""
    path = settings.TRANSLATION_PROVIDER
    return import_string(path)() if path else None


def draft_by_machine(version: Version, language: str, *, by=None) -> int:
    """Translate what is missing or outdated in a language into a draft; returns the number of places.

    Raises CannotTranslate, and publishing.drafts.saving.SaveConflict when others saved meanwhile.
    """
    translator = provider()
    if translator is None:
        raise CannotTranslate(_("No machine translation is set up."))
    open_work = {
        place.place.path
        for place in version.read().of(language)
        if place.state in (State.MISSING, State.OUTDATED)
    }
    out = package(version.record, version.revision, version.snapshot, language)
    units = [unit for unit in out.units if unit.key.rpartition("#")[0] in open_work]
    if not units:
        return 0
    said = translator.translate(
        [as_text(unit.source) for unit in units], source=other_language(language), target=language
    )
    if len(said) != len(units):
        raise CannotTranslate(_("The machine did not translate everything."))
    back = [Unit(unit.key, unit.source, as_pieces(text)) for unit, text in zip(units, said, strict=True)]
    try:
        texts = translated(version.record, version.snapshot, Package(out.original, language, back))
    except (Refused, ValidationError) as reason:
        raise CannotTranslate(_("The machine’s translation does not fit here.")) from reason
    snapshot = with_texts(version.snapshot, language, texts)
    with transaction.atomic():
        stamp_changes(
            version.record, version.snapshot, snapshot, by=by, origin=TranslationRecord.Origin.MACHINE
        )
        keep(version.record, snapshot, seen=version.revision, by=by)
    return len(texts)
