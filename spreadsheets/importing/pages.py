"""The pages that take a file in: send it, look at what it would change, confirm it or not."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from publishing.drafts.saving import SaveConflict
from publishing.history.texts import compare_texts, likeness, tokens_of
from publishing.publication.applying import CannotApply

from ..access import may_import
from ..exporting.page import sent_workbook
from ..formats.grid import Refused
from ..formats.limits import MOST_BYTES, MOST_CHANGED, MOST_ROWS, too_large
from ..models import Upload
from ..sheets import Sheet
from . import uploads
from .entries import CHANGED, FAULTY, NEW, STATE_WORDS, UNCHANGED
from .reports import report_lines
from .writing import Outdated

ON_A_PAGE = 40
#: In signs: below it two texts are compared at a glance, above it nobody reads on here.
SHORT, LONGEST_SHOWN = 25, 6000
DEED_WORDS = {"added": gettext_lazy("new row"), "removed": gettext_lazy("row removed")}


class ImportForm(forms.Form):
    """The file, and which table it is where it does not say so itself."""

    file = forms.FileField(label=gettext_lazy("File (.xlsx or .csv)"))
    table = forms.ChoiceField(label=gettext_lazy("Table of a single sheet"), required=False)

    def __init__(self, *args, sheet: Sheet, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(table.name, capfirst(str(table.title))) for table in sheet.tables]
        self.fields["table"].choices = [("", _("recognised by its headings")), *names]
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.csv,.txt,.tsv"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(too_large())
        return file


def _guard(request, model_admin) -> None:
    if not may_import(request.user, model_admin.model):
        raise PermissionDenied


def _context(request, model_admin, title: str) -> dict:
    return {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "list_url": model_admin.sheet_url("changelist"),
        "import_url": model_admin.sheet_url("import"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request, model_admin):
    """Ask for a file; keep it with its dry run."""
    _guard(request, model_admin)
    sheet = model_admin.sheet
    is_sent = request.method == "POST"
    form = ImportForm(request.POST if is_sent else None, request.FILES if is_sent else None, sheet=sheet)
    if is_sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            upload = uploads.receive(
                sheet,
                name=file.name,
                content=file.read(),
                user=request.user,
                table=form.cleaned_data["table"],
            )
        except Refused as reason:
            form.add_error("file", str(reason))
        else:
            return HttpResponseRedirect(model_admin.sheet_url("import_check", upload.pk))
    context = _context(request, model_admin, _("Import")) | {
        "form": form,
        "template_url": model_admin.sheet_url("import_template"),
        "limits": {"rows": MOST_ROWS, "megabytes": MOST_BYTES // 1024 // 1024, "changed": MOST_CHANGED},
    }
    return TemplateResponse(request, "admin/spreadsheets/import.html", context)


@require_safe
def template(request, model_admin):
    """A workbook without rows, with a sheet that explains its columns."""
    _guard(request, model_admin)
    sheet = model_admin.sheet
    return sent_workbook(sheet, list(sheet.tables), [], f"{sheet.record.name}-template.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def check(request, model_admin, upload):
    """The dry run: what the file would change, row by row; confirmed or thrown away from here."""
    upload = _own(request, model_admin, upload)
    if request.method == "POST":
        return _decide(request, model_admin, upload)
    try:
        uploads.retell(model_admin.sheet, upload)
    except Refused as reason:
        messages.error(request, str(reason))
        return HttpResponseRedirect(model_admin.sheet_url("import"))
    return TemplateResponse(request, "admin/spreadsheets/check.html", _told(request, model_admin, upload))


@require_safe
def report(request, model_admin, upload):
    """The dry run, or what was written, as a file."""
    upload = _own(request, model_admin, upload)
    name = slugify(upload.name.rpartition(".")[0]) or "import"
    answer = HttpResponse(b"".join(report_lines(upload.told)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}-report.csv"'
    return answer


def _own(request, model_admin, key) -> Upload:
    """The file, for the person alone who sent it in, as long as it is kept."""
    _guard(request, model_admin)
    kept = Upload.objects.of(request.user, model_admin.opts.label_lower)
    found = kept.select_related("owner").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _decide(request, model_admin, upload: Upload):
    back = HttpResponseRedirect(model_admin.sheet_url("import_check", upload.pk))
    if "discard" in request.POST:
        uploads.discard(upload)
        messages.info(request, _("The file was discarded. Nothing was written."))
        return HttpResponseRedirect(model_admin.sheet_url("import"))
    if "confirm" not in request.POST:
        return back
    try:
        if request.POST.get("outcome") != upload.outcome and upload.state == Upload.State.CHECKED:
            messages.error(request, _("This page was out of date. Nothing was written. Check it again."))
            return back
        is_first = uploads.carry_out(model_admin.sheet, upload, by=request.user)
    except Outdated as reason:
        messages.error(request, str(reason))
    except uploads.NothingToWrite:
        messages.info(request, _("The file changes nothing."))
    except (SaveConflict, CannotApply, Refused) as reason:
        messages.error(request, _("Nothing was written. %(reason)s") % {"reason": reason})
    else:
        if is_first:
            messages.success(request, _success(upload))
        else:
            messages.info(request, _("This file has already been written. Nothing was written twice."))
    return back


def _success(upload: Upload) -> str:
    number = upload.told["counts"][NEW] + upload.told["counts"][CHANGED]
    text = ngettext("%(number)s record was written.", "%(number)s records were written.", number)
    return text % {"number": number}


def _told(request, model_admin, upload: Upload) -> dict:
    counts = upload.told["counts"]
    wanted = request.GET.get("state") if request.GET.get("state") in (NEW, CHANGED, FAULTY) else ""
    groups = [group for group in upload.told["groups"] if not wanted or group["state"] == wanted]
    page = Paginator(groups, ON_A_PAGE).get_page(request.GET.get("page"))
    is_written = upload.state == Upload.State.WRITTEN
    title = _("What the file changed") if is_written else _("What the file would change")
    return _context(request, model_admin, title) | {
        "upload": upload,
        "is_written": is_written,
        "tallies": [
            {
                "state": state,
                "word": word,
                "number": counts[state],
                "is_link": state != UNCHANGED and counts[state],
            }
            for state, word in STATE_WORDS.items()
        ],
        "wanted": wanted,
        "to_write": counts[NEW] + counts[CHANGED],
        "faulty": counts[FAULTY],
        "notices": upload.told["notices"],
        "page": page,
        "groups": [_group(model_admin, group) for group in page],
        "report_url": model_admin.sheet_url("import_report", upload.pk),
    }


def _group(model_admin, group: dict) -> dict:
    rows = [
        row
        | {
            "deed_word": DEED_WORDS.get(row["deed"], ""),
            "changes": [change | {"pieces": _pieces(change)} for change in row["changes"]],
        }
        for row in group["rows"]
    ]
    return group | {
        "word": STATE_WORDS[group["state"]],
        "url": model_admin.sheet_url("change", group["pk"]) if group["pk"] else "",
        "rows": rows,
    }


def _pieces(change: dict):
    """Both texts as one, where most of it stayed; what is short or another text stands beside the old."""
    old, new = change["old"][:LONGEST_SHOWN], change["new"][:LONGEST_SHOWN]
    if min(len(old), len(new)) < SHORT or likeness(tokens_of(old), tokens_of(new)) < 0.5:
        return None
    return compare_texts(old, new)
