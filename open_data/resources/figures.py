"""The register of figures: one number, one period, one source."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from figures.models import Figure

from ..fields import FieldsOf
from ..filters import Asked, choice, flag, named
from ..public import live
from ..resource import Resource

of = FieldsOf(Figure)


def _superseded(rows, values: list, asked: Asked):
    later = Exists(live(Figure, asked.at).filter(pk=OuterRef("superseded_by")))
    return rows.filter(later) if values[0] else rows.filter(~later)


FIGURES = Resource(
    key="figures",
    schema_name="Figure",
    model=Figure,
    title=_("Facts and figures"),
    summary=_("Every figure on this site, with its territory, date and source."),
    own_fields=(
        of.words("indicator"),
        of.value("territory"),
        *of.fact(),
        of.value("growth"),
        of.words("note"),
        of.reference("superseded_by"),
        of.value("verified_on"),
    ),
    own_filters=(
        named("indicator"),
        choice("territory", _("territory"), Figure.Territory.choices),
        flag("superseded", _("Whether a later figure replaced it"), _superseded),
    ),
    page="figures:register",
)
