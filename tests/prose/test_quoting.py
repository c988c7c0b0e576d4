"""A quotation keeps its speaker, and is shown as the site shows quotations."""

import pytest
from django.utils.translation import override

from prose.rendering import render_prose
from prose.sanitising import sanitise

QUOTE = (
    '<figure class="quote"><blockquote><p>We came for the port.</p><p>We stayed for the people.</p></blockquote>'
    "<figcaption><p>Ann Lee</p><p>Trade commissioner</p></figcaption></figure>"
)


def shown(html, language="en"):
    with override(language):
        return render_prose(html)


def test_what_the_editor_writes_is_kept():
    assert sanitise(QUOTE) == QUOTE


@pytest.mark.parametrize("class_name", ["quotes", "quote evil", "card"])
def test_no_other_class_is_kept(class_name):
    assert "class" not in sanitise(QUOTE.replace('"quote"', f'"{class_name}"'))


def test_speaker_and_office_stand_below_the_words():
    html = shown(f"<p>Before</p>{QUOTE}<p>After</p>")
    assert (
        '<blockquote class="quote__text"><p>“We came for the port.</p><p>We stayed for the people.”</p>'
        in html
    )
    assert '<span class="quote__speaker">Ann Lee</span><br>Trade commissioner</figcaption></figure>' in html


@pytest.mark.parametrize("said", ["“So it is.”", "「Yes」", "&quot;So.&quot;", "<strong>“So</strong> it is”"])
def test_marks_that_were_typed_are_not_doubled(said):
    html = sanitise(f'<figure class="quote"><blockquote><p>{said}</p></blockquote></figure>')
    assert sanitise(f"<p>{said}</p>") in shown(html)


def test_a_quotation_may_lack_its_speaker_or_the_office():
    assert "figcaption" not in shown(QUOTE.replace("Ann Lee", "").replace("Trade commissioner", ""))
    assert 'speaker">Ann Lee</span></figcaption>' in shown(QUOTE.replace("Trade commissioner", ""))


def test_foreign_words_of_a_quotation_carry_their_language():
    html = shown(QUOTE.replace("Ann Lee", "王小明"))
    assert '<span lang="zh-Hans">王小明</span>' in html


def test_pictures_beside_a_quotation_are_still_looked_up(django_assert_num_queries, db):
    with django_assert_num_queries(1):
        html = shown(f'{QUOTE}<figure><img data-file="77" alt=""><figcaption>C</figcaption></figure>{QUOTE}')
    assert html.count("quote__text") == 2
