"""Filters of the list of pictures: what still needs somebody's care, who brought it in."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, column

from .incoming.duplicates import twins
from .models import Rights
from .usage import unused


def _empty(name: str) -> Q:
    # Columns of a language may hold NULL or "", which mean the same.
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


#: Nobody has to be named for these.
UNOWED = (Rights.OWN, Rights.PUBLIC)


def _without_credit() -> Q:
    """Somebody else's picture that names nobody."""
    condition = ~Q(rights__in=UNOWED)
    for name in ("credit_person", "credit_organisation"):
        for code in LANGUAGES:
            condition &= _empty(column(name, code))
    return condition


#: What can be missing from a picture, in the order in which it is told.
MISSING: dict[str, tuple[str, Q]] = {
    "alt_en": (_("No text alternative in English"), _empty(column("alt", ENGLISH))),
    "alt_zh": (_("No text alternative in Chinese"), _empty(column("alt", CHINESE))),
    "credit": (_("Nobody credited"), _without_credit()),
    "rights": (_("Rights not cleared"), Q(rights=Rights.UNCLEAR)),
}


def any_missing() -> Q:
    condition = Q()
    for _text, missing in MISSING.values():
        condition |= missing
    return condition


class CareFilter(admin.SimpleListFilter):
    title = _("needs attention")
    parameter_name = "care"
    others = {
        "any": _("Anything missing"),
        "unused": _("Not used"),
        "twins": _("In the library twice"),
        "unmade": _("Smaller copies missing"),
    }

    def lookups(self, request, model_admin):
        missing = [(key, text) for key, (text, _condition) in MISSING.items()]
        return [("any", self.others["any"]), *missing, *list(self.others.items())[1:]]

    def queryset(self, request, queryset):
        return needing(queryset, self.value())


def needing(queryset: QuerySet, care: str | None) -> QuerySet:
    """Those pictures that need one kind of care, by the key of the filter; all of them for an unknown one."""
    if care in MISSING:
        return queryset.filter(MISSING[care][1])
    if care == "any":
        return queryset.filter(any_missing())
    if care == "unused":
        return unused(queryset)
    if care == "twins":
        return queryset.filter(pk__in=[key for group in twins() for key in group])
    return queryset.filter(renditions={}) if care == "unmade" else queryset


class UploaderFilter(admin.SimpleListFilter):
    """Colleagues who have brought something in; a name that is not among them finds nothing."""

    title = _("uploaded by")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        known = model_admin.model._default_manager.order_by().values("uploaded_by")
        people = get_user_model().objects.filter(pk__in=known).order_by("username")
        return [(str(person.pk), person.get_full_name() or person.get_username()) for person in people]

    def queryset(self, request, queryset):
        value = self.value()
        if value is None:
            return queryset
        return queryset.filter(uploaded_by=int(value)) if value.isdecimal() else queryset.none()
