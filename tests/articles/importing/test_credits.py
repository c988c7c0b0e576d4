"""Captions and credits are parted in the forms that newsrooms print."""

import pytest

from articles.importing.credits import split_credit


@pytest.mark.parametrize(
    ("printed", "person", "organisation", "form"),
    [
        ("(Photo/ Sample)", "Sample", "", "photo"),
        ("(Photo by Sample Person)", "Sample Person", "", "photo"),
        ("(Photo/Sample Person, Sample New Area)", "Sample Person", "Sample New Area", "photo"),
        ("(Photo by Sample Person/ Sample New Area)", "Sample Person", "Sample New Area", "photo"),
        ("[Photo/WeChat account of Sample New Area]", "", "Sample New Area", "wechat"),
        ("[Photo/WeChat account: Samples]", "", "WeChat account: Samples", "photo"),
        ("[Photo/Xinhua]", "", "Xinhua", "photo"),
        ("[Photo/sample.com.cn]", "", "sample.com.cn", "photo"),
        ("(Photo provided by Sample Group)", "", "Sample Group", "provided"),
        ("(Photo courtesy of Sample Museum)", "", "Sample Museum", "photo"),
        ("(Photos by Sample One and Sample Two)", "Sample One, Sample Two", "", "photo"),
        ("(File photo)", "", "", "file"),
        ("（图片来源：示例新区）", "", "示例新区", "photo"),
        ("（示例融媒体中心记者 张示例 摄）", "张示例", "示例融媒体中心", "photo"),
        ("（张示例 摄）", "张示例", "", "photo"),
        ("（图/张示例）", "张示例", "", "photo"),
        ("（摄影：张示例）", "张示例", "", "photo"),
        ("（图片由示例集团提供）", "", "示例集团", "provided"),
        ("（示例公司供图）", "", "示例公司", "provided"),
        ("（图源：“示例新区”微信公众号）", "", "示例新区", "wechat"),
        ("（资料图片）", "", "", "file"),
    ],
)
def test_a_bracketed_credit_is_taken_apart(printed, person, organisation, form):
    caption, credit = split_credit(f"A hall. {printed}")
    assert caption == "A hall."
    assert (credit.person, credit.organisation, credit.form) == (person, organisation, form)
    assert credit.printed == printed


@pytest.mark.parametrize(
    ("text", "caption", "person"),
    [
        ("工人在检查设备。张示例 摄", "工人在检查设备。", "张示例"),
        ("工人在检查设备 张示例摄", "工人在检查设备", "张示例"),
        ("工人在检查设备。 摄影：张示例", "工人在检查设备", "张示例"),
        ("A hall at night. Photo by Sample Person", "A hall at night.", "Sample Person"),
        ("Photo by Sample Person", "", "Sample Person"),
    ],
)
def test_a_credit_without_brackets_is_found_at_the_end(text, caption, person):
    found, credit = split_credit(text)
    assert found.rstrip("。") == caption.rstrip("。")
    assert credit.person == person


@pytest.mark.parametrize(
    "text",
    [
        "The free trade zone (CFTA)",
        "A plan for small firms (little giants).",
        "图为示例园区一角",
        "图：示例园区一角",
        "The photo was taken by a visitor, who keeps it.",
        "免费咖啡由社区提供。",
        "本届展会由示例集团提供",
    ],
)
def test_brackets_and_sentences_that_are_no_credit_stay(text):
    assert split_credit(text) == (text, None)
