from types import SimpleNamespace

import pytest
from django.utils import translation

from bilingual.names import either, in_language

EN, ZH = "en", "zh-hans"


@pytest.fixture
def port():
    return SimpleNamespace(name_en="Guoyuan Port", name_zh_hans="果园港")


@pytest.mark.parametrize(("language", "name"), [(EN, "Guoyuan Port"), (ZH, "果园港")])
def test_a_record_with_both_names_is_called_by_the_active_one(port, language, name):
    with translation.override(language):
        assert either(port, "name") == name


@pytest.mark.parametrize("missing", [None, ""])
def test_staff_see_the_other_name_when_one_is_missing(port, missing):
    port.name_en = missing
    with translation.override(EN):
        assert either(port, "name") == "果园港"


def test_a_record_without_a_name_is_called_nothing():
    assert either(SimpleNamespace(name_en=None, name_zh_hans=None), "name") == ""


@pytest.mark.parametrize("missing", [None, ""])
def test_asking_for_one_language_never_gives_the_other(port, missing):
    port.name_en = missing
    assert in_language(port, "name", EN) == ""
    assert in_language(port, "name", ZH) == "果园港"
