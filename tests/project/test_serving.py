"""One command starts everything, and one signal stops it without leaving a process."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from tests.services.portal import free_port


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """One state folder for all starts: preparing it takes longer than serving it."""
    return tmp_path_factory.mktemp("var")


def children_of(pid: int) -> list[int]:
    """All living descendants of a process, as the kernel lists them."""
    children = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            child = int(entry.parent.name)
            children += [child, *children_of(child)]
    return children


def companions_of(pid: int, command_name: bytes) -> list[int]:
    """The descendants of a process that run one command of manage.py."""
    family = {child: Path(f"/proc/{child}/cmdline") for child in children_of(pid)}
    return [
        child
        for child, command in family.items()
        if command.exists() and command_name in command.read_bytes()
    ]


def eventually(look, is_enough):
    """What ``look`` finds as soon as it is enough, within 20 seconds."""
    deadline = time.monotonic() + 20
    while not is_enough(found := look()):
        assert time.monotonic() < deadline, found
        time.sleep(0.1)
    return found


def start(folder, *arguments, **variables):
    environment = {
        **os.environ,
        "PORTAL_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "liangjiang_portal.settings",
        **variables,
    }
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [sys.executable, "serve.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def lines_until(process, text: str) -> str:
    """What the process printed up to a line that contains ``text``; all of it when no line does."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if text in line:
            break
    return "".join(lines)


@pytest.mark.browser
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_to_the_terminal_stops_every_process(var, number):
    port = free_port()
    process = start(var, PORT=port)
    try:
        said = lines_until(process, "Ctrl-C")
        assert f"http://127.0.0.1:{port}/en/" in said
        assert f"http://127.0.0.1:{port}/zh-hans/" in said
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status == 200
        # A web master, its two workers, the background worker and the clock.
        family = eventually(lambda: children_of(process.pid), lambda found: len(found) >= 5)
        os.killpg(process.pid, number)
        assert process.wait(timeout=30) == 0
        assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []
    finally:
        process.stdout.close()
        process.kill()
        process.wait()


@pytest.mark.browser
@pytest.mark.parametrize("command_name", [b"db_worker", b"newsroom_clock"])
def test_a_worker_or_a_clock_that_dies_is_replaced(var, command_name):
    process = start(var, PORT=free_port(), PORTAL_WORKERS="1")
    try:
        lines_until(process, "Ctrl-C")
        [companion] = companions_of(process.pid, command_name)
        os.kill(companion, signal.SIGKILL)
        assert "starting it again" in lines_until(process, "starting it again")
        assert eventually(lambda: companions_of(process.pid, command_name), bool) != [companion]
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()


def test_a_port_that_is_taken_is_told_with_a_way_out(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        process = start(tmp_path, PORT=str(other.getsockname()[1]))
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "is taken" in said and "make run PORT=" in said


def test_a_variable_that_is_nonsense_is_told_before_anything_starts(tmp_path):
    process = start(tmp_path, PORT="eight")
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said.startswith("PORT is 'eight'")
