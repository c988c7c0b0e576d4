"""The page that sends records out as a file: those of a list as it is filtered, or those that were chosen in it."""

from __future__ import annotations

from tempfile import TemporaryFile

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import FileResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from publishing.audit import auditing
from publishing.rights.scopes import visible_to

from ..access import may_export
from ..formats import csv_writing, xlsx_writing
from ..sheets import Sheet
from .downloads import CSV, XLSX, XLSX_TYPE
from .rows import in_order, rows_of

CHOSEN = "chosen"
#: Parameters of the list that say nothing of which rows it has.
OF_THE_PAGE = (CHOSEN, "p", "all", "e")


class ExportForm(forms.Form):
    """Which kind of file, and which tables it holds."""

    form = forms.ChoiceField(
        label=gettext_lazy("File format"),
        choices=[
            (XLSX, gettext_lazy("Excel workbook (.xlsx), a sheet for each table")),
            (CSV, gettext_lazy("Text (.csv, UTF-8), one table")),
        ],
        widget=forms.RadioSelect,
        initial=XLSX,
    )
    tables = forms.MultipleChoiceField(label=gettext_lazy("Tables"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, sheet: Sheet, **kwargs):
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.fields["tables"].choices = [(table.name, capfirst(str(table.title))) for table in sheet.tables]
        self.fields["tables"].initial = [table.name for table in sheet.tables]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("form") == CSV and len(cleaned.get("tables") or ()) > 1:
            self.add_error(
                "tables", _("A text file holds only one table. Choose one table, or use the workbook.")
            )
        return cleaned

    @property
    def chosen_tables(self) -> list:
        return [table for table in self.sheet.tables if table.name in self.cleaned_data["tables"]]


@require_http_methods(["GET", "HEAD", "POST"])
def export(request, model_admin):
    if not may_export(request.user, model_admin.model):
        raise PermissionDenied
    try:
        queryset = _wanted(request, model_admin)
    except (IncorrectLookupParameters, ValueError):
        return HttpResponseRedirect(f"{_list_of(model_admin)}?e=1")
    form = ExportForm(request.POST if request.method == "POST" else None, sheet=model_admin.sheet)
    if request.method == "POST" and form.is_valid():
        return _send(request, model_admin, queryset, form)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Export"),
        "opts": model_admin.opts,
        "form": form,
        "number": queryset.count(),
        "total": visible_to(request.user, model_admin.model._base_manager.all()).count(),
        "is_chosen": CHOSEN in request.GET,
        "list_url": _list_of(model_admin),
    }
    return TemplateResponse(request, "admin/spreadsheets/export.html", context)


def _list_of(model_admin) -> str:
    return model_admin.sheet_url("changelist")


def _wanted(request, model_admin) -> models.QuerySet:
    """Exactly the rows that the list shows on all its pages, in its order; of them the chosen ones."""
    chosen = request.GET.get(CHOSEN)
    query, method = request.GET.copy(), request.method
    given = request.GET
    for name in OF_THE_PAGE:
        query.pop(name, None)
    request.GET, request.method = query, "GET"
    try:
        queryset = model_admin.get_changelist_instance(request).get_queryset(request)
    finally:
        request.GET, request.method = given, method
    if chosen is None:
        return queryset
    return queryset.filter(pk__in=[key for key in chosen.split(",") if key])


def _send(request, model_admin, queryset: models.QuerySet, form: ExportForm):
    sheet, tables, kind = model_admin.sheet, form.chosen_tables, form.cleaned_data["form"]
    auditing.record(
        "spreadsheets.exported",
        by=request.user,
        new={
            "kind": model_admin.opts.label_lower,
            "form": kind,
            "tables": [table.name for table in tables],
            "records": queryset.count(),
        },
    )
    rows = rows_of(sheet, tables, in_order(queryset), request.user)
    today = timezone.localdate().isoformat()
    if kind == CSV:
        lines = csv_writing.lines(tables[0], (cells for _table, cells in rows))
        answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{tables[0].name}-{today}.csv"'
        return answer
    return sent_workbook(sheet, tables, rows, f"{sheet.record.name}-{today}.xlsx")


def sent_workbook(sheet: Sheet, tables: list, rows, name: str) -> FileResponse:
    """A workbook as a download; it is made in a file, not in memory."""
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    xlsx_writing.write(sheet, tables, rows, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)
