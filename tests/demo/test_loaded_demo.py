"""What the demo leaves in an empty database."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import resolve
from modeltranslation.translator import NotRegistered, translator

from bilingual.languages import LANGUAGES, column
from demo.loading.kinds import KINDS
from demo.models import LoadedRecord
from enterprises.models import DirectoryChange
from figures.models import Figure
from pages.models import MenuItem, Page, Place
from publishing.models import AuditEntry, Part, Publishable

pytestmark = pytest.mark.django_db
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def counts() -> dict[str, int]:
    """Rows of every model but the logs, which tell of each deed anew."""
    models = [model for model in apps.get_models() if model not in (AuditEntry, DirectoryChange)]
    return {model._meta.label: model._base_manager.count() for model in models}


def load_again(**options) -> None:
    call_command("load_demo", renditions="worker", verbosity=0, **options)


def editions():
    """Every published edition in the demo: the record and its language."""
    models = [model for model in apps.get_models() if issubclass(model, Publishable)]
    rows = [row for model in models for row in model._base_manager.all()]
    return [(row, language) for row in rows for language in row.live_languages()]


def translated_fields(model) -> list[str]:
    try:
        return list(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []


def both_languages(row, field: str) -> list[str]:
    return [getattr(row, column(field, language)) or "" for language in LANGUAGES]


def rows_live_in_both_languages():
    """Published records with both editions, and the parts of such records."""
    for model in apps.get_models():
        owners = [field.name for field in model._meta.fields if field.related_model is not None]
        for row in model._base_manager.all() if issubclass(model, (Publishable, Part)) else ():
            owner = row if isinstance(row, Publishable) else getattr(row, owners[0])
            if isinstance(owner, Publishable) and len(owner.live_languages()) == len(LANGUAGES):
                yield row


def test_loading_again_makes_nothing_new(demo):
    before = counts()

    load_again()

    assert counts() == before
    assert sum(before.values()) > 1000


def test_refreshing_makes_nothing_new(demo):
    before = counts()

    load_again(refresh=True)

    assert counts() == before


def test_what_staff_have_changed_stays_unless_it_is_refreshed(demo):
    Place.objects.filter(slug="tea-houses").update(name_en="Our tea houses", slug="our-tea-houses")

    load_again()
    assert Place.objects.filter(slug="our-tea-houses", name_en="Our tea houses").exists()
    assert not Place.objects.filter(slug="tea-houses").exists()

    load_again(refresh=True)
    assert Place.objects.get(slug="tea-houses").name_en == "Tea houses"


def test_what_staff_have_deleted_stays_deleted(demo):
    Place.objects.filter(slug="tea-houses").delete()

    load_again()

    assert not Place.objects.filter(slug="tea-houses").exists()


def test_a_menu_that_staff_have_reordered_stays(demo):
    MenuItem.objects.filter(menu="footer").exclude(path="sitemap/").delete()

    load_again()

    assert list(MenuItem.objects.filter(menu="footer").values_list("path", flat=True)) == ["sitemap/"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_every_kind_of_record_is_there(demo, kind):
    assert LoadedRecord.objects.filter(kind=kind.label).exists()


def test_the_main_menu_has_four_groups_and_27_items(demo):
    groups = MenuItem.objects.filter(menu="main", parent=None)

    assert [group.label_en for group in groups] == ["About", "Investing", "Living", "News"]
    assert MenuItem.objects.filter(menu="main", parent__in=groups).count() == 27


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_item_leads_to_a_page(demo, language):
    paths = set(MenuItem.objects.values_list("path", flat=True))
    visitor = Client()

    answers = {path: visitor.get(f"/{language}/{path}").status_code for path in sorted(paths)}

    assert all(resolve(f"/{language}/{path}") for path in paths)
    assert {path: code for path, code in answers.items() if code != 200} == {}
    assert len(answers) > 35


def test_every_published_edition_has_its_required_words(demo):
    published = editions()

    assert [(row, language) for row, language in published if row.missing_for(language)] == []
    assert len(published) > 300


def test_what_is_said_in_one_language_is_said_in_the_other(demo):
    rows = list(rows_live_in_both_languages())

    one_sided = [
        (row, field)
        for row in rows
        for field in translated_fields(type(row))
        if bool(both_languages(row, field)[0]) != bool(both_languages(row, field)[1])
    ]

    assert one_sided == []
    assert len(rows) > 300


def test_standing_pages_name_the_same_years_in_both_languages(demo):
    pages = list(Page.objects.all())

    years = {page.slug: [set(YEAR.findall(text)) for text in both_languages(page, "body")] for page in pages}

    assert {slug: both for slug, both in years.items() if both[0] != both[1]} == {}
    assert len(years) > 15


def test_every_published_figure_has_a_date_and_a_source(demo):
    figures = [figure for figure in Figure.objects.all() if figure.live_languages()]

    assert [figure.slug for figure in figures if not (figure.as_of and figure.source)] == []
    assert sorted(figure.home_position for figure in figures if figure.home_position) == [1, 2, 3, 4, 5, 6]


def test_a_figure_that_was_superseded_is_not_on_the_home_page(demo):
    assert not Figure.objects.filter(home_position__isnull=False, superseded_by__isnull=False).exists()


def test_pictures_in_texts_are_stored_ones(demo):
    texts = [
        getattr(row, column(field, language)) or ""
        for row, language in editions()
        for field in translated_fields(type(row))
        if field == "body"
    ]

    assert not [text for text in texts if "data-picture" in text or "<figure><img>" in text]
    assert any("data-file" in text for text in texts)


def test_samples_say_so_in_both_languages(demo):
    samples = list(Place.objects.filter(is_sample=True)) + list(
        apps.get_model("investment.Event").objects.filter(is_sample=True)
    )

    assert len(samples) >= 4
    for sample in samples:
        assert "sample" in sample.name_en.lower()
        assert "示例" in sample.name_zh_hans
