"""The words of many pictures on one page."""

import pytest

from media_library.models import Image
from tests.services.forms import fields_of

SHEET = "/admin/media_library/image/sheet/"


@pytest.fixture
def images(db):
    return [
        Image.objects.create(
            file=f"images/{number}/original.jpg", width=9, height=6, title_en=f"No. {number}"
        )
        for number in range(2)
    ]


def again(image):
    """The row as it is now. Django would open the file to refresh it."""
    return Image.objects.get(pk=image.pk)


def address(images):
    return SHEET + "?" + "&".join([f"pk={image.pk}" for image in images])


def opened(client, images):
    return fields_of(client.get(address(images)), "content-main") | {"pk": [image.pk for image in images]}


def test_words_in_both_languages_and_credit_are_saved_for_all(editor, images):
    first, second = images
    data = opened(editor, images) | {
        f"p{first.pk}-alt_en": "A bridge",
        f"p{first.pk}-alt_zh_hans": "一座桥",
        f"p{second.pk}-credit_person_zh_hans": "殷军",
        f"p{second.pk}-rights": "own",
    }
    assert editor.post(address(images), data).status_code == 302
    first = again(first)
    second = again(second)
    assert (first.alt_en, first.alt_zh_hans, first.rights) == ("A bridge", "一座桥", "unclear")
    assert (second.credit_person_zh_hans, second.rights, second.alt_en or "") == ("殷军", "own", "")


def test_what_a_colleague_wrote_in_another_field_survives(editor, images):
    image = images[0]
    data = opened(editor, [image]) | {f"p{image.pk}-alt_en": "Mine"}
    Image.objects.filter(pk=image.pk).update(alt_zh_hans="同事写的", caption_en="Theirs")
    editor.post(address([image]), data)
    image = again(image)
    assert (image.alt_en, image.alt_zh_hans, image.caption_en) == ("Mine", "同事写的", "Theirs")


def test_what_a_colleague_wrote_in_the_same_field_is_shown_before_it_is_overwritten(editor, images):
    image = images[0]
    data = opened(editor, [image]) | {f"p{image.pk}-alt_en": "Mine"}
    Image.objects.filter(pk=image.pk).update(alt_en="Theirs")
    answer = editor.post(address([image]), data)
    image = again(image)
    assert image.alt_en == "Theirs"
    assert "“Theirs”" in answer.content.decode()
    sent = fields_of(answer, "content-main") | {"pk": [image.pk]}
    assert sent[f"p{image.pk}-alt_en"] == ["Mine"]
    assert editor.post(address([image]), sent).status_code == 302
    image = again(image)
    assert image.alt_en == "Mine"


def test_the_same_value_for_all_goes_into_empty_fields_only_and_is_not_saved_yet(editor, images):
    first, second = images
    data = opened(editor, images) | {
        f"p{first.pk}-credit_organisation_en": "Kept",
        f"p{second.pk}-alt_en": "Typed before",
        "all-credit_organisation_en": "Liangjiang New Area",
        "all-rights": "own",
        "_fill": "1",
    }
    filled = fields_of(editor.post(address(images), data), "content-main")
    assert filled[f"p{first.pk}-credit_organisation_en"] == ["Kept"]
    assert filled[f"p{second.pk}-credit_organisation_en"] == ["Liangjiang New Area"]
    assert filled[f"p{second.pk}-alt_en"] == ["Typed before"]
    assert filled[f"p{first.pk}-rights"] == filled[f"p{second.pk}-rights"] == ["own"]
    assert not Image.objects.exclude(rights="unclear").exists()
    editor.post(address(images), filled | {"pk": [image.pk for image in images]})
    assert Image.objects.filter(rights="own").count() == 2


def test_words_that_are_too_long_keep_all_that_was_typed(editor, images):
    first, second = images
    data = opened(editor, images) | {f"p{first.pk}-alt_en": "x" * 301, f"p{second.pk}-alt_en": "Kept"}
    answer = editor.post(address(images), data)
    assert fields_of(answer, "content-main")[f"p{second.pk}-alt_en"] == ["Kept"]
    assert answer.context["problems"] == 1


def test_the_page_leads_through_everything_that_is_missing(editor, images):
    first = Image.objects.create(
        file="images/c/original.jpg", width=9, height=6, alt_en="A", alt_zh_hans="甲", rights="own"
    )
    shown = [form.instance for form, _thumbnail in editor.get(SHEET).context["rows"]]
    assert set(shown) == set(images) and first not in shown
    data = opened(editor, images) | {f"p{image.pk}-alt_en": "A" for image in images}
    answer = editor.post(SHEET + "?care=alt_en", data)
    assert answer["Location"] == "/admin/media_library/image/"


@pytest.mark.parametrize("asked", ["?pk=x", "?pk=-1", "?pk=" + "9" * 40, "?care=x", "?pk=1&pk=1"])
def test_nonsense_is_ordinary_weather(editor, images, asked):
    assert editor.get(SHEET + asked).status_code == 200


def test_a_picture_that_went_meanwhile_takes_nothing_with_it(editor, images):
    first, second = images
    data = opened(editor, images) | {f"p{second.pk}-alt_en": "Kept"}
    first.delete()
    assert editor.post(address(images), data).status_code == 302
    second = again(second)
    assert second.alt_en == "Kept"


@pytest.mark.parametrize(("role", "status"), [("translator", 200), ("reviewer", 403), ("desk", 403)])
def test_only_who_may_change_pictures_words_them(log_in, images, role, status):
    assert log_in(role).get(SHEET).status_code == status
