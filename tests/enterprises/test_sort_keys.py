"""The order of names in each language."""

import pytest

from enterprises.models import Enterprise
from enterprises.sort_keys import LENGTH, chinese_key, english_key
from tests.factories import make_enterprise


@pytest.mark.parametrize(
    ("name", "key"), [("Élan & Co", "elan co"), ("  SANY  ", "sany"), ("“Chang'an”", "changan"), (None, "")]
)
def test_english_names_sort_without_case_accents_and_punctuation(name, key):
    assert english_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"), [("重庆长安", "chong qing chang an"), ("SERES赛力斯", "seres sai li si"), ("", "")]
)
def test_chinese_names_sort_by_pinyin(name, key):
    assert chinese_key(name) == key


def test_a_very_long_name_still_has_a_key():
    assert len(english_key("long name " * 100)) <= LENGTH


@pytest.mark.django_db
def test_the_list_follows_the_order_of_its_language():
    names = [("Zisun", "再升"), ("apex", "长安"), ("Élan", "安可")]
    for english, chinese in names:
        make_enterprise(short_name_en=english, short_name_zh_hans=chinese)
    assert [one.short_name_en for one in Enterprise.objects.by_name("en")] == ["apex", "Élan", "Zisun"]
    assert [one.short_name_zh_hans for one in Enterprise.objects.by_name("zh-hans")] == [
        "安可",
        "长安",
        "再升",
    ]


@pytest.mark.django_db
def test_a_new_name_takes_its_new_place():
    enterprise = make_enterprise(short_name_en="Alpha")
    enterprise.short_name_en = "Omega"
    enterprise.save(update_fields=["short_name_en"])
    enterprise.refresh_from_db()
    assert enterprise.sort_key_en == "omega"
