"""Whoever watches over the portal gets a plain answer."""

from unittest import mock

import pytest
from django.db import OperationalError


def test_the_process_says_that_it_is_alive_without_asking_the_database(client, django_assert_num_queries):
    with mock.patch("django.db.backends.utils.CursorWrapper.execute", side_effect=AssertionError):
        response = client.get("/healthz")
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_the_portal_is_ready_when_its_parts_answer(visitor):
    response = visitor.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok"}


def test_a_database_that_is_away_makes_the_portal_not_ready(visitor, caplog):
    with mock.patch("liangjiang_portal.health.connection.cursor", side_effect=OperationalError("hush")):
        response = visitor.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": "down", "cache": "ok"}
    assert "The database does not answer" in caplog.text


def test_a_cache_that_is_away_is_reported_and_does_no_harm(visitor):
    with mock.patch("liangjiang_portal.health.cache.set", side_effect=ConnectionError("hush")):
        response = visitor.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "down"}


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_cannot_be_posted_to(client, address):
    assert client.post(address).status_code == 405
