"""The front of the investment desk: where to begin, by what one came for."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from bilingual.languages import active_language
from inquiries.statistics import report
from investment.models import Event
from investment.project_filters import stage_words
from investment.project_register import project_register
from media_library.renditions import candidates
from pages.furniture import SectionMenu
from pages.models import Page
from pages.sentences import SENTENCES
from ui.breadcrumbs import trail
from ui.head import Head, breadcrumb_list

from .tallies import tallies
from .tasks import TASKS, UNDERSTAND, Task

PROJECTS = "investing/projects/"
EVENTS = "investing/events/"


@dataclass
class Way:
    """A page of the desk: what one gets there, and how much of it."""

    label: str
    url: str
    sentence: str = ""
    number: str = ""
    is_sample: bool = False
    #: (words, number, address) of each stage of projects.
    stages: list[tuple[str, int, str]] = field(default_factory=list)
    event: Event | None = None


@require_safe
def investing(request):
    menu = SectionMenu.of(request.path)
    pages = list(
        Page.objects.live().filter(section=Page.Section.INVESTING, parent=None).select_related("image")
    )
    menu.tell(pages)
    groups = _groups(menu, pages)
    taken = {way.url for _task, ways in groups for way in ways}
    title = str(Page.Section.INVESTING.label)
    breadcrumbs = trail((title, None))
    image = next((page.image for page in pages if page.image), None)
    context = {
        "title": title,
        "image": image,
        "groups": groups,
        # What staff put into the menu and no task knows.
        "others": [item for item in menu.items if item.url not in taken],
        "desk_times": report(),
        "breadcrumbs": breadcrumbs,
        "head": Head(
            path=request.path,
            title=title,
            description=_(
                "Investors start here: companies, parks, opportunities, policies and set-up, by task."
            ),
            image=absolute(candidates(image, "lead").src) if image else "",
            structured=[breadcrumb_list(breadcrumbs)],
        ),
    }
    return render(request, "home/investing.html", context)


def _groups(menu: SectionMenu, pages: list[Page]) -> list[tuple[Task, list[Way]]]:
    said = tallies()
    groups = []
    for task in TASKS:
        ways = [_of_page(page, menu) for page in pages] if task is UNDERSTAND else []
        for path, label in task.ways:
            if path in menu.hidden:
                continue
            way = Way(menu.labels.get(path, str(label)), _address(path), str(SENTENCES[path]))
            if tally := said.get(path):
                way.number, way.is_sample = tally.words, tally.is_sample
            if path == PROJECTS:
                way.stages = _stages(way.url)
            elif path == EVENTS and tally:
                way.event = Event.objects.live().upcoming().first()
            ways.append(way)
        groups.append((task, ways))
    return [(task, ways) for task, ways in groups if ways]


def _of_page(page: Page, menu: SectionMenu) -> Way:
    url = page.get_absolute_url()
    return Way(menu.labels.get(url.split("/", 2)[2], page.title), url, page.summary)


def _stages(url: str) -> list[tuple[str, int, str]]:
    words = dict(stage_words())
    return [
        (words[bar.value], bar.projects, f"{url}?stage={bar.value}") for bar in project_register().by_stage
    ]


def _address(path: str) -> str:
    return f"/{active_language()}/{path}"
