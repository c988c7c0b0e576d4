"""Parts a picture caption from its credit, in the many forms that newsrooms of both languages print it."""

import re
from dataclasses import dataclass

from articles.importing.names import HAN_AGENCY, has_han, is_person, people

BRACKETED = re.compile(r"[(（\[【]\s*(?P<inside>[^()（）\[\]【】]{1,160})\s*[)）\]】]\s*[.。]?\s*$")
PHOTO = r"(?:(?:file|aerial) )?(?:photos?|pictures?|images?|pics?)"
WESTERN_CREDITS = [
    re.compile(rf"{PHOTO}\s*(?:/|:|：|\bby\b|\||丨|-|–|—)\s*(?P<who>.+)", re.I),
    re.compile(
        rf"{PHOTO}\s+(?:is\s+)?(?:taken by|provided(?: to \S+)? by|courtesy of|supplied by|from|via|credits?:?)"
        r"\s+(?P<who>.+)",
        re.I,
    ),
    re.compile(r"(?:credits?|source)\s*(?::|/)\s*(?P<who>.+)", re.I),
]
FILE_PHOTO = re.compile(r"(?:file (?:photo|picture)|资料图片?|资料照片|档案图片)", re.I)
HAN_CREDITS = [
    re.compile(
        r"(?:图片来源|照片来源|图源|图片提供|供图|摄影师|摄影|文/图|图/文|图文)\s*[:：/／|丨]"
        r"\s*(?P<who>.+?)\s*(?:提供|供图|摄)?"
    ),
    # “图：” also begins captions, so what follows must be a name.
    re.compile(r"(?P<weak>图片|照片|图)\s*[:：/／|丨]\s*(?P<who>.+?)\s*(?:提供|供图|摄)?"),
    re.compile(r"(?:图片|照片)由\s*(?P<who>.+?)\s*(?:提供|供图|拍摄|摄)"),
    re.compile(r"(?P<who>.+?)\s*(?:摄影|摄|供图|/图)"),
]
# A bare “Zhang San 摄” at the end of a caption, after a full stop or a space.
HAN_TAIL = re.compile(
    r"(?P<caption>.*[。！？”\s])\s*"
    r"(?P<credit>(?:[\u4e00-\u9fffA-Za-z·]{2,16} )?[\u4e00-\u9fff·]{2,16} ?(?:摄影|摄|供图))[。.]?\s*$"
)
HAN_LABELLED_TAIL = re.compile(
    r"(?P<caption>.*?)[\s。]\s*(?P<credit>(?:图片来源|照片来源|图源|摄影|供图|图)\s*[:：/／]\s*\S.{0,60})$"
)
WESTERN_TAIL = re.compile(
    rf"(?P<caption>.*[.!?”\"'’])\s+(?P<credit>{PHOTO}\s*(?:/|:|\bby\b|courtesy of)\s*\S.{{0,80}})$", re.I
)
ACCOUNT = re.compile(
    r"^(?:the )?(?:official )?wechat (?:public )?account of (?:the )?(?P<of>.+)$|"
    r"^(?P<of2>.+?)(?:的?官方)?微信公众号$",
    re.I,
)
HAN_ACCOUNT = re.compile(r"^(?:官方)?微信公众号\s*[“\"《:：]?\s*(?P<of>.+?)\s*[”\"》]?$")
REPORTER = re.compile(r"(?:实习|首席|见习|特约)?(?:记者|通讯员|摄影师|摄影)\s*")


@dataclass(frozen=True)
class Credit:
    """Whose picture it is. `form` is photo, wechat, file or provided; `printed` is the credit as it stood."""

    person: str = ""
    organisation: str = ""
    form: str = "photo"
    printed: str = ""

    def __bool__(self):
        return bool(self.person or self.organisation or self.form == "file")

    def as_line(self):
        """The credit as one line: person and organisation, parted as the language of the names does it."""
        parts = [part for part in (self.person, self.organisation) if part]
        if not parts:
            return self.printed
        return ("，" if has_han("".join(parts)) else ", ").join(parts)


def split_credit(text):
    """Part `text` into (caption, Credit or None). The caption keeps its own full stop."""
    bracket = BRACKETED.search(text)
    if bracket:
        credit = read_credit(bracket["inside"], printed=bracket[0].strip())
        if credit:
            return text[: bracket.start()].rstrip(), credit
    for tail in (HAN_TAIL, HAN_LABELLED_TAIL, WESTERN_TAIL):
        match = tail.match(text)
        credit = read_credit(match["credit"]) if match else None
        if credit:
            return match["caption"].rstrip(), credit
    whole = read_credit(text) if len(text) <= 60 else None
    return ("", whole) if whole else (text, None)


def read_credit(text, printed=""):
    """The Credit that `text` is, or None when it is something else, such as an abbreviation in brackets."""
    text = text.strip()
    printed = printed or text
    for shape in HAN_CREDITS if has_han(text) else []:
        match = shape.fullmatch(text)
        if match and ("weak" not in match.groupdict() or is_name(match["who"])):
            return named(match["who"], printed, "provided" if re.search("供图|提供", text) else "photo")
    for shape in WESTERN_CREDITS:
        match = shape.fullmatch(text)
        if match:
            return named(match["who"], printed, "provided" if "provided" in text.lower() else "photo")
    return Credit(form="file", printed=printed) if FILE_PHOTO.fullmatch(text) else None


def named(who, printed, form):
    who = who.strip(" .。,，/")
    account = ACCOUNT.match(who) or HAN_ACCOUNT.match(who)
    if account:
        groups = account.groupdict()
        return Credit(
            organisation=(groups.get("of") or groups.get("of2")).strip(' “”"《》'),
            form="wechat",
            printed=printed,
        )
    reporter = REPORTER.search(who)
    if reporter:
        organisation, person = who[: reporter.start()].strip(), who[reporter.end() :].strip()
        if people(person):
            return Credit(
                joined(people(person)), organisation.removeprefix("本报").removeprefix("本网"), form, printed
            )
    first, mark, rest = parted(who)
    if mark and is_person(first) and not is_person(rest):
        return Credit(first, rest, form, printed)
    if mark and is_person(rest) and not is_person(first):
        return Credit(rest, first, form, printed)
    if people(who):
        return Credit(joined(people(who)), "", form, printed)
    return Credit("", who, form, printed) if len(who) <= 80 else None


def is_name(who):
    return bool(people(who)) or (len(who) <= 20 and HAN_AGENCY.search(who) is not None)


def parted(who):
    match = re.search(r"\s*[,，/／|丨]\s*", who) or (re.search(r"\s+", who) if has_han(who) else None)
    return (who[: match.start()], match[0], who[match.end() :]) if match else (who, "", "")


def joined(names):
    return ("、" if has_han("".join(names)) else ", ").join(names)
