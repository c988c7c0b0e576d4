"""Lines about the article: whole lines only, in both languages."""

import datetime

import pytest

from articles.importing.metalines import read_meta_line
from articles.importing.report import Reason


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("By Sample Reporter", [("Sample Reporter", "reporter")]),
        ("By Sample Reporter|Aug 18,2021", [("Sample Reporter", "reporter")]),
        ("By Sample Reporter, EDITOR", [("Sample Reporter", "editor")]),
        ("By Sample One and Sample Two", [("Sample One", "reporter"), ("Sample Two", "reporter")]),
        ("Editor: Sample Editor", [("Sample Editor", "editor")]),
        ("Reporter: Sample One  Editor: Sample Two", [("Sample One", "reporter"), ("Sample Two", "editor")]),
        ("Edited by: Sample Editor", [("Sample Editor", "editor")]),
        ("责任编辑：王示例", [("王示例", "editor")]),
        ("（责任编辑：王示例）", [("王示例", "editor")]),
        ("编辑 丨 王示例", [("王示例", "editor")]),
        ("记者 张示例 李示例", [("张示例", "reporter"), ("李示例", "reporter")]),
        ("作者：张 三", [("张三", "reporter")]),
        ("通讯员：张示例", [("张示例", "correspondent")]),
    ],
)
def test_people_are_named_with_their_role(text, persons):
    assert read_meta_line(text).persons == persons


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Source: Sample Morning Paper", "Sample Morning Paper"),
        ("来源：示例晨报", "示例晨报"),
        ("（来源：示例晨报）", "示例晨报"),
        ("来源：示例晨报　发布时间：2024-05-06 10:20　浏览次数：12　字号：大 中 小", "示例晨报"),
        ("2024-05-06 10:20 来源：示例晨报 作者：张示例", "示例晨报"),
        ("发布时间：2024-05-06 | 信息来源：示例晨报 | 打印", "示例晨报"),
    ],
)
def test_the_outside_source_is_found_among_the_rest(text, source):
    assert read_meta_line(text).source == source


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Updated: 2024-05-06", "updated"),
        ("Published on: May 6, 2024", "published"),
        ("更新时间：2024年5月6日", "updated"),
        ("发布时间：2024-05-06 10:20", "published"),
        ("2024-05-06 10:20", ""),
    ],
)
def test_a_date_keeps_the_word_it_is_printed_with(text, label):
    ((found, date),) = read_meta_line(text).dates
    assert (found, date.on) == (label, datetime.date(2024, 5, 6))


def test_a_broken_date_is_noted_with_its_reason():
    assert [note.code for note in read_meta_line("Updated: 2024-02-31").notes] == [Reason.IMPOSSIBLE_DATE]


@pytest.mark.parametrize(
    "text",
    [
        "By 2025 the park will have three halls.",
        "By then, Sample Park had opened its gates.",
        "From the river the path climbs to the old works.",
        "The source: a small spring above the village, known for its taste.",
        "Time: that is what every visitor brings along.",
        "The hall opened on May 6, 2024.",
        "记者在现场看到，首批设备已经投入运行。",
        "时间：从早上八点一直持续到深夜，现场始终人头攒动。",
        "Reporters were invited to see the hall.",
    ],
)
def test_sentences_of_the_article_are_no_such_line(text):
    assert read_meta_line(text) is None
