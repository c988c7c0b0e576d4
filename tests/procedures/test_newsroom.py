"""Procedures as staff write them: a circle is refused with a sentence, and nothing typed is lost."""

import pytest

from procedures.models import Procedure
from publishing.models import Revision
from tests.factories import make_procedure
from tests.publishing.forms import add_row, form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_form(editor):
    """A function that opens the form of a record, changes fields and sends it: the answer as text."""

    def send(record, change):
        path = f"/admin/procedures/procedure/{record.pk}/change/"
        data = form_data(editor.get(path).content.decode())
        change(data)
        return editor.post(path, data, follow=True).content.decode()

    return send


def test_the_form_refuses_a_circle_of_steps_and_keeps_what_was_typed(open_form):
    procedure = make_procedure()

    def change(data):
        add_row(data, "steps", key="A", after="B", name_en="Ask the office")
        add_row(data, "steps", key="B", after="A", name_en="Wait for it")

    page = open_form(procedure, change)
    assert "These steps would wait for each other: Ask the office → Wait for it → Ask the office." in page
    assert 'value="Wait for it"' in page
    assert procedure.steps.count() == 0


def test_the_form_takes_steps_in_order_as_a_draft(open_form):
    procedure = make_procedure()

    def change(data):
        add_row(data, "steps", key="A", position="1", name_en="Ask the office", fee="0", promised_days="2")
        add_row(data, "steps", key="B", position="2", after="A", name_en="Wait for it")

    open_form(procedure, change)
    [draft] = Revision.objects.of(procedure).filter(kind=Revision.Kind.DRAFT)
    assert [row["f"]["after"] for row in draft.snapshot["c"]["steps"]] == ["", "A"]
    assert procedure.steps.count() == 0


def test_the_form_refuses_procedures_that_wait_for_each_other(open_form):
    first, second = make_procedure(name_en="Land"), make_procedure(name_en="Building")
    second.depends_on.add(first)
    page = open_form(first, lambda data: data.update(depends_on=[str(second.pk)]))
    assert "These procedures would wait for each other:" in page
    assert not Procedure.objects.get(pk=first.pk).depends_on.exists()
