import pytest

from bilingual.checking import BLOCK, check_pair

SAME = [
    ("46.3 billion yuan", "463亿元"),
    ("RMB 1.2bn", "12亿元"),
    ("US$6.95 billion", "69.5亿美元"),
    ("a 1.2-billion-yuan project", "总投资12亿元的项目"),
    ("1 trillion yuan", "1万亿元"),
    ("130 million yuan", "1亿3000万元"),
    ("350 million yuan", "三亿五千万元"),
    ("3.52 million people", "352万人"),
    ("1,000 robots, 52,300 cars", "1000台机器人，5.23万辆汽车"),
    ("one hundred thousand visits", "10万人次"),
    ("half a million visits", "50万人次"),
    ("two and a half million trips", "250万人次"),
    ("twenty-five projects", "25个项目"),
    ("twelve firms", "十二家企业"),
    ("three firms in two parks", "两个园区的三家企业"),
    ("17.3% and 5 per cent", "百分之十七点三和5%"),
    ("a tenth, two-thirds, three quarters", "十分之一、三分之二、四分之三"),
    ("nine tenths of the output", "九成产值"),
    ("30% of the cars", "三成汽车"),
    ("10 percentage points", "10个百分点"),
    ("the seventh batch, the 25th project", "第七批、第25个项目"),
    ("the second phase", "二期"),
    ("the 1960s and the 18th century", "20世纪60年代和18世纪"),
    ("the third quarter of 2021", "2021年第三季度"),
    ("Q3 2021", "2021年三季度"),
    ("the first three quarters of 2021", "2021年1月至9月"),
    ("January to June 2021", "2021年上半年"),
    ("Aug 18, 2021", "2021年8月18日"),
    ("18 August 2021", "二〇二一年八月十八日"),
    ("2021-08-18", "2021年8月18日"),
    ("Sept 5–8, 2025", "2025年9月5日至8日"),
    ("Sept 28 to Oct 3, 2025", "2025年9月28日至10月3日"),
    ("2018–2021", "2018—2021年"),
    ("2:30 pm", "下午2时30分"),
    ("9 am to 5:30 pm", "上午9时至下午5:30"),
    ("9:00–17:30", "9:00至17:30"),
    ("20–30 million yuan", "2000万～3000万元"),
    ("from 5 to 8 million tonnes", "500万至800万吨"),
    ("30–40%", "30%至40%"),
    ("165 billion yuan, of which cars 115.3 billion", "1650亿元，其中汽车1153亿元"),
    ("dozens of firms, hundreds of jobs", "几十家企业、数百个岗位"),
    ("5G, V2X and the SF5", "5G、V2X和SF5"),
    ("30 mu (2 hectares), 5 km away", "30亩（2公顷），相距5公里"),
    ("5 kilometres, 5 kg", "5千米，5千克"),
    ("the ministry and five other bodies", "工信部等六部门"),
    ("It may take a while.", "可能要等一段时间。"),
    ("Between two rivers", "两江之间"),
    ("46.<b>3</b> billion&nbsp;yuan", "463<b>亿</b>元"),
    (
        "<table><tr><th>Billion yuan</th></tr><tr><td>24.9</td></tr></table>",
        "<table><tr><th>亿元</th></tr><tr><td>249</td></tr></table>",
    ),
    ("6.66 yuan to the dollar", "1美元兑6.66元"),
]
DIFFERENT = [
    ("46.3 billion yuan", "463万元", "money.scale"),
    ("46.3 million yuan", "463亿元", "money.scale"),
    ("46.3 billion yuan", "436亿元", "money.differs"),
    ("$6.95 billion", "69.5亿元", "money.currency"),
    ("46.3 billion yuan", "463亿", "money.currency"),
    ("up 17.3%", "增长17.8%", "percent.differs"),
    ("a share of 17.3%", "占比17.3", "percent.sign"),
    ("10 percentage points", "10%", "percent.points"),
    ("3.52 million people", "35.2万人", "number.scale"),
    ("63,756 cars. Another year began.", "又一年开始了。", "number.missing"),
    ("Another year began.", "售出63756辆。又一年开始了。", "number.missing"),
    ("25 projects", "26个项目", "number.differs"),
    ("five firms", "六家企业", "number.spelled"),
    ("the seventh batch", "第八批", "number.spelled"),
    ("a third", "四分之一", "number.spelled"),
    ("5G", "4G", "number.code"),
    ("Aug 18, 2021", "2021年8月19日", "date.differs"),
    ("Aug 18, 2021", "2021年9月18日", "date.differs"),
    ("Aug 18, 2021", "2020年8月18日", "date.differs"),
    ("the third quarter", "第二季度", "date.differs"),
    ("first half of 2021", "2021年下半年", "date.differs"),
    ("the 1960s", "20世纪70年代", "date.differs"),
    ("2:30 pm", "上午2时30分", "date.differs"),
    ("It was signed on Aug 18.", "已经签约。", "date.missing"),
]


@pytest.mark.parametrize(("english", "chinese"), SAME)
def test_the_same_figures_in_both_systems_of_counting_agree(english, chinese):
    assert rules(english, chinese) == []


@pytest.mark.parametrize(("english", "chinese", "rule"), DIFFERENT)
def test_a_difference_is_named_for_what_it_is(english, chinese, rule):
    assert rules(english, chinese) == [rule]


def test_figures_block_and_words_only_warn():
    assert [found.severity for found in check_pair("25 projects", "26个项目")] == [BLOCK]
    assert [found.severity for found in check_pair("five firms", "六家企业")] == ["warning"]


def test_a_difference_is_shown_in_both_texts_tags_included():
    english, chinese = "<p>In total <b>25</b> projects</p>", "<p>共<b>26</b>个项目</p>"
    (found,) = check_pair(english, chinese)
    assert english[found.start : found.end] == "25"
    assert chinese[slice(*found.counterpart)] == "26"
    assert str(found.explanation) == "“25” does not match “26” in the other language."


def test_a_number_that_one_language_repeats_is_no_loss():
    assert rules("In 2021 it opened; in 2021 it grew.", "2021年投用，当年扩建。") == []


def test_of_many_equal_numbers_the_odd_one_is_found():
    assert rules("20 here, 20 there", "这里20个，那里30个") == ["number.differs"]


def test_a_wrong_year_is_found_even_where_another_paragraph_names_it():
    english = "<p>Opened in 2021.</p><p>Enlarged in 2021, closed in 2025.</p>"
    chinese = "<p>2021年投用。</p><p>2025年扩建，2025年关闭。</p>"
    assert rules(english, chinese) == ["date.differs"]


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("up 17.3%", "下降17.3%", ["direction.differs"]),
        ("Costs fell by 5%.", "成本上升5%。", ["direction.differs"]),
        ("up 17.3%, while costs fell by 5%", "增长17.3%，成本降低5%", []),
        ("29.4% above that of 2020", "比2020年增长29.4%", []),
        ("29.4% below that of 2020", "比2020年增长29.4%", ["direction.differs"]),
        ("−17.3%", "下降17.3%", []),
        ("up to 30% of the cost", "最高为成本的30%", []),
        ("over 1,000 robots", "近1000台机器人", ["comparator.differs"]),
        ("over 1,000 robots", "1000台机器人", ["comparator.missing"]),
        ("1,000 robots", "约1000台机器人", ["comparator.missing"]),
        ("over 1,000 robots", "1000余台机器人", []),
        ("at least 500 yuan", "500元以上", []),
        ("about 60% of the cars", "汽车的60%左右", []),
        ("it ran over 10 days", "历时10天", []),
    ],
)
def test_what_is_said_about_a_number_is_compared_too(english, chinese, expected):
    assert rules(english, chinese) == expected


def rules(english: str, chinese: str) -> list[str]:
    return [found.rule for found in check_pair(english, chinese)]
