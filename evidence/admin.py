from django.contrib import admin

from bilingual.admin import BilingualAdmin

from .models import Source


@admin.register(Source)
class SourceAdmin(BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "kind", "dated_on", "language"]
    list_filter = ["kind", "language"]
    search_fields = ["name", "key", "url"]
    fields = ["name", ("key", "kind", "language"), ("dated_on", "url")]
