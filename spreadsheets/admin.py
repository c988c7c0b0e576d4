"""Buttons, addresses and an action for the list of a kind of record that a feature has described."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from .access import may_export, may_import
from .exporting.page import CHOSEN, export
from .importing.pages import check, receive, report, template
from .sheets import SHEETS, Sheet


def export_chosen(model_admin, request, queryset):
    """The action of a list: lead on to the page that asks for the kind of file."""
    address = reverse(f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_export")
    query = request.GET.copy()
    query.pop(CHOSEN, None)
    if request.POST.get("select_across") != "1":
        query[CHOSEN] = ",".join(request.POST.getlist("_selected_action"))
    return HttpResponseRedirect(f"{address}?{urlencode(query, doseq=True, safe=',')}")


class SheetAdmin:
    """For a ModelAdmin of records with a registered sheet, before it in the bases."""

    change_list_template = "admin/spreadsheets/change_list.html"

    @property
    def sheet(self) -> Sheet:
        return SHEETS[self.model]

    def get_urls(self):
        pages = (
            ("export", "export/", export),
            ("import", "import/", receive),
            ("import_template", "import/template/", template),
            ("import_check", "import/<uuid:upload>/", check),
            ("import_report", "import/<uuid:upload>/report/", report),
        )
        own = [
            path(where, self.admin_site.admin_view(self._with_self(view)), name=self._address_name(name))
            for name, where, view in pages
        ]
        return [*own, *super().get_urls()]

    def _with_self(self, view):
        return lambda request, **captured: view(request, self, **captured)

    def _address_name(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def sheet_url(self, name: str, *args) -> str:
        """The address of one of the pages about files."""
        return reverse(f"admin:{self._address_name(name)}", args=args)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if may_export(request.user, self.model):
            actions = {**actions, "export": (export_chosen, "export", _("Export to a file"))}
        return actions

    def changelist_view(self, request, extra_context=None):
        context = {
            "may_export": may_export(request.user, self.model),
            "may_import": may_import(request.user, self.model),
            "export_url": self.sheet_url("export"),
            "import_url": self.sheet_url("import"),
            "export_query": request.GET.urlencode(),
            **(extra_context or {}),
        }
        return super().changelist_view(request, context)
