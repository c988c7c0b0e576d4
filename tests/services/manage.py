"""Commands of the portal, run on a state folder and a database that are not those of this process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO_PASSWORD = "river-and-mountain-2021"


def environment_of(var: Path, database: str, **more: str) -> dict[str, str]:
    """What tells a process of its state folder ``var`` and of its ``database``, a URL; with none, of the file
    in that folder."""
    ours = {
        "PORTAL_VAR": str(var),
        "PORTAL_DEMO_PASSWORD": DEMO_PASSWORD,
        "PORTAL_WORKERS": "1",
        "DJANGO_SETTINGS_MODULE": "liangjiang_portal.settings",
        **more,
    }
    environment = {**os.environ, **ours}
    for name in ("DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        environment.pop(name, None)
    return environment | ({"DATABASE_URL": database} if database else {})


def manage(environment: dict[str, str], *arguments: str) -> str:
    """Runs one manage.py command; gives back what it printed. Raises CalledProcessError when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout
