"""The register of figures: one number, one date, one source."""

import pytest

from bilingual.periods import Period
from evidence.models import Source
from figures.models import Figure
from tests.effort import queries_of
from tests.factories import made_live

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def make_figure(languages=("en", "zh-hans"), **fields):
    number = Figure.objects.count()
    values = {
        "slug": f"figure-{number}",
        "indicator_en": f"Indicator {number}",
        "indicator_zh_hans": f"指标{number}",
        "territory": "liangjiang",
        "value": 1360,
        "unit": "sq_km",
    }
    return made_live(Figure.objects.create(**values | fields), languages)


@BOTH
def test_a_figure_stands_with_its_date_and_source_in_its_language(visitor, language):
    source = Source.objects.create(key="s", kind="press", name_en="Gazette", name_zh_hans="公报")
    make_figure(as_of=Period.parse("2025-11"), growth="19.2", source=source)
    page = visitor.get(f"/{language}/figures/").content.decode()
    expected = {
        "en": ("1,360 sq km", "November 2025", "up 19.2%", "Gazette"),
        "zh-hans": ("1360平方公里", "2025年11月", "增长19.2%", "公报"),
    }[language]
    for words in expected:
        assert words in page


def test_a_superseded_figure_is_struck_with_its_reason_and_points_at_its_successor(visitor):
    later, hidden = make_figure(value=1400), make_figure(languages=[])
    make_figure(superseded_by=later, superseded_because_en="Other borders.")
    make_figure(superseded_by=hidden)
    page = visitor.get("/en/figures/").content.decode()
    assert page.count("<s>") == 2 and "Other borders." in page
    assert page.count("Superseded by a later figure") == 1
    assert f'Superseded by <a href="#{later.slug}">' in page and f'id="{later.slug}"' in page


def test_territories_stand_apart_and_drafts_are_hidden(visitor):
    make_figure(territory="chongqing"), make_figure(), make_figure(languages=["zh-hans"])
    groups = visitor.get("/en/figures/").context["groups"]
    assert [(territory, len(figures)) for territory, figures in groups] == [
        ("Liangjiang New Area", 1),
        ("Chongqing municipality", 1),
    ]


@BOTH
def test_the_register_costs_the_same_for_three_rows_and_for_thirty(visitor, language):
    address = f"/{language}/figures/"
    for _ in range(3):
        make_figure(source=Source.objects.create(key=f"s{Figure.objects.count()}", kind="press"))
    few = queries_of(visitor, address)
    for _ in range(27):
        make_figure(source=Source.objects.create(key=f"s{Figure.objects.count()}", kind="press"))
    assert few == queries_of(visitor, address) <= 8
