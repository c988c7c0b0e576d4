"""Markdown with front matter, and without."""

import datetime

from articles.importing.anatomy import parse
from articles.importing.article import Person
from articles.importing.markup import body_html
from tests.articles.importing.documents import MARKDOWN


def test_front_matter_names_the_parts():
    article = parse(MARKDOWN.encode())
    assert article.headline == "Sample park opens its second workshop"
    assert article.subtitle == "The first machines ran on the same day"
    assert article.printed_on == datetime.date(2024, 5, 6)
    assert article.persons == [Person("Sample Reporter", "reporter")]
    assert (article.source, article.column) == ("Sample Morning Paper", "Business")


def test_every_kind_of_block_is_read_and_raw_html_is_shown_as_text():
    html = body_html(parse(MARKDOWN.encode()))
    assert (
        'opened in the <strong>sample park</strong> on <a href="https://example.org/day">May 6</a>, and'
        in html
    )
    assert "<em>on the same day</em>" in html
    assert "<h2>What comes next</h2>" in html
    assert "<ul><li>The road</li><li>The third hall, which needs the road</li></ul>" in html
    assert "<blockquote><p>We would rather build slowly.</p></blockquote>" in html
    assert "<ol><li>First the road</li><li>Then the hall</li></ol>" in html
    assert "&lt;script&gt;" in html and "<script" not in html


def test_a_picture_brings_its_alternative_its_caption_and_its_credit():
    (figure,) = parse(MARKDOWN.encode(), companion=lambda address: b"bytes of " + address.encode()).figures
    assert figure.picture.data == b"bytes of hall.png"
    assert figure.alt == "A hall with machines"
    assert (figure.caption, figure.credit.person) == ("The first machines.", "Sample Reporter")


def test_a_chinese_file_without_front_matter_is_recognised_by_its_headings():
    text = (
        "# 示例园区第二座厂房启用\n\n发布时间：2024-05-06\n\n5月6日，示例园区第二座厂房启用，首批设备当天投入运行，"
        "园区负责人到场介绍情况，周边企业代表也来到现场参观。\n\n![](a.png)\n\n张示例 摄\n\n## 下一步\n\n"
        "道路完工以后，三期工程将随即开工，届时重型货车可以直接开到厂房门口，装卸货物更加方便。\n"
    )
    article = parse(text.encode())
    assert (article.language, article.headline) == ("zh-hans", "示例园区第二座厂房启用")
    assert article.printed_on == datetime.date(2024, 5, 6)
    assert article.figures[0].credit.person == "张示例"
    assert [part.kind for part in article.body] == ["paragraph", "figure", "subhead", "paragraph"]


def test_links_to_scripts_and_escapes_are_plain_text():
    article = parse(
        b"# A headline\n\nA [link](javascript:alert(1)) and \\*stars\\* and a `<b>` in a text of some length."
    )
    assert body_html(article) == "<p>A link) and *stars* and a &lt;b&gt; in a text of some length.</p>"
