"""Giving tags to many files at once, from a list."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bilingual.labels import label
from bilingual.languages import HTML_LANG, LANGUAGES, column
from bilingual.names import either

from ..models import Tag
from .frames import framed

ACTION_TEXT = gettext_lazy("Add or remove tags")


class TagForm(forms.ModelForm):
    """A tag has a name in at least one language, and is there once."""

    class Meta:
        model = Tag
        fields = [column("name", code) for code in LANGUAGES]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code in LANGUAGES:
            # Who only reads has no fields.
            if field := self.fields.get(column("name", code)):
                field.required = False
                field.label = label(Tag._meta.get_field("name").verbose_name, code)
                field.widget.attrs["lang"] = HTML_LANG[code]

    def clean(self):
        cleaned = super().clean()
        given = {name: " ".join((cleaned.get(name) or "").split()) for name in self._meta.fields}
        if not any(given.values()) and not self.errors:
            self.add_error(self._meta.fields[0], _("Name the tag in at least one language."))
        for name, value in given.items():
            known = Tag.objects.filter(**{f"{name}__iexact": value}).exclude(pk=self.instance.pk)
            if value and known.exists():
                self.add_error(name, _("There is already a tag with this name."))
        return cleaned | given


class TagsForm(forms.Form):
    """Which tags to give and which to take away, and the name of a new one."""

    give = forms.ModelMultipleChoiceField(
        Tag.objects.all(), label=gettext_lazy("add"), required=False, widget=forms.CheckboxSelectMultiple
    )
    take = forms.ModelMultipleChoiceField(
        Tag.objects.all(),
        label=gettext_lazy("remove"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    new_en = forms.CharField(label=gettext_lazy("new tag, in English"), max_length=60, required=False)
    new_zh_hans = forms.CharField(label=gettext_lazy("new tag, in Chinese"), max_length=60, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_en"].widget.attrs["lang"] = HTML_LANG["en"]
        self.fields["new_zh_hans"].widget.attrs["lang"] = HTML_LANG["zh-hans"]

    def clean(self):
        cleaned = super().clean()
        both = set(cleaned.get("give") or ()) & set(cleaned.get("take") or ())
        if both:
            names = ", ".join(str(tag) for tag in both)
            self.add_error("take", _("A tag cannot be both added and removed: %(names)s.") % {"names": names})
        return cleaned

    def new_tag(self) -> Tag | None:
        """The tag of the name that was typed: the one that has it already, else a new one."""
        english, chinese = (self.cleaned_data[f"new_{suffix}"].strip() for suffix in ("en", "zh_hans"))
        for name, value in (("name_en", english), ("name_zh_hans", chinese)):
            known = Tag.objects.filter(**{f"{name}__iexact": value}).first() if value else None
            if known:
                return known
        return Tag.objects.create(name_en=english, name_zh_hans=chinese) if english or chinese else None


def chosen(model_admin, request, queryset):
    """The action of a list: a page that asks which tags, and then does it for all chosen files."""
    form = TagsForm(request.POST if "_tags" in request.POST else None)
    if form.is_bound and form.is_valid():
        number = tag(queryset, form)
        text = ngettext(
            "The tags of %(number)s file have been changed.",
            "The tags of %(number)s files have been changed.",
            number,
        )
        messages.success(request, text % {"number": number})
        return None
    keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
    return framed(
        request,
        model_admin,
        "tags",
        _("Tags"),
        form=form,
        names=[either(medium, "title") or str(medium) for medium in queryset[:12]],
        number=queryset.count(),
        keys=keys,
        across=request.POST.get("select_across", "0"),
        checkbox=ACTION_CHECKBOX_NAME,
    )


def tag(queryset, form: TagsForm) -> int:
    """Give and take away what the form says, in one transaction. Returns how many files that concerned."""
    model = queryset.model
    through, column_name = model.tags.through, f"{model._meta.model_name}_id"
    with transaction.atomic():
        new = form.new_tag()
        given = {*form.cleaned_data["give"], *([new] if new else [])}
        keys = list(queryset.order_by().values_list("pk", flat=True))
        rows = [through(**{column_name: key, "tag_id": one.pk}) for key in keys for one in given]
        through.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
        for one in form.cleaned_data["take"]:
            through.objects.filter(tag=one, **{f"{column_name}__in": keys}).delete()
    return len(keys)
