"""Where a picture is used: in rows, in texts, in drafts that nobody has published yet."""

import pytest
from django.core.cache import cache

from articles.models import GalleryPicture
from media_library.models import Document, Image
from media_library.usage import is_used, unused, uses_of
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.snapshots import take
from tests.factories import make_article

FIGURE = '<figure><img data-file="{}" alt=""></figure>'


@pytest.fixture
def image(db):
    return Image.objects.create(file="images/a/original.jpg", width=9, height=6, alt_en="A bridge")


def drafted(article, change):
    snapshot = take(article)
    change(snapshot)
    save_draft(article, snapshot, seen=first_revision(article), by=None)
    return article


def as_lead(image):
    return lambda snapshot: snapshot["f"].update(image_id=image.pk)


def in_the_text(image):
    return lambda snapshot: snapshot["f"].update(body_zh_hans=FIGURE.format(image.pk))


def in_the_gallery(image):
    def add(snapshot):
        row = {"image_id": image.pk, "caption_en": "", "caption_zh_hans": "", "position": 1}
        part = {"pk": "6f1f3f0e-2b4c-4f55-9d0b-0b6a4c1c9e11", "f": row, "m": {}}
        snapshot["c"]["pictures"].append(part)

    return add


@pytest.mark.parametrize("place", [as_lead, in_the_text, in_the_gallery])
def test_a_picture_that_only_a_draft_uses_is_in_use(image, place):
    article = drafted(make_article(), place(image))
    assert [use.record for use in uses_of(image)] == [article]
    assert not unused(Image.objects.all()).exists()


def test_a_number_that_only_begins_like_the_key_is_no_use(image):
    other = Image.objects.create(pk=image.pk * 10 + 1, file="images/b/original.jpg", width=9, height=6)
    drafted(make_article(), as_lead(other))
    drafted(make_article(), in_the_text(other))
    assert not is_used(image)
    assert list(unused(Image.objects.all())) == [image]


def test_a_draft_that_gave_way_to_a_later_one_uses_nothing(image):
    article = drafted(make_article(), as_lead(image))
    save_draft(article, take(article), seen=head_of(article), by=None)
    assert not is_used(image)


@pytest.mark.parametrize("field", ["image", "body_en"])
def test_what_a_record_uses_is_not_unused(image, field):
    make_article(**{field: image if field == "image" else FIGURE.format(image.pk)})
    assert not unused(Image.objects.all()).exists()


def test_what_is_tagged_is_not_used_by_its_tag(image):
    image.tags.create(name_en="Night")
    assert uses_of(image) == []
    assert list(unused(Image.objects.all())) == [image]


def test_a_picture_of_a_gallery_is_told_as_its_article(image):
    article = make_article()
    GalleryPicture.objects.create(article=article, image=image)
    assert [use.record for use in uses_of(image)] == [article]


def test_a_document_that_a_text_leads_to_is_in_use(db):
    document = Document.objects.create(file="documents/a/original.pdf", language="en")
    article = make_article(body_zh_hans=f'<p><a href="/zh-hans/documents/{document.pk}/">指南</a></p>')
    assert [use.record for use in uses_of(document)] == [article]
    assert not unused(Document.objects.all()).exists()


def test_what_is_unused_costs_the_same_for_any_number_of_pictures(image, django_assert_max_num_queries):
    def ask(most):
        cache.clear()
        with django_assert_max_num_queries(most) as asked:
            list(unused(Image.objects.all()))
        return len(asked)

    first = ask(60)
    for number in range(20):
        make_article(image=Image.objects.create(file=f"images/{number}/original.jpg", width=9, height=6))
    assert ask(60) == first
