"""What a column that holds one language is called. Imports no model, so that the settings can name it."""

from __future__ import annotations

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from .languages import CHINESE, ENGLISH

_FORMS = {ENGLISH: _("%(field)s (English)"), CHINESE: _("%(field)s (Chinese)")}


def _labelled(name, language: str) -> str:
    name = str(name)
    return str(_FORMS[language]) % {"field": name[:1].upper() + name[1:]}


#: ``label("headline", "en")`` is ``Headline (English)``, put together when it is shown, in the reader's language.
label = lazy(_labelled, str)
