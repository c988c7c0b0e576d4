"""Forms of preview links: making one in the newsroom, answering on one without an account."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import LANGUAGES

from ..models import PreviewLink, ReviewRemark, Revision

OWN_NAMES = {"en": "English", "zh-hans": "中文"}
#: How many remarks one link takes in an hour: a link that has leaked cannot fill the newsroom.
REMARKS_AN_HOUR = 20


class ShareForm(forms.Form):
    """Whom a link is for, what it shows, and until when."""

    recipient = forms.CharField(
        label=gettext_lazy("Who it is for"),
        max_length=120,
        help_text=gettext_lazy("A name to remind you later who the link is for."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        choices=list(OWN_NAMES.items()),
        initial=list(LANGUAGES),
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Open for"),
        choices=[(1, gettext_lazy("1 day")), (7, gettext_lazy("7 days")), (30, gettext_lazy("30 days"))],
        coerce=int,
        initial=PreviewLink.LIFETIME.days,
    )
    may_approve = forms.BooleanField(label=gettext_lazy("May approve or return"), required=False)

    def make(self, revision: Revision, by) -> tuple[PreviewLink, str]:
        """The link and its token, which nobody is told again."""
        wanted = self.cleaned_data
        return PreviewLink.make(
            revision,
            languages=[code for code in LANGUAGES if code in wanted["languages"]],
            by=by,
            lifetime=timedelta(days=wanted["days"]),
            recipient=wanted["recipient"],
            may_approve=wanted["may_approve"],
        )


class RemarkForm(forms.ModelForm):
    """A comment, or a verdict where the link allows one. A return says why."""

    class Meta:
        model = ReviewRemark
        fields = ["name", "verdict", "text"]
        widgets = {"verdict": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 4})}
        labels = {"name": gettext_lazy("Your name"), "text": gettext_lazy("Comment")}

    def __init__(self, *args, link: PreviewLink, **kwargs):
        super().__init__(*args, **kwargs)
        self.link = link
        if link.may_approve:
            self.fields["verdict"].choices = [
                (ReviewRemark.Verdict.COMMENT, _("Comment only")),
                (ReviewRemark.Verdict.APPROVED, _("Approve")),
                (ReviewRemark.Verdict.RETURNED, _("Return")),
            ]
        else:
            del self.fields["verdict"]

    def clean(self):
        cleaned = super().clean()
        is_approval = cleaned.get("verdict") == ReviewRemark.Verdict.APPROVED
        if not is_approval and not (cleaned.get("text") or "").strip():
            self.add_error("text", _("Write what you want to say."))
        return cleaned

    def save(self, language: str) -> ReviewRemark:
        self.instance.link, self.instance.revision = self.link, self.link.revision
        self.instance.language = language
        return super().save()


def is_flooded(link: PreviewLink) -> bool:
    """Whether a link has taken as many remarks as it may within the last hour."""
    recent = link.remarks.filter(created_at__gt=timezone.now() - timedelta(hours=1))
    return recent.count() >= REMARKS_AN_HOUR
