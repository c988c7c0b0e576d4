"""Puts our own site in the place of the stock admin."""

from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AdminConfig):
    default_site = "liangjiang_portal.admin_site.NewsroomSite"
