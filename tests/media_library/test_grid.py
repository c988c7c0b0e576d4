"""The list of the library: filters, tags, many pictures."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from media_library.models import Document, Image, Tag
from tests.factories import make_article

LIST = "/admin/media_library/image/"


def picture(number=0, **fields):
    complete = {"alt_en": "A", "alt_zh_hans": "甲", "rights": "own"}
    return Image.objects.create(
        file=f"images/{number}/original.jpg",
        width=9,
        height=6,
        **complete | {"renditions": {"card-400": [50, 50]}} | fields,
    )


def found(client, **asked):
    return list(client.get(LIST, asked).context["cl"].result_list)


@pytest.mark.parametrize(
    ("care", "fields"),
    [
        ("alt_en", {"alt_en": ""}),
        ("alt_zh", {"alt_zh_hans": None}),
        ("credit", {"rights": "licensed"}),
        ("rights", {"rights": "unclear", "credit_person_zh_hans": "殷军"}),
        ("any", {"alt_en": None}),
        ("unmade", {"renditions": {}}),
    ],
)
def test_the_list_finds_what_needs_care(editor, care, fields):
    picture(0, credit_person_en="Yin Jun")
    needy = picture(1, **fields)
    assert found(editor, care=care) == [needy]


def test_what_is_in_use_is_not_among_the_unused(editor):
    used, spare = picture(0), picture(1)
    make_article(image=used)
    assert found(editor, care="unused") == [spare]


def test_what_is_there_twice_is_found(editor):
    twins = {picture(0, checksum="x"), picture(1, checksum="x")}
    picture(2, checksum="y")
    assert set(found(editor, care="twins")) == twins


def test_pictures_are_found_by_tag_person_and_day(editor):
    person = get_user_model().objects.get()
    tag = Tag.objects.create(name_en="Night", name_zh_hans="夜景")
    mine, other = picture(0, uploaded_by=person), picture(1)
    other.tags.add(tag)
    old = timezone.now() - timedelta(days=40)
    Image.objects.filter(pk=other.pk).update(created_at=old)
    assert found(editor, by=person.pk) == [mine]
    assert found(editor, tags__id__exact=tag.pk) == [other]
    assert found(editor, created_at__gte=(timezone.now() - timedelta(days=7)).isoformat()) == [mine]
    for word in ("night", "夜景"):
        assert found(editor, q=word) == [other]


@pytest.mark.parametrize("asked", [{"by": "x"}, {"by": "9" * 30}, {"care": "x"}, {"q": "\x00"}])
def test_nonsense_in_a_filter_is_ordinary_weather(editor, asked):
    picture()
    assert editor.get(LIST, asked, follow=True).status_code == 200


def test_a_card_leads_to_the_field_that_is_missing(editor):
    image = picture(alt_zh_hans="")
    assert f"{LIST}{image.pk}/change/#id_alt_zh_hans" in editor.get(LIST).content.decode()


def queries(client, **asked):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(LIST, asked).status_code == 200
    return len(captured)


def test_the_grid_costs_the_same_for_any_number_of_pictures(editor):
    picture().tags.create(name_en="Night")
    queries(editor)
    few = queries(editor)
    person = get_user_model().objects.get()
    for number in range(60):
        picture(number, uploaded_by=person).tags.create(name_en=f"Tag {number}")
    assert queries(editor) <= few <= 12


def test_ten_thousand_pictures_are_paged_by_an_index(db):
    rows = Image.objects.order_by("-created_at", "-pk")[:48]
    plan = rows.explain()
    if connection.vendor == "sqlite":
        assert "USING INDEX image_newest_first" in plan and "TEMP B-TREE" not in plan
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        assert "image_newest_first" in rows.explain()


def act(client, action, keys, **more):
    return client.post(LIST, {"action": action, "_selected_action": keys} | more)


def test_tags_are_given_and_taken_for_all_chosen_at_once(editor):
    night, river = Tag.objects.create(name_en="Night"), Tag.objects.create(name_en="River")
    images = [picture(number) for number in range(3)]
    for image in images:
        image.tags.add(night)
    keys = [image.pk for image in images[:2]]
    assert "3 files" not in act(editor, "tag_chosen", keys).content.decode()
    form = {"_tags": "1", "give": [river.pk], "take": [night.pk], "new_zh_hans": "桥"}
    assert act(editor, "tag_chosen", keys, **form).status_code == 302
    new = Tag.objects.get(name_zh_hans="桥")
    assert [set(image.tags.all()) for image in images] == [{river, new}, {river, new}, {night}]


def test_the_name_of_a_tag_that_is_there_makes_no_second_one(editor):
    Tag.objects.create(name_en="Night")
    act(editor, "tag_chosen", [picture().pk], _tags="1", new_en="night")
    assert Tag.objects.count() == 1 and Image.objects.get().tags.exists()


def test_a_tag_cannot_be_given_and_taken_at_once(editor):
    tag = Tag.objects.create(name_en="Night")
    answer = act(editor, "tag_chosen", [picture().pk], _tags="1", give=[tag.pk], take=[tag.pk])
    assert list(answer.context["form"].errors) == ["take"]


def test_a_tag_has_a_name_in_one_language_at_least_and_once(editor):
    Tag.objects.create(name_en="Night")
    url = "/admin/media_library/tag/add/"
    for names in ({"name_en": " ", "name_zh_hans": ""}, {"name_en": "NIGHT", "name_zh_hans": ""}):
        assert list(editor.post(url, names).context["adminform"].form.errors) == ["name_en"]
    assert editor.post(url, {"name_en": "", "name_zh_hans": "夜景"}).status_code == 302


def test_documents_are_tagged_as_pictures_are(editor):
    document = Document.objects.create(file="documents/a/original.pdf", language="en")
    form = {"_tags": "1", "new_en": "Guide", "action": "tag_chosen", "_selected_action": [document.pk]}
    editor.post("/admin/media_library/document/", form)
    assert str(document.tags.get()) == "Guide"


def test_a_reader_tags_nothing(log_in):
    image = picture()
    act(log_in("reviewer"), "tag_chosen", [image.pk], _tags="1", new_en="Night")
    assert not Tag.objects.exists()


def test_copies_that_failed_are_ordered_again(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        act(editor, "make_copies", [picture().pk])
    assert DBTaskResult.objects.filter(task_path__endswith="render_image").count() == 1


def test_chosen_pictures_are_opened_together(editor):
    keys = [picture(number).pk for number in range(2)]
    answer = act(editor, "write_words", keys)
    assert answer["Location"] == f"{LIST}sheet/?pk={keys[1]}&pk={keys[0]}"


# Deleting asks first


def test_deleting_shows_every_place_of_use_first(publisher):
    image = picture()
    article = make_article(image=image)
    html = publisher.get(f"{LIST}{image.pk}/delete/").content.decode()
    assert f"/admin/articles/article/{article.pk}/change/" in html


def test_a_place_that_a_person_may_not_see_is_counted_and_not_named(log_in, make_member):
    from django.contrib.auth.models import Group
    from django.contrib.contenttypes.models import ContentType
    from django.test import Client

    from publishing.models import Scope
    from tests.factories import make_column

    image = picture()
    hidden = make_article(languages=[], image=image, column=make_column())
    person, own = make_member("editor"), make_column()
    group = Group.objects.create(name="people of one column")
    Scope.objects.create(
        group=group, content_type=ContentType.objects.get_for_model(own), object_id=str(own.pk)
    )
    person.groups.add(group)
    client = Client()
    client.force_login(person)
    html = client.get(f"{LIST}{image.pk}/change/").content.decode()
    assert hidden.headline_en not in html and "1 place outside your area" in html
