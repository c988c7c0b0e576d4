from django.urls import path

from . import shared_previews

app_name = "publishing"

urlpatterns = [path("preview/<str:token>/", shared_previews.shared_preview, name="shared_preview")]
