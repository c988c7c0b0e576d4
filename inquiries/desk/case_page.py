"""One message at the desk: what was written, whose turn it is, and the deeds that the desk may do now.

Each deed is a form of its own that is sent to the page itself; a refused one shows the page again with all its text.
"""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from publishing.audit import auditing
from ui.visitor_forms import without_nul
from workdays.calendar import Calendar

from .. import clocks, letters
from ..models import Entry, Inquiry, Letter
from ..sending import subjects
from . import handling
from .forms import CloseForm, HandoverForm, NoteForm, ReplyForm
from .people import assignable
from .placeholders import KNOWN, filled

State = Inquiry.State


class CasePage:
    """Answers one request about one message. ``forms`` holds what was refused, by the name of the deed."""

    def __init__(self, model_admin, request, inquiry: Inquiry):
        self.model_admin, self.request, self.inquiry = model_admin, request, inquiry
        self.forms = {}

    def answer(self):
        if self.request.method != "POST":
            auditing.record("inquiries.opened", subject=self.inquiry, by=self.request.user)
            return self.page()
        deeds = {
            "assign": self._assign,
            "reply": self._reply,
            "template": self._use_template,
            "note": self._note,
            "hand_on": self._hand_on,
            "close": self._close,
            "reopen": self._reopen,
            "resend": self._resend,
        }
        deed = deeds.get(self.request.POST.get("deed", ""))
        if deed is None:
            messages.warning(self.request, _("Nothing was changed: no action was chosen."))
            return self._back()
        try:
            return deed()
        except handling.Refused as reason:
            messages.error(self.request, str(reason))
            self.inquiry = as_it_is_now(self.inquiry.pk)
            return self.page()
        except Inquiry.DoesNotExist:
            messages.error(self.request, _("This message has since been erased."))
            return HttpResponseRedirect(reverse("admin:inquiries_inquiry_changelist"))

    # Deeds

    def _assign(self):
        post = self.request.POST
        people = {str(person.pk): person for person in self._people()}
        to = people.get(post.get("to", ""))
        if to is None and post.get("to"):
            raise handling.Refused(_("This colleague is not on the investment desk."))
        seen = post.get("seen", "")
        handling.assign(
            self.inquiry, to=to, by=self.request.user, seen=int(seen[:18]) if seen.isdecimal() else None
        )
        text = (
            _("%(name)s is now handling the message.") % {"name": to}
            if to
            else _("The message was returned for reassignment.")
        )
        messages.success(self.request, text)
        return self._back()

    def _reply(self):
        form = self.forms["reply"] = ReplyForm(self.request.POST, inquiry=self.inquiry, auto_id="reply_%s")
        if not form.is_valid():
            without_nul(form)
            return self.page()
        newest = newest_entry(self.inquiry)
        if (
            newest
            and newest.pk != form.cleaned_data["seen"]
            and newest.submission != form.cleaned_data["submission"]
        ):
            self._show_newest(form, newest)
            raise handling.Refused(
                _(
                    "Something new has been written in the meantime: read it below. Your text is still "
                    "here; send it again if it still fits."
                )
            )
        data = form.cleaned_data
        handling.reply(
            self.inquiry,
            text=data["text"],
            step=data["step"],
            by=self.request.user,
            submission=data["submission"],
        )
        messages.success(self.request, _("The reply is on its way to the sender."))
        return self._back()

    def _show_newest(self, form, newest):
        form.data = form.data.copy()
        form.data["seen"] = str(newest.pk)

    def _use_template(self):
        form = self.forms["reply"] = ReplyForm(self.request.POST, inquiry=self.inquiry, auto_id="reply_%s")
        chosen = form.fields["template"].queryset.filter(pk=self._key("template")).first()
        data = form.data.copy()
        if chosen is None:
            messages.warning(self.request, _("Choose a template first."))
        else:
            text = filled(chosen.body(self.inquiry.language), self._facts())
            data["text"] = "\n\n".join(part for part in (data.get("text", "").strip(), text) if part)
            if chosen.step:
                data["step"] = chosen.step
        self.forms["reply"] = ReplyForm(initial=data.dict(), inquiry=self.inquiry, auto_id="reply_%s")
        return self.page()

    def _note(self):
        form = self.forms["note"] = NoteForm(self.request.POST, auto_id="note_%s")
        if not form.is_valid():
            without_nul(form)
            return self.page()
        handling.write_note(self.inquiry, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("The note has been saved."))
        return self._back()

    def _hand_on(self):
        form = self.forms["hand_on"] = HandoverForm(self.request.POST, auto_id="to_%s")
        if not form.is_valid():
            without_nul(form)
            return self.page()
        handling.hand_on(self.inquiry, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("The message is on its way to the recipient."))
        return self._back()

    def _close(self):
        form = self.forms["close"] = CloseForm(self.request.POST)
        if not form.is_valid():
            without_nul(form)
            return self.page()
        handling.close(self.inquiry, outcome=form.cleaned_data["outcome"], by=self.request.user)
        messages.success(self.request, _("The message is closed."))
        return self._back()

    def _reopen(self):
        handling.open_again(self.inquiry, by=self.request.user)
        messages.success(self.request, _("The message is open again."))
        return self._back()

    def _resend(self):
        letter = Letter.objects.filter(inquiry=self.inquiry, pk=self._key("letter")).first()
        if letter:
            letters.send_again(letter)
            messages.success(self.request, _("The e-mail is being sent again."))
        return self._back()

    # The page

    def page(self):
        inquiry, now, calendar = self.inquiry, timezone.now(), Calendar.load()
        newest = newest_entry(inquiry)
        first = {"submission": uuid.uuid4(), "seen": newest.pk if newest else None, "step": Entry.Step.FINAL}
        sent = list(inquiry.letters.select_related("handover"))
        by_entry = {letter.entry_id: letter for letter in sent if letter.entry_id}
        thread = list(inquiry.entries.select_related("by"))
        for entry in thread:
            entry.sent = by_entry.get(entry.pk)
        about = subjects.find(inquiry.about_kind, inquiry.about_slug) if inquiry.about_kind else None
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "title": inquiry.number,
            "opts": self.model_admin.opts,
            "original": inquiry,
            "inquiry": inquiry,
            "about": about,
            "files": list(inquiry.attachments.all()),
            "thread": thread,
            "letters": [letter for letter in sent if not letter.entry_id],
            "consents": list(inquiry.consents.select_related("text")),
            "handovers": list(inquiry.handovers.select_related("by")),
            "people": self._people(),
            "reply_form": self.forms.get("reply")
            or ReplyForm(initial=first, inquiry=inquiry, auto_id="reply_%s"),
            "note_form": self.forms.get("note")
            or NoteForm(initial={"submission": uuid.uuid4()}, auto_id="note_%s"),
            "handover_form": self.forms.get("hand_on") or HandoverForm(auto_id="to_%s"),
            "close_form": self.forms.get("close") or CloseForm(),
            "mistakes": [field for form in self.forms.values() for field in form if field.errors],
            "placeholders": [(f"{{{name}}}", meaning) for name, meaning in KNOWN.items()],
            "first_reply_due": clocks.first_reply_due(inquiry, calendar),
            "answer_due": clocks.answer_due(inquiry, calendar),
            "is_overdue": clocks.is_overdue(inquiry, now),
            "uncertain": calendar.uncertain(now.date(), inquiry.due_at.date()) if inquiry.due_at else [],
            "may_change": self.model_admin.has_change_permission(self.request, inquiry),
            "may_delete": self.model_admin.has_delete_permission(self.request, inquiry),
            "has_view_permission": True,
        }
        return TemplateResponse(self.request, "admin/inquiries/case.html", context)

    def _people(self) -> list:
        return assignable(self.request.user, self.inquiry.assigned_to)

    def _facts(self) -> dict[str, str]:
        inquiry, writer = self.inquiry, self.request.user
        with override(inquiry.language):
            return {
                "name": inquiry.name,
                "organisation": inquiry.organisation,
                "number": inquiry.number,
                "topic": inquiry.get_topic_display(),
                "desk": writer.get_full_name() or writer.get_username(),
            }

    def _key(self, name: str) -> int:
        """A key that was sent; 0, which nothing has, for nonsense."""
        text = self.request.POST.get(name, "")[:18]
        return int(text) if text.isascii() and text.isdigit() else 0

    def _back(self):
        """To the page by its address, so that loading it again does nothing again."""
        return HttpResponseRedirect(reverse("admin:inquiries_inquiry_change", args=[self.inquiry.pk]))


def newest_entry(inquiry: Inquiry) -> Entry | None:
    """The last text that desk or sender wrote to the other; notes disturb nobody."""
    return inquiry.entries.exclude(kind=Entry.Kind.NOTE).order_by("-pk").first()


def as_it_is_now(pk: int) -> Inquiry:
    """The message as it is now, for showing. Raises Inquiry.DoesNotExist after an erasure."""
    return Inquiry.objects.select_related("industry", "enterprise", "assigned_to").get(pk=pk)
