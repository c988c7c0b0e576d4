from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationDeskConfig(AppConfig):
    name = "translation_desk"
    verbose_name = _("Translation")

    def ready(self):
        from publishing.audit import auditing

        from . import bulk_tasks, checking, exchange_page, panel, translate_page, upkeep  # noqa: F401

        auditing.ACTIONS["translation.exempted"] = _("Difference in numbers accepted")
