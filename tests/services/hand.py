"""A process that is ready to run commands of a portal.

    python -m tests.services.hand

reads lines, each the arguments of one manage.py command as JSON, and answers each by a line: its exit status and what
it printed. To start Python and Django takes longer than most commands do, so this is done once, and each command runs
in a child that knows as little of the one before as a process of its own would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

import django
from django.core.management import execute_from_command_line
from django.db import connections

from tests.services.manage import ROOT


class Hand:
    """Runs commands with an environment, which says whose state and database they are about; ends with ``close``."""

    def __init__(self, environment: dict[str, str]):
        self._environment, self._process = environment, None

    def run(self, *arguments: str) -> str:
        """What a manage.py command prints. Raises CalledProcessError when it fails."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()
        status, printed, complained = json.loads(self._process.stdout.readline())
        if status:
            raise subprocess.CalledProcessError(status, arguments, printed, complained)
        return printed

    def close(self) -> None:
        if self._process is not None:
            # It ends when there is nothing more to read.
            self._process.communicate()


def main() -> None:
    django.setup()
    for line in sys.stdin:
        with (
            tempfile.TemporaryFile("w+", encoding="utf-8") as output,
            tempfile.TemporaryFile("w+", encoding="utf-8") as errors,
        ):
            status = _in_a_child(json.loads(line), output, errors)
            printed = [_whole(file) for file in (output, errors)]
        print(json.dumps([status, *printed]), flush=True)


def _in_a_child(arguments: list[str], output, errors) -> int:
    """The exit status of a command whose output goes into two files."""
    # A connection must not be shared by two processes.
    connections.close_all()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.dup2(output.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            execute_from_command_line(["manage.py", *arguments])
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        except BaseException:  # noqa: BLE001
            sys.excepthook(*sys.exc_info())
        finally:
            # Whatever happens, this process never goes on into its parent's work.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _whole(file) -> str:
    file.seek(0)
    return file.read()


if __name__ == "__main__":
    main()
