"""The translation queue and the glossary in the newsroom."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from publishing.rights.permissions import can
from publishing.rights.publisher_access import publishes_something

from .models import GlossaryTerm, TranslationTask
from .page_frame import sign
from .queue_filters import QueueFilters, kinds_of_work, page_after


@admin.register(TranslationTask)
class TranslationTaskAdmin(admin.ModelAdmin):
    """A list of work, soonest first. The work itself is done on the page of its record."""

    def has_module_permission(self, request) -> bool:
        return bool(kinds_of_work(request.user))

    def has_view_permission(self, request, obj=None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @method_decorator([csrf_protect, require_http_methods(["GET", "HEAD", "POST"])])
    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        filters = QueueFilters(request.user, request.GET)
        if request.method == "POST":
            self._take(request, filters)
            return HttpResponseRedirect(request.get_full_path())
        tasks = filters.tasks()
        rows, mark = page_after(tasks, request.GET.get("after", ""))
        query = request.GET.copy()
        query["after"] = mark
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Translation queue"),
            "filters": filters,
            "rows": [self._row(request, task) for task in rows],
            "next": query.urlencode() if mark else "",
            "is_first": not request.GET.get("after"),
            "ignored": [filters.fields[name].label for name in filters.errors],
        }
        return TemplateResponse(request, "admin/translation_desk/queue.html", context)

    def _row(self, request, task: TranslationTask) -> dict:
        kind = task.content_type.model_class()._meta
        url = reverse(f"admin:{kind.app_label}_{kind.model_name}_translation", args=[quote(task.object_id)])
        return {
            "task": task,
            "kind": kind.verbose_name,
            "sign": sign(task.language),
            "url": f"{url}?language={task.language}",
            "is_late": task.due_on is not None and task.due_on < timezone.localdate(),
            "may_take": task.owner_id != request.user.pk
            and can(request.user, "change", task.content_type.model_class(), task.language),
        }

    def _take(self, request, filters: QueueFilters) -> None:
        """Make a piece of work one's own."""
        key = request.POST.get("take", "")
        task = filters.tasks().filter(pk=key).first() if key.isascii() and key.isdigit() else None
        if task is None:
            raise Http404
        record = task.record
        if record is None or not can(request.user, "change", record, task.language):
            raise PermissionDenied
        task.owner = request.user
        task.save(update_fields=["owner"])
        messages.success(request, _("“%(record)s” is yours to translate.") % {"record": task.title})


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(admin.ModelAdmin):
    """Whoever writes keeps the glossary; whoever publishes may also strike a term from it."""

    list_display = ["english", "chinese", "allowed", "banned", "note"]
    search_fields = ["english", "chinese", "allowed", "banned"]
    list_per_page = 100
    show_full_result_count = False
    fields = [("english", "chinese"), "allowed", "banned", "note"]
    when_empty = gettext_lazy("No term is settled yet. Add one when two people have written it differently.")

    def _writes(self, request) -> bool:
        return any(can(request.user, "change", model) for model in kinds_of_work(request.user).values())

    def has_module_permission(self, request) -> bool:
        return bool(kinds_of_work(request.user))

    def has_view_permission(self, request, obj=None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request) -> bool:
        return self._writes(request)

    def has_change_permission(self, request, obj=None) -> bool:
        return self._writes(request)

    def has_delete_permission(self, request, obj=None) -> bool:
        return publishes_something(request.user)
