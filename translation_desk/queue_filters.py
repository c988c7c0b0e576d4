"""The questions that the translation queue answers, as its address asks them."""

from __future__ import annotations

from datetime import date

from django import forms
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES
from publishing.models import Publishable
from publishing.rights import scopes
from publishing.rights.draft_access import WORK
from publishing.rights.permissions import can
from publishing.rights.roles import languages_of

from .models import TranslationTask

PAGE = 50


def kinds_of_work(user) -> dict[str, type[Publishable]]:
    """Kinds of records that a person works on, by label."""
    return {
        model._meta.label_lower: model
        for model in apps.get_models()
        if issubclass(model, Publishable)
        and can(user, "view", model)
        and any(can(user, verb, model) for verb in WORK)
    }


class QueueFilters(forms.Form):
    """Each field may be empty; nonsense is said and ignored."""

    language = forms.ChoiceField(label=_("language"), required=False)
    kind = forms.ChoiceField(label=_("kind of record"), required=False)
    work = forms.ChoiceField(
        label=_("work"),
        required=False,
        choices=[
            ("", _("All")),
            ("missing", _("Missing")),
            ("outdated", _("Outdated")),
            ("unaccepted", _("Machine translations to accept")),
        ],
    )
    who = forms.ChoiceField(
        label=_("translator"),
        required=False,
        choices=[("", _("All")), ("me", _("Mine")), ("nobody", _("Nobody yet"))],
    )
    due = forms.ChoiceField(
        label=_("due on"),
        required=False,
        choices=[("", _("All")), ("late", _("Overdue")), ("set", _("With a due date"))],
    )

    def __init__(self, user, data):
        self.user, self.kinds = user, kinds_of_work(user)
        own = [code for code in LANGUAGES if code in languages_of(user)]
        data = data.copy()
        if len(own) == 1:
            # Who writes one language sees its work, unless asked otherwise.
            data.setdefault("language", own[0])
        super().__init__(data)
        self.fields["language"].choices = [
            ("", _("Both")),
            (ENGLISH, _("Into English")),
            (CHINESE, _("Into Chinese")),
        ]
        self.fields["kind"].choices = [
            ("", _("All")),
            *((label, capfirst(model._meta.verbose_name_plural)) for label, model in self.kinds.items()),
        ]

    def tasks(self) -> QuerySet[TranslationTask]:
        """Open work that this person may see and the address asks for."""
        self.is_valid()
        asked = self.cleaned_data
        kinds = [self.kinds[asked["kind"]]] if asked.get("kind") else list(self.kinds.values())
        types = ContentType.objects.get_for_models(*kinds).values() if kinds else []
        tasks = TranslationTask.objects.filter(is_open=True, content_type__in=types)
        areas = scopes.areas_of(self.user)
        if areas is not None:
            tasks = tasks.filter(Q(area="") | Q(area__in=areas))
        if asked.get("language"):
            tasks = tasks.filter(language=asked["language"])
        if asked.get("work"):
            tasks = tasks.filter(**{f"{asked['work']}__gt": 0})
        if asked.get("who"):
            tasks = tasks.filter(owner=self.user if asked["who"] == "me" else None)
        if asked.get("due") == "late":
            tasks = tasks.filter(due_on__lt=timezone.localdate())
        elif asked.get("due") == "set":
            tasks = tasks.filter(due_on__isnull=False)
        return tasks


def page_after(tasks: QuerySet[TranslationTask], mark: str) -> tuple[list[TranslationTask], str]:
    """A page of the queue after a mark, and the mark from which the next goes on; empty at the end.

    A mark is ``<date>_<key>`` of the last row, so that a page far down costs what the first does.
    """
    day, _bar, key = mark.partition("_")
    if key.isascii() and key.isdigit():
        try:
            begin = date.fromisoformat(day)
        except ValueError:
            begin = None
        if begin is not None:
            tasks = tasks.filter(Q(sort_on__gt=begin) | Q(sort_on=begin, pk__gt=int(key)))
    rows = tasks.order_by("sort_on", "pk").select_related("owner", "content_type")
    found = list(rows[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return found[:PAGE], f"{last.sort_on.isoformat()}_{last.pk}" if last else ""
