"""Numbers, the day of erasure, and the version of what senders agree to."""

import hashlib
import re
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.utils.translation import override

from bilingual.regions import region_names
from inquiries.numbers import new_number
from inquiries.retention import erase_day
from inquiries.sending import consent

#: Whoever changes the text gives it a new version, and writes the fingerprint of that text here.
FINGERPRINTS = {"2026-11-22": "06c2735e2b81b760", "2026-11-23": "eeeb8724ada9d52b"}


def test_a_number_names_the_year_in_beijing():
    assert new_number(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)).startswith("LJ-2027-")


def test_numbers_are_readable_and_do_not_repeat():
    numbers = {new_number(datetime(2026, 5, 4, tzinfo=UTC)) for _place in range(2000)}
    assert len(numbers) == 2000
    assert all(re.fullmatch(r"LJ-2026-[^ILOU\W_]{4}-[^ILOU\W_]{4}", number) for number in numbers)


@pytest.mark.parametrize(
    ("received", "erased"),
    [
        (date(2026, 11, 22), date(2027, 11, 22)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
    ],
)
def test_a_message_is_erased_twelve_months_later(received, erased):
    assert erase_day(received) == erased


def test_a_new_text_of_consent_has_a_new_version():
    with override("en"):
        statements = f"{consent.HANDLING}\n{consent.FORWARDING}\n{consent.ABROAD}\n"
    template = (settings.BASE_DIR / "templates/inquiries/_notice.html").read_text(encoding="utf-8")
    notice = re.sub("{#.*?#}", "", template)
    fingerprint = hashlib.sha256((statements + notice).encode()).hexdigest()[:16]
    assert FINGERPRINTS[consent.VERSION] == fingerprint


def test_both_languages_name_the_same_countries_and_regions():
    english, chinese = region_names("en"), region_names("zh-hans")
    assert set(english) == set(chinese)
    assert len(english) > 200
    assert next(iter(english)) == next(iter(chinese)) == "CN"
    assert english["MO"] == "Macao, China"
    assert list(english.values())[1:4] == ["Afghanistan", "Åland Islands", "Albania"]
