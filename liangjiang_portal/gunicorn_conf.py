"""How gunicorn serves the portal; the same file for `make run`, for the tests and for production."""

from pathlib import Path

from gunicorn.http import message

from liangjiang_portal.env import Environment

env = Environment()

wsgi_app = "liangjiang_portal.wsgi:application"
bind = f"{env.text('PORTAL_BIND', '127.0.0.1')}:{env.number('PORT', 8000, minimum=1, maximum=65535)}"
workers = env.number("PORTAL_WORKERS", 2, minimum=1, maximum=64)
threads = env.number("PORTAL_THREADS", 4, minimum=1, maximum=64)
worker_class = "gthread"
# The portal is read once and its memory shared. A new version therefore needs a restart or USR2, not HUP.
preload_app = True
# Ten thousand characters in an address, each of nine bytes, get a page of ours and not the server's bare refusal. The
# server's own ceiling is lower; without any limit a visitor could fill the memory.
limit_request_line = message.MAX_REQUEST_LINE = 128 * 1024
timeout = 60
graceful_timeout = 20
keepalive = 5
accesslog = "-" if env.flag("PORTAL_ACCESS_LOG") else None
logger_class = "liangjiang_portal.access_log.AccessLogger"
loglevel = "warning"
proc_name = "liangjiang-portal"
# Workers prove that they live by touching a file; on a slow disk that alone could stall them.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True
