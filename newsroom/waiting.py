"""What waits for one person: inquiries, reviews, returned texts, conflicts, translations, questions, drafts,
schedules."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES
from publishing.models import Release, Revision
from publishing.publication.states import EditionState
from publishing.review.queue import is_overdue
from translation_desk.models import TranslationTask

from .calendar import Sources, key_of, open_plans
from .in_hand import InHand
from .inquiries import inquiry_group
from .items import Group, Item
from .names import Key, Named, page_url

#: A plan of one's own is told this long before its day.
SOON = timedelta(days=3)


class Waiting:
    """Tells what a person has in hand, in groups; the names of the records are found in between by ``keys``."""

    def __init__(self, user, sources: Sources):
        self.user, self.now, self.today = user, timezone.now(), timezone.localdate()
        self.own, self.sources = InHand(user), sources

    def keys(self) -> set[Key]:
        return self.own.keys()

    def groups(self, found: dict[Key, Named]) -> list[Group]:
        """The groups that have something, the most pressing first."""
        groups = [
            inquiry_group(self.user),
            Group(
                "conflicts",
                _("Set aside: someone else changed the same place"),
                items=self._conflict_items(found),
            ),
            Group("returned", _("Returned to me"), items=self._returned_items(found)),
            Group(
                "reviews",
                _("For me to review"),
                reverse("admin:publishing_reviewrequest_changelist"),
                self._review_items(found),
            ),
            Group(
                "translations",
                _("For me to translate"),
                reverse("admin:translation_desk_translationtask_changelist"),
                self._task_items(found),
            ),
            Group(
                "offered",
                _("To translate, taken by nobody yet"),
                f"{reverse('admin:translation_desk_translationtask_changelist')}?who=nobody",
                self._offered_items(found),
            ),
            Group("questions", _("Questions and remarks"), items=self._question_items(found)),
            Group("unsaved", _("Typed but not saved"), items=self._scratch_items(found)),
            Group(
                "plans",
                _("Planned by me"),
                reverse("admin:newsroom_plan_changelist"),
                self._plan_items(found),
            ),
            Group("drafts", _("My drafts"), items=self._draft_items(found)),
            Group("scheduled", _("Scheduled by me"), items=self._scheduled_items(found)),
        ]
        return [group for group in groups if group.items]

    def _review_items(self, found) -> list[Item]:
        items = []
        for request in self.own.reviews:
            if record := found.get(key_of(request)):
                who = request.asked_by.get_username() if request.asked_by else ""
                note = " · ".join(text for text in (str(request.get_step_display()), who) if text)
                items.append(
                    Item(
                        str(record),
                        page_url(record.label, record.key, "review"),
                        record.kind,
                        note,
                        request.due_on,
                        request.asked_at,
                        is_overdue(request),
                    )
                )
        return items

    def _returned_items(self, found) -> list[Item]:
        return [
            Item(
                str(record),
                page_url(record.label, record.key, "review"),
                record.kind,
                _("%(person)s: %(words)s") % {"person": request.reviewer, "words": request.comment},
                at=request.closed_at,
            )
            for request in self.own.returned
            if (record := found.get(key_of(request)))
        ]

    def _task_items(self, found) -> list[Item]:
        return [
            self._task_item(task, record, "")
            for task in self.own.tasks
            if task.owner_id == self.user.pk and (record := found.get(key_of(task)))
        ]

    def _offered_items(self, found) -> list[Item]:
        return [
            self._task_item(task, record, "")
            for task in self.own.offered
            if (record := found.get(key_of(task)))
        ]

    def _task_item(self, task: TranslationTask, record: Named, note: str) -> Item:
        url = f"{page_url(record.label, record.key, 'translation')}?language={task.language}"
        is_late = task.due_on is not None and task.due_on < self.today
        return Item(
            str(record), url, str(task.get_language_display()), note, task.due_on, task.opened_at, is_late
        )

    def _question_items(self, found) -> list[Item]:
        """What translators ask about the records of this person, and what came by links that the person gave away."""
        mine = {key_of(revision) for revision in self.own.revisions if revision.number is not None}
        items = [
            self._task_item(task, record, task.question)
            for task in self.own.tasks
            if task.question
            and task.owner_id != self.user.pk
            and (record := found.get(key_of(task)))
            and (record.owner_id == self.user.pk or key_of(task) in mine)
        ]
        for remark in self.own.remarks:
            if record := found.get(key_of(remark.revision)):
                words = remark.text or str(remark.get_verdict_display())
                note = _("%(person)s: %(words)s") % {"person": remark.name, "words": words}
                url = page_url(record.label, record.key, "preview")
                items.append(Item(str(record), url, record.kind, note, at=remark.created_at))
        return items

    def _conflict_items(self, found) -> list[Item]:
        return [
            Item(str(record), f"{record.url}?_made_from={revision.pk}", record.kind, at=revision.created_at)
            for revision in self.own.revisions
            if revision.number is None and (record := found.get(key_of(revision)))
        ]

    def _draft_items(self, found) -> list[Item]:
        """Drafts of what is public, and what never became public."""
        return [
            Item(str(record), record.url, record.kind, at=revision.created_at, record=record)
            for revision in self.own.revisions
            if revision.number is not None
            and (record := found.get(key_of(revision)))
            and (revision.kind == Revision.Kind.DRAFT or _is_unpublished(record))
        ]

    def _scratch_items(self, found) -> list[Item]:
        items = []
        for scratch in self.own.scratches:
            kind = scratch.content_type
            label, name = f"{kind.app_label}.{kind.model}", f"admin:{kind.app_label}_{kind.model}"
            record = found.get((label, scratch.object_id))
            if record is not None:
                title, url = str(record), record.url
            elif not scratch.object_id:
                title, url = _("New %(name)s") % {"name": kind.name}, reverse(f"{name}_add")
            else:
                title, url = _("A record that no longer exists"), reverse(f"{name}_kept", args=[scratch.pk])
            items.append(Item(title, url, kind.name, at=scratch.kept_at))
        return items

    def _plan_items(self, found) -> list[Item]:
        mine = [plan for plan in self.sources.plans if plan.owner_id == self.user.pk]
        return [
            Item(
                plan.title,
                page_url(*key_of(plan)) if plan.object_id else page_url("newsroom.plan", str(plan.pk)),
                str(plan.column or ""),
                due=plan.planned_on,
                is_late=plan.planned_on < self.today,
            )
            for plan in open_plans(mine, found)
            if plan.planned_on <= self.today + SOON
        ]

    def _scheduled_items(self, found) -> list[Item]:
        """First publications, changes of what is public, and releases that this person gave a moment."""
        items = []
        for key in dict.fromkeys((entry.kind, entry.object_id) for entry in self.own.scheduled):
            record = found.get(key)
            moments = _moments_to_come(record) if record else []
            if moments:
                url = page_url(record.label, record.key, "schedule")
                items.append(Item(str(record), url, record.kind, at=min(moments), record=record))
        for change in self.sources.changes:
            if change.by_id == self.user.pk and (record := found.get(key_of(change))):
                url = page_url(record.label, record.key, "schedule")
                items.append(Item(str(record), url, _("Change to public content"), at=change.at))
        waiting = (Release.State.WAITING, Release.State.IN_PLACE)
        releases = {item.release_id: item.release for item in self.sources.items}
        for release in releases.values():
            if release.by_id == self.user.pk and release.state in waiting and release.at > self.now:
                url = page_url("publishing.release", str(release.pk))
                items.append(Item(release.name, url, _("Release"), at=release.at))
        return sorted(items, key=lambda item: item.at)


def _is_unpublished(record: Named) -> bool:
    return {record.english, record.chinese} == {EditionState.DRAFT}


def _moments_to_come(record: Named) -> list[datetime]:
    now = timezone.now()
    moments = (getattr(record, f"live_from_{language.replace('-', '_')}") for language in LANGUAGES)
    return [moment for moment in moments if moment and moment > now]
