"""The page "Files for translators" of a record: sends a version out, takes its translation back as a draft."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bilingual.languages import LANGUAGES, joined_sentences, other_language, suffix
from publishing.desk import page_of
from publishing.drafts.copy_admin import MADE_FROM
from publishing.drafts.saving import SaveConflict, park
from publishing.models import Revision
from publishing.publication.applying import CannotApply
from publishing.rights.draft_access import draft_page
from publishing.rights.permissions import can
from publishing.snapshots import upgraded

from .exchange import word, xliff
from .exchange.packages import Package, Refused, package, translated
from .exchange.xml import MOST_BYTES
from .models import TranslationRecord
from .originals import target_language
from .page_frame import page_context, sign
from .places import with_texts
from .stamping import stamp_changes
from .versions import keep, newest

#: By the name in the address: how it is written, how files end, what they are.
FORMS = {
    "xliff-1.2": (xliff.write_1_2, "xlf", "application/xliff+xml", "XLIFF 1.2"),
    "xliff-2.1": (xliff.write_2_1, "xlf", "application/xliff+xml", "XLIFF 2.1"),
    "word": (
        word.write,
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word",
    ),
}
ZIP = b"PK\x03\x04"


@draft_page("translation_exchange", "translation/files/")
@require_http_methods(["GET", "HEAD", "POST"])
def exchange(request, model_admin, record):
    version = newest(record)
    if request.method == "POST":
        if not can(request.user, "change", record):
            raise PermissionDenied
        return _take_back(request, record)
    form, language = request.GET.get("form"), request.GET.get("language")
    if form in FORMS and language in LANGUAGES:
        return _send(package(record, version.revision, version.snapshot, language), form, record)
    target = target_language(record, version.snapshot)
    context = page_context(request, model_admin, record, _("Files for translators")) | {
        "languages": [
            {"target": sign(code), "source": sign(other_language(code))}
            for code in (target, other_language(target))
        ],
        "forms": [{"key": key, "name": name} for key, (*_rest, name) in FORMS.items()],
        "number": version.revision.number,
    }
    return TemplateResponse(request, "admin/translation_desk/files.html", context)


def _send(out: Package, form: str, record) -> HttpResponse:
    write, ending, kind, _name = FORMS[form]
    answer = HttpResponse(write(out), content_type=kind)
    name = slugify(getattr(record, "slug", "")) or str(record.pk)
    answer["Content-Disposition"] = f'attachment; filename="{name}-{suffix(out.target)}.{ending}"'
    return answer


def _take_back(request, record):
    try:
        received = _read(request.FILES.get("file"))
        revision = _revision(record, received)
        if not can(request.user, "change", record, received.target):
            raise PermissionDenied
        before = upgraded(record, revision.snapshot)
        texts = translated(record, before, received)
    except (Refused, ValidationError) as reason:
        said = joined_sentences(reason.messages) if isinstance(reason, ValidationError) else str(reason)
        messages.error(request, said)
        return HttpResponseRedirect(page_of(record, "translation_exchange"))
    if not texts:
        messages.info(request, _("The file contains nothing new."))
        return HttpResponseRedirect(_page_of_translation(record, received.target))
    snapshot = with_texts(before, received.target, texts)
    try:
        with transaction.atomic():
            # Before the save tells: these words were translated from the version that went out.
            stamp_changes(record, before, snapshot, by=request.user, origin=TranslationRecord.Origin.IMPORTED)
            keep(record, snapshot, seen=revision, by=request.user)
    except SaveConflict as conflict:
        parked = park(record, conflict, by=request.user)
        return HttpResponseRedirect(f"{page_of(record)}?{MADE_FROM}={parked.pk}")
    except CannotApply as reason:
        messages.error(request, str(reason))
        return HttpResponseRedirect(page_of(record, "translation_exchange"))
    messages.success(request, _("The translation from the file has been saved as a draft."))
    return HttpResponseRedirect(_page_of_translation(record, received.target))


def _page_of_translation(record, language: str) -> str:
    return f"{page_of(record, 'translation')}?language={language}"


def _read(file) -> Package:
    if file is None:
        raise Refused(_("Choose the translated file."))
    if file.size > MOST_BYTES:
        raise Refused(_("The file is too large."))
    data = file.read()
    return word.read(data) if data.startswith(ZIP) else xliff.read(data)


def _revision(record, received: Package) -> Revision:
    """The version that went out. Raises Refused for the file of another record, or of a version that is gone."""
    kind, _bar, rest = received.original.partition("/")
    key, _bar, number = rest.rpartition("/")
    if (kind, key) != (record._meta.label_lower, str(record.pk)):
        raise Refused(_("This file belongs to another record."))
    found = None
    if number.isascii() and number.isdigit() and len(number) < 10:
        found = Revision.objects.of(record).filter(number=int(number)).first()
    if found is None:
        raise Refused(_("The version that was sent out no longer exists."))
    return found
