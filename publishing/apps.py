from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self):
        from . import (  # noqa: F401
            bulk_deeds,
            evidence_sheet,
            log_admin,
            picture_uses,
            preview_pages,
            release_admin,
            review_admin,
            review_panel,
            scheduling_admin,
            shown_files,
        )
        from .history import views  # noqa: F401
