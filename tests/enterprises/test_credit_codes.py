"""Unified social credit codes, GB 32100-2015."""

import pytest
from django.core.exceptions import ValidationError

from enterprises.credit_codes import check_digit, validate_credit_code
from enterprises.models import Enterprise
from tests.factories import make_enterprise

#: The example that the standard itself gives.
EXAMPLE = "91350100M000100Y43"


def test_the_example_of_the_standard_is_accepted():
    validate_credit_code(EXAMPLE)
    assert check_digit(EXAMPLE[:-1]) == EXAMPLE[-1]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (EXAMPLE[:-1], "length"),
        (EXAMPLE + "0", "length"),
        (EXAMPLE[:-1] + "4", "check_digit"),
        ("91350100M000010Y43", "check_digit"),
        ("9135010OM000100Y43", "alphabet"),
        (EXAMPLE.lower(), "alphabet"),
        ("９1350100M000100Y43", "alphabet"),
    ],
    ids=["short", "long", "wrong digit", "two digits swapped", "letter O", "small letters", "full width"],
)
def test_a_wrong_code_says_what_is_wrong(code, reason):
    with pytest.raises(ValidationError) as refused:
        validate_credit_code(code)
    assert refused.value.code == reason


@pytest.mark.django_db
def test_a_wrong_code_is_told_beside_its_field():
    enterprise = make_enterprise()
    enterprise.credit_code = EXAMPLE[:-1] + "4"
    with pytest.raises(ValidationError) as refused:
        enterprise.full_clean()
    assert list(refused.value.message_dict) == ["credit_code"]


@pytest.mark.django_db
def test_two_enterprises_cannot_share_a_code_and_many_may_have_none():
    make_enterprise(credit_code=EXAMPLE)
    make_enterprise()
    other = make_enterprise()
    other.credit_code = EXAMPLE
    with pytest.raises(ValidationError, match="Another enterprise already has this credit code"):
        other.full_clean()
    assert Enterprise.objects.filter(credit_code="").count() == 2
