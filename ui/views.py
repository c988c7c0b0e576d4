from __future__ import annotations

from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
@staff_member_required
def styleguide(request):
    return render(request, "styleguide/styleguide.html")
