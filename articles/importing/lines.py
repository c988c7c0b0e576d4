"""What the shape of a line says: a sentence, a subhead, a caption, a case heading, a series, a dateline."""

import re

from articles.importing.names import HAN, has_han

STOPS = (
    ".",
    "?",
    "!",
    "。",
    "？",
    "！",
    "…",
    ".”",
    "?”",
    "!”",
    '."',
    ".'",
    ".’",
    "。”",
    "！”",
    "？”",
    "。）",
    ".)",
    ";",
    "；",
)
CASE = re.compile(
    r"^(?:case|example)\s+(?:study\s+)?(?:\d{1,2}|[ivx]+|one|two|three|four|five)\s*[:：.–—-]|"
    r"^案例\s*[一二三四五六七八九十\d]{1,3}\s*[:：、.]?",
    re.I,
)
CAPTION_START = re.compile(
    r"^(?:▲|△|↑|图(?:为|[\d一二三四五六七八九十]{0,2}\s*[:：])|"
    r"(?:photo|picture|image|caption|pictured|above|below)\s*:|"
    r"(?:the |this |an? )?(?:(?:aerial|file|recent) )?(?:photo|picture|image)s?(?: taken)?(?: on [^.]{3,30})?"
    r" (?:shows?|taken))\s*",
    re.I,
)
SERIES = re.compile(
    r"^(?P<series>[^:：|]{3,60}?)\s*"
    r"(?:[,，]?\s*\(?(?:part|no\.?|episode|第)?\s*(?P<part>\d{1,3})\)?\s*[篇集期]?|"
    r"[（(](?P<han>[一二三四五六七八九十]{1,3})[）)])"
    r"\s*[:：|]\s*(?P<rest>\S.*)$",
    re.I,
)
WESTERN_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Za-z'’]+(?:[ -][A-Z][A-Za-z'’]+){0,2})"
    r"(?P<day>,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?"
    r"(?: \([A-Z][\w .]{1,30}\))?\s?(?:-{1,2}|–|—){1,2} +(?=[A-Z“\"‘'])"
)
HAN_DATELINE = re.compile(
    r"^(?:新华社|中新社|中新网|人民网|央广网)\s*(?P<place>[\u4e00-\u9fff]{2,8}?)\s*\d{1,2}月\d{1,2}日\s*[电讯]"
)
HAN_NUMBERS = "一二三四五六七八九十"


def is_sentence(text):
    """Whether `text` closes as a sentence does."""
    return text.rstrip().endswith(STOPS)


def size(text):
    """Length in Latin letters: a Han character says as much as three of them."""
    return len(text) + 2 * len(HAN.findall(text))


def is_slight(text):
    """A short line that is no sentence: it may be a subhead, a caption or a slogan."""
    return size(text) <= 130 and not is_sentence(text) and not text.endswith((":", "：", ",", "，"))


def is_paragraph(text):
    """Certainly a paragraph of the article: a sentence of some length."""
    return size(text) > 90 and is_sentence(text) or size(text) > 300


def sentences(text):
    """`text` cut behind its full stops; a stop inside “Co. Ltd” or “3.5” does not end a sentence."""
    return [
        part.strip()
        for part in re.split(r"(?<=[。！？!?])|(?<=[a-z\d)”\"’%]\.)\s+(?=[A-Z“\"])|(?<=[.][”\"])\s+", text)
        if part and part.strip()
    ]


def series_of(headline):
    """(series, part, rest of the headline) of “Love This City 2: …”, or ("", None, "") when there is none.

    A year or a quantity before the colon is not a part number: parts stop at 99.
    """
    match = SERIES.match(headline)
    if match is None:
        return "", None, ""
    part = int(match["part"]) if match["part"] else han_part(match["han"])
    name = match["series"].strip(" ,，-–—")
    if not 0 < part < 100 or not name or not re.search(r"[^\W\d]", name):
        return "", None, ""
    return name, part, match["rest"].strip()


def han_part(text):
    tens, mark, ones = text.partition("十")
    if not mark:
        return HAN_NUMBERS.index(text) + 1 if len(text) == 1 else 0
    return (HAN_NUMBERS.index(tens) + 1 if tens else 1) * 10 + (HAN_NUMBERS.index(ones) + 1 if ones else 0)


def dateline_of(text):
    """(place, length of the dateline in `text`) when the lead begins with one, else ("", 0).

    A Chinese dateline is part of its sentence, so it is named but takes no length.
    """
    match = WESTERN_DATELINE.match(text)
    if match:
        place = match["place"]
        return (place.title() if place.isupper() else place), match.end()
    match = HAN_DATELINE.match(text)
    return (match["place"], 0) if match else ("", 0)


def language_of(texts):
    """en or zh-hans, by script: a Han character weighs as much as three Latin letters."""
    joined = "".join(texts)
    latin = sum(1 for character in joined if character.isascii() and character.isalpha())
    return "zh-hans" if len(HAN.findall(joined)) * 3 > latin else "en"


def beginning(text, limit):
    """Whole sentences of `text` of up to `limit` characters; the first is cut at a word when it is longer."""
    out = ""
    for sentence in sentences(text):
        joined = (
            sentence
            if not out
            else out + ("" if has_han(out[-1:]) or out.endswith(("。", "！", "？")) else " ") + sentence
        )
        if len(joined) > limit:
            break
        out = joined
    if out:
        return out
    cut = text[: limit - 1]
    return (cut if has_han(cut[-1:]) else cut.rsplit(" ", 1)[0]).rstrip(" ,，、;；:：") + "…"
