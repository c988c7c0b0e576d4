"""Procedures with their steps: with whom, for how much, in how many working days."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from procedures.models import Procedure, Step

from ..fields import FieldsOf
from ..filters import Asked, choice
from ..resource import Resource

of, step = FieldsOf(Procedure), FieldsOf(Step)


def _by_channels(rows, values: list, asked: Asked):
    return rows.filter(Exists(Step.objects.filter(procedure=OuterRef("pk"), channel__in=values)))


PROCEDURES = Resource(
    key="procedures",
    schema_name="Procedure",
    model=Procedure,
    title=_("Procedures"),
    summary=_("What has to be done, who handles it, what it costs and how many working days it takes."),
    own_fields=(
        of.words("name"),
        of.words("summary"),
        of.value("item_code"),
        of.value("phase"),
        of.words("authority"),
        of.words("legal_basis"),
        of.words("applicants"),
        of.words("conditions"),
        of.words("result"),
        of.words("place"),
        of.words("hours"),
        of.words("complaints"),
        of.value("online_url"),
        of.value("visits"),
        of.references("depends_on"),
        of.rows(
            "steps",
            step.value("key", "id"),
            step.value("after"),
            step.words("name"),
            step.words("authority"),
            step.value("channel"),
            step.words("documents"),
            step.value("needs_no_documents"),
            step.value("fee"),
            step.value("statutory_days"),
            step.value("promised_days"),
            step.words("result"),
        ),
        of.source(),
        of.value("is_sample"),
        of.value("verified_on"),
    ),
    own_filters=(
        choice("phase", _("Phase"), Procedure.Phase.choices),
        choice("channel", _("channel"), Step.Channel.choices, _by_channels),
    ),
    page="procedures:procedures",
)
