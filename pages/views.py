from __future__ import annotations

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from media_library.renditions import candidates
from prose.rendering import render_prose
from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.head import Head, page_head

from .furniture import SectionMenu
from .models import Official, Organisation, Page, Place


def _section_crumb(section: str) -> tuple[str, str]:
    return str(Page.Section(section).label), reverse(f"pages:section_{section}")


def _head(request, breadcrumbs, title: str, description: str = "", **more) -> Head:
    return page_head(request.path, title, description or "", breadcrumbs, **more)


@require_safe
def section(request, section):
    label = str(Page.Section(section).label)
    breadcrumbs = trail((label, None))
    menu = SectionMenu.of(request.path)
    pages = list(Page.objects.live().filter(section=section, parent=None).select_related("image"))
    menu.tell(pages)
    in_menu = {item.url for item in menu.items}
    others = [page for page in pages if page.get_absolute_url() not in in_menu]
    context = {
        "section": section,
        "title": label,
        "menu_items": menu.items,
        "pages": others,
        # Where pages have cards of their own, these bring the pictures.
        "image": None if others else next((page.image for page in pages if page.image), None),
        "breadcrumbs": breadcrumbs,
        "head": _head(request, breadcrumbs, label),
    }
    return render(request, "pages/section.html", context)


@require_safe
def page(request, section, slug):
    page = live_or_404(
        Page.objects.select_related("image", "parent").prefetch_related("sources"), section=section, slug=slug
    )
    return render(request, "pages/page.html", page_context(request, page))


def page_context(request, page: Page) -> dict:
    family = page.parent or page
    chapters = list(family.chapters.live().only("slug", "section", "title_en", "title_zh_hans"))
    crumbs = [_section_crumb(page.section)]
    if page.parent and page.parent.is_live():
        crumbs.append((page.parent.title, page.parent.get_absolute_url()))
    breadcrumbs = trail(*crumbs, (page.title, None))
    head = _head(request, breadcrumbs, page.title, page.summary, languages=page.live_languages())
    if page.image:
        head.image = absolute(candidates(page.image, "lead").src)
    return {
        "page": page,
        "family": family if chapters and family.is_live() else None,
        "chapters": chapters,
        "body": render_prose(page.body),
        "figures": page.figures.live().select_related("source"),
        "breadcrumbs": breadcrumbs,
        "head": head,
    }


@require_safe
def officials(request):
    officials = Official.objects.live().select_related("organisation", "portrait", "source")
    return render(request, "pages/officials.html", officials_context(request, officials))


def officials_context(request, officials) -> dict:
    title = _("Officials")
    breadcrumbs = trail(_section_crumb("about"), (title, None))
    return {
        "title": title,
        "officials": officials,
        "breadcrumbs": breadcrumbs,
        "head": _head(request, breadcrumbs, title),
    }


@require_safe
def departments(request):
    organisations = Organisation.objects.live().select_related("parent", "source")
    return render(request, "pages/departments.html", departments_context(request, organisations))


def departments_context(request, organisations) -> dict:
    title = _("Departments")
    breadcrumbs = trail(_section_crumb("about"), (title, None))
    return {
        "title": title,
        "organisations": organisations,
        "breadcrumbs": breadcrumbs,
        "head": _head(request, breadcrumbs, title),
    }


@require_safe
def places(request, kind):
    title = str(Place.Kind(kind).label)
    breadcrumbs = trail(_section_crumb("living"), (title, None))
    context = {
        "title": title,
        "kind": kind,
        "places": Place.objects.live().filter(kind=kind).select_related("image", "park"),
        "breadcrumbs": breadcrumbs,
        "head": _head(request, breadcrumbs, title),
    }
    return render(request, "pages/places.html", context)


@require_safe
def place(request, kind, slug):
    place = live_or_404(Place.objects.select_related("image", "park", "source"), slug=slug)
    if place.kind != kind:
        return redirect(place, permanent=True)
    return render(request, "pages/place.html", place_context(request, place))


def place_context(request, place: Place) -> dict:
    label = str(Place.Kind(place.kind).label)
    breadcrumbs = trail(
        _section_crumb("living"), (label, reverse(f"pages:places_{place.kind}")), (place.name, None)
    )
    head = _head(request, breadcrumbs, place.name, place.summary, languages=place.live_languages())
    return {"place": place, "body": render_prose(place.body), "breadcrumbs": breadcrumbs, "head": head}


@require_safe
def site_map(request):
    title = _("Site map")
    breadcrumbs = trail((title, None))
    context = {
        "title": title,
        "breadcrumbs": breadcrumbs,
        "head": _head(request, breadcrumbs, title),
    }
    return render(request, "pages/site_map.html", context)
