"""The pictures of a source are taken into its translation at the places where they stand."""

import pytest

from media_library.incoming.uploads import store_image
from media_library.models import Image
from publishing.drafts.saving import open_draft
from tests.factories import make_article
from tests.media_library.photographs import photograph
from tests.translation_desk.test_pages import draft_of, opened, page, press
from tests.translation_desk.test_states import save, state_of
from translation_desk.source_pictures import images_of, lacking, with_pictures
from translation_desk.states import State


@pytest.fixture
def images(db):
    stored = [store_image(photograph(number)) for number in range(2)]
    for number, image in enumerate(stored):
        image.alt_en, image.alt_zh_hans = f'Gate > "{number}"', f"大门{number}"
        image.caption_zh_hans = f"图说{number}"
        image.save()
    return stored


def figure(image, alt="", caption=""):
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img data-file="{image.pk}" alt="{alt}">{words}</figure>'


def placed(source, translation):
    found = images_of([source])
    return with_pictures(translation, lacking(source, translation, found), "en", found)


def test_a_picture_stands_after_as_many_blocks_as_in_the_source(images):
    one, two = images
    source = f"<p>一</p>{figure(one, '甲 > 乙')}<ul><li><p>二</p></li></ul><hr>{figure(two)}<p>三</p>"
    found = placed(source, "<p>One</p><ul><li><p>Two</p></li></ul><hr><p>Three</p>")
    expected = [
        "<p>One</p>",
        f'data-file="{one.pk}"',
        "<ul>",
        "<hr>",
        f'data-file="{two.pk}"',
        "<p>Three</p>",
    ]
    places = [found.index(part) for part in expected]
    assert places == sorted(places)


def test_a_shorter_translation_gets_the_rest_at_its_end(images):
    one, two = images
    source = f"{figure(one)}<p>一</p><p>二</p><p>三</p>{figure(two)}"
    found = placed(source, "<p>One</p>")
    assert found.index(str(f'"{one.pk}"')) < found.index("<p>One</p>") < found.index(f'"{two.pk}"')


def test_a_picture_that_is_there_already_is_not_put_in_again(images):
    one, two = images
    source = f"<p>一</p>{figure(one)}{figure(two)}{figure(one)}"
    found = placed(source, f"{figure(one)}<p>One</p>")
    assert found.count(f'"{one.pk}"') == 2 and found.count(f'"{two.pk}"') == 1
    assert placed(source, found) == found


def test_a_picture_that_is_gone_and_a_place_without_one_are_not_offered(images):
    source = '<p>一</p><figure><img data-file="999999" alt=""></figure><figure data-pending="1"></figure>'
    assert lacking(source, "", images_of([source])) == []


def test_one_press_takes_the_pictures_and_keeps_what_was_typed(translator, images):
    one, _two = images
    article = make_article(
        body_zh_hans=f"<p>一句。</p>{figure(one)}<p>二句。</p>", body_en="<p>One.</p><p>Two.</p>"
    )
    press(translator, article, "pictures", **{"text:body": "<p>One, typed.</p><p>Two.</p>"})
    text = draft_of(article)["body_en"]
    assert text.startswith("<p>One, typed.</p><figure>") and text.endswith("<p>Two.</p>")
    assert "Gate &gt;" in text or "Gate >" in text
    assert "Use the pictures" not in opened(translator, article)[1]


def test_pictures_change_nothing_about_words_that_are_out_of_date(translator, images):
    article = make_article(body_zh_hans="<p>投产。</p>", body_en="<p>It began.</p>")
    save(article, body_zh_hans=f"<p>投产了三条线。</p>{figure(images[0])}")
    press(translator, article, "pictures")
    assert f'"{images[0].pk}"' in draft_of(article)["body_en"]
    assert state_of(article).state == State.OUTDATED


def test_the_source_shows_its_pictures_with_their_captions(translator, images):
    one, two = images
    source = f"<p>一</p>{figure(one)}{figure(two, caption='自己的图说')}"
    html = opened(translator, make_article(body_zh_hans=source))[1]
    shown = html[html.index('class="pair__picture"') :]
    assert "图说0" in shown and "自己的图说" in shown and 'alt="大门0"' in shown


def test_who_may_not_write_the_language_takes_no_pictures(visitor, editor, images):
    article = make_article(body_zh_hans=f"<p>一</p>{figure(images[0])}", body_en="<p>One</p>")
    before = open_draft(article)
    data, _html = opened(editor, article)
    visitor.post(page(article), {**data, "deed": "pictures|body"})
    assert open_draft(article) == before


@pytest.mark.parametrize("path", ["summary", "nowhere", ""])
def test_only_a_rich_text_takes_pictures(translator, images, path):
    article = make_article(body_zh_hans=f"<p>一</p>{figure(images[0])}")
    data, _html = opened(translator, article)
    assert translator.post(page(article), {**data, "deed": f"pictures|{path}"}).status_code == 400


def test_pictures_of_any_number_of_texts_are_one_query(images, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(images_of([figure(image) for image in images] * 3)) == 2
    assert Image.objects.count() == 2
