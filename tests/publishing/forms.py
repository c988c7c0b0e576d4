"""What a browser would send back of a form of the admin."""

from __future__ import annotations

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select = self._textarea = None
        self._text = ""
        self.feed(html)

    def _add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        if tag == "input" and name:
            kind = attrs.get("type")
            if kind == "checkbox":
                if "checked" in attrs:
                    self._add(name, attrs.get("value") or "on")
            elif kind not in ("file", "submit", "radio"):
                self._add(name, attrs.get("value") or "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attrs:
            self._add(self._select, attrs.get("value") or "")
        elif tag == "textarea":
            self._textarea, self._text = name, ""

    def handle_data(self, data):
        if self._textarea:
            self._text += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self._textarea:
            self._add(self._textarea, self._text.removeprefix("\n").rstrip("\r\n"))
            self._textarea = None
        elif tag == "select":
            self._select = None


def form_data(html: str) -> dict:
    """Names and values of the fields of a change form, as they would be posted unchanged."""
    start = html.find("<form", html.find('id="content-main"'))
    values = _Fields(html[start:]).values
    left_out = ("csrfmiddlewaretoken", "q")
    return {
        name: found if len(found) > 1 else found[0]
        for name, found in values.items()
        if "__prefix__" not in name and name not in left_out
    }


def row_of(data: dict, prefix: str, field: str, value: str) -> int:
    """Number of the inline row whose field has a value."""
    return next(
        int(name.split("-")[1])
        for name, found in data.items()
        if name.startswith(f"{prefix}-") and name.endswith(f"-{field}") and found == value
    )


def add_row(data: dict, prefix: str, **fields) -> None:
    """Add an inline row as the admin's script does."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    for name, value in fields.items():
        data[f"{prefix}-{number}-{name}"] = value
