"""Publishing and withdrawing as the admin offers it: in the bar of a form, and for the chosen rows of a list."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bilingual.languages import CHINESE, ENGLISH, HTML_LANG, LANGUAGES, column, suffix

from .actions import NotReady, publish, withdraw
from .applying import CannotApply
from .merging import SHARED
from .release_gathering import GATHER_TEXT, gather_chosen
from .states import EditionState, edition_state

PUBLISH_TEXT = {ENGLISH: gettext_lazy("Publish English"), CHINESE: gettext_lazy("Publish Chinese")}
WITHDRAW_TEXT = {ENGLISH: gettext_lazy("Withdraw English"), CHINESE: gettext_lazy("Withdraw Chinese")}
PUBLISHED_TEXT = {
    ENGLISH: gettext_lazy("The English edition is published."),
    CHINESE: gettext_lazy("The Chinese edition is published."),
}
WITHDRAWN_TEXT = {
    ENGLISH: gettext_lazy("The English edition has been withdrawn."),
    CHINESE: gettext_lazy("The Chinese edition has been withdrawn."),
}
CHANGES_TEXT = {
    ENGLISH: gettext_lazy("Publish the English changes"),
    CHINESE: gettext_lazy("Publish the Chinese changes"),
}
#: The moment that a state began or begins.
MOMENTS = {
    EditionState.LIVE: "live_from",
    EditionState.SCHEDULED: "live_from",
    EditionState.WITHDRAWN: "live_until",
}
#: As each language calls itself.
SIGNS = {ENGLISH: "EN", CHINESE: "中文"}
#: So many rows that are not ready are told one by one.
TOLD = 5


def editions_of(record, draft) -> list[dict]:
    """For the bar of the form: each edition with its state and the buttons that change it."""
    return [_edition(record, code, draft) for code in LANGUAGES]


def _edition(record, code: str, draft) -> dict:
    state = edition_state(record, code) if record else EditionState.DRAFT
    running = state in (EditionState.LIVE, EditionState.SCHEDULED)
    has_changes = running and draft is not None and bool({code, SHARED} & set(draft.pending))
    buttons = []
    if has_changes:
        buttons.append({"name": f"_publish_{suffix(code)}", "text": CHANGES_TEXT[code], "kind": "publish"})
    if running:
        buttons.append({"name": f"_withdraw_{suffix(code)}", "text": WITHDRAW_TEXT[code], "kind": "withdraw"})
    else:
        buttons.append({"name": f"_publish_{suffix(code)}", "text": PUBLISH_TEXT[code], "kind": "publish"})
    moment = MOMENTS.get(state)
    return {
        "sign": SIGNS[code],
        "html_lang": HTML_LANG[code],
        "state": state,
        "moment": getattr(record, column(moment, code)) if moment else None,
        "has_changes": has_changes,
        "buttons": buttons,
    }


def pressed(request) -> list[tuple[str, str]]:
    """(deed, language) of the buttons that were pressed."""
    return [
        (deed, code)
        for code in LANGUAGES
        for deed in ("publish", "withdraw")
        if f"_{deed}_{suffix(code)}" in request.POST
    ]


def perform(request, record, deed: str, language: str) -> bool:
    """Do it and say so; False, with the reason said, when the edition is not ready."""
    if deed == "withdraw":
        withdraw(record, language=language, by=request.user)
        messages.success(request, WITHDRAWN_TEXT[language])
        return True
    try:
        publish(record, language=language, by=request.user)
    except (NotReady, CannotApply) as reason:
        messages.warning(request, _("What you wrote has been saved."))
        messages.error(request, str(reason))
        return False
    messages.success(request, PUBLISHED_TEXT[language])
    return True


def list_actions() -> dict:
    """The actions of a list, as ``ModelAdmin.get_actions`` returns them."""
    actions = {}
    for code in LANGUAGES:
        for name, deed, text in (
            ("publish", publish, PUBLISH_TEXT[code]),
            ("withdraw", withdraw, WITHDRAW_TEXT[code]),
        ):
            key = f"{name}_{suffix(code)}"
            actions[key] = (partial(_for_many, deed=deed, language=code), key, text)
    return {**actions, "gather": (gather_chosen, "gather", GATHER_TEXT)}


def _for_many(model_admin, request, queryset, *, deed, language: str) -> None:
    """Publish or withdraw the chosen rows one by one; a row that is not ready is left as it is."""
    done, refused = 0, 0
    for record in queryset:
        try:
            deed(record, language=language, by=request.user)
        except (NotReady, CannotApply) as reason:
            refused += 1
            if refused <= TOLD:
                text = _("“%(record)s”: %(reason)s") % {"record": record, "reason": reason}
                messages.error(request, text)
        else:
            done += 1
    if refused > TOLD:
        more = refused - TOLD
        text = ngettext("%(number)s more is not ready.", "%(number)s more are not ready.", more)
        messages.error(request, text % {"number": more})
    if done:
        text = ngettext("%(number)s edition changed.", "%(number)s editions changed.", done)
        messages.success(request, text % {"number": done})
