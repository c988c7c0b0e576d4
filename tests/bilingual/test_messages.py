"""The catalogue of messages follows the source, keeps translations and tells what is missing."""

import gettext

import pytest
from django.template import TemplateSyntaxError

from bilingual import catalogue
from bilingual.template_messages import extract_template


@pytest.fixture
def project(tmp_path):
    """A function that writes source files: ``project(**{"news/views.py": "…"})``; gives the folder."""

    def write(**files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def stored(tmp_path):
    """The catalogue's file in a folder for Simplified Chinese."""
    return tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


def found_in(template):
    return list(extract_template(template, "a.html"))


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('{% translate "News" %}', [("News", None)]),
        ("{% trans 'It\\'s here' as text %}", [("It's here", None)]),
        ('{% translate "May" context "month" %}', [("May", "month")]),
        ("{% translate title %}", []),
        ('{% include "card.html" with title=_("Latest") only %}', [("Latest", None)]),
        ('{{ _("Up 5%")|upper }}', [("Up 5%%", None)]),
        ("{% blocktranslate %}Hello {{ name }}, 5%{% endblocktranslate %}", [("Hello %(name)s, 5%%", None)]),
        (
            "{% blocktranslate trimmed count n=items|length %}\n  {{ n }} item\n  left"
            "{% plural %}{{ n }} items\n{% endblocktranslate %}",
            [(("%(n)s item left", "%(n)s items"), None)],
        ),
        ('{% comment %}{% translate "Hidden" %}{% endcomment %}{# _("Hidden") #}', []),
    ],
)
def test_templates_are_read_as_django_looks_messages_up(template, found):
    assert found_in(template) == found


def test_a_block_left_open_is_told_with_its_file():
    with pytest.raises(TemplateSyntaxError, match="a.html"):
        found_in("{% blocktranslate %}Hello")


def test_python_is_read_with_plurals_and_contexts(project):
    root = project(
        **{
            "news/views.py": (
                'a = _("News")\n'
                'b = ngettext_lazy("%(n)s day", "%(n)s days", n)\n'
                'c = pgettext("month", "May")\n'
                'd = gettext("One " "sentence.")\n'
                "e = gettext(name)\n"
            ),
            "news/migrations/0001_initial.py": 'a = _("Old")\n',
        }
    )
    found = [(source.message, source.context) for source in catalogue.sources(root)]
    assert found == [
        ("News", None),
        (("%(n)s day", "%(n)s days"), None),
        ("May", "month"),
        ("One sentence.", None),
    ]


def test_a_translation_outlives_the_next_reading(project, stored):
    sources = list(catalogue.sources(project(**{"a.py": '_("News")\n_("Page %(n)s") % {"n": 1}\n'})))
    first = catalogue.merged(catalogue.read_catalogue(stored), sources)
    first.get("News").string = "新闻"
    assert catalogue.write_catalogue(stored, first) is True
    again = catalogue.merged(catalogue.read_catalogue(stored), sources)
    assert catalogue.write_catalogue(stored, again) is False
    assert catalogue.read_catalogue(stored).get("News").string == "新闻"


def test_what_is_missing_unused_or_broken_is_told(project, stored):
    sources = list(catalogue.sources(project(**{"a.py": '_("News")\n_("Page %(n)s")\n_("Home")\n'})))
    known = catalogue.merged(catalogue.read_catalogue(stored), sources)
    known.get("Page %(n)s").string = "第 %(m)s 页"
    known.get("Home").string = "首页"
    known.add("Gone", "没了")
    assert catalogue.problems(known, sources) == [
        "not translated: 'News' (a.py)",
        "drops the placeholder %(n)s: 'Page %(n)s' (a.py)",
        "has the unknown placeholder %(m)s: 'Page %(n)s' (a.py)",
        "no longer used: 'Gone'",
    ]


def test_a_compiled_catalogue_speaks_chinese_and_is_made_once(project, stored):
    sources = list(catalogue.sources(project(**{"a.py": 'ngettext("%(n)s day", "%(n)s days", 1)\n'})))
    known = catalogue.merged(catalogue.read_catalogue(stored), sources)
    known.get("%(n)s day").string = ("%(n)s 天",)
    catalogue.write_catalogue(stored, known)
    folder = stored.parents[2]
    assert catalogue.compile_catalogues([folder]) == [stored.with_suffix(".mo")]
    assert catalogue.compile_catalogues([folder]) == []
    spoken = gettext.translation("django", folder, ["zh_Hans"])
    assert spoken.ngettext("%(n)s day", "%(n)s days", 3) == "%(n)s 天"
