from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProseConfig(AppConfig):
    name = "prose"
    verbose_name = _("Rich text")
