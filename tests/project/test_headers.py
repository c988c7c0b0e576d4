"""Every answer carries its protection, and no request brings more than it needs."""

import logging

import pytest

from liangjiang_portal.logs import OneLineFormatter


@pytest.mark.parametrize("address", ["/healthz", "/admin/login/", "/media/none.jpg"])
def test_every_answer_says_what_a_browser_may_do_with_it(visitor, address):
    headers = visitor.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    for directive in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert directive in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_body_too_large_for_a_public_form_is_refused_unread(visitor):
    response = visitor.post("/healthz", data=b"x" * 300_000, content_type="application/octet-stream")
    assert response.status_code == 400


@pytest.mark.parametrize("length", ["-1", "many", "1e9"])
def test_a_body_of_nonsensical_length_is_refused(visitor, length):
    response = visitor.generic("POST", "/healthz", CONTENT_LENGTH=length)
    assert response.status_code == 400


def test_a_strange_host_is_refused(visitor):
    assert visitor.get("/healthz", headers={"host": "evil.example"}).status_code == 400


def test_a_line_of_log_cannot_be_forged():
    record = logging.LogRecord(
        "portal", logging.ERROR, "", 0, "Not found: %s", ("/a\n2026 INFO b\x1b[0m",), None
    )
    assert OneLineFormatter("%(message)s").format(record) == "Not found: /a\\n2026 INFO b\\x1b[0m"


def test_a_browser_that_looks_for_an_icon_finds_it(visitor):
    response = visitor.get("/favicon.ico")
    assert response.status_code == 302
    assert response.headers["Location"].endswith(".svg")
