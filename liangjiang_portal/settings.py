"""All settings of the portal. They are those of production; what differs is said by the environment.

Every variable is described in docs/configuration.md.
"""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from bilingual.labels import label
from liangjiang_portal import connections
from liangjiang_portal.env import Environment, is_loopback, kept_secret

env = Environment()

# Core

BASE_DIR = Path(__file__).resolve().parent.parent
PORTAL_VAR = env.directory("PORTAL_VAR", BASE_DIR / "var")
DEBUG = env.flag("PORTAL_DEVELOPMENT")

_site = env.address("SITE_URL", f"http://127.0.0.1:{env.number('PORT', 8000, minimum=1, maximum=65535)}")
SITE_URL = _site.geturl()
IS_PUBLIC = _site.scheme == "https" or not is_loopback(_site.hostname)
IS_SECURE = _site.scheme == "https"

ALLOWED_HOSTS = sorted({_site.hostname, *env.hosts("ALLOWED_HOSTS")})
if not IS_PUBLIC:
    ALLOWED_HOSTS = sorted({*ALLOWED_HOSTS, "127.0.0.1", "localhost", "[::1]"})

ROOT_URLCONF = "liangjiang_portal.urls"
WSGI_APPLICATION = "liangjiang_portal.wsgi.application"

# Apps: the project, surfaces, features, blocks, then what others wrote

INSTALLED_APPS = [
    "liangjiang_portal",
    "home",
    "search",
    "dossiers",
    "open_data",
    "demo",
    "newsroom",
    "articles",
    "investment",
    "policies",
    "procedures",
    "documents",
    "inquiries",
    "pages",
    "figures",
    "enterprises",
    "prose",
    "media_library",
    "publishing",
    "workdays",
    "translation_desk",
    "spreadsheets",
    "link_checking",
    "subscriptions",
    "mentions",
    "evidence",
    "search_index",
    "throttling",
    "bilingual",
    "ui",
    "modeltranslation",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "liangjiang_portal.newsroom.NewsroomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "liangjiang_portal.middleware.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "liangjiang_portal.middleware.TextCompressionMiddleware",
    "liangjiang_portal.middleware.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "publishing.addresses.redirects.RedirectMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ]
        },
    }
]

# Data

DATABASES = {
    "default": connections.database(
        "DATABASE_URL", env.secret("DATABASE_URL", f"sqlite://{PORTAL_VAR / 'portal.sqlite3'}")
    )
}
CACHES = {"default": connections.cache("CACHE_URL", env.secret("CACHE_URL", "locmem://"))}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# An address that is typed without a scheme gets https, as it will by itself from Django 6.0 on.
FORMS_URLFIELD_ASSUME_HTTPS = True

# Languages

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_SECURE
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = label
# A missing edition is said to be missing; it is never replaced by the other language in silence.
MODELTRANSLATION_ENABLE_FALLBACKS = False
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = PORTAL_VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Every page asks for files by their hashed names; storing the others too would double the compressing.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
MEDIA_URL = "/media/"
MEDIA_ROOT = PORTAL_VAR / "media"
# Files that visitors send to the desk. No address leads here.
PRIVATE_ROOT = PORTAL_VAR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "liangjiang_portal.static_storage.PortalStaticFilesStorage"
        )
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# Both languages of a long article with all its inlines travel in one form, where a Han character may take nine bytes.
# A text that is too long must arrive, so that it can be refused with a reason and be shown again.
DATA_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_NUMBER_FILES = 40

# Mail

vars().update(connections.mail("EMAIL_URL", env.secret("EMAIL_URL", "console:")))
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"portal@{_site.hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Translation

# A class with a method ``translate``, as translation_desk.machine.Provider describes it; empty: no machine translates.
TRANSLATION_PROVIDER = env.text("TRANSLATION_PROVIDER")

# Links

# Whether the background worker asks other sites if the pages are there that this site links to.
CHECK_LINKS = env.flag("PORTAL_CHECK_LINKS", IS_PUBLIC)

# Security

SECRET_KEY = env.secret("SECRET_KEY")
if not SECRET_KEY and IS_PUBLIC:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. A site that others can reach needs one of its own: at least 50 random "
        "characters, in SECRET_KEY or in the file that SECRET_KEY_FILE names."
    )
SECRET_KEY = SECRET_KEY or kept_secret(PORTAL_VAR / "secret-key")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
    raise ImproperlyConfigured("SECRET_KEY is too easy to guess: give at least 50 random characters.")
if DEBUG and IS_PUBLIC:
    raise ImproperlyConfigured(
        "PORTAL_DEVELOPMENT shows the inside of the portal to everyone; it works with a SITE_URL on this "
        "machine only."
    )

# Only a proxy that sets this header itself, whatever the visitor sent, may be trusted with it.
if env.flag("PORTAL_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SECURE
# Preloading binds every host below the domain for years and is asked for by the owner of the domain.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_NAME = "__Host-session" if IS_SECURE else "session"
SESSION_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_NAME = "__Host-csrf" if IS_SECURE else "csrf"
CSRF_COOKIE_SECURE = IS_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# It ends with the browser session, as the privacy page says.
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "liangjiang_portal.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # The nonce is written only where a view reads it: the import map of the text editor.
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": IS_SECURE,
    }
}

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# Logs: one line for one event, to the standard error stream

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "liangjiang_portal.logs.OneLineFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stream"],
        "level": env.choice("PORTAL_LOG_LEVEL", "WARNING", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        "django": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        # A wrong host name is ordinary weather on a public address.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}

# Ours

# Requests for open data that one network may make in a minute.
OPEN_DATA_PER_MINUTE = env.number("OPEN_DATA_PER_MINUTE", 300, minimum=1, maximum=1_000_000)

DEMO_PASSWORD = env.secret("PORTAL_DEMO_PASSWORD")
