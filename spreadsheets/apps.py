from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpreadsheetsConfig(AppConfig):
    name = "spreadsheets"
    verbose_name = _("Spreadsheets")

    def ready(self):
        from publishing.audit import auditing
        from publishing.chores import daily

        from .importing.uploads import forget_expired

        auditing.ACTIONS["spreadsheets.exported"] = _("Exported to a file")
        auditing.ACTIONS["spreadsheets.imported"] = _("Imported from a file")
        daily(forget_expired)
