"""The admin of everything that can be published."""

from __future__ import annotations

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bilingual.admin import BilingualAdmin, BilingualForm
from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, column, suffix

from .actions import LANGUAGE_NAMES, NotReady, publish, withdraw
from .slugs import free_slug, slug_from
from .states import EditionState, edition_state

PUBLISH_TEXT = {
    ENGLISH: gettext_lazy("Publish the English edition"),
    CHINESE: gettext_lazy("Publish the Chinese edition"),
}
WITHDRAW_TEXT = {
    ENGLISH: gettext_lazy("Withdraw the English edition"),
    CHINESE: gettext_lazy("Withdraw the Chinese edition"),
}


class PublishableForm(forms.ModelForm):
    """A form whose address is made from the name when the editor leaves it empty."""

    #: Base name of the field that names the record.
    name_field = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = gettext_lazy(
                "English words or pinyin, joined by hyphens; shared by both languages. Empty: made from the name."
            )

    def clean(self):
        cleaned = super().clean()
        english, chinese = (cleaned.get(column(self.name_field, code)) for code in LANGUAGES)
        if self.name_field and not (english or chinese):
            text = _("Write this in at least one of the two languages.")
            self.add_error(column(self.name_field, ENGLISH), text)
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            made = slug_from(english, chinese)
            cleaned["slug"] = free_slug(self._meta.model, made) if made else ""
            self.instance.slug = cleaned["slug"]
            if not made and (english or chinese):
                self.add_error("slug", _("No address can be made from this name. Write one."))
        return cleaned


class EditionFilter(admin.SimpleListFilter):
    """Lists what is, or is not, live in one language."""

    language = ENGLISH

    def lookups(self, request, model_admin):
        return [("live", EditionState.LIVE.label), ("not", gettext_lazy("Not published"))]

    def queryset(self, request, queryset):
        if self.value() == "live":
            return queryset.live(self.language)
        if self.value() == "not":
            return queryset.exclude(pk__in=queryset.live(self.language).values("pk"))
        return queryset


class EnglishFilter(EditionFilter):
    title = gettext_lazy("English edition")
    parameter_name = "english"


class ChineseFilter(EditionFilter):
    title = gettext_lazy("Chinese edition")
    parameter_name = "chinese"
    language = CHINESE


class PublishableAdmin(BilingualAdmin, admin.ModelAdmin):
    """Lists show the state of each edition; forms publish and withdraw each language for those who may."""

    form = PublishableForm
    name_field = "name"
    change_form_template = "admin/publishing/change_form.html"
    list_per_page = 50
    show_full_result_count = False
    save_on_top = False
    stewardship = (
        gettext_lazy("Care"),
        {"fields": ["slug", "owner", "review_by", "verified_on", "to_confirm"]},
    )
    autocomplete_fields = ["owner"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.name_field = self.name_field
        return form

    def get_list_display(self, request):
        return [*super().get_list_display(request), "english_state", "chinese_state"]

    def get_list_filter(self, request):
        return [EnglishFilter, ChineseFilter, *super().get_list_filter(request)]

    @admin.display(description=gettext_lazy("English"))
    def english_state(self, record):
        return state_chip(edition_state(record, ENGLISH))

    @admin.display(description=gettext_lazy("Chinese"))
    def chinese_state(self, record):
        return state_chip(edition_state(record, CHINESE))

    def has_publish_permission(self, request, obj=None) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    # The deeds of the form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["editions"] = [
            {
                "language": code,
                "name": _(LANGUAGE_NAMES[code]),
                "state": edition_state(obj, code),
                "since": getattr(obj, column("live_from", code)),
            }
            for code in LANGUAGES
            if obj is not None
        ]
        context["may_publish"] = self.has_publish_permission(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_add(self, request, obj, post_url_continue=None):
        if self._deeds(request, obj):
            return self._back_to_form(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        if self._deeds(request, obj):
            return self._back_to_form(request, obj)
        return super().response_change(request, obj)

    def _back_to_form(self, request, obj):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[obj.pk]))

    def _deeds(self, request, obj) -> bool:
        """Publish or withdraw what the pressed button says; True when one was pressed."""
        pressed = {name for name in request.POST if name.startswith(("_publish_", "_withdraw_"))}
        if not pressed or not self.has_publish_permission(request, obj):
            return False
        for code in LANGUAGES:
            if f"_publish_{suffix(code)}" in pressed:
                self._publish_one(request, obj, code)
            if f"_withdraw_{suffix(code)}" in pressed:
                withdraw(obj, language=code, by=request.user)
                messages.success(request, _("The %(language)s edition has been withdrawn.") % _named(code))
        return True

    def _publish_one(self, request, obj, code: str) -> None:
        try:
            publish(obj, language=code, by=request.user)
        except NotReady as reason:
            messages.error(request, _("Saved, but not published.") + " " + str(reason))
        else:
            messages.success(request, _("The %(language)s edition is published.") % _named(code))

    # The deeds of the list

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_publish_permission(request):
            for code in LANGUAGES:
                for name, deed, text in (
                    ("publish", publish, PUBLISH_TEXT[code]),
                    ("withdraw", withdraw, WITHDRAW_TEXT[code]),
                ):
                    key = f"{name}_{suffix(code)}"
                    actions[key] = (partial(_deed_on_many, deed=deed, language=code), key, text)
        return actions


def _named(code: str) -> dict:
    return {"language": _(LANGUAGE_NAMES[code])}


def _deed_on_many(model_admin, request, queryset, *, deed, language: str) -> None:
    """Publish or withdraw the selected rows one by one; a row that is not ready is named and left as it is."""
    done = 0
    for record in queryset:
        try:
            deed(record, language=language, by=request.user)
        except NotReady as reason:
            messages.error(request, f"{record}: {reason}")
        else:
            done += 1
    if done:
        text = ngettext("%(number)s edition changed.", "%(number)s editions changed.", done)
        messages.success(request, text % {"number": done})


def state_chip(state: EditionState):
    return format_html('<span class="state state--{}">{}</span>', state.value, state.label)


class PartInline(BilingualForm, admin.StackedInline):
    """Rows that belong to a record, both languages side by side."""

    extra = 0
    show_change_link = False


class CompactPartInline(BilingualForm, admin.TabularInline):
    """Rows without translated fields, one line each."""

    extra = 0
