from decimal import Decimal

import pytest

from spreadsheets.amounts import Amount, read_amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234.5", "1234.5"),
        ("1,234,567.89", "1234567.89"),
        ("1 234 567", "1234567"),
        ("１２，３４５", "12345"),
        ("463亿", "46300000000"),
        ("4.63 万亿", "4630000000000"),
        ("17.3万", "173000"),
        ("5千万", "50000000"),
        ("6.95 billion", "6950000000"),
        ("-12", "-12"),
        ("−12", "-12"),
        ("1.2e3", "1200"),
        ("12345678901234567890.12", "12345678901234567890.12"),
        ("0.1234567890123456789亿", "12345678.90123456789"),
    ],
)
def test_a_number_is_read_to_its_last_figure(text, number):
    assert read_amount(text) == Amount(Decimal(number))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("463亿元", Amount(Decimal(46300000000), "CNY")),
        ("¥1,000", Amount(Decimal(1000), "CNY")),
        ("69.5亿美元", Amount(Decimal(6950000000), "USD")),
        ("$6.95 billion", Amount(Decimal(6950000000), "USD")),
        ("17.3%", Amount(Decimal("17.3"), None, True)),
        ("17.3％", Amount(Decimal("17.3"), None, True)),
    ],
)
def test_a_currency_or_a_percentage_is_told(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        "about 463亿",
        "约463亿",
        "1,5",
        "1.234.567,89",
        "12,34",
        "3 to 5",
        "NaN",
        "1兆",
        "五亿",
        "$5元",
        "9" * 70,
    ],
)
def test_what_could_be_read_in_two_ways_is_not_read(text):
    with pytest.raises(ValueError, match="."):
        read_amount(text)
