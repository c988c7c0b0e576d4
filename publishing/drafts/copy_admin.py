"""The admin over working copies: saving keeps a draft, and nothing of it is public."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.forms.utils import ErrorDict
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect

from bilingual.languages import LANGUAGES, sentence_gap

from ..columns import content_columns, part_relations
from ..models import Revision
from ..publication.applying import apply_draft
from ..rights.guarded_admin import GuardedAdmin
from ..rights.roles import languages_of
from ..snapshots import take
from .composing import compose
from .conflict_words import conflict_sentence
from .form_record import forget_lists, unpack
from .merging import place_of, with_theirs
from .saving import SaveConflict, first_revision, head_of, park, save_draft
from .working_copies import load

#: Names of hidden fields: the revision that the form was made from, and the newest one that its user has seen.
#: They differ after a conflict and when an old revision is opened to restore it.
MADE_FROM, SEEN = "_made_from", "_seen"
#: After a conflict: the places where the other side's version stands in the form.
THEIRS = "_theirs"


class WorkingCopyAdmin(GuardedAdmin):
    """For a ModelAdmin of Publishable records, before it in the bases."""

    @method_decorator(csrf_protect)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.edits_copy = object_id is not None and "_saveasnew" not in request.POST
        if not request.edits_copy:
            return super().changeform_view(request, object_id, form_url, extra_context)
        query = request.GET.copy()
        for name in (MADE_FROM, SEEN, THEIRS):
            query.pop(name, None)
        if len(query) < len(request.GET):
            # What the form was opened on stands in its hidden fields. In its address, it would outlive the save.
            form_url = f"{request.path}?{query.urlencode()}".rstrip("?")
        try:
            # The stock view holds a transaction around everything, which would hold SQLite's write lock meanwhile.
            return self._changeform_view(request, object_id, form_url, extra_context)
        except SaveConflict as conflict:
            parked = park(request.working_copy.wc_live, conflict, by=request.user)
            query[MADE_FROM] = parked.pk
            return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")

    def get_object(self, request, object_id, from_field=None):
        live = super().get_object(request, object_id, from_field)
        if live is None or not getattr(request, "edits_copy", False):
            return live
        known = unpack(live)
        if not self.has_change_permission(request, live):
            return self._to_read(request, live, known)
        head = head_of(live)
        made_from, seen = self._revisions(request, live, head)
        is_live_head = made_from is None or (made_from.kind == Revision.Kind.LIVE and made_from == head)
        snapshot = take(live) if is_live_head else made_from.snapshot
        if request.method == "GET" and made_from is not None and made_from.conflicts:
            snapshot = with_theirs(snapshot, made_from.conflicts, set(request.GET.getlist(THEIRS)))
        working_copy = load(live, snapshot, known)
        forget_lists(live)
        working_copy.wc_live, working_copy.wc_made_from, working_copy.wc_seen = live, made_from, seen
        working_copy.wc_draft = head if head is not None and head.kind == Revision.Kind.DRAFT else None
        request.working_copy = working_copy
        if request.method != "POST":
            for warning in working_copy.wc_warnings:
                messages.warning(request, warning)
        return working_copy

    def _to_read(self, request, live, known):
        """What is live, in memory, for somebody who may see it and not write it."""
        request.copy_to_read = load(live, take(live), known)
        request.copy_to_read.wc_live = live
        forget_lists(live)
        return request.copy_to_read

    def _revisions(self, request, live, head) -> tuple[Revision | None, Revision | None]:
        """(made from, seen) as the request names them; both the head when it names none.

        A revision that is not one of this record ends in 400: falling back to the head would overwrite it.
        """
        given = request.POST if request.method == "POST" else request.GET
        made_from, seen = (self._named_revision(live, given.get(name)) for name in (MADE_FROM, SEEN))
        if made_from is not None and made_from.kind == Revision.Kind.PARKED and seen is None:
            seen = made_from.parent
        if request.method == "POST" and seen is None:
            # The form was opened before there was any revision.
            seen = Revision.objects.of(live).filter(number=1).first()
            made_from = made_from or seen
        return made_from or head, seen or head

    @staticmethod
    def _named_revision(live, key: str | None) -> Revision | None:
        if not key:
            return None
        revision = (
            Revision.objects.of(live).filter(pk=key).first() if key.isascii() and key.isdigit() else None
        )
        if revision is None:
            raise SuspiciousOperation("The revision that this page was opened on is gone.")
        return revision

    # Showing

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        copy = getattr(request, "working_copy", None)
        context["live_record"] = getattr(obj, "wc_live", obj)
        if copy is not None:
            context["made_from"], context["seen"] = copy.wc_made_from, copy.wc_seen
            if request.method == "GET" and copy.wc_made_from and copy.wc_made_from.conflicts:
                self._show_conflicts(request, copy, context)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _show_conflicts(self, request, copy, context) -> None:
        form = context["adminform"].form
        formsets = {
            inline.formset.fk.remote_field.get_accessor_name(): inline.formset
            for inline in context["inline_admin_formsets"]
        }
        for conflict in copy.wc_made_from.conflicts:
            target, field = self._place(conflict["path"], form, formsets)
            text = self._choice(request, conflict, target[field] if field in target.fields else None)
            if target._errors is None:
                target._errors = ErrorDict()
            target._errors.setdefault(field, target.error_class()).append(text)
            context["errors"].append(text)

    def _choice(self, request, conflict: dict, field) -> str:
        """What is said about a conflict, with a link that puts the other version there, or one's own again."""
        place, taken = place_of(conflict["path"]), request.GET.getlist(THEIRS)
        said = (
            _("This now shows what someone else wrote. Save to keep it.")
            if place in taken
            else conflict_sentence(self.model, **conflict)
        )
        if field is None or conflict["mine"] == conflict["theirs"]:
            return said
        query = request.GET.copy()
        query.setlist(THEIRS, [one for one in taken if one != place] if place in taken else [*taken, place])
        text = _("Restore mine") if place in taken else _("Use theirs")
        url = f"?{query.urlencode()}#{field.id_for_label}"
        return format_html('{} <a class="take" href="{}">{}</a>', said, url, text)

    def _place(self, path: list[str], form, formsets):
        """The form and the name of the field to which the path of a conflict leads."""
        if path[0] == "f":
            return form, content_columns(self.model)[path[1]].field.name
        formset = formsets.get(path[1])
        rows = formset.forms if formset else []
        row = next((part_form for part_form in rows if str(part_form.instance.pk) == path[2]), None)
        if row is None or len(path) < 4:
            return row or form, "__all__"
        columns = content_columns(part_relations(self.model)[path[1]].related_model)
        return row, columns[path[3]].field.name

    # Saving

    def save_model(self, request, obj, form, change):
        if not getattr(request, "edits_copy", False):
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        if not getattr(request, "edits_copy", False):
            super().save_related(request, form, formsets, change)
            first_revision(form.instance, by=request.user)
            return
        copy = request.working_copy
        mine = compose(copy, form, formsets, may_write=languages_of(request.user))
        seen = copy.wc_seen or first_revision(copy.wc_live)
        copy.wc_saved = save_draft(copy.wc_live, mine, seen=seen, by=request.user)
        copy.wc_was_merged = copy.wc_saved != seen and copy.wc_saved.parent_id != seen.pk
        if not copy.wc_live.was_ever_public:
            # Nobody has seen it: the row follows at once, so that lists show what was written last.
            apply_draft(copy.wc_live, languages=list(LANGUAGES), by=request.user)

    def message_user(self, request, message, level=messages.INFO, **kwargs):
        """Who has saved changes to what is public is told that the public does not see them yet."""
        copy = getattr(request, "working_copy", None)
        saved = getattr(copy, "wc_saved", None)
        if level == messages.SUCCESS and saved is not None and saved.kind == Revision.Kind.DRAFT:
            if copy.wc_live.live_languages():
                unseen = _("The public page stays as it is until the changes are published.")
                message = format_html("{}{}{}", message, sentence_gap(), unseen)
        super().message_user(request, message, level=level, **kwargs)
