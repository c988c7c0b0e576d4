"""The words of many pictures on one page: text alternatives, captions and credits, both languages side by side.

A column is written only where somebody changed it, and never over what a colleague has changed meanwhile.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bilingual.labels import label
from bilingual.languages import HTML_LANG, LANGUAGES, column

from ..filters import CareFilter, needing
from ..models import Image, Rights
from ..renditions import candidates
from .frames import framed

#: Pictures on one page.
AT_ONCE = 24
TRANSLATED = ["alt", "caption", "credit_person", "credit_organisation"]
SHARED = ["credit_form", "rights"]
ACTION_TEXT = gettext_lazy("Fill in descriptions and credit")


class WordsForm(forms.ModelForm):
    """One picture. Each field carries what it was when the page was opened."""

    class Meta:
        model = Image
        fields = [*(column(name, code) for name in TRANSLATED for code in LANGUAGES), *SHARED]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.show_hidden_initial = True
            field.required = name in SHARED
        for name in TRANSLATED:
            for code in LANGUAGES:
                field = self.fields[column(name, code)]
                field.label = label(Image._meta.get_field(name).verbose_name, code)
                is_long = name in ("alt", "caption")
                field.widget = forms.Textarea(attrs={"rows": 2}) if is_long else forms.TextInput()
                field.widget.attrs |= {"lang": HTML_LANG[code], "autocomplete": "off"}
        #: What the database has now, before the form puts its own values in.
        self.stored = {name: getattr(self.instance, name) or "" for name in self.fields}

    def clean(self):
        cleaned = super().clean()
        for name in self.changed_data:
            seen = self.data.get(self.add_initial_prefix(name), "").replace("\r\n", "\n")
            now = self.stored[name]
            if now.replace("\r\n", "\n") == seen or now == (cleaned.get(name) or ""):
                continue
            self.add_error(
                name,
                _("In the meantime a colleague has entered “%(text)s”. Save again to keep your version.")
                % {"text": now},
            )
            self.data = self.data.copy()
            self.data[self.add_initial_prefix(name)] = now
        return cleaned

    @property
    def lines(self):
        """Pairs of fields, English and Chinese."""
        return [[self[column(name, code)] for code in LANGUAGES] for name in TRANSLATED]

    @property
    def facts(self):
        return [self[name] for name in SHARED]

    def keep(self) -> bool:
        """Write what was changed. Returns whether there was anything."""
        if self.changed_data:
            self.instance.save(update_fields=self.changed_data)
        return bool(self.changed_data)


class EveryPictureForm(forms.ModelForm):
    """Values for every picture of the page whose own field is empty."""

    class Meta:
        model = Image
        fields = [
            *(column(name, code) for name in ("credit_person", "credit_organisation") for code in LANGUAGES),
            *SHARED,
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="all", **kwargs)
        for name in ("credit_person", "credit_organisation"):
            for code in LANGUAGES:
                field = self.fields[column(name, code)]
                field.label = label(Image._meta.get_field(name).verbose_name, code)
                field.widget.attrs["lang"] = HTML_LANG[code]
        for field in self.fields.values():
            field.required = False


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, model_admin):
    """The pictures that are named in the address (``pk``), or the first that need one kind of ``care``."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    care = request.GET.get("care", "")
    images = _asked(request, care)
    data = None
    if request.method == "POST":
        data = _filled(request.POST, images) if "_fill" in request.POST else request.POST
    forms_ = [WordsForm(data, instance=image, prefix=f"p{image.pk}") for image in images]
    if request.method == "POST" and "_fill" not in request.POST:
        # Each is asked, so that each can say what is wrong with it.
        refused = [form for form in forms_ if not form.is_valid()]
        if not refused:
            return _saved(request, model_admin, forms_, care)
    if data is not None and "_fill" in request.POST:
        messages.info(request, _("The empty fields have been filled in, but not saved yet."))
    return framed(
        request,
        model_admin,
        "words",
        _("Words and credit"),
        rows=[(form, candidates(form.instance, "card").src) for form in forms_],
        every=EveryPictureForm(request.POST if "_fill" in request.POST else None),
        problems=sum(bool(form.is_bound and form.errors) for form in forms_),
        care=care,
        care_text=dict(CareFilter.others).get(care, ""),
    )


def _asked(request, care: str) -> list[Image]:
    if request.method == "POST":
        keys = request.POST.getlist("pk")
    else:
        keys = request.GET.getlist("pk")
    keys = [int(key) for key in keys if key.isdecimal() and len(key) < 16][: AT_ONCE * 2]
    if keys:
        found = Image.objects.in_bulk(keys)
        return [found[key] for key in dict.fromkeys(keys) if key in found]
    return list(needing(Image.objects.all(), care or "any").order_by("-created_at", "-pk")[:AT_ONCE])


def _filled(sent, images: list[Image]):
    """What was sent, with the values for every picture in the fields that are empty."""
    data = sent.copy()
    for image in images:
        prefix = f"p{image.pk}-"
        names = [name for name in EveryPictureForm._meta.fields if name not in SHARED]
        is_credited = any(data.get(prefix + name) for name in names)
        for name in names:
            if not data.get(prefix + name):
                data[prefix + name] = sent.get(f"all-{name}", "")
        if not is_credited and sent.get("all-credit_form"):
            data[prefix + "credit_form"] = sent["all-credit_form"]
        if data.get(prefix + "rights") == Rights.UNCLEAR and sent.get("all-rights"):
            data[prefix + "rights"] = sent["all-rights"]
    return data


def _saved(request, model_admin, saved: list[WordsForm], care: str) -> HttpResponseRedirect:
    number = 0
    for form in saved:
        if form.keep():
            number += 1
            model_admin.log_change(request, form.instance, [{"changed": {"fields": form.changed_data}}])
    text = ngettext("%(number)s picture saved.", "%(number)s pictures saved.", number)
    messages.success(request, text % {"number": number})
    site = model_admin.admin_site.name
    if care and needing(Image.objects.all(), care).exists():
        return HttpResponseRedirect(words_address(site, care=care))
    return HttpResponseRedirect(reverse(f"{site}:media_library_image_changelist"))


def words_address(site: str, keys=(), care: str = "") -> str:
    """The address of the page for some pictures, or for those that need one kind of care."""
    query = [("pk", key) for key in keys] or [("care", care)]
    return f"{reverse(f'{site}:media_library_image_sheet')}?{urlencode(query)}"


def chosen(model_admin, request, queryset):
    """The action of the list."""
    keys = list(queryset.order_by("-created_at", "-pk").values_list("pk", flat=True)[: AT_ONCE * 2 + 1])
    if len(keys) > AT_ONCE * 2:
        keys = keys[:-1]
        text = _("Only the first %(number)s pictures have been opened; deal with the others next.")
        messages.warning(request, text % {"number": len(keys)})
    return HttpResponseRedirect(words_address(model_admin.admin_site.name, keys))
