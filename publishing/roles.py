"""The roles of the newsroom: groups, and what each may do with the content.

Content is every model that holds words in both languages, and every part of one. A role says which of the
verbs of Django's permissions it has; publishing and withdrawing are one verb of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import pgettext_lazy
from modeltranslation.translator import translator

from .models import Part


@dataclass(frozen=True)
class Role:
    """Verbs on the content, and verbs on the messages of visitors (models of the app ``inquiries``)."""

    content: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()


#: By the name of the group.
ROLES = {
    "editor": Role(content=("view", "add", "change")),
    "translator": Role(content=("view", "change")),
    "reviewer": Role(content=("view",)),
    "publisher": Role(content=("view", "add", "change", "delete", "publish")),
    "desk": Role(messages=("view", "change")),
}
MESSAGES_APP = "inquiries"
#: What the people of the newsroom call the roles; the names of the groups are keys.
SPOKEN = {
    "editor": pgettext_lazy("role", "editor"),
    "translator": pgettext_lazy("role", "translator"),
    "reviewer": pgettext_lazy("role", "reviewer"),
    "publisher": pgettext_lazy("role", "publisher"),
    "desk": pgettext_lazy("role", "investment desk"),
}


def say_role(group: Group) -> str:
    """The name of a group in the active language; a group that people made is called as they wrote it."""
    return str(SPOKEN.get(group.name, group.name))


def content_models() -> list[type[models.Model]]:
    """Every installed model that is content."""
    translated = set(translator.get_registered_models(abstract=False))
    return [model for model in apps.get_models() if model in translated or issubclass(model, Part)]


@transaction.atomic
def make_groups() -> dict[str, Group]:
    """Make or repair the group of every role; the groups by name. Safe to run again.

    Permissions that people gave a group beyond its role are kept.
    """
    content = content_models()
    messages = list(apps.get_app_config(MESSAGES_APP).get_models()) if apps.is_installed(MESSAGES_APP) else []
    groups = {}
    for name, role in ROLES.items():
        groups[name], _ = Group.objects.get_or_create(name=name)
        groups[name].permissions.add(
            *_permissions(content, role.content), *_permissions(messages, role.messages)
        )
    return groups


def _permissions(subjects: list[type[models.Model]], verbs: tuple[str, ...]) -> list[Permission]:
    """The permissions of these verbs that exist on these models; not every model can be published."""
    types = ContentType.objects.get_for_models(*subjects, for_concrete_models=False)
    wanted = {(types[model].pk, f"{verb}_{model._meta.model_name}") for model in subjects for verb in verbs}
    found = Permission.objects.filter(content_type__in=types.values())
    return [permission for permission in found if (permission.content_type_id, permission.codename) in wanted]
