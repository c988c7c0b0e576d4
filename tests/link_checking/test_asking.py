"""Asking other sites: real servers that answer well, badly, slowly, without end, and lead to where nobody may go."""

import socket
import time

import pytest

from link_checking import network
from link_checking.asking import HEAD_SIZE, ask
from link_checking.models import Link
from tests.link_checking.sites import answering, dripping, endless, everywhere, head, site

Problem = Link.Problem


def asked(url, **options):
    return ask(url, allowed=everywhere, **options)


@pytest.mark.parametrize("status", [200, 204, 403, 404, 410, 429, 500, 521])
def test_the_status_of_a_page_is_told(status):
    with site(answering(status)) as there:
        assert asked(f"{there.url}/page").status == status


def test_the_head_of_a_page_is_enough_when_it_is_given():
    with site(answering(200)) as there:
        asked(f"{there.url}/page?a=1&b=%E4%B8%AD#part")
        assert there.asked == [("HEAD", "/page?a=1&b=%E4%B8%AD")]


@pytest.mark.parametrize("refusal", [405, 404, 403, 501])
def test_a_site_that_gives_no_heads_is_asked_for_the_page(refusal):
    with site(lambda method, path: [head(refusal if method == "HEAD" else 200)]) as there:
        assert asked(f"{there.url}/").status == 200
        assert [method for method, _path in there.asked] == ["HEAD", "GET"]


def test_redirects_are_followed_and_permanent_ones_are_told():
    def say(method, path):
        target = {"/old": (301, "/newer"), "/newer": (308, "/new"), "/for-now": (302, "/new")}.get(path)
        return [head(target[0], Location=target[1]) if target else head(200)]

    with site(say) as there:
        answer = asked(f"{there.url}/old")
        assert (answer.status, answer.moved_to) == (200, f"{there.url}/new")
        assert asked(f"{there.url}/for-now").moved_to == ""


def test_a_circle_of_redirects_ends():
    with site(answering(302, Location="/again")) as there:
        assert asked(f"{there.url}/").problem == Problem.LOOP


def test_a_page_without_end_is_not_read():
    with site(endless) as there:
        assert asked(f"{there.url}/").status == 200
        time.sleep(0.2)
        assert there.sent < 8_000_000


def test_a_head_without_end_is_refused():
    def say(method, path):
        yield b"HTTP/1.1 200 OK\r\n"
        for _line in range(HEAD_SIZE // 10):
            yield b"X: " + b"y" * 40 + b"\r\n"

    with site(say) as there:
        assert asked(f"{there.url}/").problem == Problem.ANSWER


def test_a_site_that_drips_is_left_at_the_deadline():
    with site(dripping) as there:
        begun = time.monotonic()
        assert asked(f"{there.url}/", budget=1.0).problem == Problem.SLOW
        assert time.monotonic() - begun < 15


def test_a_site_that_says_nothing_is_left_at_the_deadline():
    with site(lambda method, path: (time.sleep(20) or b"" for _once in range(1))) as there:
        begun = time.monotonic()
        assert asked(f"{there.url}/", budget=1.0).problem == Problem.SLOW
        assert time.monotonic() - begun < 15


def test_a_site_without_a_certificate_is_no_secure_site():
    with site(answering(200)) as there:
        assert asked(there.url.replace("http:", "https:")).problem == Problem.TLS


def test_what_is_no_web_page_is_told_as_such():
    with site(lambda method, path: [b"220 mail.example.org ESMTP\r\n\r\n"]) as there:
        assert asked(f"{there.url}/").problem == Problem.ANSWER


def test_nobody_answers_at_a_closed_port():
    with socket.socket() as deaf:
        # Taken, so that nobody else comes to listen there.
        deaf.bind(("127.0.0.1", 0))
        assert asked(f"http://127.0.0.1:{deaf.getsockname()[1]}/").problem == Problem.REFUSED


@pytest.mark.parametrize(
    "address",
    ["http://", "ftp://example.org/", "http://exa mple.org/", "http://example.org:99999/", "https://[::1/"],
)
def test_what_is_no_address_is_not_asked_for(address):
    assert asked(address).problem == Problem.ADDRESS


def test_an_address_cannot_write_lines_of_its_own():
    with site(answering(200)) as there:
        asked(f"{there.url}/a\r\nX-Evil: 1")
        assert all("\r" not in path and "\n" not in path for _method, path in there.asked)


# Where nobody may go


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:53aa:64c::1",
        "2001:db8::1",
        "no address",
    ],
)
def test_an_address_that_is_not_public_is_known(address):
    assert network.is_public(address) is False


@pytest.mark.parametrize("address", ["8.8.8.8", "223.5.5.5", "2400:3200::1", "64:ff9b::8.8.8.8"])
def test_an_address_of_the_internet_is_known(address):
    assert network.is_public(address) is True


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_never_asked_whatever_it_is_called(host):
    with site(answering(200)) as there:
        assert ask(f"http://{host}:{there.port}/").problem == Problem.PRIVATE
        assert there.asked == []


def test_a_redirect_into_the_private_network_is_not_followed():
    with (
        site(answering(200)) as inner,
        site(answering(302, Location=f"http://localhost:{inner.port}/")) as outer,
    ):
        seen = []

        def only_the_first(address):
            seen.append(address)
            return len(seen) == 1

        assert ask(f"{outer.url}/", allowed=only_the_first).problem == Problem.PRIVATE
        assert inner.asked == []


def test_a_name_that_means_another_machine_a_moment_later_gains_nothing(monkeypatch):
    """The connection goes to the address that was judged: the name is looked up once for each request."""
    with site(answering(200)) as there:
        lookups, connected = [], []

        def rebinding(host, port, **_options):
            lookups.append(host)
            address = "203.0.113.7" if len(lookups) == 1 else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        def connect(address, timeout=None):
            connected.append(address[0])
            connection = socket.socket()
            connection.connect(("127.0.0.1", there.port))
            return connection

        monkeypatch.setattr(socket, "getaddrinfo", rebinding)
        monkeypatch.setattr(socket, "create_connection", connect)
        answer = ask(
            f"http://rebinding.example:{there.port}/", allowed=lambda address: address == "203.0.113.7"
        )
        assert answer.status == 200
        assert connected == ["203.0.113.7"] and len(lookups) == 1


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    entries = [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_arguments, **_options: entries)
    assert ask("http://mixed.example/").problem == Problem.PRIVATE


@pytest.mark.parametrize("port", [22, 25, 110, 445])
def test_the_ports_of_other_services_are_left_alone(port):
    assert asked(f"http://127.0.0.1:{port}/").problem == Problem.PRIVATE


def test_a_name_that_nobody_has_is_unknown():
    assert ask("http://no-such-name.invalid/").problem == Problem.NAME
