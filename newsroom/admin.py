"""Planning and the limits of the site's health in the newsroom."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from articles.models import Article
from publishing.people import StaffChoice
from publishing.rights.scopes import areas_to_choose

from . import jobs  # noqa: F401
from .forms import DayField
from .models import HealthRules, Plan
from .names import page_url
from .planning import CannotBegin, begin_article, makes_plans, sees_plans


class OpenFilter(admin.SimpleListFilter):
    title = gettext_lazy("planned date")
    parameter_name = "when"

    def lookups(self, request, model_admin):
        return [("ahead", _("upcoming")), ("late", _("past, not started"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "ahead":
            return queryset.filter(planned_on__gte=today)
        if self.value() == "late":
            return queryset.filter(planned_on__lt=today, object_id="")
        return queryset


@admin.register(Plan)
class PlanAdmin(StaffChoice, admin.ModelAdmin):
    """Intentions: whoever writes articles makes them, in the columns where that person writes."""

    list_display = ["title", "planned_on", "column", "owner", "is_begun"]
    list_filter = [OpenFilter, "column"]
    list_select_related = ["column", "owner", "content_type"]
    search_fields = ["title", "note"]
    list_per_page = 100
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    ordering = ["planned_on", "pk"]
    actions = None
    fields = ["title", ("planned_on", "column", "owner"), "note"]
    change_form_template = "admin/newsroom/plan_form.html"

    def get_queryset(self, request):
        plans = super().get_queryset(request)
        areas = areas_to_choose(request.user, Article)
        return plans if areas is None else plans.filter(Q(column__in=areas) | Q(column=None))

    def has_module_permission(self, request) -> bool:
        return sees_plans(request.user)

    def has_view_permission(self, request, obj=None) -> bool:
        return sees_plans(request.user)

    def has_add_permission(self, request) -> bool:
        return makes_plans(request.user)

    def has_change_permission(self, request, obj=None) -> bool:
        return makes_plans(request.user, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return makes_plans(request.user, obj)

    def get_changeform_initial_data(self, request):
        return {"owner": request.user.pk, **super().get_changeform_initial_data(request)}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "planned_on":
            return DayField(label=db_field.verbose_name)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        areas = areas_to_choose(request.user, Article) if db_field.name == "column" else None
        if areas is not None:
            field.queryset = field.queryset.filter(pk__in=areas)
        if db_field.name == "column":
            # Making a column is no part of planning.
            field.widget.can_add_related = field.widget.can_change_related = False
        return field

    def get_urls(self):
        own = path(
            "<int:object_id>/draft/",
            self.admin_site.admin_view(self.draft_view),
            name="newsroom_plan_draft",
        )
        return [own, *super().get_urls()]

    @method_decorator([csrf_protect, require_POST])
    def draft_view(self, request, object_id):
        """Begin the article of a plan, once: pressed again, it leads to the draft that there is."""
        if not makes_plans(request.user):
            raise PermissionDenied
        plan = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not makes_plans(request.user, plan):
            raise PermissionDenied
        return self._begin(request, plan)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["record_url"] = _page_of(obj) if obj is not None and obj.object_id else ""
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request, obj):
        """The button that begins the article keeps first what was typed."""
        if "_begin" in request.POST:
            return self._begin(request, obj)
        return super().response_change(request, obj)

    def _begin(self, request, plan: Plan) -> HttpResponseRedirect:
        if plan.record is None:
            try:
                begin_article(plan, by=request.user)
            except CannotBegin as reason:
                messages.error(request, str(reason))
                return HttpResponseRedirect(page_url("newsroom.plan", str(plan.pk)))
            messages.success(request, _("The draft has been started. It keeps its planned date."))
        return HttpResponseRedirect(_page_of(plan))

    @admin.display(description=gettext_lazy("begun"), boolean=True)
    def is_begun(self, plan):
        return bool(plan.object_id)


def _page_of(plan: Plan) -> str:
    kind = plan.content_type
    return page_url(f"{kind.app_label}.{kind.model}", plan.object_id)


@admin.register(HealthRules)
class HealthRulesAdmin(admin.ModelAdmin):
    """One row. Administrators change it, and whoever they give the permission."""

    fieldsets = [
        (gettext_lazy("Home page"), {"fields": [("home_warn_days", "home_limit_days")]}),
        (
            gettext_lazy("Columns"),
            {
                "fields": [
                    "warn_percent",
                    ("news_stale_days", "notices_stale_days"),
                    ("stale_columns", "stale_in_all", "blank_columns"),
                ]
            },
        ),
        (gettext_lazy("Inquiries"), {"fields": [("inquiry_warn_days", "inquiry_fail_days")]}),
    ]

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        rules, _created = HealthRules.objects.get_or_create(pk=1)
        return HttpResponseRedirect(reverse("admin:newsroom_healthrules_change", args=[rules.pk]))
