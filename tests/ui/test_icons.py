import re

import pytest
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError

from enterprises.models import Scheme

IMAGES = settings.BASE_DIR / "static" / "img"
TEMPLATES = settings.BASE_DIR / "templates"


def symbols(sprite):
    return set(re.findall(r'<symbol[^>]* id="([^"]+)"', (IMAGES / f"{sprite}.svg").read_text("utf-8")))


def test_every_icon_that_a_template_names_is_drawn():
    named = {
        name
        for template in TEMPLATES.rglob("*.html")
        for name in re.findall(r'{% icon "([a-z-]+)"', template.read_text("utf-8"))
    }
    assert len(named) >= 12
    assert {f"icon-{name}" for name in named} <= symbols("icons")


def test_every_badge_of_a_scheme_is_drawn():
    assert {f"badge-{badge}" for badge in Scheme.Badge.values} <= symbols("badges")


@pytest.mark.parametrize("name", ["quiet-water", "fog-on-river", "bridge-gap", "closed-gate", "broken-cable"])
def test_a_scene_stands_inside_the_page_without_style_of_its_own(name):
    drawn = Template("{% load icons %}{% scene name %}").render(Context({"name": name}))
    assert drawn.startswith("<svg")
    assert "style" not in drawn


def test_a_scene_that_nobody_drew_is_a_mistake_of_the_template():
    with pytest.raises(TemplateSyntaxError, match="no drawing"):
        Template("{% load icons %}{% scene 'nowhere' %}").render(Context())
