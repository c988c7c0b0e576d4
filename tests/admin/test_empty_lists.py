"""A list that shows nothing says why; a role that does not reach a page is told so, and led back."""

import pytest
from django.urls import reverse

from tests import factories

LIST = "admin:policies_policy_changelist"


def test_a_list_without_records_says_that_it_is_empty(db, log_in):
    text = log_in("publisher").get(reverse(LIST)).content.decode()
    assert "There is nothing on this list yet." in text
    assert "Show all" not in text


def test_a_search_without_hits_offers_the_whole_list(db, log_in):
    factories.make_policy()
    text = log_in("publisher").get(reverse(LIST), {"q": "zzzz"}).content.decode()
    assert "Nothing on this list matches." in text
    assert text.count("Show all") == 1


def test_a_list_with_records_offers_nothing_that_it_already_shows(db, log_in):
    factories.make_policy()
    text = log_in("publisher").get(reverse(LIST)).content.decode()
    assert "Nothing on this list" not in text
    assert "Show all" not in text


def test_staff_without_the_right_role_are_not_asked_to_log_in(db, log_in):
    answer = log_in("translator").get(reverse("admin:subscriptions_subscription_changelist"))
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Your role does not give you access to this page." in text
    assert f'href="{reverse("admin:index")}"' in text


def test_an_empty_list_offers_no_filters(db, log_in):
    assert 'id="changelist-filter"' not in log_in("publisher").get(reverse(LIST)).content.decode()


def test_filters_stay_where_a_search_found_nothing(db, log_in):
    factories.make_policy()
    text = log_in("publisher").get(reverse(LIST), {"q": "zzzz"}).content.decode()
    assert 'id="changelist-filter"' in text


@pytest.mark.parametrize(
    ("role", "page", "words"),
    [
        ("desk", "inquiries_inquiry", "No message has come yet."),
        ("desk", "investment_registration", "Nobody has registered yet."),
        ("editor", "link_checking_link", "No text has a link that leads nowhere."),
        ("editor", "search_miss", "Nobody has searched in vain yet."),
        ("translator", "translation_desk_glossaryterm", "No term is settled yet."),
    ],
)
def test_an_empty_list_says_what_will_stand_there(db, log_in, role, page, words):
    assert words in log_in(role).get(reverse(f"admin:{page}_changelist")).content.decode()
