"""A mail server that takes letters and keeps them: enough of RFC 5321 for a real conversation."""

from __future__ import annotations

import asyncio
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage


class SmtpServer:
    """``with SmtpServer() as server:`` listens on ``server.port`` of this machine; ``server.letters`` is what came.

    ``refusals`` is how many letters it turns away for now (451) before it takes one; ``said`` is what it was told.
    """

    def __init__(self, refusals: int = 0):
        self.refusals = refusals
        self.letters: list[EmailMessage] = []
        self.said: list[str] = []
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()

    def __enter__(self):
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(self, *fault):
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._converse, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        async with server:
            await self._stop.wait()

    async def _converse(self, reader, writer) -> None:
        writer.write(b"220 test\r\n")
        while line := await reader.readline():
            self.said.append(line.decode().strip())
            command = self.said[-1].partition(" ")[0].upper()
            if command == "DATA":
                writer.write(b"354 go on\r\n")
                writer.write(self._take(await self._letter(reader)))
            elif command == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 ok\r\n")
        await writer.drain()
        writer.close()

    async def _letter(self, reader) -> bytes:
        lines = []
        while (line := await reader.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def _take(self, letter: bytes) -> bytes:
        if self.refusals:
            self.refusals -= 1
            return b"451 not now\r\n"
        self.letters.append(message_from_bytes(letter, policy=policy.default))
        return b"250 taken\r\n"
