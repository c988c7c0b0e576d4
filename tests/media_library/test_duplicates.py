"""The same picture again: by its bytes, and by what it looks like."""

import pytest
from PIL import Image as Pillow

from media_library.incoming.duplicates import alike_to, twins
from media_library.incoming.likeness import NEAR, difference, groups_of, likeness
from media_library.incoming.uploads import store_image
from media_library.models import Image
from tests.effort import processor_seconds
from tests.factories import make_article
from tests.media_library.photographs import drawn, photograph

PAGE = "/admin/media_library/image/duplicates/"


@pytest.mark.parametrize("size", [(90, 60), (900, 600), (333, 222)])
def test_a_picture_is_known_again_at_another_size(size):
    assert difference(likeness(drawn(1)), likeness(drawn(1, size))) <= NEAR


def test_a_see_through_picture_looks_like_itself_on_white():
    plain = drawn(1)
    see_through = plain.convert("RGBA")
    assert likeness(see_through) == likeness(plain)


def test_other_pictures_are_far_apart():
    known = [likeness(drawn(number)) for number in range(40)]
    apart = [difference(one, other) for one in known for other in known if one is not other]
    assert min(apart) > NEAR


def test_a_picture_without_features_is_like_no_other():
    assert likeness(Pillow.new("RGB", (90, 60), "teal")) == ""
    assert groups_of([(1, ""), (2, "")]) == []


def test_groups_join_whatever_is_near_to_one_of_them():
    first, second, third = 0, 0b11111, 0b1111111111
    known = [(1, first), (2, second), (3, third), (4, (1 << 64) - 1)]
    (group,) = groups_of([(key, f"{value:016x}") for key, value in known])
    assert sorted(group) == [1, 2, 3]


@pytest.mark.parametrize("apart", range(NEAR + 2))
def test_no_pair_within_the_limit_is_missed(apart):
    """The bits that differ are spread as evenly as they can be, so that they spoil as many stretches as they can."""
    spread = sum(1 << 64 * place // (NEAR + 1) for place in range(apart))
    found = groups_of([(1, f"{0xA5A5A5A5A5A5A5A5:016x}"), (2, f"{0xA5A5A5A5A5A5A5A5 ^ spread:016x}")])
    assert bool(found) == (apart <= NEAR)


def test_ten_thousand_pictures_are_compared_within_two_seconds():
    import random

    numbers = random.Random(7)
    known = [(key, f"{numbers.getrandbits(64):016x}") for key in range(10_000)]
    known += [(10_000 + key, value) for key, value in known[:50]]
    assert len(groups_of(known)) == 50
    assert processor_seconds(groups_of, known) < 2


def test_the_nearest_picture_is_found(db):
    image = store_image(photograph(1))
    store_image(photograph(2))
    again = store_image(photograph(1, size=(180, 120), quality=50))
    assert alike_to(again) == image
    assert alike_to(Image.objects.get(checksum=store_image(photograph(5)).checksum)) is None


def test_groups_stand_side_by_side_with_what_is_spare(publisher):
    kept = store_image(photograph(1))
    spare = store_image(photograph(1, size=(180, 120)))
    store_image(photograph(2))
    make_article(image=kept)
    (group,) = publisher.get(PAGE).context["groups"]
    assert {image: is_spare for image, _thumbnail, is_spare in group} == {kept: False, spare: True}


def test_the_same_bytes_without_features_are_found_too(db):
    for number in range(2):
        Image.objects.create(file=f"images/{number}/original.jpg", width=1, height=1, checksum="x")
    assert [len(group) for group in twins()] == [2]


def test_the_page_costs_the_same_for_any_number_of_groups(editor, django_assert_max_num_queries):
    def ask():
        with django_assert_max_num_queries(80) as asked:
            assert editor.get(PAGE).status_code == 200
        return len(asked)

    for number in range(2):
        Image.objects.create(file=f"images/{number}/original.jpg", width=1, height=1, checksum="x")
    editor.get(PAGE)
    first = ask()
    for number in range(30):
        Image.objects.create(file=f"images/{number}/o.jpg", width=1, height=1, checksum=f"{number // 2}")
    assert ask() == first


@pytest.mark.parametrize("asked", ["?page=x", "?page=999", "?page=-1"])
def test_nonsense_is_ordinary_weather(editor, asked):
    assert editor.get(PAGE + asked).status_code == 200
