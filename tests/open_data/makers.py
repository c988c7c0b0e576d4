"""Records of every data set."""

from bilingual.languages import LANGUAGES
from figures.models import Figure
from tests.factories import (
    made_live,
    make_article,
    make_award,
    make_case_study,
    make_document,
    make_enterprise,
    make_event,
    make_industry,
    make_level,
    make_opportunity,
    make_park,
    make_policy,
    make_procedure,
    make_project,
    make_scheme,
)


def make_figure(languages=LANGUAGES, **fields):
    number = Figure.objects.count() + 1
    values = {
        "slug": f"test-figure-{number}",
        "indicator_en": "Test population",
        "indicator_zh_hans": "测试人口",
        "territory": Figure.Territory.LIANGJIANG,
        "value": 3_520_000,
        "unit": "persons",
    }
    return made_live(Figure.objects.create(**values | fields), languages)


def make_designation(languages=LANGUAGES, note_en="", note_zh_hans="", **fields):
    """An award whose holder is public in some languages."""
    enterprise = make_enterprise(languages=languages, **fields)
    return make_award(enterprise, level=make_level(make_scheme()), note_en=note_en, note_zh_hans=note_zh_hans)


#: For each data set: what makes a record of it, and the translated field that its words stand in.
MAKERS = {
    "articles": (make_article, "headline"),
    "enterprises": (make_enterprise, "short_name"),
    "designations": (make_designation, "note"),
    "schemes": (make_scheme, "name"),
    "parks": (make_park, "name"),
    "industries": (make_industry, "name"),
    "projects": (make_project, "name"),
    "events": (make_event, "name"),
    "opportunities": (make_opportunity, "name"),
    "success-stories": (make_case_study, "name"),
    "policies": (make_policy, "title"),
    "procedures": (make_procedure, "name"),
    "figures": (make_figure, "indicator"),
    "documents": (make_document, "title"),
}


def key_of(record) -> str:
    return getattr(record, "slug", None) or str(record.pk)
