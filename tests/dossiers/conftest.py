import pytest

from dossiers.models import Dossier
from enterprises.models.enterprise import Metric
from evidence.models import Source
from tests.factories import make_enterprise, make_opportunity, make_park, make_policy


@pytest.fixture
def make_dossier(visitor):
    """A function that asks for a dossier of records, as a visitor does: ``make_dossier(enterprise, park)``."""

    def make(*records, language="en") -> Dossier:
        items = ",".join(f"{record._meta.model_name}:{record.slug}" for record in records)
        answer = visitor.post(f"/{language}/dossiers/new/", {"items": items})
        assert answer.status_code == 302, answer.context["notice"]
        return Dossier.objects.get(slug=answer["Location"].strip("/").split("/")[-1])

    return make


@pytest.fixture
def seres(db):
    """An enterprise with a dated, sourced figure."""
    source = Source.objects.create(
        key="gazette", kind="press", name_en="Gazette", name_zh_hans="公报", url="https://example.org/gazette"
    )
    enterprise = make_enterprise(
        short_name_en="Seres Robots", short_name_zh_hans="赛力斯机器人", ownership="private", origin="CN"
    )
    Metric.objects.create(
        enterprise=enterprise, measure="robots", value=850, unit="robots", as_of="2021-08", source=source
    )
    return enterprise


@pytest.fixture
def one_of_each(seres):
    return [seres, make_park(), make_opportunity(is_sample=True), make_policy()]
