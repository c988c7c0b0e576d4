"""What a person does about one place: the deeds behind the buttons of the page "Translation".

A button sends ``deed|path|mark``; the mark is a fingerprint of what was shown, so that nobody judges words unseen.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import NamedTuple

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.languages import joined_sentences, other_language
from publishing.audit import auditing
from publishing.drafts.saving import SaveConflict
from publishing.publication.applying import CannotApply
from publishing.rights.permissions import can

from .checking import pair_of, remarks
from .machine import CannotTranslate, draft_by_machine
from .models import Exemption, TranslationTask
from .places import places, with_texts
from .queueing import refresh
from .source_pictures import images_of, lacking, with_pictures
from .stamping import accept, dismiss
from .states import PlaceState
from .task_form import task_form
from .versions import Version, keep, newest


class Pressed(NamedTuple):
    """A button, and what it stood beside."""

    request: object
    record: models.Model
    language: str
    path: str
    mark: str
    reason: str


class Deed(NamedTuple):
    """``verb`` is what a person must be allowed in the language."""

    verb: str
    do: Callable[[Pressed], None]


def perform(request, record, language: str, value: str, *, reason: str = "") -> None:
    """Do what a button says. The permission of its verb has been asked."""
    name, _bar, rest = value.partition("|")
    path, _bar, mark = rest.partition("|")
    if name not in DEEDS:
        raise SuspiciousOperation("There is no such deed.")
    DEEDS[name].do(Pressed(request, record, language, path, mark, reason))


def _accept(pressed: Pressed) -> None:
    version, state = _shown(pressed)
    if state is not None:
        accept(pressed.record, state.place, pressed.language, by=pressed.request.user)
        refresh(pressed.record, version.snapshot)
        messages.success(pressed.request, _("Marked as correct."))


def _dismiss(pressed: Pressed) -> None:
    version, state = _shown(pressed)
    if state is None:
        return
    if not state.is_minor:
        raise SuspiciousOperation("More than punctuation changed.")
    dismiss(pressed.record, state.place, pressed.language, by=pressed.request.user)
    refresh(pressed.record, version.snapshot)
    messages.success(pressed.request, _("Punctuation changes here have been dismissed."))


def _fix(pressed: Pressed) -> None:
    """Apply the fix of a finding to a new draft; the finding must be the one that was shown."""
    record, version = pressed.record, newest(pressed.record)
    for remark in remarks(record, version.copy, version.read()):
        if remark.key != pressed.mark or remark.finding.fix is None:
            continue
        side, path = remark.finding.side, remark.place.path
        if not can(pressed.request.user, "change", record, side):
            raise PermissionDenied
        text = remark.finding.fix.apply(remark.place.texts[side])
        snapshot = with_texts(version.snapshot, side, {path: text})
        try:
            keep(record, snapshot, seen=version.revision, by=pressed.request.user, note=remark.finding.rule)
        except SaveConflict:
            break
        messages.success(pressed.request, _("Corrected in the draft."))
        return
    _say_gone(pressed)


@transaction.atomic
def _exempt(pressed: Pressed) -> None:
    """Let a place be published although its numbers differ. The reason goes into the audit log."""
    _version, state = _shown(pressed)
    if state is None:
        return
    if not pressed.reason:
        messages.error(pressed.request, _("Say why the numbers may differ."))
        return
    record, reason, pair = pressed.record, pressed.reason[:300], pair_of(state.place)
    Exemption.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(record, for_concrete_model=True),
        object_id=str(record.pk),
        path=pressed.path,
        pair=pair,
        defaults={"reason": reason, "by": pressed.request.user},
    )
    auditing.record(
        "translation.exempted",
        subject=record,
        by=pressed.request.user,
        language=pressed.language,
        new={"place": pressed.path, "pair": pair},
        reason=reason,
    )
    messages.success(pressed.request, _("The difference has been accepted, and your reason is in the log."))


def _machine(pressed: Pressed) -> None:
    try:
        number = draft_by_machine(newest(pressed.record), pressed.language, by=pressed.request.user)
    except (CannotTranslate, SaveConflict) as reason:
        messages.error(pressed.request, str(reason))
        return
    text = ngettext(
        "%(number)s field has been machine-translated and is waiting to be accepted.",
        "%(number)s fields have been machine-translated and are waiting to be accepted.",
        number,
    )
    messages.success(pressed.request, text % {"number": number})


def _pictures(pressed: Pressed) -> None:
    """Put the pictures of the source into the translation. Its words are not judged, so none need have been seen."""
    version, language = newest(pressed.record), pressed.language
    place = places(type(pressed.record), version.snapshot).get(pressed.path)
    if place is None or not place.is_rich:
        raise SuspiciousOperation("There is no such place in this record.")
    source, text = place.texts[other_language(language)], place.texts[language]
    images = images_of([source])
    wanted = lacking(source, text, images)
    if not wanted:
        messages.info(pressed.request, _("The translation has all the pictures of the original."))
        return
    changed = with_texts(
        version.snapshot, language, {pressed.path: with_pictures(text, wanted, language, images)}
    )
    try:
        keep(pressed.record, changed, seen=version.revision, by=pressed.request.user)
    except (SaveConflict, CannotApply) as reason:
        messages.error(pressed.request, str(reason))
        return
    said = ngettext(
        "%(number)s picture from the original has been added.",
        "%(number)s pictures from the original have been added.",
        len(wanted),
    )
    messages.success(pressed.request, said % {"number": len(wanted)})


def _task(pressed: Pressed) -> None:
    task = TranslationTask.objects.of(pressed.record).filter(language=pressed.language).first()
    if task is None:
        messages.error(pressed.request, _("There is nothing left to translate here."))
        return
    form = task_form(task, pressed.request.POST)
    if form.is_valid():
        if form.changed_data:
            form.instance.save(update_fields=form.changed_data)
        messages.success(pressed.request, _("Saved."))
    else:
        messages.error(pressed.request, joined_sentences(chain(*form.errors.values())))


def _shown(pressed: Pressed) -> tuple[Version, PlaceState | None]:
    """The place beside which the button stood, if both its wordings are still the ones that were shown."""
    version = newest(pressed.record)
    for state in version.read().of(pressed.language):
        if state.place.path == pressed.path and pair_of(state.place) == pressed.mark:
            return version, state
    _say_gone(pressed)
    return version, None


def _say_gone(pressed: Pressed) -> None:
    messages.warning(pressed.request, _("The text has changed since you opened this page. Check it again."))


DEEDS = {
    "accept": Deed("change", _accept),
    "dismiss": Deed("change", _dismiss),
    "fix": Deed("change", _fix),
    "exempt": Deed("publish", _exempt),
    "machine": Deed("change", _machine),
    "pictures": Deed("change", _pictures),
    "task": Deed("change", _task),
}
