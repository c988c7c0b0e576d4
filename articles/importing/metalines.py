"""Lines that speak about the article: by whom, when, from where, in English and Chinese."""

import re
from dataclasses import dataclass, field

from articles.importing.dates import PrintedDate, find_date
from articles.importing.names import has_han, people
from articles.importing.report import Note, Reason

REPORTER, EDITOR, PHOTOGRAPHER, CORRESPONDENT = "reporter", "editor", "photographer", "correspondent"
LABELS = {
    "updated": r"(?:last )?updated?(?: on| at)?|更新时间|更新日期|最后更新",
    "published": r"published?(?: on| at)?|(?:release|publication|posted) ?(?:date|time|on)?|date|time|"
    r"发布时间|发布日期|发表时间|时间|日期|成文日期|来源时间",
    "source": r"(?:content |article |news )?sources?|from|信息来源|文章来源|稿件来源|来源|稿源|转载自|转自",
    REPORTER: r"(?:by(?: staff)?|author|writer|written by|reporters?|reported by|story by|"
    r"作者|文字|文|撰文|撰稿|采写|(?:本报|本网|实习|见习|首席|全媒体)?记者)",
    EDITOR: r"editors?|edited by|责任编辑|责编|编辑|主编|编审|值班编辑|校对|审核|审核人|终审|复审|初审|编校",
    PHOTOGRAPHER: r"photos? by|photographers?|摄影|图片|图",
    CORRESPONDENT: r"correspondents?|通讯员|特约撰稿人|供稿|供稿人",
}
PERSON_KINDS = (REPORTER, EDITOR, PHOTOGRAPHER, CORRESPONDENT)
ROLE_WORDS = {
    "editor": EDITOR,
    "reporter": REPORTER,
    "staff reporter": REPORTER,
    "staff writer": REPORTER,
    "writer": REPORTER,
    "photographer": PHOTOGRAPHER,
    "correspondent": CORRESPONDENT,
}
LABEL = re.compile(
    r"(?P<open>[(（【\[]?)(?P<label>"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS.items())
    + r")"
    r"(?:\s*[:：]|(?<=[\u4e00-\u9fff])\s*[丨|/／]|(?<=by)(?=\s)|(?<=[者员辑编])(?=\s))\s*",
    re.I,
)
BOUNDARY = re.compile(r"(?:^|[\s|丨;；,，/／)）\]】　(（【\[])$")
TOOL_WORDS = re.compile(
    r"(?:浏览(?:次数|量)?|点击(?:数|量|率)?|阅读(?:次数|量)?|访问量|views?|hits)\s*[:：]?\s*\d*\s*次?|"
    r"[【\[]?\s*字\s*[体号]\s*[:：]?\s*(?:[大中小]\s*[|｜/]?\s*){1,3}[】\]]?|"
    r"(?:打印|关闭|分享|收藏|我要纠错|print|share|font size)(?:本页|窗口|到)?\s*[:：]?",
    re.I,
)
CLOCK_ONLY = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


@dataclass
class MetaLine:
    """What one line said. `dates` pairs each PrintedDate with its label: updated, published or "" for none.

    `persons` pairs names with roles. `notes` are the parts of the line that could not be used.
    """

    dates: list[tuple[str, PrintedDate]] = field(default_factory=list)
    persons: list[tuple[str, str]] = field(default_factory=list)
    source: str = ""
    notes: list[Note] = field(default_factory=list)

    def __bool__(self):
        return bool(self.dates or self.persons or self.source or self.notes)


def read_meta_line(text):
    """The MetaLine that `text` is as a whole, or None when it is a sentence of the article.

    Nothing longer than 200 characters is a line about the article.
    """
    if len(text) > 200:
        return None
    bare = TOOL_WORDS.sub("  ", text)
    pieces = segments(bare)
    if not pieces:
        return None
    line = MetaLine()
    is_labelled = any(kind for kind, _ in pieces)
    for kind, value in pieces:
        if not take(line, kind, value, is_labelled):
            return None
    return line or None


def segments(text):
    """`text` as (kind, value) pairs, cut at its labels; value before the first label has kind ""."""
    cuts = [match for match in LABEL.finditer(text) if BOUNDARY.search(text[: match.start()])]
    ends = [match.start() for match in cuts] + [len(text)]
    pieces = [("", text[: ends[0]])] if text[: ends[0]].strip(" |丨\u3000") else []
    for match, end in zip(cuts, ends[1:], strict=True):
        kind = next(kind for kind in LABELS if match[kind])
        pieces.append((kind, text[match.end() : end]))
    return [(kind, value.strip(" |丨;；,，\u3000()（）[]【】")) for kind, value in pieces]


def take(line, kind, value, is_labelled):
    """Put one labelled value into `line`; False when it shows that this is no line about the article."""
    if not value:
        return bool(kind)
    if kind in PERSON_KINDS:
        return take_persons(line, kind, value)
    if kind == "source":
        return take_source(line, value)
    date = find_date(value)
    if date is None:
        if kind in ("updated", "published"):
            return take_unread_date(line, value)
        return take_bare(line, value) if is_labelled else False
    around = (value[: date.start] + " " + value[date.end :]).strip(" |丨,，.。\u3000()（）")
    around = CLOCK_ONLY.sub("", around).strip()
    if around and not (around == "Beijing time" or take_bare(line, around)):
        return False
    line.dates.append((kind, date))
    if date.problem:
        line.notes.append(Note(date.problem, value))
    return True


def take_unread_date(line, value):
    """A date label without a date: only a short value full of digits is a broken date, the rest is prose."""
    if len(value) > 30 or not re.search(r"\d", value):
        return False
    line.notes.append(Note(Reason.IMPOSSIBLE_DATE, value))
    return True


def take_bare(line, value):
    """An unlabelled part beside a labelled one or a date, such as the source before “2021-08-18”."""
    names = people(value)
    if names and has_han(value):
        line.persons.extend((name, REPORTER) for name in names)
        return True
    if len(value) <= 20 and not re.search(r"[.。!！?？]", value) and has_han(value):
        line.source = line.source or value
        return True
    return False


def take_persons(line, kind, value):
    date = find_date(value)
    if date:
        rest = (value[: date.start] + value[date.end :]).strip(" |丨,，\u3000")
        line.dates.append(("", date))
        if date.problem:
            line.notes.append(Note(date.problem, value))
        return take_persons(line, kind, rest) if rest else True
    value, kind = without_role(value, kind)
    names = people(re.sub(r"[(（].*?[)）]", "", value))
    if names:
        line.persons.extend((name, kind) for name in names)
        return True
    if len(value) <= 40 and not re.search(r"[.。!！?？]$", value) and (has_han(value) or value[:1].isupper()):
        line.notes.append(Note(Reason.UNREAD_PERSON, value))
        return True
    return False


def without_role(value, kind):
    """“Xinyi Li, EDITOR” names the role behind the person."""
    head, mark, tail = value.rpartition(",")
    role = ROLE_WORDS.get(tail.strip().lower())
    return (head.strip(), role) if mark and role else (value, kind)


def take_source(line, value):
    if len(value) > 60 or re.search(r"[。！？]|[.!?] ", value):
        return False
    date = find_date(value)
    if date:
        line.dates.append(("", date))
        value = (value[: date.start] + value[date.end :]).strip(" |丨,，\u3000")
    line.source = line.source or value
    return True
