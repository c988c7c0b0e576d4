"""What packages say to staff is Chinese to those who work in Chinese."""

import re

from django.utils import translation

from liangjiang_portal.borrowed_words import RESPELT, UNSAID

TYPED_SPACE = re.compile(r"[\u4e00-\u9fff] |(?<!^) [\u4e00-\u9fff]")


def test_what_no_package_says_in_chinese_is_said_by_us():
    with translation.override("zh-hans"):
        spoken = [translation.gettext(words) if isinstance(words, str) else str(words) for words in UNSAID]
    assert [words for words in spoken if words.isascii()] == []


def test_no_space_is_typed_between_chinese_and_other_signs():
    with translation.override("zh-hans"):
        spoken = [translation.gettext(words) for words in RESPELT]
    assert [words for words in spoken if TYPED_SPACE.search(words)] == []
