"""The whole portal, really running, for tests that look at it from outside.

The demo content is prepared once for a whole run of the tests; each test process serves a copy.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.services.databases import address, copy_migrated, database_name, is_postgresql, on_server, once
from tests.services.hand import Hand
from tests.services.manage import DEMO_PASSWORD, ROOT, environment_of, manage

SECONDS_TO_START = 90


@dataclass(frozen=True)
class Portal:
    """A running portal: its address, its state folder, and the password of all demo accounts."""

    url: str
    var: Path
    environment: dict[str, str]
    hand: Hand
    #: The process that supervises all others.
    pid: int
    password: str = DEMO_PASSWORD

    def manage(self, *arguments: str) -> str:
        """Runs one manage.py command on the portal's own data; gives back what it printed."""
        return self.hand.run(*arguments)

    def call(self, function: str, **arguments) -> object:
        """Calls ``package.module:function`` in a process of the portal's own; what it returns, by way of JSON."""
        module, _colon, name = function.partition(":")
        code = f"import json; from {module} import {name}; print(json.dumps({name}(**{arguments!r})))"
        return json.loads(self.manage("shell", "--no-imports", "-c", code))

    def web_workers(self) -> list[int]:
        """The processes that answer requests now."""
        (gunicorn,) = (pid for pid in _children(self.pid) if b"gunicorn" in _command(pid))
        return _children(gunicorn)


@contextlib.contextmanager
def running_portal(shared: Path, own: Path) -> Iterator[Portal]:
    """Serves a copy of the prepared portal. ``shared`` is one folder for the whole run of the tests,
    ``own`` an empty one for this process."""
    prepared = _prepared(shared)
    var = own / "var"
    # Files of the media library are written once and never changed, so that a second name is a copy.
    shutil.copytree(prepared, var, copy_function=_copy_or_link)
    with _database_copy(shared, own) as database:
        environment = environment_of(var, database, PORT=free_port())
        with _served(environment, own / "serve.log") as (url, pid):
            with contextlib.closing(Hand(environment)) as hand:
                yield Portal(url, var, environment, hand, pid)


def _prepared(shared: Path) -> Path:
    folder = shared / "portal-prepared"
    once(shared, "prepared portal", lambda: _prepare(shared, folder))
    return folder


def _prepare(shared: Path, folder: Path) -> None:
    url = address(database_name(shared))
    kept = "" if url else os.environ.get("PORTAL_TESTS_KEEP")
    if kept and Path(kept).exists():
        shutil.copytree(kept, folder, copy_function=_copy_or_link)
    else:
        folder.mkdir()
        copy_migrated(shared, database_name(shared) if url else str(folder / "portal.sqlite3"))
    environment = environment_of(folder, url)
    manage(environment, "prepare", "--demo")
    manage(environment, "db_worker", "--batch", "--queue-name=*", "--interval=0", "--no-startup-delay")
    if kept and not Path(kept).exists():
        shutil.copytree(folder, kept)


def _copy_or_link(source: str, target: str) -> None:
    if "/media/" in source or "/static/" in source:
        with contextlib.suppress(OSError):
            return os.link(source, target)
    # The database is written to, and another disk takes no second names.
    return shutil.copy2(source, target)


@contextlib.contextmanager
def _database_copy(shared: Path, own: Path) -> Iterator[str]:
    """The address of a database of this process's own; empty for the SQLite file in its folder."""
    if not is_postgresql():
        yield ""
        return
    name = database_name(own)
    on_server(f'CREATE DATABASE "{name}" TEMPLATE "{database_name(shared)}"')
    try:
        yield address(name)
    finally:
        on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def _served(environment: dict[str, str], log: Path) -> Iterator[tuple[str, int]]:
    url = f"http://127.0.0.1:{environment['PORT']}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "serve.py", "--prepared"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + SECONDS_TO_START
            while not _answers(f"{url}/readyz"):
                assert process.poll() is None, f"The portal ended at once:\n{log.read_text()}"
                assert time.monotonic() < deadline, f"The portal did not answer:\n{log.read_text()}"
                time.sleep(0.1)
            yield url, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except OSError:
        return False


def free_port() -> str:
    """A port that stays free until a portal listens there: below those which the system hands out to everybody, and
    each process of the tests begins to look at another place."""
    for number in range(10_000):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", 20_000 + (7 * os.getpid() + number) % 10_000))
            return str(probe.getsockname()[1])
    raise RuntimeError("No port is free")
