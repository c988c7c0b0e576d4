"""Reviews and areas of work in the rail of the newsroom."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from ..mailing import language_of
from ..models import ReviewRequest, Scope, StaffProfile
from ..rights.publisher_access import publishable_models
from ..rights.scopes import key_of
from .queue import reviews_something, submitted_by, waiting_for, works_on_something


class ProfileForm(forms.ModelForm):
    class Meta:
        model = StaffProfile
        fields = ["language", "wants_mail"]


@admin.register(ReviewRequest)
class ReviewQueueAdmin(admin.ModelAdmin):
    """One page: what waits for me, what I submitted, and how I am written to."""

    def get_urls(self):
        return [
            path("", self.admin_site.admin_view(self.queue), name="publishing_reviewrequest_changelist"),
            path(
                "profile/", self.admin_site.admin_view(self.profile), name="publishing_reviewrequest_profile"
            ),
        ]

    def has_module_permission(self, request) -> bool:
        return works_on_something(request.user)

    def has_view_permission(self, request, obj=None) -> bool:
        return works_on_something(request.user)

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_add_permission

    @method_decorator(require_safe)
    def queue(self, request):
        if not works_on_something(request.user):
            raise PermissionDenied
        profile = StaffProfile.objects.filter(user=request.user).first()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Reviews"),
            "may_review": reviews_something(request.user),
            "waiting": waiting_for(request.user, request.GET.get("after")),
            "submitted": submitted_by(request.user, request.GET.get("before")),
            "profile": ProfileForm(instance=profile, initial={"language": language_of(request.user)}),
        }
        return TemplateResponse(request, "admin/publishing/review/queue.html", context)

    @method_decorator(require_POST)
    def profile(self, request):
        if not works_on_something(request.user):
            raise PermissionDenied
        profile = StaffProfile.objects.filter(user=request.user).first() or StaffProfile(user=request.user)
        form = ProfileForm(request.POST, instance=profile)
        if form.is_valid():
            form.save()
            messages.success(request, _("Saved."))
        else:
            messages.error(request, _("Choose one of the two languages."))
        return HttpResponseRedirect(reverse("admin:publishing_reviewrequest_changelist"))


def area_models() -> list:
    """The models whose rows are areas of work."""
    found = {
        model._meta.get_field(model.scope_field).related_model
        for model in publishable_models()
        if model.scope_field
    }
    return sorted(found, key=lambda model: model._meta.label)


def area_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every area, grouped by kind, as (key, name)."""
    groups = []
    for model in area_models():
        kind = ContentType.objects.get_for_model(model)
        rows = [(key_of(kind.pk, row.pk), str(row)) for row in model._default_manager.all()]
        groups.append((str(model._meta.verbose_name_plural), rows))
    return groups


class ScopeForm(forms.ModelForm):
    area = forms.ChoiceField(label=gettext_lazy("area"))

    class Meta:
        model = Scope
        fields = ["user", "group"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", "---------"), *area_choices()]
        if self.instance.pk:
            self.fields["area"].initial = key_of(self.instance.content_type_id, self.instance.object_id)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("area"):
            kind, _colon, pk = cleaned["area"].partition(":")
            self.instance.content_type_id, self.instance.object_id = int(kind), pk
        return cleaned


@admin.register(Scope)
class ScopeAdmin(admin.ModelAdmin):
    form = ScopeForm
    fields = [("user", "group"), "area"]
    list_display = ["__str__", "user", "group"]
    list_select_related = ["user", "group", "content_type"]
    autocomplete_fields = ["user"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
