"""What is stored can be opened in the editor and sent back unchanged."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from media_library.incoming.uploads import store_image
from prose.forms import ProseFormField, for_editor
from prose.sanitising import sanitise


@pytest.fixture
def image(db):
    stream = io.BytesIO()
    Pillow.new("RGB", (60, 40), "teal").save(stream, "JPEG")
    return store_image(SimpleUploadedFile("photo.jpg", stream.getvalue()), alt_en="A bridge")


def text_with(image):
    return (
        '<h2>Head</h2><p>One <strong>bold</strong> <a href="https://example.org/" rel="noopener">link</a></p>'
        f'<figure><img alt="A bridge" data-file="{image.pk}"><figcaption>Here</figcaption></figure>'
        '<figure data-pending="3"><figcaption>Later</figcaption></figure>'
        "<ul><li><p>a</p></li></ul><table><tbody><tr><th><p>x</p></th></tr></tbody></table>"
    )


def test_the_editor_gets_the_address_of_each_picture_and_nothing_is_stored_of_it(image):
    stored = sanitise(text_with(image))
    shown = for_editor(stored)
    assert f'src="{image.file.url}"' in shown
    assert sanitise(shown) == stored


def test_the_editor_gets_the_captions_of_the_library_in_both_languages(image):
    image.caption_en, image.caption_zh_hans = 'The "long" bridge', "长桥"
    image.save()
    stored = sanitise(text_with(image))
    shown = for_editor(stored)
    assert 'data-caption-en="The &quot;long&quot; bridge"' in shown and 'data-caption-zh-hans="长桥"' in shown
    assert sanitise(shown) == stored


def test_sending_back_what_was_shown_is_no_change(image):
    stored = sanitise(text_with(image))
    sent = for_editor(stored).replace("\n", "\r\n")
    assert not ProseFormField().has_changed(stored, sent)
    assert ProseFormField().has_changed(stored, sent.replace("Head", "Other"))


def test_a_picture_that_is_gone_keeps_its_place(image):
    stored = sanitise(text_with(image)).replace(f'"{image.pk}"', '"999"')
    assert sanitise(for_editor(stored)) == stored


def test_an_address_of_elsewhere_is_not_shown_even_in_a_form_that_came_back(image):
    hostile = '<figure><img src="https://evil.example/x.png" data-file="999"></figure><p onclick="x">a</p>'
    assert "evil" not in for_editor(hostile) and "onclick" not in for_editor(hostile)


def test_an_empty_caption_is_not_stored():
    assert (
        sanitise('<figure><img data-file="3" alt=""><figcaption></figcaption></figure>').count("figcaption")
        == 0
    )


def test_one_query_serves_all_pictures_of_a_text(image, django_assert_num_queries):
    with django_assert_num_queries(1):
        for_editor(text_with(image) * 3)
    with django_assert_num_queries(0):
        for_editor("<p>Without pictures</p>")
