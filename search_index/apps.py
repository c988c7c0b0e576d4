from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchIndexConfig(AppConfig):
    name = "search_index"
    verbose_name = _("Search index")

    def ready(self) -> None:
        from . import upkeep  # noqa: F401  (its receivers)
