"""Whoever reads a log learns of no address that opens something."""

import logging
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from liangjiang_portal.access_log import AccessLogger
from liangjiang_portal.logs import OneLineFormatter

TOKEN = "hT2nq0Zx_4kLw9-aBcDeFg"
ADDRESSES = [f"/en/preview/{TOKEN}/", f"/zh-hans/preview/{TOKEN}/?sent=1", f"/en/inquiries/sent/{TOKEN}/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_access_log_holds_no_secret_address(address):
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": address,
        "PATH_INFO": address.partition("?")[0],
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://portal.example{address}",
    }
    request = SimpleNamespace(headers=[("REFERER", environ["HTTP_REFERER"])])
    response = SimpleNamespace(status="200 OK", headers=[("Location", address)], sent=10)
    duration = SimpleNamespace(seconds=0, microseconds=5)
    atoms = AccessLogger(Config()).atoms(response, request, environ, duration)
    assert TOKEN not in str(atoms)
    assert atoms["r"].startswith("GET /")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_other_log_holds_one_either(address):
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: %s", (address,), None)
    line = OneLineFormatter("{levelname} {message}", style="{").format(record)
    assert TOKEN not in line and "…" in line


def test_other_addresses_are_logged_as_they_are():
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: %s", ("/en/news/",), None)
    assert OneLineFormatter("{message}", style="{").format(record) == "Error: /en/news/"
