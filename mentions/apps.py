from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MentionsConfig(AppConfig):
    name = "mentions"
    verbose_name = _("Named in texts")

    def ready(self) -> None:
        from . import advising, page, panel, upkeep  # noqa: F401  (they register themselves)
