"""The designation ledger: what stands when, and what cannot stand at all."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from bilingual.periods import Period
from enterprises.models import Award, Batch
from tests.factories import make_award, make_level, make_scheme

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "valid_until", "on", "standing"),
    [
        ("awarded", date(2022, 6, 30), date(2022, 6, 30), "awarded"),
        ("awarded", date(2022, 6, 30), date(2022, 7, 1), "lapsed"),
        ("reviewed", date(2022, 6, 30), date(2022, 7, 1), "lapsed"),
        ("awarded", None, date(2099, 1, 1), "awarded"),
        ("candidate", date(2022, 6, 30), date(2099, 1, 1), "candidate"),
        ("withdrawn", date(2099, 1, 1), date(2022, 1, 1), "withdrawn"),
    ],
)
def test_an_award_stands_by_its_date(status, valid_until, on, standing):
    assert make_award(status=status, valid_until=valid_until).standing(on) == standing


def test_questions_to_the_ledger_agree_with_the_standing_of_each_award():
    on = date(2025, 1, 1)
    for status in Award.Status.values:
        for valid_until in (None, date(2024, 12, 31), on):
            make_award(status=status, valid_until=valid_until)
    awards = list(Award.objects.all())
    by_standing = {
        wanted: {award.pk for award in awards if award.standing(on) in wanted}
        for wanted in (("awarded", "reviewed"), ("candidate",), ("lapsed",))
    }
    asked = (Award.objects.valid(on), Award.objects.candidates(), Award.objects.lapsed(on))
    for question, expected in zip(asked, by_standing.values(), strict=True):
        assert set(question.values_list("pk", flat=True)) == expected != set()


def test_an_award_cannot_end_before_it_starts():
    award = make_award(awarded=Period.parse("2022"), valid_until=date(2021, 12, 31))
    with pytest.raises(ValidationError) as refused:
        award.full_clean()
    assert refused.value.message_dict == {"valid_until": ["A designation cannot end before it starts."]}


def test_an_award_that_ends_in_its_first_year_is_accepted():
    make_award(awarded=Period.parse("2022"), valid_until=date(2022, 6, 30)).full_clean()


def test_an_award_cannot_take_a_batch_of_another_scheme():
    batch = Batch.objects.create(scheme=make_scheme(), key="first", name_en="First batch")
    award = make_award(level=make_level(), batch=batch)
    with pytest.raises(ValidationError) as refused:
        award.full_clean()
    assert refused.value.message_dict == {"batch": ["The batch and the level belong to different schemes."]}
