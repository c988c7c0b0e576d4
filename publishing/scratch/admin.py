"""Forms that lose nothing: what is typed is kept while it is typed, and offered again when it was never saved."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.forms.utils import ErrorDict
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..drafts.copy_admin import MADE_FROM
from ..rights.permissions import can
from . import scratches

#: Names of fields: the key of the opened form; the key of the one to take up again, or to throw away.
FORM, RESTORE, DISCARD = "_scratch", "_restore", "_discard"
#: How many forms that were never saved are offered at once.
OFFERED = 3


class RestoredForm:
    """Before a form class: shows what was typed and is never valid, so that showing it again saves nothing."""

    def full_clean(self):
        super().full_clean()
        self.add_error(None, "")


class ScratchAdmin:
    """For a ModelAdmin of Publishable records, before all other bases that show or save a form."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        kept = self.admin_site.admin_view(self.kept_page)
        return [
            path("scratch/", never_cache(self.scratch_view), name=f"{name}_scratch"),
            path("scratch/<uuid:form>/", kept, name=f"{name}_kept"),
            *super().get_urls(),
        ]

    # What the script of the form talks to

    def scratch_view(self, request):
        """GET: a token for the form, if its person is still logged in. POST: keep these fields.

        It answers 401 and not with the login page, which a script would take for the answer.
        """
        given = request.POST if request.method == "POST" else request.GET
        if not (
            request.user.is_active
            and request.user.is_staff
            and given.get("user") in (None, str(request.user.pk))
        ):
            return JsonResponse({}, status=401)
        if not self._may_write(request):
            return JsonResponse({}, status=403)
        if request.method != "POST":
            return JsonResponse({"token": get_token(request)})
        record = given.get("record", "")[:64]
        try:
            scratch = scratches.keep(
                request.user, self.model, record, given.get("form"), given.get("fields", "")
            )
        except scratches.BadScratch:
            return JsonResponse({}, status=400)
        return JsonResponse({"at": date_format(timezone.localtime(scratch.kept_at), "H:i")})

    def _may_write(self, request) -> bool:
        return can(request.user, "change", self.model) or can(request.user, "add", self.model)

    def kept_page(self, request, form):
        """The words alone, for when the record is gone or may no longer be written."""
        scratch = scratches.kept_of(request.user, str(form))
        if scratch is None:
            raise Http404
        fields = [(name, value) for name, value in scratch.fields if value and not name.startswith("_")]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Unsaved text"),
            "scratch": scratch,
            "fields": fields,
        }
        return TemplateResponse(request, "admin/publishing/scratch/page.html", context)

    # The form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and DISCARD in request.POST:
            scratches.forget(request.user, request.POST[DISCARD])
            messages.success(request, _("The unsaved text has been discarded."))
            return HttpResponseRedirect(request.path)
        if request.method == "POST" and RESTORE in request.POST:
            if not self._take_up(request, object_id):
                return HttpResponseRedirect(request.path)
        answer = super().changeform_view(request, object_id, form_url, extra_context)
        if answer.status_code == 302 and f"{MADE_FROM}=" in answer.url:
            # The words are set aside as a version that its author is shown next.
            scratches.forget(request.user, request.POST.get(FORM))
        return answer

    def _take_up(self, request, object_id) -> bool:
        """Put what was kept in the place of what was sent; False when it is gone."""
        scratch = scratches.kept_of(request.user, request.POST[RESTORE])
        if scratch is None or scratch.object_id != unquote(object_id or ""):
            messages.warning(
                request,
                _("This unsaved text is no longer here: it was saved or discarded in another window."),
            )
            return False
        sent = scratches.as_sent(scratch)
        sent["csrfmiddlewaretoken"] = request.POST.get("csrfmiddlewaretoken", "")
        sent[FORM] = str(scratch.pk)
        request.POST, request.restored = sent, scratch
        return True

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if getattr(request, "restored", None) is None:
            return form
        return type(form.__name__, (RestoredForm, form), {})

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        scratches.forget(request.user, request.POST.get(FORM))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        restored = getattr(request, "restored", None)
        if restored is not None:
            self._forgive(context)
            messages.info(request, _("This is what you had typed. Check it, then save it."))
        may_write = self.has_add_permission(request) if add else self.has_change_permission(request, obj)
        if may_write and not context.get("is_popup"):
            context["scratch"] = self._for_form(request, "" if add or obj is None else str(obj.pk))
        return super().render_change_form(request, context, add, change, form_url, obj)

    @staticmethod
    def _forgive(context) -> None:
        """Nobody has pressed Save yet: what is still missing is no mistake."""
        context["errors"] = []
        forms = [context["adminform"].form]
        for inline in context["inline_admin_formsets"]:
            inline.formset._non_form_errors = inline.formset.error_class()
            forms += inline.formset.forms
        for form in forms:
            form._errors = ErrorDict()

    def _for_form(self, request, record: str) -> dict:
        given = request.POST.get(FORM)
        key = str(scratches.key_of(given) or uuid.uuid4())
        place = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}"
        return {
            "form": key,
            "record": record,
            "user": request.user.pk,
            "presence": reverse(f"{place}_presence"),
            "address": reverse(f"{place}_scratch"),
            "is_unsaved": request.method == "POST",
            "offers": scratches.waiting(request.user, self.model, record, besides=key)[:OFFERED],
        }
