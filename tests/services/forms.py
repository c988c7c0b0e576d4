"""Forms of a page as a browser would send them back."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """Collects names and values of one form, found by its id."""

    def __init__(self, form_id: str):
        super().__init__()
        self.form_id = form_id
        self.values: dict[str, list[str]] = {}
        self.inside = False
        self.area: str | None = None
        self.select: tuple[str, bool] | None = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside:
            return
        name = given.get("name")
        if tag == "textarea":
            self.area = name
            self.values[name] = [""]
        elif tag == "select" and name:
            self.select = (name, "multiple" in given)
            self.first: str | None = None
        elif tag == "option" and self.select:
            name, multiple = self.select
            if "selected" in given:
                self.values.setdefault(name, []).append(given.get("value", ""))
            elif not multiple and self.first is None:
                self.first = given.get("value", "")
        elif tag == "input" and name:
            self._input(name, given)

    def _input(self, name, given):
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in given:
                self.values.setdefault(name, []).append(given.get("value", "on"))
        elif kind not in ("submit", "button", "file", "image"):
            self.values[name] = [given.get("value", "")]

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea":
            self.area = None
        elif tag == "select" and self.select:
            name, multiple = self.select
            if name not in self.values and not multiple:
                self.values[name] = [self.first or ""]
            self.select = None

    def handle_data(self, data):
        if self.area:
            # A browser drops the line end right after <textarea>.
            self.values[self.area][0] += data.removeprefix("\n") if not self.values[self.area][0] else data


def fields_of(response, form_id: str) -> dict[str, list[str]]:
    """Every name of a form with its values, ready to be changed and posted."""
    fields = _Fields(form_id)
    fields.feed(response.content.decode())
    assert fields.values, f"The page has no form {form_id} with fields."
    return fields.values
