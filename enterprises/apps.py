from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnterprisesConfig(AppConfig):
    name = "enterprises"
    verbose_name = _("Enterprises")

    def ready(self):
        from . import findable, followable, known_names, previews, sheets  # noqa: F401
        from .directory import upkeep  # noqa: F401
