"""Enterprises as rows of plain values, the same ones in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy

from bilingual.addresses import absolute
from bilingual.languages import active_language
from bilingual.names import other_name
from bilingual.regions import region_name

from ..directory.answers import Answer
from ..models import Enterprise
from ..presenters.chains import places_said
from ..presenters.designations import award_name
from ..presenters.facts import metric_lines
from ..presenters.ties import ties_said

#: Rows that are in memory at once.
CHUNK = 100


@dataclass(frozen=True)
class Column:
    """``key`` is its name in JSON; ``read`` gives text, a date or None, or a list of texts."""

    key: str
    heading: str
    read: Callable[[Enterprise], object]


def columns() -> list[Column]:
    return [
        Column("name", _("Name"), lambda one: one.short_name),
        Column("other_name", _("Name in the other language"), lambda one: other_name(one, "short_name")),
        Column("legal_name", _("Legal name"), lambda one: one.legal_name),
        Column(
            "other_legal_name",
            _("Legal name in the other language"),
            lambda one: other_name(one, "legal_name"),
        ),
        Column("credit_code", _("Unified social credit code"), lambda one: one.credit_code),
        Column("activity", _("Main business"), lambda one: one.activity),
        Column("industries", _("Industry"), lambda one: [industry.name for industry in one.industries.all()]),
        Column("chain", _("Place in the chain"), places_said),
        Column("parks", _("Park"), _parks),
        Column("place", _("Place"), lambda one: one.location),
        Column("ownership", _("Ownership"), lambda one: capfirst(one.get_ownership_display())),
        Column("origin", _("Origin"), lambda one: region_name(one.origin) if one.origin else ""),
        Column("size", _("Size"), lambda one: capfirst(one.get_size_band_display())),
        Column("listings", _("Listed"), lambda one: [str(listing) for listing in one.listings.all()]),
        Column("exporter", _("Exporter"), lambda one: EXPORTS[one.is_exporter]),
        Column("founded", _("Founded"), lambda one: one.founded.text if one.founded else ""),
        Column("designations", _("Designations"), _designations),
        Column("figures", _("Figures"), _figures),
        Column("ties", _("Customers, suppliers and partners"), ties_said),
        Column("sources", _("Sources"), _sources),
        Column("verified_on", _("Last verified"), lambda one: one.verified_on),
        Column("changed_on", _("Updated"), lambda one: timezone.localtime(one.changed_at).date()),
        Column("website", _("Website"), lambda one: one.website),
        Column("address", _("Profile"), lambda one: absolute(one.get_absolute_url())),
    ]


EXPORTS = {
    True: pgettext_lazy("facet", "Yes"),
    False: pgettext_lazy("facet", "No"),
    None: gettext_lazy("unknown"),
}


def read(answer: Answer, columns: list[Column]) -> Iterator[list[object]]:
    """The values of each who is found, by name, a few at a time.

    Who is found is decided here and now. A file is sent while it is made, and no transaction waits for a slow reader:
    each row is whole, as it is when its turn comes, and one that is withdrawn by then is left out.
    """
    keys, language = answer.keys_by_name, active_language()
    return chain.from_iterable(
        _read_some(keys[start : start + CHUNK], columns, language) for start in range(0, len(keys), CHUNK)
    )


def _read_some(keys: list[int], columns: list[Column], language: str) -> list[list[object]]:
    # By now the view has ended, and another language may be active.
    with override(language):
        rows = Enterprise.objects.live().filter(pk__in=keys).for_export()
        found = {one.pk: one for one in rows}
        return [[column.read(found[key]) for column in columns] for key in keys if key in found]


def _parks(enterprise: Enterprise) -> list[str]:
    parks = [facility.park for facility in enterprise.facilities.all()]
    return list(dict.fromkeys(park.name for park in parks if park and park.is_live()))


def _designations(enterprise: Enterprise) -> list[str]:
    """Each with how it stands today, and until when."""
    said = []
    for award in enterprise.awards.all():
        values = {
            "designation": award_name(award),
            "standing": award.standing_label,
            "day": award.valid_until,
        }
        if award.valid_until:
            said.append(_("%(designation)s (%(standing)s, valid until %(day)s)") % values)
        else:
            said.append(_("%(designation)s (%(standing)s)") % values)
    return said


def _figures(enterprise: Enterprise) -> list[str]:
    lines = metric_lines(enterprise.metrics.all())
    dated = _("%(label)s %(value)s (as of %(period)s)")
    plain = _("%(label)s %(value)s")
    return [
        (dated if line.as_of else plain) % {"label": line.label, "value": line.value, "period": line.as_of}
        for line in lines
    ]


def _sources(enterprise: Enterprise) -> list[str]:
    sources = {source.pk: source for source in enterprise.sources.all()}
    for part in (*enterprise.awards.all(), *enterprise.metrics.all()):
        if part.source:
            sources[part.source.pk] = part.source
    return [
        _(", ").join(filter(None, [str(source), source.dated_on.text if source.dated_on else "", source.url]))
        for source in sources.values()
    ]


def plain(value: object) -> str:
    """A value as one cell of text."""
    if isinstance(value, list):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")
