"""The command that says what the directory costs on this machine."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.signals import request_finished
from django.db import close_old_connections

from tests.factories import make_enterprise

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_connection():
    """A response that is closed ends a request, and with it the test's connection: kept open, as by Django's client."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


def test_the_directory_is_measured_with_its_files(open_connection):
    make_enterprise(slug="seres")
    make_enterprise(slug="changan")
    out = StringIO()
    call_command("measure_directory", rounds=1, exports=True, stdout=out)
    said = out.getvalue()
    assert said.startswith("2 enterprises")
    assert all(f"{kind}: 2 rows" in said for kind in ("xlsx", "csv", "json"))
