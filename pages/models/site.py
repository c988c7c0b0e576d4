"""What the site says about itself. An empty value shows nothing."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SiteSettings(models.Model):
    """The single row of settings (primary key 1)."""

    site_name = models.CharField(_("site name"), max_length=120, blank=True)
    slogan = models.CharField(_("slogan"), max_length=200, blank=True)
    description = models.CharField(_("description for search engines"), max_length=300, blank=True)
    sponsor = models.CharField(_("sponsor"), max_length=200, blank=True)
    operator = models.CharField(_("operator"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    desk_hours = models.CharField(_("hours of the investment desk"), max_length=200, blank=True)
    desk_phone = models.CharField(_("telephone of the investment desk"), max_length=60, blank=True)
    desk_email = models.EmailField(_("e-mail of the investment desk"), blank=True)
    service_email = models.EmailField(_("service e-mail"), blank=True)
    report_hotline = models.CharField(_("hotline for reporting illegal content"), max_length=60, blank=True)
    error_report_url = models.URLField(_("error-report entry"), blank=True)
    site_id_code = models.CharField(_("site identification code"), max_length=10, blank=True)
    icp_number = models.CharField(_("ICP filing number"), max_length=60, blank=True)
    police_number = models.CharField(_("public-security filing number"), max_length=60, blank=True)
    news_licence = models.CharField(_("news-service licence number"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    def __str__(self) -> str:
        return str(_("Site settings"))

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    @classmethod
    def current(cls) -> SiteSettings:
        """The stored settings, or empty ones before any were saved."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
