"""The admin of everything that can be published."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from bilingual.admin import BilingualAdmin
from bilingual.languages import HTML_LANG, LANGUAGES, active_language, column

from .addresses.slugs import AddressField
from .bulk.offering import list_actions
from .desk import panels_for, record_urls
from .drafts.copy_admin import WorkingCopyAdmin
from .drafts.form_record import with_everything
from .drafts.saving import open_draft
from .filters import ChineseFilter, ConfirmFilter, EnglishFilter
from .forms import PublishableForm
from .people import StaffChoice
from .publication import deeds
from .publication.states import edition_state
from .release.gathering import GATHER_TEXT, gather_chosen
from .rights.permissions import can
from .scratch.admin import ScratchAdmin
from .scratch.presence import PresenceAdmin

#: Says after a redirect which edition could not be published, so that the form marks what is missing.
MISSING = "missing"
#: The state of an edition: a shape, the language as it calls itself, a word.
STATE = '<span class="state state--{}"><span class="state__language" lang="{}">{}</span> {}</span>'


class PublishableAdmin(
    PresenceAdmin, ScratchAdmin, WorkingCopyAdmin, StaffChoice, BilingualAdmin, admin.ModelAdmin
):
    """Lists show the state of each edition; forms publish and withdraw each language for those who may."""

    form = PublishableForm
    name_field = "name"
    list_per_page = 50
    show_full_result_count = False
    stewardship = (
        gettext_lazy("Maintenance"),
        {"fields": ["slug", "owner", ("review_by", "verified_on"), "to_confirm"], "classes": ["aside"]},
    )

    def get_list_display(self, request):
        return [*super().get_list_display(request), "editions"]

    def get_list_filter(self, request):
        return [EnglishFilter, ChineseFilter, ConfirmFilter, *super().get_list_filter(request)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.name_field = self.name_field
        return form

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.SlugField):
            kwargs["form_class"] = AddressField
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request):
        """Lists leave the long texts in the database; a form brings along the records that it points at."""
        queryset = super().get_queryset(request)
        page = request.resolver_match.url_name if request.resolver_match else ""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        if page == f"{name}_changelist":
            long = (models.TextField, models.JSONField)
            return queryset.defer(*(field.name for field in self.opts.fields if isinstance(field, long)))
        if page == f"{name}_change":
            relations = [field.name for field in self.opts.fields if field.many_to_one]
            return with_everything(queryset.select_related(*relations) if relations else queryset)
        return queryset

    def has_publish_permission(self, request, obj=None) -> bool:
        return can(request.user, "publish", obj or self.model)

    def get_urls(self):
        return [*record_urls(self), *super().get_urls()]

    def get_actions(self, request):
        actions = {**super().get_actions(request), **list_actions(request.user, self.model)}
        if self.has_publish_permission(request):
            actions["gather"] = (gather_chosen, "gather", GATHER_TEXT)
        return actions

    def get_view_on_site_url(self, obj=None):
        """The address of an edition that is live, in the person's own language if it can be; else none."""
        # What was typed into the form may be no address at all.
        obj = getattr(obj, "wc_live", obj)
        live = obj.live_languages() if obj is not None and hasattr(obj, "get_absolute_url") else []
        if not live:
            return None
        with override(active_language() if active_language() in live else live[0]):
            return obj.get_absolute_url()

    # The form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["may_publish"] = self.has_publish_permission(request, obj)
        copy = getattr(request, "working_copy", None)
        live = getattr(obj, "wc_live", obj)
        draft = copy.wc_draft if copy is not None else (open_draft(live) if live is not None else None)
        context["editions"] = deeds.editions_of(obj, draft)
        context["panels"] = panels_for(request, live, draft) if live is not None else []
        self._mark(context)
        if obj is not None and request.GET.get(MISSING) in LANGUAGES:
            self._mark_missing(context["adminform"].form, obj, request.GET[MISSING])
        return super().render_change_form(request, context, add, change, form_url, obj)

    @staticmethod
    def _mark(context) -> None:
        """Hang what the panels remark on single fields on these fields, for the template to show."""
        fields = context["adminform"].form.fields
        for panel in context["panels"]:
            for name in panel.marks.keys() & fields.keys():
                fields[name].mark = panel.marks[name]

    def _mark_missing(self, form, obj, language: str) -> None:
        for name in obj.missing_for(language):
            if column(name, language) in form.fields:
                text = _("Needed before this edition can be published.")
                form.errors[column(name, language)] = form.error_class([text])

    def response_add(self, request, obj, post_url_continue=None):
        return self._deeds(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._deeds(request, obj) or super().response_change(request, obj)

    def _deeds(self, request, obj):
        """Publish or withdraw what the pressed button says and lead back to the form; None when none was."""
        wanted = deeds.pressed(request)
        if not wanted or not self.has_publish_permission(request, obj):
            return None
        copy = getattr(request, "working_copy", None)
        if copy is not None:
            if copy.wc_was_merged:
                messages.warning(
                    request,
                    _("Others have changed this in the meantime. Check the result before you publish."),
                )
                return None
            obj = self.model._default_manager.get(pk=copy.wc_live.pk)
        refused = [code for deed, code in wanted if not deeds.perform(request, obj, deed, code)]
        url = reverse(
            f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk]
        )
        if refused:
            url = f"{url}?{urlencode({MISSING: refused[0]})}"
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, url))

    @admin.display(description=gettext_lazy("editions"))
    def editions(self, record):
        chips = (
            (HTML_LANG[code], deeds.SIGNS[code], state.value, state.label)
            for code in LANGUAGES
            for state in [edition_state(record, code)]
        )
        return format_html_join("", STATE, ((value, lang, sign, text) for lang, sign, value, text in chips))
