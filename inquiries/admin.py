from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import flatten_fieldsets
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from .models import Inquiry
from .regions import region_name

#: Beside Django's own flags 1 to 3: added, changed, deleted.
OPENED = 4


@admin.register(Inquiry)
class InquiryAdmin(admin.ModelAdmin):
    """The desk reads what visitors wrote and says how far it is; it changes no word of theirs.

    The list shows no personal data, so that each look at some is an opening, and each opening is on record.
    """

    list_display = [
        "number",
        "received_at",
        "state",
        "language",
        "topic",
        "project_size",
        "industry_name",
        "region",
    ]
    list_filter = ["state", "language", "topic", "project_size", "may_forward"]
    list_select_related = ["industry"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["number"]
    search_help_text = _("Tracking number")
    fieldsets = [
        (None, {"fields": ["message"]}),
        (_("Handling"), {"fields": [("state", "outcome"), ("received_at", "erase_on")]}),
        (_("Matter"), {"fields": [("topic", "project_size"), ("industry_name", "enterprise_name")]}),
        (
            _("Sender"),
            {"fields": [("name", "organisation"), ("email", "phone"), ("region", "language")]},
        ),
        (_("Consent"), {"fields": [("may_forward", "consented_at", "consent_text_version")]}),
    ]
    editable = ("state", "outcome")
    object_history_template = "inquiries/history.html"

    def get_readonly_fields(self, request, obj=None):
        return [name for name in flatten_fieldsets(self.fieldsets) if name not in self.editable]

    def lookup_allowed(self, lookup, value, request):
        """Only the filters of the list: a filter by a sender would tell who wrote without opening anything."""
        return lookup.partition("__")[0] in self.list_filter

    def has_add_permission(self, request):
        return False

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        LogEntry.objects.log_actions(
            request.user.pk,
            [obj],
            OPENED,
            change_message=gettext_noop("Opened the message."),
            single_object=True,
        )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        obj.save(update_fields=self.editable)

    @admin.display(description=_("industry"))
    def industry_name(self, inquiry):
        return inquiry.industry and str(inquiry.industry)

    @admin.display(description=_("enterprise"))
    def enterprise_name(self, inquiry):
        return inquiry.enterprise and str(inquiry.enterprise)

    @admin.display(description=_("country/region"), ordering="country_or_region")
    def region(self, inquiry):
        return region_name(inquiry.country_or_region)
