"""The door that gunicorn opens."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liangjiang_portal.settings")

application = get_wsgi_application()
# Reading the address table now, before workers are forked, lets them share its memory and
# spares the first visitor the wait.
_ = get_resolver().url_patterns
