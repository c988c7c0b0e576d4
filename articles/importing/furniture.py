"""Knows the furniture of portals such as ours: lines of the page that are no part of the article."""

import re

from articles.importing.report import Furniture

ENGLISH_MENU = """
About Liangjiang|About Us|About|Introduction|Development Zones|Officials|Departments|Department|Industrial Parks
Investing|Invest|Why Liangjiang|Guide|Policies|Opportunities|Opportunitiies|Industries|Enterprises|Procedures
Living|Food|Hotels|Travel|Leisure|Info|Education|Culture|Services
News|Local|Business|Events|Life|Photos|Specials|Videos|Video|Success Stories|More
Home|Contact Us|Search|English|Site Map|Sitemap|Languages|Privacy Policy|Terms and Conditions|Terms of Use
"""
CHINESE_MENU = """
关于两江|新区概况|功能片区|领导信息|机构设置|产业园区|走进两江
投资两江|投资优势|投资指南|政策|投资机会|重点产业|重点企业|办事指南
生活两江|美食|酒店|旅游|休闲|生活服务|教育|新闻|新闻中心|本地新闻|财经|活动|生活|图片|专题|视频|成功案例|更多
政务公开|政务服务|信息公开|互动交流|公众参与|数据开放
网站首页|首页|搜索|中文|联系我们|关于我们|网站地图|简体|繁体|无障碍|使用条款|隐私政策
"""
MENU_WORDS = [word for line in (ENGLISH_MENU + CHINESE_MENU).split("\n") for word in line.split("|") if word]
MENU = re.compile(
    "|".join(
        rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        for word in sorted(MENU_WORDS, key=len, reverse=True)
    ),
    re.I,
)
LETTERS = re.compile(r"[^\W_\d]")
# Single words of the menu that are furniture even when they stand alone; a lone “Travel” may be a subhead.
ALWAYS_MENU = re.compile(
    r"(skip to (main )?content|contact us|about us|privacy policy|terms and conditions|terms of use|"
    r"site ?map|home|english|search|"
    r"中文|搜索|"
    r"联系我们|关于我们|首页|网站地图|隐私政策|使用条款|login|log in|sign in|register|登录|注册)",
    re.I,
)
WHERE_AM_I = (
    r"(?:(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?位置(?:是)?|location|you are here|position)\s*[:：]?\s*"
)
BREADCRUMB = re.compile(
    rf"^(?:{WHERE_AM_I})?(?:(?P<home>home|homepage|首页|网站首页)\s*)?"
    r"(?P<mark>>>|>|»|›|＞|→|/|::|-->)\s*(?P<rest>\S.{0,120})$",
    re.I,
)
CRUMB_MARKS = re.compile(r"\s*(?:>>|-->|>|»|›|＞|→|::|/)\s*")
LAST_CRUMB = re.compile(r"^(正文|内容|详情|文章|text|article|content|details?)$", re.I)

# Each line of a list is one alternative.
PATTERNS = {
    Furniture.HOTLINE: [
        r"(illegal|undesirable|harmful).{0,60}(report|telephone|hotline)",
        r"违法和?不良信息举报|举报(电话|热线|邮箱)",
    ],
    Furniture.LICENCE: [
        r"ICP[备证]|ICP (licence|license|filing)",
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备",
        r"互联网新闻信息服务许可证|网站标识码|信息网络传播视听节目|广播电视节目制作经营许可",
    ],
    Furniture.COOKIES: [
        r"\bcookies?\b.{0,80}(settings|policy|agree|use|accept|browser)",
        r"(agree|accept|use).{0,60}\bcookies?\b",
        r"^(i agree|accept( all)?|got it|我同意|同意并继续|接受)$",
        r"privacy statement",
    ],
    Furniture.CONTACT: [
        r"^for any (inquiries|enquiries|questions)",
        r"^(please )?(e-?mail|contact) us( at)?\b.{0,80}@",
        r"^(about us\s*[|/]?\s*contact us|leav(e|ing) a message|feedback)|^(给我们留言|在线留言|留言)$",
        r"^(联系电话|传真|邮编|联系地址|e-?mail|邮箱)\s*[:：]",
    ],
    Furniture.LEGAL: [
        r"all rights reserved|copyright\s*(©|\(c\)|\d)|^©|版权所有",
        r"未经.{0,20}(授权|许可|书面).{0,20}(转载|复制)",
        r"^(主办|承办|协办|技术支持|运维)(单位)?\s*[:：]",
        r"no content .{0,40}may be (reproduced|published)",
    ],
    Furniture.TOOLS: [
        r"^[\[【(（]?(打印|关闭|打印本页|关闭窗口|返回顶部|回到顶部|分享(到|至)?|收藏|我要纠错)[\]】)）：:]?$",
        r"^[\[【(（]?(扫一扫.{0,20}|字号.{0,12}|用微信扫.{0,24})[\]】)）：:]?$",
        r"^[\[(]?(print|share( (this|to|on).{0,20})?|tweet|back to top|top)[\]):]?$",
        r"^[\[(]?(font size.{0,10}|large|medium|small)[\]):]?$",
        r"^(facebook|twitter|x|weibo|wechat|linkedin|微信|微博|qq空间)([\s|/]+\w+){0,4}$",
    ],
    Furniture.RELATED: [
        r"^(上|下)一(篇|条|页)\s*[:：]?.{0,80}$",
        r"^(previous|next)( article| story| page)?\s*[:：].{0,120}$",
        r"^[\[【]?(related( (news|articles|stories|links|content))?|read more|more stories)[\]】]?\s*[:：]?$",
        r"^[\[【]?(most (read|popular|viewed)|recommended|editor's picks?)[\]】]?\s*[:：]?$",
        r"^[\[【]?(相关(新闻|阅读|链接|内容|文章|推荐)|热门(新闻|推荐|文章))[\]】]?\s*[:：]?$",
        r"^[\[【]?(推荐阅读|延伸阅读|点击排行)[\]】]?\s*[:：]?$",
    ],
    Furniture.SITE_NAME: [
        r"^[A-Za-z]\w* (title|logo)$",
        r"^(welcome to|欢迎(访问|光临|来到)).{0,40}$",
        r"^(site )?logo$",
    ],
    # “A This and That, A Such and Such”: a pair of noun phrases without a verb.
    Furniture.SLOGAN: [r"^an? [^,.]{3,50}, an? [^,.]{3,50}$"],
}
COMPILED = [(kind, re.compile("|".join(shapes), re.I)) for kind, shapes in PATTERNS.items()]
# Cut the search for furniture here: a real paragraph may speak of cookies or of a hotline.
LONGEST = 260


def recognise(text):
    """The Furniture kind that the line `text` is, or None. Judges the line alone, not its place."""
    if len(text) > LONGEST:
        return None
    for kind, pattern in COMPILED:
        if pattern.search(text) and not (kind == Furniture.COOKIES and reads_as_prose(text)):
            return kind
    return Furniture.MENU if is_menu(text) else None


def reads_as_prose(text):
    """A sentence of an article on the same subject: it names neither “our” site nor “you”."""
    return (
        text.endswith((".", "。"))
        and len(text) > 40
        and not re.search(r"\b(our|you|your)\b|本网|本站|您", text, re.I)
    )


def is_menu(text):
    """True when nearly all of `text` is words of a menu: several of them, or one that is never a subhead."""
    if ALWAYS_MENU.fullmatch(text.strip(" |·")):
        return True
    words = MENU.findall(text)
    letters = len(LETTERS.findall(text))
    left = len(LETTERS.findall(MENU.sub("", text)))
    enough = 2 if left == 0 else 4
    return letters > 0 and len(words) >= enough and left <= letters * 0.2 and not text.endswith((".", "。"))


def breadcrumb_column(text):
    """The name of the column in a breadcrumb line, or "" when `text` is none.

    A chain needs its start (Home, 首页, “You are here”) or two marks, so that “A/B” is not one.
    """
    match = BREADCRUMB.match(text)
    if match is None or not (match["home"] or "位置" in text[:12] or match.start("mark") > 3):
        return ""
    crumbs = [crumb for crumb in CRUMB_MARKS.split(match["rest"]) if crumb and not LAST_CRUMB.match(crumb)]
    return crumbs[-1].strip() if crumbs else ""
