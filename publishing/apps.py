from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

#: What registers itself when it is imported: pages and panels of the newsroom, deeds of the lists, uses of files.
PARTS = (
    "addresses.admin",
    "audit.admin",
    "bulk.deeds",
    "drafts.picture_uses",
    "history.views",
    "preview.pages",
    "publication.shown_files",
    "release.admin",
    "review.admin",
    "review.evidence_sheet",
    "review.panel",
    "schedule.admin",
)


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self):
        for part in PARTS:
            import_module(f"{self.name}.{part}")
