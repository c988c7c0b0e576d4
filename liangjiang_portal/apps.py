from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "liangjiang_portal"
