"""What tests of the editor do again and again: open a text, paste, drop, and read what the form would send."""

import base64
import io

from PIL import Image
from playwright.sync_api import expect

from prose.sanitising import sanitise

_MAKE = """
from articles.models import Article, Column
article, _made = Article.objects.get_or_create(slug="{slug}", defaults={{"column": Column.objects.first()}})
article.headline_en, article.body_en, article.body_zh_hans = "Editor", {body!r}, "<p>开头</p>"
article.save()
print(article.pk)
"""
#: Keys of the articles that have been made, by portal and text.
_made: dict[str, dict[str, str]] = {}
_TRANSFER = """const transfer = new DataTransfer();
  for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
  for (const [name, type, bytes] of files) {
    transfer.items.add(new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name, { type }));
  }"""
PASTE = f"""(element, [data, files]) => {{
  {_TRANSFER}
  const about = {{ clipboardData: transfer, bubbles: true, cancelable: true }};
  element.dispatchEvent(new ClipboardEvent("paste", about));
}}"""
DROP = f"""(element, [data, files]) => {{
  {_TRANSFER}
  const {{ left, top, width, height }} = element.getBoundingClientRect();
  const at = {{ clientX: left + width / 2, clientY: top + height / 2 }};
  const about = {{ dataTransfer: transfer, bubbles: true, cancelable: true, ...at }};
  element.dispatchEvent(new DragEvent("dragover", about));
  return element.dispatchEvent(new DragEvent("drop", about));
}}"""


def open_text(server, sign_in, body, who="publisher", **options):
    """The page with the form of an article that has this English text, its editors ready.

    The same text is the same article; a test that saves brings a text of its own.
    """
    known = _made.setdefault(server.url, {})
    if body not in known:
        make = _MAKE.format(slug=f"editor-test-{len(known)}", body=body)
        known[body] = server.manage("shell", "--verbosity=0", "-c", make).split()[-1]
    pk = known[body]
    page = sign_in(who, at=f"/admin/articles/article/{pk}/change/", **options)
    paper(page).wait_for()
    return page


def paper(page, language="en"):
    return page.locator(f".cell.field-body_{language} .ProseMirror")


def edited(page):
    """The page, with an editor for each of its rich texts: these come after it has loaded."""
    page.wait_for_load_state()
    page.wait_for_function(
        """() => [...document.querySelectorAll("textarea[data-prose]")]
          .every((area) => area.id.includes("__prefix__") || area.closest(".prose-editing"))"""
    )
    return page


def pass_time(page, milliseconds=60):
    """Wait in the page's own time, however slow it is: what it had put off for a shorter while has happened."""
    page.evaluate("(long) => new Promise((done) => setTimeout(done, long))", milliseconds)


def click_into(place):
    """Put the caret into a place of the paper. The editor sets the selection once more, shortly after it got the focus:
    a key that comes before is lost."""
    place.click()
    pass_time(place.page)


def take_keys(page, language="en"):
    """Wait for the focus, which a tool gives back to the paper with the next frame only."""
    expect(paper(page, language)).to_be_focused()
    pass_time(page)


def tool(page, name, language="en"):
    return page.locator(f".cell.field-body_{language} [data-tool={name}]")


def field(page, language="en"):
    """What the form would send stands in it."""
    return page.locator(f"#id_body_{language}")


def sent(page, language="en"):
    return field(page, language).input_value()


def stored(page, language="en"):
    """What would be stored of it."""
    return sanitise(sent(page, language))


def paste(target, html="", *, text="", rtf="", files=(), all_of_it=True):
    """Paste into an editor, in the place of everything or at the cursor. ``files``: (name, type, bytes)."""
    click_into(target)
    if all_of_it:
        target.page.keyboard.press("Control+a")
    data = {"text/html": html, "text/plain": text, "text/rtf": rtf}
    target.evaluate(PASTE, [{kind: words for kind, words in data.items() if words}, _packed(files)])


def drop(target, *, html="", files=()):
    """Drop on the middle of an element; whether the browser was left to do as it likes."""
    return target.evaluate(DROP, [{"text/html": html} if html else {}, _packed(files)])


def _packed(files):
    return [[name, kind, base64.b64encode(content).decode()] for name, kind, content in files]


def picture(colour, size=(64, 40), kind="PNG"):
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return stream.getvalue()


def data_uri(content):
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"
