"""Addresses of services become settings, or are refused with the name of their variable."""

from contextlib import closing

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import ConnectionHandler

from liangjiang_portal import connections


def test_a_postgresql_address_is_taken_apart():
    found = connections.database(
        "DATABASE_URL", "postgresql://desk:p%40ss@db.example:5433/portal?sslmode=require"
    )
    assert found["HOST"] == "db.example"
    assert found["PORT"] == "5433"
    assert found["PASSWORD"] == "p@ss"
    assert found["OPTIONS"]["sslmode"] == "require"


def test_a_postgresql_socket_is_named_in_the_query():
    found = connections.database("DATABASE_URL", "postgresql://portal@:5433/portal?host=/run/postgresql")
    assert found["HOST"] == "/run/postgresql"
    assert "host" not in found["OPTIONS"]


@pytest.mark.parametrize(
    "url",
    [
        "mysql://db/portal",
        "sqlite://relative.sqlite3",
        "sqlite:///",
        "postgresql://db",
        "postgresql://db:port/portal",
        "postgresql://u:hush@db/portal?sslmod=require",
        "nonsense",
    ],
)
def test_a_database_that_cannot_be_meant_is_refused_by_name(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refusal:
        connections.database("DATABASE_URL", url)
    assert "hush" not in str(refusal.value)


@pytest.mark.django_db
def test_sqlite_waits_for_its_turn_and_keeps_foreign_keys(tmp_path):
    handler = ConnectionHandler(
        {"default": connections.database("DATABASE_URL", f"sqlite://{tmp_path}/a.sqlite3")}
    )
    with closing(handler["default"]) as connection, connection.temporary_connection() as cursor:
        values = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        assert connection.transaction_mode == "IMMEDIATE"
    assert values == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 20000}


def test_a_shared_cache_gives_up_quickly():
    found = connections.cache("CACHE_URL", "redis://cache.example:6379/1")
    assert found["LOCATION"] == "redis://cache.example:6379/1"
    assert found["OPTIONS"]["socket_timeout"] <= 1


@pytest.mark.parametrize("url", ["memcached://host", "redis://", "nonsense"])
def test_a_cache_that_cannot_be_meant_is_refused_by_name(url):
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL"):
        connections.cache("CACHE_URL", url)


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+tls://mail.example", 587, True, False),
        ("smtp+ssl://mail.example:466", 466, False, True),
    ],
)
def test_mail_is_encrypted_as_its_address_says(url, port, tls, ssl):
    found = connections.mail("EMAIL_URL", url)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (port, tls, ssl)


@pytest.mark.parametrize("url", ["smtps://mail.example", "smtp://", "file://", "nonsense"])
def test_mail_that_cannot_be_meant_is_refused_by_name(url):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        connections.mail("EMAIL_URL", url)
