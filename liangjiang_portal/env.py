"""Typed readers of the environment.

Every reader takes the name of a variable and gives back a value of one type, or raises
``ImproperlyConfigured`` with a sentence that names the variable and says what it accepts.
A variable that is set to nothing counts as unset. Values of secrets never appear in a message.
"""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Environment:
    """Reads one mapping of names to texts, the process environment unless another is given."""

    def __init__(self, values: Mapping[str, str] | None = None):
        self._values = os.environ if values is None else values

    def text(self, name: str, default: str = "") -> str:
        """The text without surrounding space, or ``default``; control characters are refused."""
        value = self._values.get(name, "").strip() or default
        if any(ord(character) < 32 for character in value):
            raise ImproperlyConfigured(f"{name} contains a line break or another control character.")
        return value

    def secret(self, name: str, default: str = "") -> str:
        """A text from ``NAME`` or from the file that ``NAME_FILE`` points at; both at once are refused."""
        path = self.text(f"{name}_FILE")
        if not path:
            return self.text(name, default)
        if self.text(name):
            raise ImproperlyConfigured(f"Set {name} or {name}_FILE, not both.")
        try:
            content = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE points at {path}, which cannot be read.") from error
        if not content:
            raise ImproperlyConfigured(f"{name}_FILE points at {path}, which is empty.")
        return content

    def flag(self, name: str, default: bool = False) -> bool:
        """True or False from 1/0, true/false, yes/no, on/off in any case."""
        value = self.text(name).lower()
        if not value:
            return default
        if value not in YES | NO:
            raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 or 0.")
        return value in YES

    def number(self, name: str, default: int, *, minimum: int, maximum: int) -> int:
        """A whole number between ``minimum`` and ``maximum``, both included."""
        value = self.text(name, str(default))
        if not (value.isascii() and value.isdigit() and minimum <= int(value) <= maximum):
            raise ImproperlyConfigured(
                f"{name} is {value!r}; it must be a whole number from {minimum} to {maximum}."
            )
        return int(value)

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        """One of ``choices``, told apart without regard to case."""
        value = self.text(name, default)
        for choice in choices:
            if value.lower() == choice.lower():
                return choice
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(choices)}.")

    def names(self, name: str) -> list[str]:
        """The parts of a comma-separated list, without blanks."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def hosts(self, name: str) -> list[str]:
        """Host names that Django may answer to. A lone ``*`` is refused: it switches the check off."""
        hosts = self.names(name)
        for host in hosts:
            if host == "*" or "/" in host or " " in host:
                raise ImproperlyConfigured(
                    f"{name} contains {host!r}; give host names such as portal.example.cn, without a scheme."
                )
        return hosts

    def address(self, name: str, default: str) -> SplitResult:
        """A site's own address: http or https, a host, perhaps a port, and nothing after it."""
        value = self.text(name, default)
        parts = _split(name, value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ImproperlyConfigured(f"{name} is {value!r}; it must look like https://portal.example.cn.")
        if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
            raise ImproperlyConfigured(
                f"{name} is {value!r}; it must end after the host and port, without path or account."
            )
        return parts._replace(path="")

    def directory(self, name: str, default: Path) -> Path:
        """An absolute folder, made when it is missing, readable by its owner alone when made."""
        folder = Path(self.text(name, str(default))).expanduser().absolute()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ImproperlyConfigured(
                f"{name} is {folder}, which is not a folder that can be used."
            ) from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise ImproperlyConfigured(f"{name} is {folder}, which this user may not write to.")
        return folder


def is_loopback(host: str | None) -> bool:
    """Whether a host name means this machine and nobody else."""
    return host in LOOPBACK


def kept_secret(path: Path, *, length: int = 64) -> str:
    """The secret stored at ``path``; made there at random, mode 600, when there is none.

    Two processes that start together end with the same secret: the file appears complete or not at all.
    """
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(length)[:length])
        try:
            os.link(draft, path)
        except FileExistsError:
            # Another process was first: its secret is the one that counts.
            pass
        finally:
            draft.unlink()
    stored = path.read_text(encoding="ascii").strip()
    if len(stored) < min(length, 32):
        raise ImproperlyConfigured(
            f"The secret kept in {path} is too short; remove the file to make a new one."
        )
    return stored


def _split(name: str, value: str) -> SplitResult:
    """``urlsplit`` whose complaints name the variable."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address that can be read: {error}.") from error
    return parts
