"""Putting records into a release, from their form or from a list."""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from bilingual.languages import LANGUAGES

from ..models import Release
from ..rights.permissions import can
from ..rights.publisher_access import must_publish, publishable_models
from ..schedule.form import LanguagesField
from ..schedule.scheduling import CannotSchedule
from . import releasing

#: So many records can be added at once.
MOST = 200


GATHER_TEXT = gettext_lazy("Add to a release")


class GatherForm(forms.Form):
    """Which release, or the name of a new one, and in which languages."""

    release = forms.ModelChoiceField(
        label=gettext_lazy("release"),
        queryset=Release.objects.open_to_changes(),
        required=False,
        empty_label=gettext_lazy("A new release"),
    )
    name = forms.CharField(label=gettext_lazy("name of the new release"), max_length=120, required=False)
    languages = LanguagesField()

    def clean(self):
        cleaned = super().clean()
        if "release" not in self.errors and not cleaned.get("release") and not cleaned.get("name"):
            self.add_error("name", _("Name the new release, or choose one that is being prepared."))
        return cleaned


def gather_page(kind: str, keys: list) -> str:
    """The address of the page that puts records of one kind, by its label in lower case, into a release."""
    query = urlencode({"kind": kind, "ids": ",".join(str(key) for key in keys)}, safe=",")
    return f"{reverse('admin:publishing_release_gather')}?{query}"


def gather_chosen(model_admin, request, queryset):
    """The action of a list: lead on to the page that asks into which release."""
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(keys) > MOST:
        text = _("Choose at most %(number)s records for one release.") % {"number": MOST}
        messages.error(request, text)
        return None
    return HttpResponseRedirect(gather_page(model_admin.opts.label_lower, keys))


def release_page(release: Release) -> str:
    return reverse("admin:publishing_release_change", args=[release.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def gather(request, model_admin):
    """Put one or more records of one kind into a release, or into a new one."""
    records = _chosen_records(request)
    form = GatherForm(
        request.POST if request.method == "POST" else None, initial={"languages": list(LANGUAGES)}
    )
    if request.method == "POST" and form.is_valid():
        languages = form.cleaned_data["languages"]
        for record in records:
            must_publish(request.user, record, languages)
        try:
            with transaction.atomic():
                release = form.cleaned_data["release"] or Release.objects.create(
                    name=form.cleaned_data["name"]
                )
                for record in records:
                    releasing.add(release, record, languages=languages)
        except CannotSchedule as reason:
            form.add_error("release", str(reason))
        else:
            messages.success(request, _("Added to the release “%(name)s”.") % {"name": release.name})
            return HttpResponseRedirect(release_page(release))
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": GATHER_TEXT,
        "records": records,
        "kind": records[0]._meta.label_lower,
        "ids": ",".join(str(record.pk) for record in records),
        "form": form,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/publishing/release/gather.html", context, status=status)


def _chosen_records(request) -> list:
    """The records that the address names, as far as this person may see and publish them; 404 when that is none."""
    given = request.POST if request.method == "POST" else request.GET
    models = {model._meta.label_lower: model for model in publishable_models()}
    model = models.get(given.get("kind", ""))
    if model is None or not can(request.user, "publish", model):
        raise Http404
    keys = []
    for text in given.get("ids", "").split(",")[:MOST]:
        try:
            keys.append(model._meta.pk.to_python(text))
        except ValidationError as error:
            raise Http404 from error
    records = [
        record for record in model._default_manager.filter(pk__in=keys) if can(request.user, "view", record)
    ]
    if not records:
        raise Http404
    return records
