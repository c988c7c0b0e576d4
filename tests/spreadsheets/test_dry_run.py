"""The dry run says what a file would change, row by row, and writes nothing; what it says is what is written."""

import pytest

from enterprises.models import Award, Enterprise
from evidence.models import Source
from investment.models import Milestone, Project
from investment.sheets import PROJECTS
from publishing.drafts.saving import first_revision, open_draft, save_draft
from publishing.models import Revision
from publishing.snapshots import take
from spreadsheets.formats.grid import Refused
from tests.factories import make_award, make_enterprise, make_industry, make_level, make_project
from tests.spreadsheets.conftest import changes_of, faults_of, numbers_of

pytestmark = pytest.mark.django_db


def make_draft(record, by=None, **fields):
    snapshot = take(record)
    snapshot["f"] |= fields
    return save_draft(record, snapshot, seen=first_revision(record), by=by)


# What is written


def test_a_dry_run_tells_old_and_new_and_writes_nothing(send):
    firm = make_enterprise(origin="CN", short_name_zh_hans="旧名")
    upload = send([["slug", "origin", "short_name_zh_hans"], [firm.slug, "DE", "新名"]])
    assert numbers_of(upload) == {"changed": 1}
    assert changes_of(upload) == [("Origin", "CN", "DE"), ("Short name (Chinese)", "旧名", "新名")]
    assert not Revision.objects.exists()
    firm.refresh_from_db()
    assert firm.origin == "CN"


def test_what_is_public_gets_a_draft_and_stays_as_it_is(write, author):
    firm = make_enterprise(origin="CN")
    write([["slug", "origin"], [firm.slug, "DE"]])
    firm.refresh_from_db()
    draft = open_draft(firm)
    assert firm.origin == "CN"
    assert draft.snapshot["f"]["origin"] == "DE"
    assert (draft.author, draft.note) == (author, "From the file file.csv")


def test_what_never_was_public_follows_at_once(write):
    firm = make_enterprise(languages=[], origin="CN")
    write([["slug", "origin"], [firm.slug, "DE"]])
    firm.refresh_from_db()
    assert firm.origin == "DE"
    assert open_draft(firm) is None


def test_a_new_record_stays_unpublished(write):
    industry = make_industry()
    upload = write(
        [
            ["slug", "short_name_zh_hans", "short_name_en", "ownership", "industries"],
            ["", "江畔机器人", "Riverside Robots", "private", industry.slug],
        ]
    )
    firm = Enterprise.objects.get(slug="riverside-robots")
    assert numbers_of(upload) == {"new": 1}
    assert not firm.was_ever_public
    assert firm.ownership == "private"
    assert list(firm.industries.all()) == [industry]
    assert first_revision(firm).author == upload.owner


def test_a_missing_column_leaves_and_an_empty_cell_empties(write):
    firm = make_enterprise(languages=[], origin="CN", markets_en="Europe")
    upload = write([["slug", "markets_en"], [firm.slug, ""]])
    firm.refresh_from_db()
    assert changes_of(upload) == [("Markets (English)", "Europe", "")]
    assert firm.origin == "CN"
    assert not firm.markets_en


def test_a_rich_text_is_sanitised_as_the_form_does_it(write):
    firm = make_enterprise(languages=[])
    write([["slug", "description_en"], [firm.slug, "<p onclick=x>Good<script>alert(1)</script></p>"]])
    firm.refresh_from_db()
    assert firm.description_en == "<p>Good</p>"


def test_parts_are_found_by_their_key_or_by_their_names_and_added_else(write):
    firm = make_enterprise(languages=[])
    level, other = make_level(), make_level()
    award = make_award(firm, level=level, status="candidate")
    rows = [
        ["enterprise", "level", "status", "awarded"],
        [firm.slug, f"{level.scheme.slug}/{level.key}", "awarded", "2025年8月"],
        [firm.slug, f"{other.scheme.slug}/{other.key}", "candidate | 候选", ""],
    ]
    upload = write(rows)
    award.refresh_from_db()
    assert (award.status, award.awarded.text) == ("awarded", "2025-08")
    assert set(firm.awards.values_list("level", flat=True)) == {level.pk, other.pk}
    assert numbers_of(upload) == {"changed": 1}


def test_a_row_is_removed_only_when_it_says_so(write):
    firm = make_enterprise(languages=[])
    kept, gone = make_award(firm), make_award(firm)
    write([["enterprise", "id", "remove"], [firm.slug, str(gone.pk), "是"]], table="awards")
    assert list(firm.awards.all()) == [kept]


def test_an_award_names_a_facility_that_the_same_workbook_adds(author):
    from enterprises.sheets import ENTERPRISES
    from spreadsheets.importing import uploads
    from tests.spreadsheets.workbooks import row, sheet, text, workbook

    level = make_level()
    records = sheet(
        row(1, text("A1", "slug"), text("B1", "short_name_en")),
        row(2, text("A2", "new-firm"), text("B2", "New firm")),
    )
    awards = sheet(
        row(1, text("A1", "enterprise"), text("B1", "level"), text("C1", "status"), text("D1", "facility")),
        row(
            2,
            text("A2", "new-firm"),
            text("B2", f"{level.scheme.slug}/{level.key}"),
            text("C2", "awarded"),
            text("D2", "第一工厂"),
        ),
    )
    plants = sheet(
        row(1, text("A1", "enterprise"), text("B1", "name_zh_hans"), text("C1", "address_zh_hans")),
        row(2, text("A2", "new-firm"), text("B2", "第一工厂"), text("C2", "鱼复")),
    )
    upload = uploads.receive(
        ENTERPRISES, name="a.xlsx", content=workbook(records, awards, plants), user=author
    )
    assert faults_of(upload) == []
    uploads.carry_out(ENTERPRISES, upload, by=author)
    award = Award.objects.get(enterprise__slug="new-firm")
    assert award.facility.name_zh_hans == "第一工厂"


def test_headings_of_either_language_are_understood(send):
    firm = make_enterprise(origin="CN")
    upload = send([["slug", "Origin"], [firm.slug, "DE"]])
    assert changes_of(upload) == [("Origin", "CN", "DE")]


# What others wrote meanwhile


def test_a_draft_of_somebody_else_is_kept_where_the_file_says_something_else(write, make_member):
    firm = make_enterprise(origin="CN", markets_en="Europe")
    make_draft(firm, by=make_member("publisher"), markets_en="Asia")
    upload = write([["slug", "origin", "markets_en"], [firm.slug, "DE", "Europe"]])
    draft = open_draft(firm)
    assert upload.told["groups"][0]["notices"]
    assert (draft.snapshot["f"]["origin"], draft.snapshot["f"]["markets_en"]) == ("DE", "Asia")


def test_the_same_field_in_a_draft_is_a_conflict_of_that_row_and_is_not_overwritten(send):
    firm, other = make_enterprise(origin="CN"), make_enterprise(origin="CN")
    make_draft(firm, origin="FR")
    upload = send([["slug", "origin"], [firm.slug, "DE"], [other.slug, "DE"]])
    assert numbers_of(upload) == {"changed": 1, "faulty": 1}
    ((line, heading, text),) = faults_of(upload)
    assert (line, heading) == (2, "Origin")
    assert "FR" in text
    assert "DE" in text


def test_a_file_that_was_made_from_the_draft_may_change_it(send):
    firm = make_enterprise(origin="CN")
    draft = make_draft(firm, origin="FR")
    upload = send([["slug", "version", "origin"], [firm.slug, str(draft.number), "DE"]])
    assert changes_of(upload) == [("Origin", "FR", "DE")]


def test_an_older_version_merges_with_what_was_written_since(send):
    firm = make_enterprise(origin="CN", markets_en="Europe")
    make_draft(firm, markets_en="Asia")
    upload = send([["slug", "version", "origin", "markets_en"], [firm.slug, "1", "DE", "Europe"]])
    assert changes_of(upload) == [("Origin", "CN", "DE")]


@pytest.mark.parametrize("number", ["99", "0", "-1", "later"])
def test_a_version_that_is_not_known_is_refused(send, number):
    firm = make_enterprise(origin="CN")
    upload = send([["slug", "version", "origin"], [firm.slug, number, "DE"]])
    assert [heading for _line, heading, _text in faults_of(upload)] == ["Version"]


# What is wrong


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("ownership", "somebody", "not one of the values allowed"),
        ("credit_code", "91500000", "18 characters"),
        ("founded", "8/9/2021", "Enter 2021"),
        ("industries", "no-such", "no industry"),
        ("parent", "no-such", "no enterprise"),
        ("has_consented", "perhaps", "yes or no"),
        ("has_consented", "", "yes or no"),
        ("review_by", "soon", "Enter a date here"),
        ("website", "not a link", "valid URL"),
        ("origin", "CHINA", "at most 2"),
        ("sources", "no-such", "no source"),
    ],
)
def test_an_error_names_its_row_its_column_and_the_reason(send, column, cell, said):
    firm = make_enterprise(has_consented=True)
    upload = send([["slug", column], [firm.slug, cell]])
    ((line, heading, text),) = faults_of(upload)
    assert line == 2
    assert heading
    assert said in text


def test_what_stands_in_two_rows_is_told_at_the_second(send):
    firm = make_enterprise()
    upload = send([["slug", "origin"], [firm.slug, "DE"], [firm.slug, "FR"]])
    assert [line for line, _heading, _text in faults_of(upload)] == [3]


def test_a_twin_of_a_known_name_is_not_added(send):
    make_enterprise(short_name_en="Riverside Robots")
    upload = send([["slug", "short_name_en"], ["", "riverside  robots"]])
    ((_line, _heading, text),) = faults_of(upload)
    assert "already" in text


def test_a_part_of_a_record_that_does_not_exist_is_an_error(send):
    upload = send([["enterprise", "exchange", "code"], ["no-such", "SH", "600000"]])
    ((_line, heading, text),) = faults_of(upload)
    assert heading == "Enterprise"
    assert "no-such" in text


def test_the_rules_of_the_model_hold_across_columns(send):
    firm = make_enterprise()
    level = make_level()
    upload = send(
        [
            ["enterprise", "level", "status", "awarded", "valid_until"],
            [firm.slug, f"{level.scheme.slug}/{level.key}", "awarded", "2025", "2024-01-01"],
        ]
    )
    ((_line, heading, text),) = faults_of(upload)
    assert heading == "Valid until"
    assert "before it starts" in text


def test_milestones_out_of_order_are_an_error(send):
    project = make_project()
    Milestone.objects.create(project=project, stage="signed", on="2025-05")
    upload = send(
        [["project", "stage", "on"], [project.slug, "completed", "2024-01"]], PROJECTS, table="milestones"
    )
    assert "cannot come before" in faults_of(upload)[0][2]


def test_two_enterprises_cannot_have_one_credit_code(send):
    code = "91500000MA5U7XBJ4A"
    from enterprises.credit_codes import check_digit

    code = code[:17] + check_digit(code[:17])
    make_enterprise(credit_code=code)
    other = make_enterprise()
    upload = send([["slug", "credit_code"], [other.slug, code]])
    assert "already has this credit code" in faults_of(upload)[0][2]


@pytest.mark.parametrize(
    ("cell", "read"),
    [("463亿元", "46300000000.00"), ("1,234,567.89", "1234567.89"), ("6.95 billion", "6950000000.00")],
)
def test_an_amount_is_read_exactly(write, cell, read):
    project = make_project(languages=[])
    write([["slug", "amount"], [project.slug, cell]], PROJECTS)
    assert str(Project.objects.get().amount) == read


@pytest.mark.parametrize("cell", ["$5", "17%", "1.005", "about 5", "1,5"])
def test_an_amount_that_is_not_exact_or_not_yuan_is_an_error(send, cell):
    project = make_project()
    upload = send([["slug", "amount"], [project.slug, cell]], PROJECTS)
    assert [heading for _line, heading, _text in faults_of(upload)] == ["Investment"]


def test_a_percentage_stands_in_a_figure_of_per_cent_alone(send):
    firm = make_enterprise()
    rows = [["enterprise", "measure", "value", "unit"]]
    good = send([*rows, [firm.slug, "automation", "17.3%", "percent"]])
    bad = send([*rows, [firm.slug, "robots", "17.3%", "robots"]])
    assert faults_of(good) == []
    assert "percentage" in faults_of(bad)[0][2]


def test_a_translator_of_one_language_changes_nothing_else(send, make_member):
    firm = make_enterprise(origin="CN")
    translator = make_member("translator-en")
    rows = [["slug", "markets_en", "markets_zh_hans", "origin"], [firm.slug, "Europe", "欧洲", "DE"]]
    upload = send(rows, user=translator)
    assert {heading for _line, heading, _text in faults_of(upload)} == {"Markets (Chinese)", "Origin"}


def test_who_may_not_add_adds_nothing(send, make_member):
    upload = send([["slug", "short_name_en"], ["", "New"]], user=make_member("translator"))
    assert "may not add" in faults_of(upload)[0][2]


# The file as a whole


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (["slug", "origin", "Origin"], "twice"),
        (["origin", "markets_en"], "No table"),
        (["one", "two"], "No table"),
        (["enterprise", "source"], "Choose the right one below"),
    ],
)
def test_a_header_that_does_not_say_what_is_what_is_refused(send, header, said):
    with pytest.raises(Refused, match=said):
        send([header, ["x", "y", "z"]])


def test_an_unknown_column_is_named_and_not_read(send):
    firm = make_enterprise(origin="CN")
    upload = send([["slug", "origin", "our own remarks"], [firm.slug, "CN", "call them"]])
    assert numbers_of(upload) == {"unchanged": 1}
    assert any("our own remarks" in notice for notice in upload.told["notices"])


def test_more_records_than_one_transaction_bears_are_refused(send, monkeypatch):
    monkeypatch.setattr("spreadsheets.importing.planning.MOST_CHANGED", 1)
    firms = [make_enterprise(origin="CN") for _n in range(3)]
    upload = send([["slug", "origin"], *([firm.slug, "DE"] for firm in firms)])
    assert numbers_of(upload) == {"changed": 1, "faulty": 2}


def test_a_dry_run_of_many_unchanged_rows_costs_no_query_for_each(send, django_assert_max_num_queries):
    Source.objects.create(key="one", kind="press")
    rows = [["slug", "version", "origin"]]
    for _number in range(30):
        firm = make_enterprise(origin="CN")
        rows.append([firm.slug, "1", "CN"])
    with django_assert_max_num_queries(30):
        upload = send(rows)
    assert numbers_of(upload) == {"unchanged": 30}
