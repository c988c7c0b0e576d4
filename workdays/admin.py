from django.contrib import admin

from .models import HolidayYear, SpecialDay


class SpecialDayInline(admin.TabularInline):
    model = SpecialDay
    fields = ["day", "kind", "holiday"]
    extra = 3


@admin.register(HolidayYear)
class HolidayYearAdmin(admin.ModelAdmin):
    """Administrators enter the notice of the coming year here. Deadlines that are open follow within a day."""

    list_display = ["year", "status", "source", "checked_on"]
    fields = ["year", "status", "source", "source_url", "checked_on"]
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    inlines = [SpecialDayInline]

    def has_delete_permission(self, request, obj=None) -> bool:
        """A year is corrected, not taken away: deadlines that were counted with it would change their ground."""
        return False
