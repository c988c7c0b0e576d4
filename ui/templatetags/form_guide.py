"""Ways through a long form of the newsroom: what is wrong in it, and which sections it has."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

register = template.Library()

#: A form with fewer sections is seen at a glance.
FEWEST = 4


@dataclass(frozen=True)
class Mistake:
    """What is wrong at one place: where it is, which element has it (empty: the form as a whole), and why."""

    label: str
    target: str
    text: str


@dataclass(frozen=True)
class Section:
    """A heading of the form, with the number of its rows if it has rows."""

    name: str
    target: str
    rows: int | None
    is_wrong: bool


@register.simple_tag
def mistakes_of(adminform, inline_formsets) -> list[Mistake]:
    """Every mistake of a form that was sent, in the order of the page. Takes what the admin's templates have."""
    found = _of_form(adminform.form, "")
    for inline in inline_formsets or ():
        name = capfirst(str(inline.opts.verbose_name_plural))
        target = f"{inline.formset.prefix}-heading"
        found += [Mistake(name, target, text) for text in inline.formset.non_form_errors()]
        one = capfirst(str(inline.opts.verbose_name))
        for number, form in enumerate(inline.formset.forms, start=1):
            row = _("%(kind)s %(number)s") % {"kind": one, "number": number}
            found += _of_form(form, row)
    return found


def _of_form(form, row: str) -> list[Mistake]:
    found = []
    for name, texts in form.errors.items():
        field = form[name] if name in form.fields else None
        label = capfirst(str(field.label)) if field is not None else ""
        place = _("%(row)s, %(field)s") % {"row": row, "field": label} if row and label else row or label
        target = _target_of(field) if field is not None else ""
        found += [Mistake(place, target, text) for text in texts if text]
    return found


def _target_of(field) -> str:
    # A widget of several inputs has no element that goes by the name of the field.
    return field.id_for_label or f"{field.auto_id}_0"


@register.simple_tag
def sections_of(adminform, inline_formsets, panels) -> list[Section]:
    """The sections of a form in the order of the page; none when they are few."""
    beside, sections = [], []
    for place, fieldset in enumerate(adminform):
        target = f"fieldset-0-{place}-heading" if fieldset.name else "sheet-main"
        wrong = any(name in adminform.form.errors for name in _names(fieldset))
        section = Section(str(fieldset.name or _("Words")), target, None, wrong)
        (beside if "aside" in fieldset.classes else sections).append(section)
    if panels:
        sections.append(Section(_("State and checks"), "sheet-panels", None, False))
    sections += beside
    for inline in inline_formsets or ():
        formset = inline.formset
        name = capfirst(str(inline.opts.verbose_name_plural))
        wrong = formset.is_bound and bool(formset.total_error_count())
        sections.append(Section(name, f"{formset.prefix}-heading", formset.initial_form_count(), wrong))
    return sections if len(sections) >= FEWEST else []


def _names(fieldset) -> list[str]:
    return [
        name for line in fieldset.fields for name in (line if isinstance(line, list | tuple) else (line,))
    ]
