"""Policies as staff write them."""

import pytest

from tests.factories import make_policy
from tests.publishing.forms import add_row, form_data

pytestmark = pytest.mark.django_db


def sent(editor, policy, change) -> str:
    path = f"/admin/policies/policy/{policy.pk}/change/"
    data = form_data(editor.get(path).content.decode())
    change(data)
    return editor.post(path, data, follow=True).content.decode()


def test_the_form_refuses_a_policy_that_replaces_itself(editor):
    policy = make_policy()
    page = sent(editor, policy, lambda data: data.update(supersedes=str(policy.pk)))
    assert "A policy cannot replace itself." in page


def test_the_form_refuses_a_circle_and_names_it(editor):
    first = make_policy(title_en="First")
    second = make_policy(title_en="Second", supersedes=first)
    page = sent(editor, first, lambda data: data.update(supersedes=str(second.pk)))
    assert "These policies would replace each other in a circle: “First” → “Second” → “First”." in page


def test_a_rate_of_nothing_is_refused(editor):
    page = sent(
        editor, make_policy(), lambda data: add_row(data, "benefits", kind="grant", rate="2", name_en="Grant")
    )
    assert "Say what the rate is calculated on." in page


def test_the_preview_is_the_public_page(editor):
    policy = make_policy(is_sample=True)
    policy.benefits.create(kind="grant", name_en="Grant for robots", amount=5)
    page = editor.get(f"/admin/policies/policy/{policy.pk}/preview/en/")
    assert page.status_code == 200
    assert (
        "Grant for robots" in page.content.decode() and "No authority has issued it" in page.content.decode()
    )
