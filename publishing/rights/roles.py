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
    names = ROLES | LANGUAGE_ROLES
    Group.objects.bulk_create([Group(name=name) for name in names], ignore_conflicts=True)
    groups = {group.name: group for group in Group.objects.filter(name__in=names)}
    content, messages = content_models(), _message_models()
    held = Group.permissions.through
    rows = [
        held(group=groups[name], permission_id=key)
        for (model, verb), key in _permissions([*content, *messages]).items()
        for name, role in names.items()
        if (model in content and verb in _content_verbs(role, model))
        or (model in messages and verb in role.messages)
    ]
    held.objects.bulk_create(rows, ignore_conflicts=True)
    return groups


def _message_models() -> set[type[models.Model]]:
    return {
        model
        for model in apps.get_models()
        if model._meta.app_label == MESSAGES_APP or getattr(model, "is_for_the_desk", False)
    }


def _content_verbs(role: Role, model: type[models.Model]) -> tuple[str, ...]:
    """A language role changes records that can be published and their parts; of other content it sees."""
    is_beyond = role.language is not None and not issubclass(model, Publishable | Part)
    return ("view",) if is_beyond else role.content


def _permissions(subjects: list[type[models.Model]]) -> dict[tuple[type[models.Model], str], int]:
    """The keys of the permissions that exist on these models, by model and verb; not every model can be published."""
    types = ContentType.objects.get_for_models(*subjects, for_concrete_models=False)
    by_type = {kind.pk: model for model, kind in types.items()}
    found = {}
    for key, type_key, code in Permission.objects.filter(content_type__in=by_type).values_list(
        "pk", "content_type", "codename"
    ):
        model = by_type[type_key]
        verb, _underscore, name = code.rpartition(f"_{model._meta.model_name}")
        if name == "":
            found[model, verb] = key
    return found
