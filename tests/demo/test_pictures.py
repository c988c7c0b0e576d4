"""The pictures of the demo in the media library."""

import json

import pytest
from PIL import Image as Pillow

from demo.loading.pictures import load_pictures
from demo.reading import ContentError
from media_library.models import Image

ENTRY = {
    "slug": "bowl",
    "file": "bowl.png",
    "focal_x": 0.5,
    "focal_y": 0.4,
    "alt_en": "A bowl.",
    "alt_zh_hans": "一只碗。",
    "caption_en": "Illustration: a bowl of noodles",
    "caption_zh_hans": "插图：一碗小面",
}


@pytest.fixture
def folder(tmp_path, db):
    (tmp_path / "pictures.json").write_text(json.dumps([ENTRY]), encoding="utf-8")
    paint(tmp_path, "red")
    return tmp_path


def paint(folder, colour):
    Pillow.new("RGB", (60, 40), colour).save(folder / "bowl.png")


def test_a_picture_is_stored_with_its_words_as_our_own_illustration(folder):
    image = load_pictures(folder, render=False)["bowl"]

    assert (image.title_en, image.title_zh_hans) == ("A bowl of noodles", "一碗小面")
    assert (image.alt_en, image.focal_y, image.rights) == ("A bowl.", 0.4, "own")
    assert image.credit_form == "illustration"


def test_a_picture_is_stored_once(folder):
    first = load_pictures(folder, render=False)["bowl"]

    assert load_pictures(folder, render=False)["bowl"] == first
    assert Image.objects.count() == 1


def test_a_redrawn_picture_takes_the_place_of_the_old_one_when_refreshed(folder):
    first = load_pictures(folder, render=False)["bowl"]
    paint(folder, "blue")

    assert load_pictures(folder, render=False)["bowl"].checksum == first.checksum
    again = load_pictures(folder, render=False, refresh=True)["bowl"]

    assert (again.pk, Image.objects.count()) == (first.pk, 1)
    assert again.checksum != first.checksum


def test_a_listed_picture_that_is_not_there_is_named(folder):
    (folder / "bowl.png").unlink()

    with pytest.raises(ContentError, match=r"pictures.json: bowl: file: bowl.png is not there"):
        load_pictures(folder, render=False)
