"""The page of a procedure over a working copy."""

from __future__ import annotations

from django.shortcuts import render

from publishing.preview.previewing import narrow, previews

from .models import Procedure
from .views.pages import procedure_context


@previews(Procedure)
def procedure(request, record):
    narrow(record, "depends_on")
    return render(request, "procedures/procedure.html", procedure_context(record))
