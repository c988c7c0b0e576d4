"""The list of registrations: who comes to what, without a name in sight."""

from datetime import timedelta

from django.utils import timezone

from investment.models import Registration
from tests.factories import make_event
from tests.publishing.forms import form_data

URL = "/admin/investment/registration/"
CHINESE = {"HTTP_ACCEPT_LANGUAGE": "zh-CN"}


def _registration(event) -> Registration:
    return Registration.objects.create(
        event=event,
        name="Sample Guest",
        email="guest@example.org",
        email_key="guest@example.org",
        language="en",
        consent="Yes.",
        erase_on=timezone.localdate(),
    )


def test_each_registration_stands_once_with_its_event_and_names_nobody(log_in):
    registration = _registration(make_event(name_en="Open day of the parks"))
    page = log_in("desk").get(URL).content.decode()
    rows = page[page.index('id="result_list"') : page.index("</table>")]
    assert rows.count(">Open day of the parks<") == 1
    assert f"{URL}{registration.pk}/change/" in rows
    assert "Guest" not in rows


def test_the_head_of_a_list_names_moments_as_chinese_does(log_in):
    _registration(make_event())
    page = log_in("desk").get(URL, **CHINESE).content.decode()
    assert "报名时间" in page
    assert "<title>活动报名 |" in page


def test_an_export_starts_from_the_event_that_the_list_shows(log_in):
    first, second = make_event(), make_event()
    _registration(first)
    _registration(second)
    page = log_in("desk").get(f"{URL}?event__id__exact={second.pk}").content.decode()
    assert f'<option value="{second.pk}" selected>' in page
    assert f'<option value="{first.pk}">' in page


def test_what_can_only_be_read_has_nothing_to_save_and_a_way_back(log_in):
    page = log_in("desk").get(f"{URL}{_registration(make_event()).pk}/change/").content.decode()
    assert 'name="_save"' not in page and 'name="_continue"' not in page
    assert f'<a href="{URL}" class="closelink">' in page


def _pressed(client, registration, deed):
    """Press a button of the page of one guest; the state of the registration afterwards, and what is said."""
    page = client.get(f"{URL}{registration.pk}/change/").content.decode()
    assert f'name="action" value="{deed}" formaction="{URL}"' in page
    answer = client.post(URL, form_data(page) | {"action": deed}, follow=True)
    registration.refresh_from_db()
    return registration.state, [str(message) for message in answer.context["messages"]]


def test_the_page_of_a_guest_gives_a_place_and_cancels(log_in):
    coming = make_event(starts_on=timezone.localdate() + timedelta(days=30))
    desk, registration = log_in("desk"), _registration(coming)
    Registration.objects.filter(pk=registration.pk).update(state="waiting")
    assert _pressed(desk, registration, "promote")[0] == "confirmed"
    assert _pressed(desk, registration, "cancel") == ("cancelled", ["1 registration was cancelled."])
    page = desk.get(f"{URL}{registration.pk}/change/").content.decode()
    assert 'name="action"' not in page
    again = desk.post(
        URL, {"action": "cancel", "index": "0", "_selected_action": registration.pk}, follow=True
    )
    assert [str(message) for message in again.context["messages"]] == [
        "Everything chosen had been cancelled already."
    ]
