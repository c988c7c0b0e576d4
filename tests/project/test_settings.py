"""Production is the default; what others can reach must bring its own secret."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management.utils import get_random_secret_key

SHOWN = (
    "DEBUG SITE_URL ALLOWED_HOSTS SESSION_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE "
    "SECURE_HSTS_SECONDS SECURE_SSL_REDIRECT"
).split()
PRINT = (
    "import json; from django.conf import settings; "
    f"print(json.dumps({{name: getattr(settings, name) for name in {SHOWN}}}))"
)


@pytest.fixture
def settings_with(tmp_path):
    """A function that reads the settings in a process of their own: (values or None, what was complained)."""

    def read(**variables):
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        environment = {
            **kept,
            "PORTAL_VAR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "liangjiang_portal.settings",
            **variables,
        }
        done = subprocess.run(
            [sys.executable, "-c", PRINT],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
        )
        return (json.loads(done.stdout) if done.returncode == 0 else None), done.stderr

    return read


def test_nothing_set_means_production_on_this_machine(settings_with):
    values, _ = settings_with(PORT="8123")
    assert values["DEBUG"] is False
    assert values["SITE_URL"] == "http://127.0.0.1:8123"
    assert "*" not in values["ALLOWED_HOSTS"]


def test_a_public_site_is_encrypted_throughout(settings_with):
    values, _ = settings_with(SITE_URL="https://portal.example.cn", SECRET_KEY=get_random_secret_key())
    assert values["ALLOWED_HOSTS"] == ["portal.example.cn"]
    assert values["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert values["SESSION_COOKIE_SECURE"] and values["CSRF_COOKIE_SECURE"] and values["SECURE_SSL_REDIRECT"]
    assert values["SECURE_HSTS_SECONDS"] >= 31536000


@pytest.mark.parametrize("site", ["https://portal.example.cn", "http://10.0.0.5:8000"])
def test_a_site_that_others_can_reach_needs_a_secret_of_its_own(settings_with, site):
    values, complaint = settings_with(SITE_URL=site)
    assert values is None
    assert "SECRET_KEY is not set" in complaint


def test_a_secret_that_can_be_guessed_is_refused(settings_with):
    values, complaint = settings_with(SECRET_KEY="a" * 60)
    assert values is None
    assert "SECRET_KEY is too easy to guess" in complaint


def test_development_is_refused_where_others_can_look(settings_with):
    values, complaint = settings_with(
        PORTAL_DEVELOPMENT="1", SITE_URL="http://10.0.0.5", SECRET_KEY=get_random_secret_key()
    )
    assert values is None
    assert "PORTAL_DEVELOPMENT" in complaint
