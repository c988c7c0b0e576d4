"""Everything that the interface says is said in both languages."""

from django.conf import settings
from django.utils.translation import to_locale

from bilingual import catalogue


def test_every_message_is_translated_into_chinese():
    path = settings.LOCALE_PATHS[0] / to_locale("zh-hans") / "LC_MESSAGES" / "django.po"
    found = list(catalogue.sources(settings.BASE_DIR))
    assert len(found) >= 300
    assert catalogue.problems(catalogue.read_catalogue(path), found) == []
