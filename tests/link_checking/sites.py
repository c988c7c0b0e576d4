"""Real web servers on this machine, each answering as some site in the world does."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from time import sleep


def everywhere(address: str) -> bool:
    """Lets the checks talk to this machine, which they never do by themselves."""
    return True


class Site:
    """A server that answers each request with the bytes that ``say(method, path)`` yields."""

    def __init__(self, say):
        self.asked: list[tuple[str, str]] = []
        self.sent = 0
        self._say = say
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _address = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        with connection:
            try:
                line = connection.makefile("rb").readline().decode("latin-1").split()
                if len(line) < 2:
                    return
                self.asked.append((line[0], line[1]))
                for piece in self._say(line[0], line[1]):
                    connection.sendall(piece)
                    self.sent += len(piece)
            except OSError:
                # The other side had heard enough.
                return

    def close(self):
        self._socket.close()


@contextmanager
def site(say):
    server = Site(say)
    try:
        yield server
    finally:
        server.close()


def head(status: int, **fields: str) -> bytes:
    lines = [
        f"HTTP/1.1 {status} Some",
        *(f"{name.replace('_', '-')}: {text}" for name, text in fields.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answering(status: int, **fields: str):
    """A site that gives every request the same answer."""
    return lambda method, path: [head(status, **fields)]


def dripping(method, path):
    """A site that sends a letter now and then, for ever."""
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        sleep(0.05)
        yield b"x"


def endless(method, path):
    """A page without an end."""
    yield head(200)
    while True:
        yield b"x" * 65536
