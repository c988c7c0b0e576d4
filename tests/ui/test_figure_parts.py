import pytest

from ui.templatetags.figure_parts import figure_parts


@pytest.mark.parametrize(
    ("said", "before", "number", "after"),
    [
        ("316.12 billion yuan ($47.42 billion)", "", "316.12", "billion yuan"),
        ("over 1 billion chips a year", "over", "1", "billion chips a year"),
        ("63,756 vehicles", "", "63,756", "vehicles"),
        ("17.3%", "", "17.3%", ""),
        ("3161.2亿元（474.2亿美元）", "", "3161.2", "亿元"),
        ("约1360平方公里", "约", "1360", "平方公里"),
        ("1000余台机器人", "", "1000", "余台机器人"),
        ("100–150 km", "", "100–150", "km"),
        ("none yet", "none yet", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_figure_is_set_with_its_number_apart(said, before, number, after):
    assert figure_parts(said) == {"before": before, "number": number, "after": after}
