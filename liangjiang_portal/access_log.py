"""What gunicorn writes of each request, when it is asked to (PORTAL_ACCESS_LOG)."""

from __future__ import annotations

from gunicorn.glogging import Logger

from liangjiang_portal.logs import without_secrets


class AccessLogger(Logger):
    """Leaves out what opens a shared preview or a receipt, in the address asked for and in the one come from."""

    def atoms(self, resp, req, environ, request_time):
        found = super().atoms(resp, req, environ, request_time)
        return {
            name: without_secrets(value) if isinstance(value, str) else value for name, value in found.items()
        }
