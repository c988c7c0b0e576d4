"""Who translates, by when, and what is unclear."""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model

from .models import TranslationTask


class TaskForm(forms.ModelForm):
    class Meta:
        model = TranslationTask
        fields = ["owner", "due_on", "question"]
        widgets = {
            "due_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "question": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_staff=True, is_active=True)
        self.fields["owner"].queryset = people.order_by("username")


def task_form(task: TranslationTask, data=None) -> TaskForm:
    """The form of a task; its fields begin with ``task-``, so that they can stand in another form."""
    return TaskForm(data, instance=task, prefix="task")
