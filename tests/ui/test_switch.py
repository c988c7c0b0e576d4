from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from ui.templatetags.switch import in_other_script


@pytest.mark.parametrize(("here", "name", "there"), [("en", "中文", "zh-hans"), ("zh-hans", "English", "en")])
def test_the_switch_keeps_page_and_filters(here, name, there):
    request = RequestFactory().get(f"/{here}/enterprises/?industry=chips&page=2")
    template = Template("{% load switch %}{% other_edition as other %}{{ other.name }} {{ other.url|safe }}")
    with override(here):
        said = template.render(Context({"request": request}))
    assert said == f"{name} /{there}/enterprises/?industry=chips&page=2"


@pytest.mark.parametrize(("language", "shown"), [("en", "长安汽车"), ("zh-hans", "Changan Automobile")])
def test_a_name_is_shown_in_the_other_script_too(language, shown):
    enterprise = SimpleNamespace(name_en="Changan Automobile", name_zh_hans="长安汽车")
    with override(language):
        assert in_other_script(enterprise, "name") == shown


def test_a_name_written_the_same_in_both_languages_is_not_repeated():
    enterprise = SimpleNamespace(name_en="Yeahlight", name_zh_hans="Yeahlight")
    with override("en"):
        assert in_other_script(enterprise, "name") == ""
