"""Letters about what was scheduled and did not happen."""

from __future__ import annotations

from django.utils.translation import override

from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES

from ..desk import page_of
from ..mailing import write_to


def not_published(person, record, reason: dict[str, str], *, key: str) -> None:
    """Tell who had scheduled a record or a release that it was not published, and why, by language.

    ``key`` names the event. Somebody who gets no mail finds the news on the record's page.
    """
    if person is None:
        return
    name = {}
    for language in LANGUAGES:
        with override(language):
            name[language] = str(record)
    write_to(
        person,
        "not_published",
        key=key,
        context={"name": name, "reason": reason, "url": absolute(page_of(record))},
    )
