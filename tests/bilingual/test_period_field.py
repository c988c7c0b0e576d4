import json

import pytest
from django import forms
from django.contrib import admin
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.test.utils import isolate_apps
from django.utils import translation

from bilingual.fields import PeriodField, PeriodFormField, read_period
from bilingual.periods import Period
from evidence.models import Source

AUGUST = Period.parse("2021-08")


@pytest.fixture
def fact():
    """A model of this test alone, with one period that may be empty and one that may not."""
    with isolate_apps("bilingual"):

        class Fact(models.Model):
            as_of = PeriodField()
            until = PeriodField(null=True, blank=True)

            class Meta:
                app_label = "bilingual"

        yield Fact


@pytest.mark.parametrize("given", [AUGUST, "2021-08", "2021年8月", " Aug 2021 "])
def test_an_instance_holds_a_period_whatever_spelling_it_was_given(fact, given):
    assert fact(as_of=given).as_of == AUGUST


@pytest.mark.parametrize("given", [None, "", "  "])
def test_an_instance_holds_none_when_nothing_was_given(fact, given):
    assert fact(as_of=given, until=given).as_of is None
    assert fact(as_of=given, until=given).until is None


def test_a_new_instance_holds_none(fact):
    assert fact().as_of is None


def test_full_clean_reports_what_does_not_read_with_the_accepted_forms(fact):
    with pytest.raises(ValidationError) as refused:
        fact(as_of="soon").full_clean()
    reason, accepted = refused.value.message_dict["as_of"]
    assert "is not recognised" in reason
    assert "2021-Q3" in accepted and "2018/2021" in accepted


def test_full_clean_asks_for_a_period_that_is_required(fact):
    with pytest.raises(ValidationError) as refused:
        fact().full_clean()
    assert list(refused.value.message_dict) == ["as_of"]
    assert refused.value.error_dict["as_of"][0].code == "blank"


def test_full_clean_accepts_a_range_of_full_length(fact):
    fact(as_of="2025-09-05/2025-09-08").full_clean()


def test_migrations_see_a_plain_char_field():
    name, path, args, kwargs = PeriodField("as of", null=True, blank=True).deconstruct()
    assert path == "django.db.models.CharField"
    assert kwargs == {"verbose_name": "as of", "null": True, "blank": True, "max_length": 21}


def test_a_help_text_of_its_own_reaches_the_migration():
    assert PeriodField(help_text="When it opened.").deconstruct()[3]["help_text"] == "When it opened."


def test_a_cloned_field_is_still_a_period_field():
    assert isinstance(PeriodField(null=True).clone(), PeriodField)


@pytest.mark.django_db
def test_a_period_survives_the_database():
    Source.objects.create(key="a-page", kind="press", dated_on="2021年上半年")
    assert Source.objects.get(key="a-page").dated_on == Period.parse("2021-H1")
    assert Source.objects.values_list("dated_on", flat=True).get(key="a-page") == Period.parse("2021-H1")


@pytest.mark.django_db
def test_a_missing_period_is_null_in_the_database():
    Source.objects.create(key="a-page", kind="press", dated_on="")
    assert Source.objects.get(dated_on__isnull=True).dated_on is None


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [AUGUST, "2021-08", "2021.8"])
def test_a_period_is_found_by_any_spelling(asked):
    source = Source.objects.create(key="a-page", kind="press", dated_on=AUGUST)
    assert Source.objects.get(dated_on=asked) == source


@pytest.mark.django_db
def test_searching_for_nonsense_finds_nothing_and_does_not_fail():
    Source.objects.create(key="a-page", kind="press", dated_on=AUGUST)
    assert not Source.objects.filter(dated_on="soon").exists()
    assert Source.objects.filter(dated_on__startswith="2021-0").exists()


@pytest.mark.django_db
def test_what_does_not_read_is_never_stored():
    with pytest.raises(ValidationError), transaction.atomic():
        Source.objects.create(key="a-page", kind="press", dated_on="soon")
    assert not Source.objects.exists()


@pytest.mark.django_db
def test_a_period_can_be_updated_from_another_column():
    Source.objects.create(key="2021", kind="press")
    Source.objects.update(dated_on=models.F("key"))
    assert Source.objects.get().dated_on == Period.parse("2021")


@pytest.mark.django_db
@pytest.mark.parametrize("dated_on", [AUGUST, None])
def test_a_period_survives_json(dated_on):
    source = Source.objects.create(key="a-page", kind="press", dated_on=dated_on)
    text = serializers.serialize("json", [source])
    assert json.loads(text)[0]["fields"]["dated_on"] == (dated_on.text if dated_on else None)
    (restored,) = serializers.deserialize("json", text)
    assert restored.object.dated_on == dated_on


def test_value_to_string_and_to_python_are_a_round_trip(fact):
    field = fact._meta.get_field("as_of")
    assert field.to_python(field.value_to_string(fact(as_of=AUGUST))) == AUGUST
    assert field.to_python(field.value_to_string(fact())) is None


@pytest.mark.parametrize("value", [AUGUST, None])
def test_read_period_leaves_periods_and_none_alone(value):
    assert read_period(value) is value


def source_form(**data):
    form_class = forms.modelform_factory(Source, fields=["key", "kind", "dated_on"])
    return form_class({"key": "a-page", "kind": "press", **data})


@pytest.mark.django_db
def test_a_form_cleans_a_long_spelling_into_a_period():
    form = source_form(dated_on="September 5 to September 8, 2025")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["dated_on"].text == "2025-09-05/2025-09-08"


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", ["soon", "2021-02-30", "2021\x00", "9" * 10_000, "8/9/2021"])
def test_a_form_keeps_what_was_typed_and_says_what_is_accepted(wrong):
    form = source_form(dated_on=wrong)
    assert "2025-09-05/2025-09-08" in " ".join(form.errors["dated_on"])
    assert form["dated_on"].value() == wrong


@pytest.mark.django_db
def test_a_form_shows_the_stored_spelling_in_every_language():
    source = Source(key="a-page", kind="press", dated_on=AUGUST)
    with translation.override("zh-hans"):
        form = forms.modelform_factory(Source, fields=["dated_on"])(instance=source)
        assert 'value="2021-08"' in str(form["dated_on"])


@pytest.mark.parametrize(
    ("typed", "changed"),
    [("2021-08", False), ("2021年8月", False), ("2021-09", True), ("", True), ("soon", True)],
)
def test_a_form_sees_a_change_of_period_not_of_spelling(typed, changed):
    assert PeriodFormField(required=False).has_changed(AUGUST, typed) is changed


def test_an_empty_form_field_that_stays_empty_has_not_changed():
    assert PeriodFormField(required=False).has_changed(None, "") is False


def test_the_admin_offers_one_line_of_text(rf):
    model_admin = admin.ModelAdmin(Source, admin.site)
    field = model_admin.formfield_for_dbfield(Source._meta.get_field("dated_on"), rf.get("/"))
    assert isinstance(field, PeriodFormField)
    assert isinstance(field.widget, forms.TextInput)
    assert "2021-Q3" in str(field.help_text)
