from django.urls import path

from .preview import shared

app_name = "publishing"

urlpatterns = [path("preview/<str:token>/", shared.shared_preview, name="shared_preview")]
