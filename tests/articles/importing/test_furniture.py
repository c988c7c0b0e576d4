"""Furniture of the page is known line by line, and sentences of an article are not taken for it."""

import pytest

from articles.importing.furniture import breadcrumb_column, recognise
from articles.importing.report import Furniture


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Contact Us 中文", Furniture.MENU),
        ("ABOUT Introduction Development Zones Officials Department Industrial Parks", Furniture.MENU),
        ("首页 新闻中心 投资指南 联系我们", Furniture.MENU),
        ("Contact Us | Terms and Conditions | Privacy Policy", Furniture.MENU),
        ("SamplePortal Title", Furniture.SITE_NAME),
        ("A Path by the Sea, A Home for All", Furniture.SLOGAN),
        ("违法和不良信息举报电话：023-00000000", Furniture.HOTLINE),
        ("渝ICP备00000000号-1", Furniture.LICENCE),
        ("渝公网安备 00000000000000号", Furniture.LICENCE),
        ("I Agree", Furniture.COOKIES),
        ("We use cookies to give you the best service on our site.", Furniture.COOKIES),
        ("For any inquiries, please email desk@example.org", Furniture.CONTACT),
        ("Leaving a message", Furniture.CONTACT),
        ("Copyright © 2024 Sample Portal. All rights reserved.", Furniture.LEGAL),
        ("主办：示例单位", Furniture.LEGAL),
        ("【打印】", Furniture.TOOLS),
        ("上一篇：示例标题", Furniture.RELATED),
        ("相关新闻", Furniture.RELATED),
    ],
)
def test_a_line_of_furniture_is_known_by_its_kind(text, kind):
    assert recognise(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Travel",
        "Success stories of the year",
        "Industries and enterprises meet in the north of the city.",
        "Bakeries agree that browsers of the market want cookies more than bread, a survey says.",
        "Sample park opens its second workshop",
        "The hotline was called more often than in any year before.",
        "政策文件陆续出台",
        "教育",
    ],
)
def test_words_of_an_article_are_not_furniture(text):
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Home > Why Liangjiang", "Why Liangjiang"),
        ("Home » News » Business", "Business"),
        ("HOME / NEWS / Events", "Events"),
        ("首页 > 新闻中心 > 本地新闻 > 正文", "本地新闻"),
        ("您现在的位置：首页 >> 财经", "财经"),
        ("当前位置：首页＞活动＞正文", "活动"),
        ("You are here: Home > Life", "Life"),
    ],
)
def test_a_breadcrumb_names_the_column(text, column):
    assert breadcrumb_column(text) == column


@pytest.mark.parametrize(
    "text", ["Home prices fall", "> a quotation", "Research / development", "5 > 3 is true"]
)
def test_other_lines_with_such_marks_are_no_breadcrumb(text):
    assert breadcrumb_column(text) == ""
