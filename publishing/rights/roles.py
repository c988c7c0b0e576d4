"""The roles of the newsroom: groups, and what each may do with the content.

Content is every model that holds words in both languages, and every part of one. A role says which of the
verbs of Django's permissions it has; publishing and withdrawing are one verb of their own, and so is signing a review.
Who has no group is an administrator or has nothing; an administrator (superuser) may do everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import pgettext_lazy
from modeltranslation.translator import translator

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES

from ..drafts.merging import SHARED
from ..models import Part, Publishable


@dataclass(frozen=True)
class Role:
    """Verbs on the content, and verbs on what visitors send: the app ``inquiries``, models with ``is_for_the_desk``."""

    content: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    #: The only language whose words it changes, in records that can be published; None: it is not limited.
    language: str | None = None


#: By the name of the group.
ROLES = {
    "editor": Role(content=("view", "add", "change")),
    "translator": Role(content=("view", "change")),
    "reviewer": Role(content=("view", "review")),
    "publisher": Role(content=("view", "add", "change", "delete", "review", "publish")),
    "desk": Role(messages=("view", "change")),
}
#: Translators who write one of the languages. Their forms show the rest, and change nothing of it.
LANGUAGE_ROLES = {
    "translator-en": Role(content=("view", "change"), language=ENGLISH),
    "translator-zh-hans": Role(content=("view", "change"), language=CHINESE),
}
#: The roles that lift the limit of a language role which somebody has beside them.
UNLIMITED = {name for name, role in ROLES.items() if "change" in role.content}
MESSAGES_APP = "inquiries"
#: What the people of the newsroom call the roles; the names of the groups are keys.
SPOKEN = {
    "editor": pgettext_lazy("role", "editor"),
    "translator": pgettext_lazy("role", "translator"),
    "reviewer": pgettext_lazy("role", "reviewer"),
    "publisher": pgettext_lazy("role", "publisher"),
    "desk": pgettext_lazy("role", "investment desk"),
    "translator-en": pgettext_lazy("role", "translator into English"),
    "translator-zh-hans": pgettext_lazy("role", "translator into Chinese"),
}
#: Where the languages of an account are kept for the length of a request.
KEPT = "_languages_of_work"


def languages_of(user) -> frozenset[str]:
    """What a person may write, as far as the person may write at all: languages, and ``shared`` for what both share.

    One query for each request. A group that people made does not widen a language role.
    """
    if not hasattr(user, KEPT):
        names = set() if user.is_superuser else set(user.groups.values_list("name", flat=True))
        own = {role.language for name, role in LANGUAGE_ROLES.items() if name in names}
        is_limited = own and not names & UNLIMITED
        setattr(user, KEPT, frozenset(own) if is_limited else frozenset({*LANGUAGES, SHARED}))
    return getattr(user, KEPT)


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
    translated = [model for model in content if issubclass(model, Publishable | Part)]
    messages = [
        model
        for model in apps.get_models()
        if model._meta.app_label == MESSAGES_APP or getattr(model, "is_for_the_desk", False)
    ]
    groups = {}
    for name, role in (ROLES | LANGUAGE_ROLES).items():
        groups[name], _ = Group.objects.get_or_create(name=name)
        if role.language is None:
            held = _permissions(content, role.content)
        else:
            held = _permissions(content, ("view",)) + _permissions(translated, role.content)
        groups[name].permissions.add(*held, *_permissions(messages, role.messages))
    return groups


def _permissions(subjects: list[type[models.Model]], verbs: tuple[str, ...]) -> list[Permission]:
    """The permissions of these verbs that exist on these models; not every model can be published."""
    types = ContentType.objects.get_for_models(*subjects, for_concrete_models=False)
    wanted = {(types[model].pk, f"{verb}_{model._meta.model_name}") for model in subjects for verb in verbs}
    found = Permission.objects.filter(content_type__in=types.values())
    return [permission for permission in found if (permission.content_type_id, permission.codename) in wanted]
