from django.urls import path

from . import views

app_name = "media_library"
urlpatterns = [
    path("documents/<int:pk>/", views.by_number, name="document_by_number"),
    path("documents/<int:pk>/<str:key>/", views.document, name="document"),
]
