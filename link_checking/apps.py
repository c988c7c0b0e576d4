from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinkCheckingConfig(AppConfig):
    name = "link_checking"
    verbose_name = _("Links")

    def ready(self):
        from publishing.audit import auditing

        from . import chores, panel, upkeep  # noqa: F401

        auditing.ACTIONS["links.ignored"] = _("Dead link ignored")
        auditing.ACTIONS["links.watched"] = _("Link checks resumed")
