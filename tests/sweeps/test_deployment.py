"""Django finds nothing to object to in the settings that production has."""

import os
import subprocess
import sys

from django.conf import settings
from django.core.management.utils import get_random_secret_key


def test_the_deployment_check_is_clean(tmp_path):
    production = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "liangjiang_portal.settings",
        "PORTAL_VAR": str(tmp_path),
        "SITE_URL": "https://portal.example.cn",
        "SECRET_KEY": get_random_secret_key(),
        "PORTAL_BEHIND_PROXY": "1",
    }
    # Of the browser tests in this process, and none of production's.
    production.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env=production,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
