"""“Also open at …”: the form of a record says who else has it open, so that people talk before they collide."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..models import Presence
from ..rights.permissions import can
from .scratches import key_of

#: A browser speaks every 30 seconds; after three silences its form counts as closed.
SILENCE = timedelta(seconds=90)


class PresenceAdmin:
    """For a ModelAdmin of Publishable records."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_presence"
        view = never_cache(require_POST(self.presence_view))
        return [path("presence/", view, name=name), *super().get_urls()]

    def presence_view(self, request):
        """Note that a form is open; answer who else has the same record open. It answers a script: no login page."""
        if not (request.user.is_active and request.user.is_staff):
            return JsonResponse({}, status=401)
        if not can(request.user, "change", self.model):
            return JsonResponse({}, status=403)
        key, record = key_of(request.POST.get("form")), request.POST.get("record", "")[:64]
        live = self.get_object(request, record) if record else None
        if key is None or live is None or not can(request.user, "change", live):
            return JsonResponse({}, status=404)
        if "leaving" in request.POST:
            Presence.objects.filter(pk=key, user=request.user).delete()
            return JsonResponse({})
        now = timezone.now()
        Presence.objects.filter(seen_at__lt=now - SILENCE).delete()
        kind = ContentType.objects.get_for_model(self.model)
        place = {"user": request.user, "content_type": kind, "object_id": str(live.pk)}
        if not Presence.objects.filter(pk=key, **place).update(seen_at=now):
            # A key that is another person's stays that person's.
            Presence.objects.get_or_create(pk=key, defaults={**place, "since": now, "seen_at": now})
        others = Presence.objects.filter(content_type=kind, object_id=str(live.pk)).exclude(pk=key)
        return JsonResponse(
            {"others": [_said(other, request.user) for other in others.select_related("user")]}
        )


def _said(other: Presence, user) -> str:
    moment = date_format(timezone.localtime(other.since), "H:i")
    if other.user_id == user.pk:
        return _("You have had this open in another window since %(moment)s.") % {"moment": moment}
    name = other.user.get_full_name() or other.user.get_username()
    return _("%(name)s has had this open since %(moment)s.") % {"name": name, "moment": moment}
