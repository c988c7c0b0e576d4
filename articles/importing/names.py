"""Tells a person's name from an organisation's, in bylines and picture credits of both languages."""

import re

ORGANISATION = re.compile(
    r"\b(area|zone|news\w*|media|press|agency|daily|times|post|group|co|corp|inc|ltd|company|bureau|office|"
    r"committee|commission|government|cent(?:er|re)|museum|university|institute|association|team|studio|"
    r"account|wechat|weibo|website|photo|images?|china|chongqing|liangjiang|vcg|ic|xinhua|cns|cqtv)\b"
    r"|\.(com|cn|net|org|info)\b",
    re.I,
)
HAN_ORGANISATION = re.compile(
    r"社$|报$|网$|台$|局|委|办公?室?$|公司|集团|中心|新区|管委会|政府|媒体|融媒|公众号|视觉中国|图库|大学|学院|"
    r"博物馆|公园|学校|医院|协会|企业|人民|园区|日报|晨报|晚报|客户端|工作室|编辑部|供稿"
)
# Bodies that hand out pictures; a park or a school is more often what the picture shows.
HAN_AGENCY = re.compile(r"(?:社|报|网|台|局|委|公司|集团|中心|管委会|公众号|媒体|视觉中国|图库)$")
NAME_WORD = r"[A-Z\u00c0-\u00de][\w.'’\u00c0-\u024f-]*"
WESTERN_PERSON = re.compile(rf"{NAME_WORD}(?: (?:(?:de|van|von|bin|al|der|la) )?{NAME_WORD}){{0,3}}")
HAN_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?")
WIDE_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")
BETWEEN_PEOPLE = re.compile(r"\s*(?:,|，|、|/|;|；|&|\band\b|和|\s)\s*")
BETWEEN_WESTERN_PEOPLE = re.compile(r"\s*(?:,|，|、|/|;|；|&|\band\b)\s*")


def has_han(text):
    return HAN.search(text) is not None


def is_person(name):
    """True when `name` has the shape of one person's name: two to four Han, or up to four capitalised words."""
    if has_han(name):
        return HAN_PERSON.fullmatch(name) is not None and HAN_ORGANISATION.search(name) is None
    return WESTERN_PERSON.fullmatch(name) is not None and ORGANISATION.search(name) is None


def people(text):
    """Names in a list such as “A Li, B Wu and C Xu” or “张三 李四”; empty when any part is not a person.

    Two Han characters parted by a space (张 三) are one person set wide, not two.
    """
    text = text.strip(" ,，、.。;；:：")
    if not text:
        return []
    if has_han(text):
        text = WIDE_NAME.sub(r"\1\2", text)
        names = [name for name in BETWEEN_PEOPLE.split(text) if name]
    else:
        names = [name for name in BETWEEN_WESTERN_PEOPLE.split(text) if name]
    return names if all(is_person(name) for name in names) else []
