"""Content that does not fit is refused with the file, the record and the key."""

from types import SimpleNamespace

import pytest

from demo.loading.kinds import Kind
from demo.loading.references import References
from demo.loading.rows import Writer
from demo.reading import ContentError, read_list
from pages.models import Place

PLACES = Kind("pages.Place", "places")
GOOD = """
kind = "food"
name_en = "Noodles"
name_zh_hans = "小面"
summary_en = "A bowl."
summary_zh_hans = "一碗。"
"""


@pytest.fixture
def write(tmp_path, db):
    """A function that loads one place from the text of its file, with one picture in stock."""
    (tmp_path / "places").mkdir()
    pictures = {"bowl": SimpleNamespace(pk=41)}

    def write_one(text):
        (tmp_path / "places" / "noodles.toml").write_text(text, encoding="utf-8")
        return Writer(References(pictures)).write(PLACES, PLACES.read(tmp_path))

    return write_one


def test_a_good_file_becomes_a_live_record_in_both_languages(write):
    tally = write(GOOD)

    place = Place.objects.get(slug="noodles")
    assert tally.made == 1
    assert place.live_languages() == ["en", "zh-hans"]


def test_a_record_is_published_only_in_the_languages_it_names(write):
    write(GOOD + 'live = ["zh-hans"]')

    assert Place.objects.get(slug="noodles").live_languages() == ["zh-hans"]


def test_a_picture_in_a_text_is_replaced_by_the_stored_one(write):
    write(GOOD + """body_en = '<figure><img data-picture="bowl"></figure>'""")

    assert 'data-file="41"' in Place.objects.get(slug="noodles").body_en


@pytest.mark.parametrize(
    ("addition", "complaint"),
    [
        ('nam_en = "x"', "nam_en: a place has no such column"),
        ('address = "x"', "address: say address_en and address_zh_hans"),
        ('park = "atlantis"', "park: there is no park “atlantis”"),
        ("park = 7", "park: expected the name of a park, not 7"),
        ('image = "atlantis"', "image: there is no picture “atlantis”"),
        ("""body_en = '<img data-picture="atlantis">'""", "body_en: there is no picture “atlantis”"),
        ("price_band = 9", "price_band: Value 9 is not a valid choice"),
        ('live = ["fr"]', "live: 'fr' is not one of en, zh-hans"),
    ],
)
def test_wrong_content_is_refused_with_its_place(write, addition, complaint):
    with pytest.raises(ContentError) as refusal:
        write(GOOD + addition)

    assert str(refusal.value).startswith(f"places/noodles.toml: noodles: {complaint}")
    assert not Place.objects.exists()


def test_a_language_that_lacks_words_is_not_published(write):
    with pytest.raises(ContentError, match="name_zh_hans: is needed to publish zh-hans"):
        write(GOOD.replace('name_zh_hans = "小面"', ""))


def test_a_file_that_is_not_toml_is_named(write):
    with pytest.raises(ContentError, match=r"places/noodles.toml: noodles: file: "):
        write("kind = food")


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert PLACES.read(tmp_path) == []


def test_a_record_of_a_list_without_its_name_is_refused(tmp_path):
    (tmp_path / "sources.toml").write_text('[[source]]\nkind = "press"', encoding="utf-8")

    with pytest.raises(ContentError, match="no. 1: key: is missing"):
        read_list(tmp_path / "sources.toml", "source", "key")


def test_a_parent_may_be_written_after_its_children(tmp_path, db):
    (tmp_path / "parks").mkdir()
    for slug, more in (("a-hall", 'parent = "z-park"'), ("z-park", "")):
        text = f'kind = "park"\nname_en = "N"\nname_zh_hans = "名"\nsummary_en = "S"\nsummary_zh_hans = "摘"\n{more}'
        (tmp_path / "parks" / f"{slug}.toml").write_text(text, encoding="utf-8")
    parks = Kind("enterprises.Park", "parks")

    tally = Writer(References({})).write(parks, parks.read(tmp_path))

    assert tally.made == 2
    assert parks.model.objects.get(slug="a-hall").parent.slug == "z-park"


def test_records_that_point_at_each_other_are_refused(tmp_path, db):
    (tmp_path / "parks").mkdir()
    for slug, other in (("a", "b"), ("b", "a")):
        (tmp_path / "parks" / f"{slug}.toml").write_text(f'parent = "{other}"', encoding="utf-8")
    parks = Kind("enterprises.Park", "parks")

    with pytest.raises(ContentError, match="parent: these records point at each other in a circle"):
        Writer(References({})).write(parks, parks.read(tmp_path))
