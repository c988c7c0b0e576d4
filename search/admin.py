from django.contrib import admin

from .models import Miss


@admin.register(Miss)
class MissAdmin(admin.ModelAdmin):
    list_display = ["text", "language", "count", "last_on"]
    list_filter = ["language"]
    search_fields = ["text"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
