"""The page "Translation" of a record: source and translation side by side, what changed, what the checks say.

It is one form: whatever button is pressed, what was typed is saved first, as a draft.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.forms import Textarea
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bilingual.checking.terms import Terms
from bilingual.languages import HTML_LANG, LANGUAGES, other_language
from media_library.models import Image
from publishing.desk import page_of
from publishing.drafts.copy_admin import MADE_FROM
from publishing.drafts.saving import SaveConflict, park
from publishing.models import Revision
from publishing.publication.applying import CannotApply
from publishing.rights.draft_access import draft_page
from publishing.rights.permissions import can
from publishing.snapshots import upgraded

from .checking import Remark, pair_of, remarks
from .deeds import DEEDS, perform
from .glossary_hits import hits
from .models import TranslationTask
from .page_frame import page_context, sign
from .places import Place, cleaned, form_field, places, with_texts
from .queueing import refresh
from .source_pictures import images_of, lacking, read_blocks
from .stamping import accept
from .states import PlaceState, Reading, State
from .task_form import task_form
from .versions import Version, keep, newest
from .vocabulary import glossary

#: Names of fields: the revision that the page was opened on, and before a path the text and the reason typed there.
SEEN, TEXT, REASON = "_seen", "text:", "reason:"


@draft_page("translation", "translation/")
@require_http_methods(["GET", "HEAD", "POST"])
def translation(request, model_admin, record):
    version = newest(record)
    reading = version.read()
    language = _language(request, reading)
    typed: dict[str, str] = {}
    errors: dict[str, list[str]] = {}
    if request.method == "POST":
        answer = _posted(request, record, version, language, typed, errors)
        if answer is not None:
            return answer
    known = places(type(record), version.snapshot)
    rows = Rows(
        language=language,
        may_write=can(request.user, "change", record, language),
        states={state.place.path: state for state in reading.of(language)},
        remarks=remarks(record, version.copy, reading),
        terms=Terms(glossary()),
        images=images_of(place.texts[other_language(language)] for place in known.values() if place.is_rich),
        typed=typed,
        errors=errors,
    )
    task = TranslationTask.objects.of(record).filter(language=language).select_related("owner").first()
    context = page_context(request, model_admin, record, _("Translation")) | {
        "language": sign(language),
        "source": sign(other_language(language)),
        "languages": [{"sign": sign(code), "state": reading.state(code)} for code in LANGUAGES],
        "rows": [rows.row(place) for place in known.values() if _has_words(place)],
        # A page that comes back with an error still knows what its visitor had before them.
        "seen": request.POST.get(SEEN) or version.revision.pk,
        "may_write": rows.may_write,
        "may_publish": can(request.user, "publish", record, language),
        "has_machine": bool(settings.TRANSLATION_PROVIDER)
        and reading.state(language) in (State.MISSING, State.OUTDATED),
        "task": task,
        "task_form": task_form(task) if task else None,
        "names": {"seen": SEEN, "text": TEXT, "reason": REASON},
    }
    return TemplateResponse(request, "admin/translation_desk/translation.html", context)


@dataclass(frozen=True)
class Rows:
    """What the rows of the page have in common. ``typed`` and ``errors`` are those of a refused form, by path."""

    language: str
    may_write: bool
    states: dict[str, PlaceState]
    remarks: list[Remark]
    terms: Terms
    images: dict[int, Image]
    typed: dict[str, str]
    errors: dict[str, list[str]]

    def row(self, place: Place) -> dict:
        """One place: its source, where its translation is typed, and what is said of both."""
        source = other_language(self.language)
        text, translation = place.texts[source], place.texts[self.language]
        found = [one for one in self.remarks if one.place.path == place.path]
        return {
            "place": place,
            "state": self.states.get(place.path),
            "pair": pair_of(place),
            "source": place.read[source],
            "blocks_read": read_blocks(text, source, self.images) if place.is_rich else None,
            "lacking": len(lacking(text, translation, self.images)) if place.is_rich and self.images else 0,
            "editor": _editor(place, self.language, self.typed.get(place.path, translation), self.may_write),
            "errors": self.errors.get(place.path, []),
            "remarks": [{"remark": one, "sign": sign(one.finding.side)} for one in found],
            "blocks": any(one.blocks for one in found),
            "hits": hits(place.read[source], source, self.terms),
        }


def _has_words(place: Place) -> bool:
    """Whether there is something to read or to translate; a rich text may hold nothing but a picture."""
    return any(place.read.values()) or (place.is_rich and any(place.texts.values()))


def _editor(place: Place, language: str, text: str, may_write: bool) -> str:
    """Where a translation is typed: the same editor as in the record's form, or a box as large as its text."""
    field = form_field(place, language)
    attrs = {"id": f"text-{place.path}", "lang": HTML_LANG[language], "spellcheck": "true"}
    if not place.is_rich:
        lines = 1 + max(len(words) for words in place.texts.values()) // 60
        field.widget = Textarea()
        attrs |= {"rows": min(24, lines), "class": "pair__text"}
    if not may_write:
        attrs["readonly"] = True
    return field.widget.render(TEXT + place.path, field.prepare_value(text), attrs)


def _language(request, reading: Reading) -> str:
    """The language that is asked for; else the one with work, else the one that is translated into."""
    asked = request.POST.get("language") or request.GET.get("language")
    if asked in LANGUAGES:
        return asked
    for state in (State.OUTDATED, State.MISSING):
        for code in LANGUAGES:
            if reading.count(code, state):
                return code
    return other_language(reading.original)


def _posted(request, record, version: Version, language: str, typed: dict, errors: dict):
    """Save what was typed, then do what the pressed button says; None, with both dicts filled, when it is refused."""
    deed = request.POST.get("deed", "")
    verb = DEEDS[deed.partition("|")[0]].verb if deed.partition("|")[0] in DEEDS else "change"
    if not can(request.user, verb, record, language):
        raise PermissionDenied
    seen = _seen(request, record) or version.revision
    before = upgraded(record, seen.snapshot)
    known = places(type(record), before)
    typed |= _typed(request, known, language)
    if typed and not can(request.user, "change", record, language):
        raise PermissionDenied
    if typed:
        texts = _cleaned(typed, known, language, errors)
        if errors:
            messages.error(request, _("Nothing is saved yet: see below."))
            return None
        try:
            _save(request, record, with_texts(before, language, texts), seen, language, list(texts))
        except SaveConflict as conflict:
            parked = park(record, conflict, by=request.user)
            return HttpResponseRedirect(f"{page_of(record)}?{MADE_FROM}={parked.pk}")
    if deed:
        perform(request, record, language, deed, reason=_reason(request, deed))
    elif not typed:
        messages.info(request, _("Nothing was changed."))
    return HttpResponseRedirect(f"{page_of(record, 'translation')}?language={language}")


def _typed(request, known: dict[str, Place], language: str) -> dict[str, str]:
    """The texts that differ from those the page was opened with, by path, as they were sent."""
    texts = {name.removeprefix(TEXT): text for name, text in request.POST.items() if name.startswith(TEXT)}
    if not texts.keys() <= known.keys():
        raise SuspiciousOperation("There is no such place in this record.")
    return {
        path: text
        for path, text in texts.items()
        if form_field(known[path], language).has_changed(
            known[path].texts[language], text.replace("\r\n", "\n")
        )
    }


def _cleaned(typed: dict[str, str], known: dict[str, Place], language: str, errors: dict) -> dict[str, str]:
    texts = {}
    for path, text in typed.items():
        try:
            texts[path] = cleaned(known[path], language, form_field(known[path], language).clean(text))
        except ValidationError as error:
            errors[path] = error.messages
    return texts


def _save(request, record, snapshot, seen: Revision, language: str, paths: list[str]) -> None:
    try:
        keep(record, snapshot, seen=seen, by=request.user)
    except CannotApply as reason:
        messages.error(request, str(reason))
    # Who saves a wording on this page saw its source beside it.
    fresh = places(type(record), snapshot)
    for path in paths:
        accept(record, fresh[path], language, by=request.user)
    refresh(record)
    messages.success(request, _("What you wrote has been saved as a draft."))


def _reason(request, deed: str) -> str:
    return request.POST.get(REASON + deed.split("|")[1], "").strip() if deed.count("|") else ""


def _seen(request, record) -> Revision | None:
    key = request.POST.get(SEEN, "")
    if not key:
        return None
    found = Revision.objects.of(record).filter(pk=key).first() if key.isascii() and key.isdigit() else None
    if found is None:
        raise SuspiciousOperation("The revision that this page was opened on is gone.")
    return found
