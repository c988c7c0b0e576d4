"""The portal's settings, with what tests may do differently: a state folder that is thrown away,
a fast password hasher, and the portal's own files served without a collecting step."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="portal-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["PORTAL_VAR"] = _folder
for _name in ("SITE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL", "PORTAL_DEVELOPMENT", "PORT"):
    os.environ.pop(_name, None)

from liangjiang_portal.settings import *  # noqa: E402, F403
from liangjiang_portal.settings import DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A real file, so that several connections see what production connections would see.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_folder) / "test.sqlite3")}
