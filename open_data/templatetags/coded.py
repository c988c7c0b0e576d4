"""Names of fields and parameters inside sentences: a sentence is translated, they are not."""

from __future__ import annotations

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_CODE = re.compile(r"`([^`]+)`")
_JOINT = re.compile(r"(?<=[\w}])[._/](?=\w)")


@register.filter
def coded(text: object) -> SafeString:
    """A text with what stands between backticks as code; what is not marked safe is escaped."""
    return mark_safe(_CODE.sub(r'<code translate="no">\1</code>', conditional_escape(text)))


@register.filter
def breakable(name: object) -> SafeString:
    """A name of a field or an address that may part behind its points, underscores and slashes, and copies whole."""
    return mark_safe(_JOINT.sub(r"\g<0><wbr>", conditional_escape(name)))
