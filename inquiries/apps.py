from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InquiriesConfig(AppConfig):
    name = "inquiries"
    verbose_name = _("Inquiries")

    def ready(self):
        from publishing.chores import daily

        from .actions import erase_due
        from .clocks import recount_open
        from .letters import order_left
        from .sending.files import remove_left

        for chore in (erase_due, remove_left, recount_open, order_left):
            daily(chore)
