"""The ledger as a file: every award of the list with its dates, how it stood on the day, and its source."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from bilingual.addresses import absolute
from bilingual.languages import active_language
from bilingual.names import other_name
from spreadsheets.exporting.downloads import about_file, json_file, table_file

from ..models import Award, Park
from .filters import LedgerFilters, standing_words

#: Rows that are in memory at once.
AT_ONCE = 500


def ledger_file(form: str, filters: LedgerFilters, name: str, path: str) -> HttpResponse:
    """What the filters leave, as one of ui.datasets.FORMATS.

    ``path`` is that of the list, ``name`` begins that of the file.
    """
    name = f"{name}-{active_language()}-{filters.on:%Y-%m-%d}"
    if form == "json":
        about = {
            **about_file(_("The ledger of designations"), path + filters.address()),
            "standings_on": filters.on.isoformat(),
            "note": _("A candidate is working towards the designation but does not hold it yet."),
        }
        return json_file(name, about, "designations", _rows(filters))
    heads = _headings()
    return table_file(
        form, name, list(heads.values()), ([row[key] for key in heads] for row in _rows(filters))
    )


def _headings() -> dict[str, str]:
    """What stands in each column, by its key, which is the same in both languages."""
    return {
        "scheme": _("Scheme"),
        "awarding_body": _("Awarding body"),
        "level": _("Level"),
        "batch": _("Batch"),
        "enterprise": _("Enterprise"),
        "other_name": _("Name in the other language"),
        "credit_code": _("Unified social credit code"),
        "facility_or_product": _("Facility or product"),
        "parks": _("Park"),
        "standing_on": _("Chosen date"),
        "standing": _("Standing"),
        "awarded": pgettext("date", "awarded"),
        "valid_until": _("Valid until"),
        "note": _("Note"),
        "source": _("Source"),
        "source_url": _("Source link"),
        "source_date": _("Date of the source"),
        "page": _("Page"),
    }


def _rows(filters: LedgerFilters) -> Iterator[dict]:
    """A row for each award that is still there when its turn comes."""
    # A file is sent after its view has ended: by then another language may be active.
    language = active_language()
    parks = dict(Park.objects.live().values_list("pk", "name"))
    labels = {standing: str(label) for standing, label in standing_words(filters.is_today)}
    return _in_language(language, filters, labels, parks)


def _in_language(language: str, filters: LedgerFilters, labels: dict, parks: dict) -> Iterator[dict]:
    for start in range(0, len(filters.keys), AT_ONCE):
        some = filters.keys[start : start + AT_ONCE]
        with override(language):
            found = Award.objects.for_ledger().in_bulk(some)
            rows = [_row(found[key], filters, labels, parks) for key in some if key in found]
        yield from rows


def _row(award: Award, filters: LedgerFilters, labels: dict[str, str], parks: dict[int, str]) -> dict:
    holder, scheme, source = award.enterprise, award.level.scheme, award.source
    thing = award.facility or award.product
    return {
        "scheme": scheme.name,
        "awarding_body": scheme.body_name,
        "level": award.level.name,
        "batch": award.batch.name if award.batch else None,
        "enterprise": holder.legal_name or holder.short_name,
        "other_name": other_name(holder, "legal_name") or None,
        "credit_code": holder.credit_code or None,
        "facility_or_product": thing.name if thing else None,
        "parks": "; ".join(parks[park] for park in sorted(filters.row(award.pk).parks) if park in parks),
        "standing_on": filters.on.isoformat(),
        "standing": capfirst(labels[filters.standing(award.pk)]),
        "awarded": award.awarded.text if award.awarded else None,
        "valid_until": award.valid_until.isoformat() if award.valid_until else None,
        "note": award.note,
        "source": source.name if source else None,
        "source_url": (source.url or None) if source else None,
        "source_date": source.dated_on.text if source and source.dated_on else None,
        "page": absolute(holder.get_absolute_url()),
    }
