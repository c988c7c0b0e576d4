"""Publishing and withdrawing as the bar of a form offers it."""

from __future__ import annotations

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import CHINESE, ENGLISH, HTML_LANG, LANGUAGES, SIGNS, column, suffix

from ..bulk.deeds import PUBLISH_TEXT, WITHDRAW_TEXT
from ..drafts.merging import SHARED
from .actions import NotReady, publish, withdraw
from .applying import CannotApply
from .states import EditionState, edition_state

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
        messages.warning(request, _("What you entered has been saved."))
        messages.error(request, str(reason))
        return False
    messages.success(request, PUBLISHED_TEXT[language])
    return True
