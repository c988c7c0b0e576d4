"""Accounts and roles in the newsroom, their permissions said in the language of the person who grants them."""

from __future__ import annotations

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from bilingual.deletion import RecordsOnly
from bilingual.moment_inputs import name_parts
from publishing.columns import part_parent
from publishing.models import Part
from publishing.rights.roles import say_role

#: What a permission allows, by the verb that its code name starts with; choices stand in this order.
DEEDS = {
    "view": _("%(app)s: view %(kind)s"),
    "add": _("%(app)s: add %(kind)s"),
    "change": _("%(app)s: change %(kind)s"),
    "delete": _("%(app)s: delete %(kind)s"),
    "review": _("%(app)s: review %(kind)s"),
    "publish": _("%(app)s: publish and withdraw %(kind)s"),
}


def say_permission(permission: Permission) -> str:
    """What it allows, such as "News: change article"; the stored words when its kind or verb is none of ours."""
    kind = permission.content_type.model_class()
    deed = DEEDS.get(permission.codename.partition("_")[0])
    if kind is None or deed is None:
        return str(permission)
    app = apps.get_app_config(permission.content_type.app_label).verbose_name
    return deed % {"app": app, "kind": _kind(kind)}


def _kind(model: type[Model]) -> str:
    """What a model is called; a part says of what, because several kinds of records have figures."""
    if not issubclass(model, Part):
        return str(model._meta.verbose_name)
    owner = part_parent(model).related_model
    return _("%(part)s (%(record)s)") % {"part": model._meta.verbose_name, "record": owner._meta.verbose_name}


class _PermissionChoices(ModelChoiceIterator):
    """Content before machinery, each app's models as it declares them, a model's deeds together.

    Permissions on models that are gone allow nothing, and are not offered.
    """

    def __iter__(self):
        kinds = list(apps.get_models())
        deeds = list(DEEDS)

        def place(permission):
            verb = permission.codename.partition("_")[0]
            turn = deeds.index(verb) if verb in deeds else len(deeds)
            return kinds.index(permission.content_type.model_class()), turn, permission.codename

        offered = [
            permission
            for permission in self.queryset.select_related("content_type")
            if permission.content_type.model_class() in kinds
        ]
        return (self.choice(permission) for permission in sorted(offered, key=place))


class PermissionsField(ModelMultipleChoiceField):
    """Single permissions to choose from, each in the words of ``say_permission``."""

    iterator = _PermissionChoices

    def label_from_instance(self, obj):
        return say_permission(obj)


class _Spoken(RecordsOnly):
    """For the admin of what has permissions or roles to choose from."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return name_parts(super().formfield_for_dbfield(db_field, request, **kwargs))

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.remote_field.model is Permission:
            kwargs["form_class"] = PermissionsField
        field = super().formfield_for_manytomany(db_field, request=request, **kwargs)
        if field is not None and field.queryset.model is Group:
            field.label_from_instance = say_role
            # A handful: all are seen at once, and what one ticks is what one gets.
            field.widget = CheckboxSelectMultiple(choices=field.choices)
            field.help_text = _("A person has the rights of every role that is ticked.")
        return field


class RoleAdmin(_Spoken, GroupAdmin):
    list_display = ["role"]

    @admin.display(description=_("role"), ordering="name")
    def role(self, group):
        return say_role(group)


class RoleFilter(admin.RelatedFieldListFilter):
    """By role, each called as it is elsewhere in the newsroom."""

    def field_choices(self, field, request, model_admin):
        return [(group.pk, say_role(group)) for group in Group.objects.order_by("name")]


class AccountAdmin(_Spoken, UserAdmin):
    """Accounts as Django keeps them."""

    filter_horizontal = ["user_permissions"]
    list_filter = ["is_active", "is_staff", "is_superuser", ("groups", RoleFilter)]
