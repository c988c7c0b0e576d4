"""What an answer costs: queries do not grow with rows, and a file of all records never stands in memory."""

import gc
import tracemalloc
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from enterprises.models import Enterprise, Facility
from open_data.filters import Asked
from open_data.resources import RESOURCES
from tests.factories import make_award, make_enterprise, make_industry, make_park, yesterday
from tests.open_data.makers import MAKERS

pytestmark = pytest.mark.django_db


def queries(client, address):
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
    if answer.streaming:
        assert b"".join(answer.streaming_content)
    assert answer.status_code == 200
    return len(seen)


@pytest.mark.parametrize("key", list(MAKERS))
def test_a_list_a_record_and_a_file_cost_one_query_however_many_rows(client, key):
    make = MAKERS[key][0]
    record = make()
    one = getattr(record, "slug", None) or record.pk
    for _ in range(6):
        make()
    # A file is read when it is made, before it is sent.
    for address in (f"{key}/", f"{key}/{one}/", f"files/{key}.json", f"files/{key}.csv"):
        assert queries(client, f"/api/v1/{address}") == 1, address


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_page_costs_as_much_with_many_rows_as_with_few(client, language):
    make_enterprise()
    addresses = [f"/{language}/open-data/{rest}" for rest in ("", "reference/", "licence/", "enterprises/")]
    few = [queries(client, address) for address in addresses]
    for _ in range(8):
        make_award(make_enterprise())
    assert [queries(client, address) for address in addresses] == few
    assert max(few) <= 8


def test_a_file_of_many_records_is_written_in_constant_memory(db):
    park, industry, numbers = make_park(), make_industry(), count()

    def add(number):
        made = Enterprise.objects.bulk_create(
            Enterprise(slug=f"mass-{next(numbers)}", activity_en="x" * 150, live_from_en=yesterday())
            for _ in range(number)
        )
        Facility.objects.bulk_create(Facility(enterprise=one, name_en="Plant", park=park) for one in made)
        industry.enterprises.add(*made)

    def peak():
        asked = Asked({}, timezone.now(), timezone.localdate())
        gc.collect()
        tracemalloc.start()
        number = sum(1 for _ in RESOURCES["enterprises"].everything(asked))
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return number, highest

    add(100)
    peak()
    _, few = peak()
    add(700)
    number, many = peak()
    assert number == 800
    assert many < 1.3 * few
