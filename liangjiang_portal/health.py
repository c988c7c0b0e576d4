"""Two questions for whoever watches over the portal: is the process alive, and can it work?"""

import logging

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


@never_cache
@require_safe
def alive(request):
    """200 as long as this process can answer at all; asks nothing of anything else."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request):
    """200 when the database can be read; 503 when it cannot. A cache that is away makes the portal
    slower, not wrong, and is therefore reported without failing. Tells no reasons: they are in the log."""
    parts = {"database": _database_answers(), "cache": _cache_answers()}
    state = {name: "ok" if answers else "down" for name, answers in parts.items()}
    return JsonResponse(state, status=200 if parts["database"] else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
            return cursor.fetchone() is not None
    except DatabaseError:
        log.exception("The database does not answer")
        return False


def _cache_answers() -> bool:
    try:
        cache.set("readyz", "ok", 5)
        return cache.get("readyz") == "ok"
    # A cache client may raise errors of its own library or of the network: all mean the same here.
    except Exception:  # noqa: BLE001
        log.exception("The cache does not answer")
        return False
