"""The jobs of the background worker in the newsroom: what each does, how it went, what went wrong."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult

from bilingual.moments import moment_shown

#: What a job does, by the path of its function.
WORK = {
    "inquiries.letters.send": _("letter about an inquiry"),
    "investment.registration_letters.send": _("letter about a registration"),
    "link_checking.tasks.check_round": _("a round of checking links"),
    "media_library.tasks.clear_replaced": _("clearing away the files of a replaced picture"),
    "media_library.tasks.render_image": _("making the sizes of a picture"),
    "publishing.mailing.deliver": _("letter to a colleague"),
    "subscriptions.digests.do_round": _("gathering what subscribers get"),
    "subscriptions.digests.send": _("letter with what is new"),
    "subscriptions.letters.send": _("letter about a subscription"),
}

admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class JobAdmin(DBTaskResultAdmin):
    """Newest first. What went wrong unfolds in its row, so that no row needs a page of its own."""

    list_display = ["work", "status", "enqueued", "started", "finished", "failure"]
    list_display_links = None
    list_filter = ["status"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    @admin.display(description=_("job"), ordering="task_path")
    def work(self, job):
        return WORK.get(job.task_path, job.task_path)

    @admin.display(description=_("ordered"), ordering="enqueued_at")
    def enqueued(self, job):
        return moment_shown(job.enqueued_at)

    @admin.display(description=_("started"), ordering="started_at")
    def started(self, job):
        return moment_shown(job.started_at)

    @admin.display(description=_("ended"), ordering="finished_at")
    def finished(self, job):
        return moment_shown(job.finished_at)

    @admin.display(description=_("what went wrong"))
    def failure(self, job):
        if not job.traceback:
            return "–"
        last_line = job.traceback.strip().rpartition("\n")[2]
        return format_html("<details><summary>{}</summary><pre>{}</pre></details>", last_line, job.traceback)
