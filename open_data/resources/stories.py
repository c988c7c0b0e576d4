"""Success stories, with their dated results."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise, Industry, Park
from investment.models import CaseResult, CaseStudy, Project

from ..fields import FieldsOf
from ..filters import related
from ..resource import Resource

of, result = FieldsOf(CaseStudy), FieldsOf(CaseResult)

STORIES = Resource(
    key="success-stories",
    schema_name="SuccessStory",
    model=CaseStudy,
    title=_("Success stories"),
    summary=_("Investments that worked: who, where, and the results in dated figures."),
    own_fields=(
        of.words("name"),
        of.words("summary"),
        of.value("period"),
        of.reference("enterprise"),
        of.reference("project"),
        of.reference("park"),
        of.references("industries"),
        of.rows("results", result.words("label"), *result.fact()),
        of.source(),
        of.value("is_sample"),
    ),
    own_filters=(
        related("enterprise", _("enterprise"), "enterprise", Enterprise),
        related("project", _("project"), "project", Project),
        related("park", _("park"), "park", Park),
        related("industry", _("industries"), "industries", Industry),
    ),
    page="investment:cases",
)
