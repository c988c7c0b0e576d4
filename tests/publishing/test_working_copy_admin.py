"""The admin over drafts: what is public changes only when someone publishes it."""

import html
import re
import uuid
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Correction
from enterprises.models import Enterprise, EnterpriseName, Industry
from publishing.drafts.saving import head_of, open_draft
from publishing.models import Revision
from publishing.snapshots import take
from tests.factories import make_article, make_enterprise, make_industry
from tests.publishing.forms import add_row, form_data, row_of


@pytest.fixture
def enterprise(db):
    record = make_enterprise()
    for place, name in enumerate(("First", "Second", "Third")):
        EnterpriseName.objects.create(
            enterprise=record, kind="alias", name_en=name, name_zh_hans="名", position=place
        )
    return record


def url_of(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def opened(client, record, query=""):
    answer = client.get(url_of(record) + query)
    assert answer.status_code == 200
    return form_data(answer.content.decode())


def saved(client, record, data, **more):
    answer = client.post(url_of(record), {**data, **more})
    assert answer.status_code == 302, answer.context and answer.context["errors"]
    return answer


def row(record):
    return type(record)._base_manager.get(pk=record.pk)


def test_saving_what_is_live_changes_nothing_public(publisher, enterprise):
    before = take(row(enterprise))
    data = opened(publisher, enterprise)
    data["short_name_en"] = "Draft name"
    data[f"names-{row_of(data, 'names', 'name_en', 'First')}-name_en"] = "Changed"
    data[f"names-{row_of(data, 'names', 'name_en', 'Third')}-DELETE"] = "on"
    add_row(data, "names", name_en="Fourth", kind="alias", position="7")
    data["industries"] = [str(make_industry().pk)]
    saved(publisher, enterprise, data)
    assert take(row(enterprise)) == before
    assert enterprise.short_name_en in publisher.get(enterprise.get_absolute_url()).content.decode()
    again = opened(publisher, enterprise)
    assert again["short_name_en"] == "Draft name"
    assert again["industries"] == data["industries"][0]
    assert [again[f"names-{n}-name_en"] for n in range(int(again["names-INITIAL_FORMS"]))] == [
        "Changed",
        "Second",
        "Fourth",
    ]


def notes_of(client, record):
    return [html.unescape(str(note)) for note in client.get(url_of(record)).context["messages"]]


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", ". The public page stays as it is until the changes are published."),
        ("zh-hans", "。修改发布之前，公开页面保持不变。"),
    ],
)
def test_who_saves_what_is_live_is_told_that_nothing_public_has_changed(publisher, enterprise, language, end):
    publisher.cookies["django_language"] = language
    data = opened(publisher, enterprise)
    saved(publisher, enterprise, data | {"short_name_en": "Draft name"})
    assert [note.endswith(end) for note in notes_of(publisher, enterprise)] == [True]


def test_nothing_is_said_of_a_public_page_where_nothing_waits_or_there_is_none(publisher, enterprise):
    unseen = make_enterprise(languages=())
    for record, changed in ((enterprise, {}), (unseen, {"short_name_en": "Draft name"})):
        saved(publisher, record, opened(publisher, record) | changed)
        assert ["public page" in note for note in notes_of(publisher, record)] == [False]


def test_a_form_saved_unchanged_makes_no_draft(publisher, enterprise):
    saved(publisher, enterprise, opened(publisher, enterprise))
    assert open_draft(enterprise) is None


def test_a_row_that_is_only_in_the_draft_keeps_its_key(publisher, enterprise):
    data = opened(publisher, enterprise)
    add_row(data, "names", name_en="Fourth", kind="alias", position="7")
    saved(publisher, enterprise, data)
    data = opened(publisher, enterprise)
    number = row_of(data, "names", "name_en", "Fourth")
    key = data[f"names-{number}-id"]
    data[f"names-{number}-name_en"] = "Fifth"
    saved(publisher, enterprise, data, _publish_en="1")
    assert str(EnterpriseName.objects.get(name_en="Fifth").pk) == key


def test_publishing_the_changes_of_one_language_leaves_the_other(publisher, enterprise):
    data = opened(publisher, enterprise) | {"short_name_en": "New", "short_name_zh_hans": "新名"}
    saved(publisher, enterprise, data, _publish_en="1")
    assert (row(enterprise).short_name_en, row(enterprise).short_name_zh_hans) == (
        "New",
        enterprise.short_name_zh_hans,
    )
    assert opened(publisher, enterprise)["short_name_zh_hans"] == "新名"


def test_a_record_that_was_never_public_is_saved_in_place(editor, db):
    article = make_article(languages=[])
    saved(editor, article, opened(editor, article) | {"headline_en": "Written again"})
    assert row(article).headline_en == "Written again"


def test_two_people_in_different_places_both_keep_their_work(publisher, editor, enterprise):
    hers, his = opened(publisher, enterprise), opened(editor, enterprise)
    saved(publisher, enterprise, hers | {"short_name_en": "Hers"})
    saved(editor, enterprise, his | {"short_name_zh_hans": "他的"})
    both = opened(publisher, enterprise)
    assert (both["short_name_en"], both["short_name_zh_hans"]) == ("Hers", "他的")


def test_two_people_in_the_same_place_see_both_versions_and_lose_nothing(publisher, editor, enterprise):
    hers, his = opened(publisher, enterprise), opened(editor, enterprise)
    saved(publisher, enterprise, hers | {"short_name_en": "Hers"})
    answer = saved(editor, enterprise, his | {"short_name_en": "His", "activity_en": "His alone"})
    page = editor.get(answer["Location"]).content.decode()
    assert "Hers" in page and "His" in page
    shown = form_data(page)
    assert (shown["short_name_en"], shown["activity_en"]) == ("His", "His alone")
    assert head_of(enterprise).snapshot["f"]["short_name_en"] == "Hers"
    saved(editor, enterprise, shown)
    assert head_of(enterprise).snapshot["f"]["short_name_en"] == "His"


def links_to_theirs(page):
    return [html.unescape(url) for url in re.findall(r'class="take" href="([^"#]+)', page)]


def test_after_a_conflict_each_field_is_chosen_by_itself(publisher, editor, enterprise):
    hers, his = opened(publisher, enterprise), opened(editor, enterprise)
    saved(publisher, enterprise, hers | {"short_name_en": "Hers", "activity_en": "Her line"})
    answer = saved(editor, enterprise, his | {"short_name_en": "His", "activity_en": "His line"})
    here = answer["Location"].partition("?")[0]
    offered = links_to_theirs(editor.get(answer["Location"]).content.decode())
    (take,) = {url for url in offered if "short_name_en" in url}
    page = editor.get(here + take).content.decode()
    shown = form_data(page)
    assert (shown["short_name_en"], shown["activity_en"]) == ("Hers", "His line")
    (back,) = {url for url in links_to_theirs(page) if "short_name_en" not in url}
    assert form_data(editor.get(here + back).content.decode())["short_name_en"] == "His"
    saved(editor, enterprise, shown)
    fields = head_of(enterprise).snapshot["f"]
    assert (fields["short_name_en"], fields["activity_en"]) == ("Hers", "His line")


def test_the_other_version_of_a_text_and_of_a_row_is_taken_over_too(publisher, editor, db):
    article = make_article()
    correction = Correction.objects.create(article=article, corrected_on=date(2026, 1, 2), text_en="First.")
    hers, his = opened(publisher, article), opened(editor, article)
    name = next(key for key, value in hers.items() if value == "First.")
    saved(publisher, article, hers | {"body_en": "<p>Her text.</p>", name: "Her correction."})
    answer = saved(editor, article, his | {"body_en": "<p>His text.</p>", name: "His correction."})
    query = "".join(f"&_theirs={place}" for place in ("f.body_en", f"c.corrections.{correction.pk}.text_en"))
    shown = form_data(editor.get(answer["Location"] + query).content.decode())
    assert ("Her text." in shown["body_en"], shown[name]) == (True, "Her correction.")


def test_after_a_conflict_the_form_is_sent_to_the_record_and_goes_on_from_what_was_saved(
    publisher, editor, enterprise
):
    hers, his = opened(publisher, enterprise), opened(editor, enterprise)
    saved(publisher, enterprise, hers | {"short_name_en": "Hers"})
    answer = saved(editor, enterprise, his | {"short_name_en": "His"})
    page = editor.get(answer["Location"] + "&_changelist_filters=q%3Dx").content.decode()
    action = html.unescape(re.search(r'<form [^>]*action="([^"]+)"[^>]+id="enterprise_form"', page)[1])
    assert action == f"{url_of(enterprise)}?_changelist_filters=q%3Dx"
    answer = editor.post(action, {**form_data(page), "_continue": "yes"})
    assert "_made_from" not in answer["Location"]
    assert 'class="take"' not in editor.get(answer["Location"]).content.decode()


def test_a_place_that_is_in_no_conflict_is_nothing_to_choose(publisher, editor, enterprise):
    hers, his = opened(publisher, enterprise), opened(editor, enterprise)
    saved(publisher, enterprise, hers | {"short_name_en": "Hers"})
    answer = saved(editor, enterprise, his | {"short_name_en": "His"})
    shown = form_data(editor.get(answer["Location"] + "&_theirs=f.slug&_theirs=c&_theirs=").content.decode())
    assert shown["short_name_en"] == "His"


def test_a_form_opened_before_any_revision_does_not_overwrite_a_draft(publisher, editor, enterprise):
    his = opened(editor, enterprise)
    saved(publisher, enterprise, opened(publisher, enterprise) | {"short_name_en": "Hers"})
    saved(editor, enterprise, his | {"activity_en": "His"})
    assert head_of(enterprise).snapshot["f"]["short_name_en"] == "Hers"


def test_nobody_publishes_what_they_have_not_seen(publisher, editor, enterprise):
    hers = opened(publisher, enterprise)
    saved(editor, enterprise, opened(editor, enterprise) | {"short_name_zh_hans": "他的"})
    saved(publisher, enterprise, hers | {"short_name_en": "Hers"}, _publish_en="1", _publish_zh_hans="1")
    assert row(enterprise).short_name_en != "Hers"
    saved(publisher, enterprise, opened(publisher, enterprise), _publish_en="1")
    assert row(enterprise).short_name_en == "Hers"


def test_an_old_revision_opens_in_the_form_and_is_restored_by_saving(publisher, enterprise):
    saved(publisher, enterprise, opened(publisher, enterprise) | {"short_name_en": "Second version"})
    first = Revision.objects.of(enterprise).get(number=1)
    data = opened(publisher, enterprise, f"?_made_from={first.pk}")
    assert data["short_name_en"] == enterprise.short_name_en
    saved(publisher, enterprise, data)
    assert head_of(enterprise).snapshot["f"]["short_name_en"] == enterprise.short_name_en


def test_a_bad_value_keeps_everything_that_was_typed(publisher, enterprise):
    data = opened(publisher, enterprise) | {"slug": "not a slug", "short_name_en": "Typed"}
    add_row(data, "names", name_en="Typed too", kind="", position="1")
    answer = publisher.post(url_of(enterprise), data)
    assert answer.status_code == 200
    shown = form_data(answer.content.decode())
    assert (shown["slug"], shown["short_name_en"]) == ("not a slug", "Typed")
    assert "Typed too" in shown.values()
    assert open_draft(enterprise) is None


@pytest.mark.parametrize("slug", ["compare", "feed"])
def test_an_address_at_which_the_portal_itself_answers_is_refused(publisher, enterprise, slug):
    answer = publisher.post(url_of(enterprise), opened(publisher, enterprise) | {"slug": slug})
    assert "A page of the portal already uses this address" in answer.content.decode()
    assert Enterprise.objects.get(pk=enterprise.pk).slug != slug and open_draft(enterprise) is None


def test_a_form_sent_empty_says_what_is_missing(publisher, db):
    answer = publisher.post(url_of(make_article()), {})
    assert answer.status_code == 200
    assert answer.context["errors"]


def test_a_key_that_is_not_of_this_page_is_refused(publisher, enterprise):
    data = opened(publisher, enterprise) | {"names-0-id": str(uuid.uuid4())}
    assert publisher.post(url_of(enterprise), data).status_code == 200
    assert open_draft(enterprise) is None


@pytest.mark.parametrize("name", ["_made_from", "_seen"])
@pytest.mark.parametrize("key", ["999999", "x", "٣"])
def test_a_revision_that_is_not_of_this_record_is_refused(publisher, enterprise, name, key):
    assert publisher.get(f"{url_of(enterprise)}?{name}={key}").status_code == 400


def test_someone_who_may_only_look_sees_what_is_live(log_in, publisher, enterprise):
    saved(publisher, enterprise, opened(publisher, enterprise) | {"short_name_en": "Draft name"})
    assert "Draft name" not in log_in("reviewer").get(url_of(enterprise)).content.decode()


def test_every_save_is_in_the_log_once(publisher, enterprise):
    saved(publisher, enterprise, opened(publisher, enterprise) | {"short_name_en": "Draft name"})
    assert LogEntry.objects.filter(object_id=enterprise.pk).count() == 1


def test_a_draft_whose_industry_is_gone_says_so_and_opens(publisher, enterprise):
    industry = make_industry()
    saved(publisher, enterprise, opened(publisher, enterprise) | {"industries": [str(industry.pk)]})
    Industry.objects.filter(pk=industry.pk).delete()
    page = publisher.get(url_of(enterprise)).content.decode()
    assert "deleted" in page


def test_the_form_costs_the_same_with_three_and_with_thirty_parts(publisher, db):
    costs = []
    opened(publisher, make_enterprise())
    for number in (3, 30):
        record = make_enterprise()
        for place in range(number):
            EnterpriseName.objects.create(enterprise=record, kind="alias", name_en="x", position=place)
        with CaptureQueriesContext(connection) as queries:
            opened(publisher, record)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 35


def test_an_article_keeps_its_month_through_a_draft(publisher, db):
    article = make_article()
    data = opened(publisher, article)
    data |= {"dated_at_0": "2024-02-03", "dated_at_1": "10:00:00"}
    saved(publisher, article, data, _publish_en="1")
    assert Article.objects.get(pk=article.pk).month == 202402
    assert Enterprise.objects.count() == 0
