"""The panel "Translation" beside the form of every record."""

from __future__ import annotations

from bilingual.languages import LANGUAGES, column
from publishing.desk import Mark, Panel, page_of, panel
from publishing.rights.draft_access import may_see_drafts
from publishing.snapshots import take

from .checking import remarks
from .models import TranslationTask
from .page_frame import sign
from .states import State, read

#: So many places and findings are told beside the form; the page tells all.
TOLD = 5


@panel
def translation_panel(request, record, draft) -> Panel | None:
    if not may_see_drafts(request.user, record):
        return None
    copy = getattr(request, "working_copy", None) or getattr(request, "copy_to_read", None)
    version = copy if copy is not None else record
    reading = read(record, copy.wc_snapshot if copy is not None else take(record))
    found = remarks(record, version, reading)
    outdated = [place for place in reading.places if place.state == State.OUTDATED]
    tasks = {task.language: task for task in TranslationTask.objects.of(record).select_related("owner")}
    return Panel(
        "admin/translation_desk/panel.html",
        {
            "languages": [
                {
                    "sign": sign(code),
                    "state": reading.state(code),
                    "missing": reading.count(code, State.MISSING),
                    "outdated": reading.count(code, State.OUTDATED),
                    "is_original": code == reading.original,
                    "task": tasks.get(code),
                }
                for code in LANGUAGES
            ],
            "outdated": [{"place": place, "source": sign(place.source)} for place in outdated[:TOLD]],
            "more_outdated": max(0, len(outdated) - TOLD),
            "remarks": [{"remark": one, "sign": sign(one.finding.side)} for one in found[:TOLD]],
            "more_remarks": max(0, len(found) - TOLD),
            "page_url": page_of(record, "translation"),
        },
        _marks(outdated, page_of(record, "translation")),
    )


def _marks(outdated, address: str) -> dict[str, Mark]:
    """Above each outdated field of the record itself: the sentences of the source that changed."""
    return {
        column(place.place.name, place.language): Mark(
            "admin/translation_desk/_outdated.html",
            {
                "place": place,
                "source": sign(place.source),
                "url": f"{address}?language={place.language}#place-{place.place.path}",
            },
        )
        for place in outdated
        if place.place.number is None
    }
