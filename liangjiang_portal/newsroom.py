"""Puts our own site in the place of the stock admin."""

from django.apps import apps
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AdminConfig):
    default_site = "liangjiang_portal.admin_site.NewsroomSite"

    def ready(self):
        super().ready()
        from django.contrib import admin
        from django.contrib.auth.models import Group, User

        from bilingual.counting import register
        from bilingual.deleting import delete_selected

        from .accounts import AccountAdmin, RoleAdmin
        from .counted import PHRASES

        register(PHRASES)
        admin.site.add_action(delete_selected, "delete_selected")
        # Every app has said by now what it shows, so its accounts can give way to ours.
        admin.site.unregister([Group, User])
        admin.site.register(Group, RoleAdmin)
        admin.site.register(User, AccountAdmin)
        apps.get_app_config("django_tasks_database").verbose_name = _("Background jobs")
