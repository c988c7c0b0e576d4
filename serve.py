#!/usr/bin/env python
"""Serves the whole portal from one command: gunicorn, the worker and the clock under one supervisor.

    python serve.py [--demo]

prepares the database and files first, prints the addresses once the portal answers, and stops all
processes on Ctrl-C or SIGTERM. Variables are described in docs/configuration.md.
"""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from liangjiang_portal.env import Environment

ROOT = Path(__file__).resolve().parent
SECONDS_TO_START = 60
SECONDS_TO_STOP = 25
# A companion that dies again at once is started at growing intervals, in seconds.
RESTART_AFTER = (1, 5, 15, 60)
# What runs beside gunicorn, by the name that people read: arguments of manage.py.
COMPANIONS = {
    "background worker": ("db_worker", "--queue-name=*", "--no-startup-delay", "--verbosity=0"),
    "clock of the newsroom": ("newsroom_clock",),
}


class Stopped(Exception):
    """Somebody asked the portal to stop."""


class Companion:
    """A process beside gunicorn, started again whenever it ends."""

    def __init__(self, name: str, start):
        self.name, self._start = name, start
        self.failures = 0
        self._begin()

    def _begin(self) -> None:
        self.process: subprocess.Popen = self._start()
        self.started = time.monotonic()
        self.restart_at = 0.0

    def look_after(self) -> None:
        """Call it every second or so."""
        if self.process.poll() is None:
            return
        now = time.monotonic()
        if not self.restart_at:
            lived_long = now - self.started > RESTART_AFTER[-1]
            self.failures = 0 if lived_long else self.failures + 1
            delay = RESTART_AFTER[min(self.failures, len(RESTART_AFTER)) - 1] if self.failures else 0
            self.restart_at = now + delay
            print(f"The {self.name} ended; starting it again in {delay} s.", file=sys.stderr, flush=True)
        if now >= self.restart_at:
            self._begin()


class Supervisor:
    """Starts the processes, keeps gunicorn's companions alive, and leaves none behind.

    Each child gets a session of its own, so that a Ctrl-C in the terminal reaches this process alone
    and the children are stopped in order.
    """

    def __init__(self, environment: dict[str, str]):
        self.environment = environment
        self.web: subprocess.Popen | None = None
        self.companions: list[Companion] = []

    def run(self, *arguments: str) -> int:
        """Runs one manage.py command to its end and gives back its exit status."""
        self.web = self._start(sys.executable, "manage.py", *arguments)
        status = self.web.wait()
        self.web = None
        return status

    def start(self) -> None:
        self.web = self._start(sys.executable, "-m", "gunicorn", "-c", "liangjiang_portal/gunicorn_conf.py")
        for name, arguments in COMPANIONS.items():
            start = partial(self._start, sys.executable, "manage.py", *arguments)
            self.companions.append(Companion(name, start))

    def wait_until_ready(self, url: str) -> bool:
        """Whether ``url`` answered 200 in time, while gunicorn was alive."""
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self.web.poll() is None:
            try:
                with urllib.request.urlopen(url, timeout=5):
                    return True
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        return False

    def watch(self) -> int:
        """Returns gunicorn's exit status when it ends by itself; restarts its companions meanwhile."""
        while True:
            try:
                return self.web.wait(timeout=1)
            except subprocess.TimeoutExpired:
                for companion in self.companions:
                    companion.look_after()

    def stop(self) -> None:
        """Asks all to finish what they are doing, and ends what has not finished in time."""
        children = [child for child in (self.web, *(one.process for one in self.companions)) if child]
        for child in children:
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + SECONDS_TO_STOP
        for child in children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=max(deadline - time.monotonic(), 0.1))
            # Whatever a child had started shares its group; normally nothing is left of it.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()

    def _start(self, *command: str) -> subprocess.Popen:
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Serve the whole portal: web server, worker and clock.")
    parser.add_argument("--demo", action="store_true", help="load the demo content into a new database")
    parser.add_argument(
        "--prepared", action="store_true", help="the database and files are ready: just serve"
    )
    options = parser.parse_args()
    env = Environment()
    try:
        port = env.number("PORT", 8000, minimum=1, maximum=65535)
        bind = env.text("PORTAL_BIND", "127.0.0.1")
        site = env.address("SITE_URL", f"http://127.0.0.1:{port}").geturl()
        var = env.directory("PORTAL_VAR", ROOT / "var")
    except ImproperlyConfigured as error:
        return _fail(str(error))
    if not _is_free(bind, port):
        return _fail(
            f"Port {port} on {bind} is taken. Choose another one, for instance: make run PORT={port + 1}"
        )

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _ask_to_stop)
    supervisor = Supervisor({**os.environ, "PORT": str(port), "PYTHONUNBUFFERED": "1"})
    try:
        if not options.prepared:
            status = supervisor.run("prepare", *(["--demo"] if options.demo else []))
            if status:
                return status
        supervisor.start()
        if not supervisor.wait_until_ready(_ready_address(bind, port, site)):
            return _fail(f"The portal did not answer within {SECONDS_TO_START} s; the lines above say why.")
        _announce(site, var / "demo-logins")
        return supervisor.watch()
    except Stopped:
        print("\nStopping …", flush=True)
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        supervisor.stop()


def _ask_to_stop(number, frame):
    raise Stopped


def _is_free(bind: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in bind else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind.strip("[]"), port))
        except OSError:
            return False
    return True


def _ready_address(bind: str, port: int, site: str) -> urllib.request.Request:
    """Asked under the site's own host name, because other names are refused."""
    host = "127.0.0.1" if bind in {"0.0.0.0", "[::]"} else bind
    return urllib.request.Request(f"http://{host}:{port}/readyz", headers={"Host": site.partition("://")[2]})


def _announce(site: str, logins: Path) -> None:
    lines = [
        "",
        "Liangjiang Portal is running.",
        f"  English    {site}/en/",
        f"  中文       {site}/zh-hans/",
        f"  Newsroom   {site}/admin/",
    ]
    if logins.exists():
        lines += ["", "Demo accounts (name and password):"]
        lines += [f"  {line}" for line in logins.read_text(encoding="utf-8").splitlines()]
    print("\n".join([*lines, "", "Ctrl-C stops everything."]), flush=True)


def _fail(message: str) -> int:
    print(message, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
