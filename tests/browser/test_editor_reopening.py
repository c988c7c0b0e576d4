"""What is stored can always be opened again: the editor sends back what was stored, and loses none of its words.

Texts are made at random from everything that the sanitiser lets through; a fixed seed makes a failure repeatable.
"""

import random
import re

import pytest

from prose.sanitising import sanitise
from tests.browser.writing import open_text

#: Opens each text in an editor of its own beside the form, as the page would, and tells what it would send.
REOPEN = """async texts => {
  const form = document.querySelector("#id_body_en").form;
  const given = document.querySelector("#id_body_en");
  const mount = async text => {
    const area = document.createElement("textarea");
    Object.assign(area, { lang: "en", id: "reopened-" + Math.random(), value: text });
    for (const name of ["prose", "picker", "pasted", "words", "links", "most", "mostBytes"]) {
      area.dataset[name] = given.dataset[name];
    }
    const place = document.createElement("div");
    place.append(area);
    form.append(place);
    place.dispatchEvent(new CustomEvent("formset:added", { bubbles: true }));
    while (!place.querySelector(".ProseMirror")?.editor) await new Promise(done => setTimeout(done, 5));
    const editor = place.querySelector(".ProseMirror").editor;
    const html = editor.getHTML();
    editor.destroy();
    place.remove();
    return html;
  };
  const sent = [];
  for (const text of texts) sent.push(await mount(text));
  return sent;
}"""
WORDS = ["river", "两江新区", "46.3&nbsp;billion", "a &lt; b", "“so”", "　", "é"]


def inline(rng, depth=0, marks=("strong", "em", "sub", "sup")):
    """Runs in the order in which the editor nests their marks."""
    text = rng.choice(WORDS)
    for mark in reversed(marks[:depth]):
        text = f"<{mark}>{text}</{mark}>"
    if rng.random() < 0.2:
        address = rng.choice(
            ["https://example.org/?a=1&amp;b", "item:articles.article:7", "/en/news/", "tel:+86"]
        )
        title = ' title="x"' if rng.random() < 0.3 else ""
        text = f'<a href="{address}"{title} rel="noopener">{text}</a>'
    return text


def runs(rng):
    kinds = rng.sample([0, 1, 2], rng.randint(1, 3))
    return rng.choice(["<br>", " "]).join(inline(rng, kind) for kind in kinds)


def paragraph(rng):
    return f"<p>{runs(rng)}</p>" if rng.random() < 0.9 else "<p></p>"


def block(rng, depth=0):
    """A construct as the editor writes it, with others inside."""
    simple = [
        lambda: paragraph(rng),
        lambda: f"<h{(n := rng.choice('23'))}>{runs(rng)}</h{n}>",
        lambda: "<hr>",
        lambda: (
            f'<figure><img alt="x" data-file="{rng.randint(1, 99)}"><figcaption>{runs(rng)}</figcaption></figure>'
        ),
        lambda: '<figure><img alt="" data-file="5"></figure>',
        lambda: (
            f'<figure data-pending="{rng.choice(["7", "pasted"])}"><figcaption>{runs(rng)}</figcaption></figure>'
        ),
        lambda: '<figure data-pending="pasted" data-source="https://example.org/a.png?b=1&amp;c"></figure>',
        lambda: (
            f'<figure class="quote"><blockquote>{paragraph(rng)}</blockquote>'
            f"<figcaption><p>{rng.choice(WORDS)}</p><p></p></figcaption></figure>"
        ),
    ]
    if depth > 2 or rng.random() < 0.6:
        return rng.choice(simple)()
    inner = lambda: "".join(block(rng, depth + 1) for _ in range(rng.randint(1, 2)))  # noqa: E731
    cell = lambda name, more="": f"<{name}{more}>{inner()}</{name}>"  # noqa: E731
    return rng.choice(
        [
            lambda: f"<ul><li>{paragraph(rng)}{inner()}</li><li>{paragraph(rng)}</li></ul>",
            lambda: f'<ol start="{rng.randint(2, 30)}"><li>{paragraph(rng)}</li></ol>',
            lambda: f"<blockquote>{inner()}</blockquote>",
            lambda: (
                f"<table><tbody><tr>{cell('th')}{cell('th')}</tr><tr>{cell('td')}{cell('td')}</tr></tbody></table>"
            ),
            lambda: (
                '<table><tbody><tr><th colspan="2"><p>x</p></th></tr><tr><td rowspan="2"><p>y</p></td>'
                "<td><p>z</p></td></tr><tr><td><p>w</p></td></tr></tbody></table>"
            ),
        ]
    )()


SOUP = (
    "p h2 h3 ul ol li blockquote table thead tbody tr th td figure figcaption strong em sub sup a br hr img"
).split()


def soup(rng):
    """Allowed elements in any order and nesting, closed or not."""
    parts = []
    for _ in range(rng.randint(3, 14)):
        name = rng.choice(SOUP)
        more = {"img": ' data-file="3" alt="x"', "a": ' href="/en/news/"'}.get(name, "")
        if name == "figure":
            more = rng.choice(["", ' data-pending="1"', ' class="quote"', ' data-pending=""'])
        parts.append(f"<{name}{more}>" + (f"word{rng.randint(0, 9)}x" if rng.random() < 0.7 else ""))
        if rng.random() < 0.6:
            parts.append(f"</{name}>")
    return "".join(parts)


def words_of(html):
    return sorted(re.findall(r"word\dx", html))


@pytest.mark.screen
def test_every_construct_that_may_be_stored_is_opened_and_sent_back_as_it_was(server, sign_in):
    rng = random.Random(20260522)
    texts = [sanitise("".join(block(rng) for _ in range(rng.randint(1, 4)))) for _ in range(150)]
    texts = [text for text in texts if text]
    page = open_text(server, sign_in, "<p>Start</p>")
    sent = [sanitise(html) for html in page.evaluate(REOPEN, texts)]
    assert len(sent) > 140
    wrong = [(before, after) for before, after in zip(texts, sent, strict=True) if before != after]
    assert wrong == []


def test_no_word_or_picture_of_any_stored_text_is_lost_and_the_second_opening_changes_nothing(
    server, sign_in
):
    rng = random.Random(20260523)
    texts = [text for text in (sanitise(soup(rng)) for _ in range(150)) if text]
    page = open_text(server, sign_in, "<p>Start</p>")
    assert len(texts) > 100
    first = [sanitise(html) for html in page.evaluate(REOPEN, texts)]
    for before, after in zip(texts, first, strict=True):
        assert words_of(before) == words_of(after), (before, after)
        assert before.count("data-file") == after.count("data-file"), (before, after)
    second = [sanitise(html) for html in page.evaluate(REOPEN, first)]
    assert [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]] == []
