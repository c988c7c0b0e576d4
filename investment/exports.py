"""The register as files for analysts: exact numbers, dates of every stage, and the source of each row."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES, active_language, column
from spreadsheets.exporting.downloads import Cell, about_file, json_file, table_file

from .models import Project, Stage

#: Rows that are in memory at once.
AT_ONCE = 500


def project_file(form: str, keys: list[int], *, address: str) -> HttpResponse:
    """The projects of these keys, in their order, as ``xlsx``, ``csv`` or ``json``. ``address`` is that of the list."""
    name = f"projects-{active_language()}-{timezone.localdate():%Y-%m-%d}"
    if form == "json":
        return json_file(name, about_file(_("Projects"), address), "projects", _read(keys))
    heads = _headings()
    lines = ([_cell(row[key]) for key in heads] for row in _read(keys))
    return table_file(form, name, list(heads.values()), lines)


def _read(keys: list[int]) -> Iterator[dict]:
    """A row for each project that is still live when its turn comes."""
    language = active_language()
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = Project.objects.live(language).for_page().in_bulk(some)
        yield from (_row(found[key]) for key in some if key in found)


def _headings() -> dict[str, str]:
    """What stands in each column, by its key, which is the same in both languages."""
    stages = {f"{stage.value}_on": capfirst(str(stage.label)) for stage in Stage}
    return {
        "name_en": _("Name in English"),
        "name_zh_hans": _("Name in Chinese"),
        "investors": _("Investors"),
        "origins": _("Origin"),
        "mode": _("Mode"),
        "comparator": _("Comparator"),
        "amount": pgettext("amount", "Investment"),
        "currency": _("Currency"),
        "amount_usd_printed": _("US dollars as printed"),
        "realised": _("Realised"),
        "land_mu": _("Land (mu)"),
        "jobs": _("Jobs"),
        "industries": _("Industries"),
        "park": _("Park"),
        "event": _("Signed at"),
        **stages,
        "source": _("Source"),
        "source_url": _("Source link"),
        "source_date": _("Date of the source"),
        "page": _("Page"),
    }


def _row(project: Project) -> dict:
    dates = {milestone.stage: milestone.on.text for milestone in project.milestones.all()}
    investors = list(project.investors.all())
    source = project.source
    known = project.amount is not None
    return {
        **{
            column("name", code): getattr(project, column("name", code)) if project.is_live(code) else None
            for code in LANGUAGES
        },
        "investors": [
            investor.name or investor.enterprise.short_name
            for investor in investors
            if investor.name or (investor.enterprise and investor.enterprise.is_live())
        ],
        "origins": [str(investor.get_home_display()) for investor in investors if investor.home],
        "mode": capfirst(str(project.get_mode_display())) or None,
        "comparator": str(project.get_amount_comparator_display()) if known else None,
        "amount": project.amount,
        "currency": project.currency if known else None,
        "amount_usd_printed": project.amount_usd_printed,
        "realised": sum(part.amount for part in project.realisations.all()) or None,
        "land_mu": project.land_mu,
        "jobs": project.jobs,
        "industries": [industry.name for industry in project.industries.all()],
        "park": project.park.name if project.park and project.park.is_live() else None,
        "event": project.event.name if project.event and project.event.is_live() else None,
        **{f"{stage.value}_on": dates.get(stage.value) for stage in Stage},
        "source": source.name if source else None,
        "source_url": source.url or None if source else None,
        "source_date": source.dated_on.text if source and source.dated_on else None,
        "page": absolute(project.get_absolute_url()),
    }


def _cell(value) -> Cell:
    return "; ".join(value) if isinstance(value, list) else value
