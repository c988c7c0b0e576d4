"""The frame of the library's own pages in the newsroom."""

from __future__ import annotations

from django.template.response import TemplateResponse


def framed(request, model_admin, template: str, title: str, **context) -> TemplateResponse:
    """A page of the library, ``admin/media_library/<template>.html``, with rail, header and path of the newsroom."""
    given = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": title,
        **context,
    }
    return TemplateResponse(request, f"admin/media_library/{template}.html", given)
