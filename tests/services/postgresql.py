"""A PostgreSQL server for one run of the tests, in a folder that is thrown away."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.services.chromium import apt_get

USER = "portal"
PORT = "54329"
HOW = (
    "The tests on services need PostgreSQL's server programs (initdb, pg_ctl).\n"
    "Debian and Ubuntu: apt-get install postgresql"
)


#: Nothing here has to outlive the machine's power; memory as a small server would be given.
SETTINGS = "-c fsync=off -c max_connections=60 -c shared_buffers=512MB"


@contextlib.contextmanager
def postgresql() -> Iterator[dict[str, str]]:
    """Starts a server that listens on a socket only; gives the variables that point at it."""
    programs = find_programs()
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="portal-postgresql-"))
    try:
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
        data = folder / "data"
        run = _runner(account)
        run(
            programs / "initdb", "-D", data, "-U", USER, "--locale=C.UTF-8", "-E", "UTF8", "-A", "trust", "-N"
        )
        options = f"-p {PORT} -k {folder} -c listen_addresses= {SETTINGS}"
        run(programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        try:
            # Connecting to the maintenance database is enough: the tests make their own.
            yield {"DATABASE_URL": f"postgresql://{USER}@:{PORT}/postgres?host={folder}"}
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """The folder of the newest installed server's programs. Raises SystemExit, saying how to get it."""
    found = _installed()
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        apt_get("postgresql")
        found = _installed()
    if not found:
        raise SystemExit(HOW)
    return found


def _installed() -> Path | None:
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda program: int(program.parts[-3])
    )
    if folders:
        return folders[-1].parent
    program = shutil.which("initdb")
    return Path(program).parent if program else None


def _account():
    """PostgreSQL refuses to run as root, so root lends it another account."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise SystemExit("PostgreSQL cannot run as root, and there is neither a postgres nor a nobody account.")


def _runner(account):
    lent = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}

    def run(*command) -> None:
        done = subprocess.run(
            [str(part) for part in command],
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            **lent,
        )
        if done.returncode:
            raise SystemExit(f"{command[0]} failed: {done.stderr}")

    return run
