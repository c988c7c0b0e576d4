from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class WorkdaysConfig(AppConfig):
    name = "workdays"
    verbose_name = _("Working days")

    def ready(self):
        from .announced import write_missing_years

        post_migrate.connect(write_missing_years, sender=self, dispatch_uid="workdays.announced")
