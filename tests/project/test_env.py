"""The environment is read by type, and nonsense is refused with a sentence that names the variable."""

import os
import stat
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from liangjiang_portal.env import Environment, kept_secret


def test_an_empty_variable_counts_as_unset():
    env = Environment({"PORT": "", "PORTAL_DEVELOPMENT": " ", "EMAIL_FROM": ""})
    assert env.number("PORT", 8000, minimum=1, maximum=65535) == 8000
    assert env.flag("PORTAL_DEVELOPMENT") is False
    assert env.text("EMAIL_FROM", "desk@portal.example") == "desk@portal.example"


@pytest.mark.parametrize("value", ["0", "65536", "80.5", "-1", "eighty", "８０"])
def test_a_port_that_is_none_is_refused_by_name(value):
    with pytest.raises(ImproperlyConfigured, match="PORT is .* whole number from 1 to 65535"):
        Environment({"PORT": value}).number("PORT", 8000, minimum=1, maximum=65535)


def test_a_flag_is_on_or_off_and_nothing_between():
    assert Environment({"F": "Yes"}).flag("F") is True
    assert Environment({"F": "off"}).flag("F", default=True) is False
    with pytest.raises(ImproperlyConfigured, match="F is 'maybe'; it must be 1 or 0"):
        Environment({"F": "maybe"}).flag("F")


@pytest.mark.parametrize(
    "value",
    [
        "portal.example.cn",
        "ftp://portal.example.cn",
        "https://",
        "https://a.cn/path",
        "https://u:p@a.cn",
        "https://a.cn:x",
    ],
)
def test_an_address_that_no_site_can_have_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
        Environment({"SITE_URL": value}).address("SITE_URL", "http://127.0.0.1:8000")


def test_a_site_address_ends_after_host_and_port():
    assert (
        Environment({"SITE_URL": "https://a.cn:8443/"}).address("SITE_URL", "").geturl()
        == "https://a.cn:8443"
    )


@pytest.mark.parametrize("value", ["*", "https://a.cn", "a.cn, b c"])
def test_hosts_that_would_switch_the_check_off_are_refused(value):
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS contains"):
        Environment({"ALLOWED_HOSTS": value}).hosts("ALLOWED_HOSTS")


def test_a_secret_may_come_from_a_file(tmp_path):
    file = tmp_path / "key"
    file.write_text("open sesame\n")
    assert Environment({"SECRET_KEY_FILE": str(file)}).secret("SECRET_KEY") == "open sesame"


def test_a_secret_from_two_places_is_refused_without_being_shown(tmp_path):
    file = tmp_path / "key"
    file.write_text("open sesame")
    env = Environment({"SECRET_KEY": "abracadabra", "SECRET_KEY_FILE": str(file)})
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.secret("SECRET_KEY")
    assert "not both" in str(refusal.value)
    assert "abracadabra" not in str(refusal.value)


def test_a_secret_file_that_is_missing_or_empty_is_refused(tmp_path):
    (tmp_path / "empty").touch()
    for name, complaint in (("none", "cannot be read"), ("empty", "is empty")):
        with pytest.raises(ImproperlyConfigured, match=f"SECRET_KEY_FILE .* {complaint}"):
            Environment({"SECRET_KEY_FILE": str(tmp_path / name)}).secret("SECRET_KEY")


def test_a_line_break_in_a_value_is_refused():
    with pytest.raises(ImproperlyConfigured, match="EMAIL_FROM contains a line break"):
        Environment({"EMAIL_FROM": "a@b.cn\nBcc: c@d.cn"}).text("EMAIL_FROM")


def test_a_state_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "var").touch()
    with pytest.raises(ImproperlyConfigured, match="PORTAL_VAR is .* not a folder"):
        Environment({"PORTAL_VAR": str(tmp_path / "var")}).directory("PORTAL_VAR", tmp_path)


def test_a_kept_secret_is_made_once_and_for_its_owner_alone(tmp_path):
    first = kept_secret(tmp_path / "secret-key")
    assert kept_secret(tmp_path / "secret-key") == first
    assert len(first) == 64
    assert stat.S_IMODE(os.stat(tmp_path / "secret-key").st_mode) == 0o600


def test_processes_that_start_together_keep_the_same_secret(tmp_path):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(kept_secret(tmp_path / "secret-key"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]
