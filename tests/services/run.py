"""Runs a command with real services beside it.

    python -m tests.services.run -- pytest …

Each service is a context manager that starts it and gives the variables that point the portal at it.
"""

import contextlib
import os
import signal
import subprocess
import sys

from tests.services.postgresql import postgresql

SERVICES = (postgresql,)


def main(arguments: list[str]) -> int:
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    # A request to stop unwinds the stack below, so that no service stays behind.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))
    environment = dict(os.environ)
    with contextlib.ExitStack() as services:
        for service in SERVICES:
            environment |= services.enter_context(service())
            print(f"Started {service.__name__}", flush=True)
        return subprocess.run(command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
