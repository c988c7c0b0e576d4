from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self):
        from . import log_admin, preview_pages, release_admin, scheduling_admin  # noqa: F401
        from .history import views  # noqa: F401
