from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InvestmentConfig(AppConfig):
    name = "investment"
    verbose_name = _("Investment")

    def ready(self):
        from publishing.audit import auditing

        from . import (  # noqa: F401
            findable,
            followable,
            previews,
            publication_gate,
            quiet,
            registering,
            sheets,
        )

        auditing.ACTIONS |= {
            "investment.registration_opened": _("Registration viewed"),
            "investment.registration_cancelled": _("Registration cancelled"),
            "investment.registration_promoted": _("Place given beyond the limit"),
            "investment.registration_erased": _("Registration erased"),
            "investment.registrations_expired": _("Registrations erased when due"),
            "investment.registrations_exported": _("Registrations exported"),
        }
