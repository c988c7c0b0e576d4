"""A member of the newsroom at work over plain HTTP: quick enough for hundreds of saves, and several at once."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.publishing.forms import form_data

#: Longer than any answer may take: a save waits up to 20 seconds for its turn.
TIMEOUT = 60


@dataclass(frozen=True)
class Answer:
    """What the portal answered, and after how many seconds."""

    status: int
    location: str
    text: str
    seconds: float


class Desk:
    """One session of one account. ``cookies`` are sent along; the language is that of ``language``."""

    def __init__(self, url: str, *, language: str = "en"):
        self.host = urlsplit(url).netloc
        self.cookies = {"django_language": language}

    def log_in(self, name: str, password: str) -> Desk:
        self.get("/admin/login/")
        answer = self.post("/admin/login/", {"username": name, "password": password, "next": "/admin/"})
        assert answer.status == 302, f"{name} could not log in: {answer.status}"
        return self

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, fields: dict) -> Answer:
        """Send a form as a browser would. Raises OSError when the portal breaks off."""
        body = urlencode({**fields, "csrfmiddlewaretoken": self.cookies.get("csrf", "")}, doseq=True)
        return self._ask("POST", path, body.encode(), {"Content-Type": "application/x-www-form-urlencoded"})

    def form(self, path: str) -> dict:
        """The fields of a change form, ready to be changed and sent."""
        answer = self.get(path)
        assert answer.status == 200, f"{path} answered {answer.status}"
        return form_data(answer.text)

    def _ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        begun = time.monotonic()
        try:
            connection.request(method, path, body, {"Cookie": cookies, **(headers or {})})
            response = connection.getresponse()
            text = response.read().decode()
        except http.client.HTTPException as error:
            raise ConnectionError("The portal broke off") from error
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        location = response.headers.get("Location", "")
        return Answer(response.status, location, text, time.monotonic() - begun)
