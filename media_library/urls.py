from django.urls import path

from . import views

app_name = "media_library"
urlpatterns = [path("documents/<int:pk>/", views.document, name="document")]
