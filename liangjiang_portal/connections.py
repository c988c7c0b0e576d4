"""Addresses of services, turned into the dictionaries that Django wants.

Each function takes the name of the variable (for messages), its value and gives back a settings
dictionary. Passwords may be percent-encoded and never appear in a message.
"""

from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# IMMEDIATE takes the write lock when a transaction begins, so that a second writer waits its turn
# instead of failing at the moment a read turns into a write. WAL lets readers go on meanwhile.
# What is deleted is overwritten: an erased message must not be found in the free pages of the file.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000; "
        "PRAGMA secure_delete=ON"
    ),
}
#: PostgreSQL would wait for a lock for ever: after this time a person is told, as with SQLite. And it would compile
#: queries that it guesses to be long, which takes longer than any query of a page.
POSTGRESQL_SESSION = "-c lock_timeout=20s -c jit=off"
POSTGRESQL_OPTIONS = {
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "connect_timeout",
    "application_name",
    "host",
}


def database(name: str, url: str) -> dict:
    """``sqlite:///absolute/path`` or ``postgresql://user:password@host:port/database?sslmode=…``.

    A PostgreSQL socket folder goes into the query: ``postgresql:///portal?host=/run/postgresql``.
    """
    parts = _split(name, url)
    if parts.scheme == "sqlite":
        path = unquote(parts.path)
        if parts.netloc or not path.startswith("/") or path.endswith("/"):
            raise ImproperlyConfigured(
                f"{name} must name a file by its full path, as in sqlite:////srv/portal/portal.sqlite3."
            )
        file = Path("/" + path.lstrip("/"))
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            "OPTIONS": dict(SQLITE_OPTIONS),
            "CONN_MAX_AGE": 600,
        }
    if parts.scheme in {"postgresql", "postgres"}:
        options = _options(name, parts, POSTGRESQL_OPTIONS)
        database_name = unquote(parts.path.lstrip("/"))
        if not database_name:
            raise ImproperlyConfigured(f"{name} names no database; it must end in /database.")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": database_name,
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "OPTIONS": {"connect_timeout": 5, "options": POSTGRESQL_SESSION, **options},
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ImproperlyConfigured(f"{name} begins with {parts.scheme!r}; it must be sqlite:// or postgresql://.")


def cache(name: str, url: str) -> dict:
    """``locmem://`` (each process its own) or ``redis://`` / ``rediss://`` (shared)."""
    parts = _split(name, url)
    if parts.scheme == "locmem":
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": parts.netloc or "portal",
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    if parts.scheme in {"redis", "rediss"}:
        if not parts.hostname:
            raise ImproperlyConfigured(f"{name} names no host; it must look like redis://127.0.0.1:6379/0.")
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
            "KEY_PREFIX": "portal",
            "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
        }
    raise ImproperlyConfigured(f"{name} begins with {parts.scheme!r}; it must be locmem:// or redis://.")


def mail(name: str, url: str) -> dict:
    """``console:``, ``file:///folder``, ``smtp://user:password@host:port`` with ``+tls`` or ``+ssl``.

    ``smtp+tls`` upgrades a plain connection and sends nothing when the upgrade fails; ``smtp+ssl``
    is encrypted from the first byte. Gives the EMAIL_… settings by name.
    """
    parts = _split(name, url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme == "file" and parts.path:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme in {"smtp", "smtp+tls", "smtp+ssl"} and parts.hostname:
        encryption = parts.scheme.partition("+")[2]
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or {"": 25, "tls": 587, "ssl": 465}[encryption],
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_TLS": encryption == "tls",
            "EMAIL_USE_SSL": encryption == "ssl",
            "EMAIL_TIMEOUT": 10,
        }
    raise ImproperlyConfigured(
        f"{name} must be console:, file:///folder or smtp+tls://user:password@host:587."
    )


def _split(name: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address that can be read.") from error
    return parts


def _options(name: str, parts: SplitResult, known: set[str]) -> dict[str, str]:
    options = dict(parse_qsl(parts.query))
    unknown = sorted(set(options) - known)
    if unknown:
        raise ImproperlyConfigured(
            f"{name} has the unknown option {unknown[0]!r}; known are {', '.join(sorted(known))}."
        )
    return options
