"""Article, picture and enterprise released at one moment: nothing of them is public before, and all of it then.

No process is needed for that: nothing but time passes between the two.
"""

import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from media_library.models import Image
from publishing.models import Release
from publishing.release import releasing
from tests.factories import make_article, make_column, make_enterprise, tomorrow

SECOND = timedelta(seconds=1)
WORDS = {
    "en": {
        "article": "Zqheadline in English",
        "enterprise": "Zqenterprise Limited",
        "picture": "Zqpicture of a bridge",
    },
    "zh-hans": {"article": "蒹葭苍苍之标题", "enterprise": "蒹葭苍苍公司", "picture": "蒹葭苍苍之桥"},
}


@pytest.fixture
def clock(monkeypatch):
    """A function that sets the time of the portal, for pages and for the cache."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)
        monkeypatch.setattr(time, "time", moment.timestamp)

    return set_to


@pytest.fixture
def released(db):
    """An article about an enterprise, both with one picture, in a release that goes public tomorrow."""
    picture = Image.objects.create(
        file="images/3f9c2a7d5e8b1c4f6a0d9e2b/original.jpg",
        width=1600,
        height=900,
        alt_en=WORDS["en"]["picture"],
        alt_zh_hans=WORDS["zh-hans"]["picture"],
    )
    enterprise = make_enterprise(
        languages=[],
        slug="zq-enterprise",
        short_name_en=WORDS["en"]["enterprise"],
        short_name_zh_hans=WORDS["zh-hans"]["enterprise"],
        image=picture,
    )
    article = make_article(
        languages=[],
        slug="zq-article",
        column=make_column(slug="zq-column"),
        headline_en=WORDS["en"]["article"],
        headline_zh_hans=WORDS["zh-hans"]["article"],
        dated_at=None,
        image=picture,
        is_lead=True,
    )
    article.enterprises.add(enterprise)
    release = Release.objects.create(name="Opening")
    for record in (article, enterprise):
        releasing.add(release, record, languages=["en", "zh-hans"])
    release = releasing.release_at(release, at=tomorrow())
    assert release.state == Release.State.IN_PLACE
    return release


def places(release, language: str) -> dict[str, str]:
    """Where something of the release is to be seen: what of it, by address."""
    day = timezone.localtime(release.at)
    words = WORDS[language]
    # Parts of the words: what was asked stands on the page in any case.
    headline, name = {"en": ("Zqheadline", "Zqenterprise"), "zh-hans": ("蒹葭苍苍", "苍苍公司")}[language]
    return {
        f"/{language}/": words["article"],
        f"/{language}/news/": words["article"],
        f"/{language}/news/zq-column/": words["article"],
        f"/{language}/news/{day.year}/{day.month:02}/": words["article"],
        f"/{language}/news/feed/": words["article"],
        f"/{language}/news/zq-column/feed/": words["article"],
        f"/{language}/enterprises/": words["enterprise"],
        f"/{language}/search/?q={headline}": words["article"],
        f"/{language}/search/?q={name}": words["enterprise"],
        "/sitemap-articles.xml": f"/{language}/news/{day.year}/{day.month:02}/zq-article/",
        "/sitemap-enterprises.xml": f"/{language}/enterprises/zq-enterprise/",
    }


def pages(release, language: str) -> dict[str, str]:
    """The pages of its own: what their structured data says, by address."""
    day = timezone.localtime(release.at)
    return {
        f"/{language}/news/{day.year}/{day.month:02}/zq-article/": WORDS[language]["article"],
        f"/{language}/enterprises/zq-enterprise/": WORDS[language]["enterprise"],
    }


def structured_data(text: str) -> str:
    return " ".join(re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text, re.DOTALL))


def unmarked(answer) -> str:
    """The page without the marks that the search puts on what was asked for."""
    return re.sub("</?mark>", "", answer.content.decode())


def nothing_of(release, text: str) -> bool:
    own = [word for words in WORDS.values() for word in words.values()]
    return not any(word in text for word in [*own, "zq-article", "zq-enterprise", "3f9c2a7d5e8b1c4f6a0d9e2b"])


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_nothing_is_public_one_second_before_and_all_is_at_the_moment(released, visitor, clock, language):
    clock(released.at - SECOND)
    for address in places(released, language):
        answer = visitor.get(address)
        assert answer.status_code in (200, 404), address
        assert nothing_of(released, unmarked(answer)), address
    for address in pages(released, language):
        answer = visitor.get(address)
        text = answer.content.decode().replace(address, "").replace(address.replace(language, "", 1), "")
        assert answer.status_code == 404, address
        assert not any(words in text for words in WORDS[language].values()), address

    clock(released.at)
    for address, shown in places(released, language).items():
        answer = visitor.get(address)
        assert answer.status_code == 200 and shown in unmarked(answer), address
    for address, said in pages(released, language).items():
        text = visitor.get(address).content.decode()
        assert said in structured_data(text), address
        assert WORDS[language]["picture"] in text and "3f9c2a7d5e8b1c4f6a0d9e2b" in text, address
