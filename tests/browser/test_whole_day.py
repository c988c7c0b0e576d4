"""One article through a whole day of the newsroom, from the first Chinese word to an older version brought back.

Every step is a person at a browser, in that person's language; what readers see is asked after each.
"""

import io
import random
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image as Pillow
from playwright.sync_api import expect

from tests.browser.writing import click_into, data_uri, paper, pass_time, paste

HEADLINE = "寸滩码头的夜班调度"
SUMMARY = "夜班调度员如何让三班船在天亮前离港。"
PARAGRAPHS = ("重庆两江新区的寸滩码头每晚装卸460个集装箱。", "调度员在凌晨排好三班船的顺序。")
CAPTIONS = ("码头上的吊机。", "天亮前的泊位。")
CORRECTED = "重庆两江新区的寸滩码头每晚装卸480个集装箱。"
ENGLISH_HEADLINE = "The night shift that sends three ships out by dawn"
ENGLISH_SUMMARY = "How the dispatchers of the night shift get three ships away before daybreak."
ENGLISH_FIRST = "Cuntan terminal in the Liangjiang New Area handles 460 containers a night."
ENGLISH_SECOND = "The dispatchers settle the order of the three ships before daybreak."
ENGLISH_CORRECTED = "Cuntan terminal in the Liangjiang New Area handles 480 containers a night."
PHONE = {"width": 390, "height": 844}
COLUMN = "business"
REVIEWERS = ("reviewer", "second-reviewer", "final-reviewer")
PREPARE = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from articles.models import Column
Column.objects.filter(slug={column!r}).update(review_steps={steps})
for name in {names!r}:
    account, _made = get_user_model().objects.get_or_create(username=name, defaults={{"is_staff": True}})
    account.set_password({password!r})
    account.save()
    account.groups.add(Group.objects.get(name="reviewer"))
"""


class Day:
    """The people of one day, each with a browser that stays logged in, and the article that goes through it."""

    def __init__(self, server, sign_in, open_page, screenshots):
        self.server, self.sign_in, self.open_page = server, sign_in, open_page
        self.folder = screenshots / "day"
        self.folder.mkdir(exist_ok=True)
        self.pages, self.shots = {}, 0
        self.form = self.slug = ""

    def at(self, person: str, page: str = "change", locale: str = "zh-CN"):
        """The browser of a person, at a page about the article."""
        if person not in self.pages:
            self.pages[person] = self.sign_in(person, locale=locale)
        if self.form:
            self.pages[person].goto(self.form.replace("/change/", f"/{page}/"))
        return self.pages[person]

    def shoot(self, page, name: str) -> None:
        self.shots += 1
        page.screenshot(path=self.folder / f"{self.shots:02}-{name}.png", full_page=True)

    def public(self, language: str):
        """What a reader gets at the address of the article."""
        page = self.open_page(viewport={"width": 1280, "height": 900})
        now = timezone.localtime()
        page.goto(f"/{language}/news/{now:%Y/%m}/{self.slug}/")
        return page

    def is_public(self, language: str) -> bool:
        now = timezone.localtime()
        answer = self.pages["editor"].request.get(f"/{language}/news/{now:%Y/%m}/{self.slug}/")
        return answer.status == 200


@pytest.fixture
def day(server, sign_in, open_page, screenshots):
    """A column that asks for three reviews, and three people who give them."""

    def prepare(steps: int) -> None:
        asked = {"column": COLUMN, "steps": steps, "names": REVIEWERS, "password": server.password}
        server.manage("shell", "--verbosity=0", "-c", PREPARE.format(**asked))

    prepare(3)
    yield Day(server, sign_in, open_page, screenshots)
    prepare(0)


def press(page, selector: str, **options) -> None:
    with page.expect_navigation():
        page.locator(selector, **options).click()


def photograph() -> bytes:
    """A picture that the library does not have yet."""
    colours = random.randbytes(12 * 8 * 3)
    stream = io.BytesIO()
    Pillow.frombytes("RGB", (12, 8), colours).resize((960, 640), Pillow.Resampling.BICUBIC).save(
        stream, "JPEG"
    )
    return stream.getvalue()


def from_word() -> str:
    """The text as Word puts it on the clipboard, with a picture and its caption after each paragraph."""
    pieces = []
    for words, caption in zip(PARAGRAPHS, CAPTIONS, strict=True):
        picture = f'<img width=640 src="{data_uri(photograph())}">'
        pieces.append(
            f"<p class=MsoNormal style='mso-pagination:widow-orphan'><span lang=ZH-CN>{words}</span></p>"
        )
        pieces.append(f"<p class=MsoNormal>{picture}<o:p></o:p></p><p class=MsoCaption>{caption}</p>")
    return f"<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>{''.join(pieces)}</body></html>"


def test_the_whole_day_of_one_article(day, watch):
    write_in_chinese(day)
    review(day)
    schedule(day)
    translate(day)
    preview_on_a_phone(day)
    approve_by_link(day)
    publish(day)
    correct(day)
    compare_and_restore(day)


def write_in_chinese(day):
    page = day.at("editor")
    page.goto("/admin/articles/article/add/")
    page.locator("#id_column").select_option(label="财经")
    page.locator("#id_original_language").select_option("zh-hans")
    page.locator("#id_headline_zh_hans").fill(HEADLINE)
    page.locator("#id_summary_zh_hans").fill(SUMMARY)
    text = paper(page, "zh_hans")
    paste(text, from_word())
    text.locator("figure img").nth(1).wait_for()
    day.shoot(page, "written")
    press(page, "[name=_continue]")
    day.form = page.url.split("?")[0]
    day.slug = page.locator("#id_slug").input_value()
    page.locator(".cell.field-body_zh_hans figure img").nth(1).wait_for()
    day.shoot(page, "saved")


def review(day):
    """Asked for once, signed three times by three people; nobody publishes before."""
    page = day.at("editor", "review")
    day.shoot(page, "review-asked")
    press(page, "button[name=submit]")
    for number, name in enumerate(REVIEWERS, 1):
        page = day.at(name)
        page.goto("/admin/publishing/reviewrequest/")
        press(page, ".lines__name", has_text=HEADLINE)
        day.shoot(page, f"review-{number}")
        press(page, "button[name=verdict][value=approved]")
    assert page.locator(".steps__step--signed").count() == 3
    day.shoot(page, "review-done")


def schedule(day):
    page = day.at("publisher", "schedule")
    page.get_by_role("checkbox", name="中文").check()
    page.get_by_role("checkbox", name="英文").uncheck()
    tomorrow = timezone.localtime() + timedelta(days=1)
    page.locator("#id_at").fill(tomorrow.strftime("%Y-%m-%dT08:00"))
    day.shoot(page, "schedule")
    press(page, "button[name=deed][value=publish]")
    day.shoot(page, "scheduled")
    assert page.locator(".state--scheduled").count() == 1
    assert not day.is_public("zh-hans")


def translate(day):
    page = day.at("translator", locale="en-GB")
    page.goto("/admin/translation_desk/translationtask/?language=en")
    day.shoot(page, "queue")
    row = page.locator("tr", has_text=HEADLINE)
    for button in (row.locator("button[name=take]"), row.get_by_role("link").first):
        with page.expect_navigation():
            button.click()
    page.locator(".pair .ProseMirror").wait_for()
    term = page.locator(".hits .is-missing", has_text="Liangjiang New Area").last
    term.wait_for()
    page.locator("#text-headline").fill(ENGLISH_HEADLINE)
    page.locator("#text-summary").fill(ENGLISH_SUMMARY)
    click_into(page.locator(".pair .ProseMirror"))
    page.keyboard.insert_text(ENGLISH_FIRST)
    term.wait_for(state="detached")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(ENGLISH_SECOND)
    day.shoot(page, "translating")
    press(page, ".translation__save button")
    day.shoot(page, "translated")
    page.goto("/admin/translation_desk/translationtask/?language=en")
    assert page.locator("tr", has_text=HEADLINE).count() == 0


def preview_on_a_phone(day):
    page = day.at("publisher", "preview")
    page.locator("input[name=width][value='390']").check()
    for name, words in (("English", ENGLISH_HEADLINE), ("中文", HEADLINE)):
        frame = page.locator(f".bench__edition:has(:text-is('{name}')) iframe")
        assert round(frame.bounding_box()["width"]) == PHONE["width"]
        expect(frame.content_frame.locator("h1")).to_have_text(words)
    day.shoot(page, "preview-phone")


def approve_by_link(day):
    page = day.at("publisher", "preview")
    page.locator("[name=recipient]").fill("港务顾问")
    page.locator("[name=may_approve]").check()
    press(page, "form.share [type=submit]")
    address = page.locator(".bench__link").input_value()
    day.shoot(page, "link-made")
    adviser = day.open_page(viewport=PHONE, locale="en-GB")
    adviser.goto(re.sub(r"^https?://[^/]+", day.server.url, address))
    assert adviser.locator("h1").inner_text() == ENGLISH_HEADLINE
    day.shoot(adviser, "link-on-a-phone")
    adviser.get_by_label("Your name").fill("Port adviser")
    adviser.get_by_label("Approve", exact=True).check()
    adviser.get_by_role("button", name="Send").click()
    adviser.get_by_text("Thank you. The newsroom has received it.").wait_for()
    page = day.at("publisher", "preview")
    assert "Port adviser" in page.locator(".remarks").inner_text()
    day.shoot(page, "approved-by-link")


def publish(day):
    sign_again(day, "editor")
    page = day.at("publisher")
    press(page, "[name=_publish_en]")
    day.shoot(page, "published")
    assert page.locator(".bar__edition .state--live").count() == 1
    assert day.is_public("en")


def sign_again(day, author: str) -> None:
    page = day.at(author, "review")
    press(page, "button[name=submit]")
    for name in REVIEWERS:
        press(day.at(name, "review"), "button[name=verdict][value=approved]")


def correct(day):
    """Both editions are live by now; a number was wrong in both, and readers are told."""
    let_it_be_public(day)
    page = day.at("editor")
    for language, words in (("zh_hans", CORRECTED), ("en", ENGLISH_CORRECTED)):
        page.locator(f".cell.field-body_{language} .ProseMirror p").first.click(click_count=3)
        pass_time(page)
        page.keyboard.insert_text(words)
    page.locator("#corrections-group .add-row a").click()
    page.locator("#id_corrections-0-corrected_on").fill(timezone.localdate().isoformat())
    page.locator("#id_corrections-0-text_en").fill("An earlier version gave 460 containers.")
    page.locator("#id_corrections-0-text_zh_hans").fill("此前版本误为460个集装箱。")
    day.shoot(page, "correcting")
    press(page, "[name=_continue]")
    assert CORRECTED not in day.public("zh-hans").locator("main").inner_text()
    sign_again(day, "editor")
    for language in ("en", "zh_hans"):
        page = day.at("publisher")
        press(page, f"[name=_publish_{language}]")
    day.shoot(page, "corrected")
    for language, words in (("en", ENGLISH_CORRECTED), ("zh-hans", CORRECTED)):
        reader = day.public(language)
        assert words in reader.locator("main").inner_text()
        day.shoot(reader, f"public-{language}")


def let_it_be_public(day):
    """The Chinese edition is moved to a moment a few seconds away, and comes by itself."""
    page = day.at("publisher", "schedule")
    page.get_by_role("checkbox", name="中文").check()
    page.get_by_role("checkbox", name="英文").uncheck()
    soon = timezone.localtime() + timedelta(seconds=15)
    page.locator("#id_at").fill(soon.strftime("%Y-%m-%dT%H:%M:%S"))
    press(page, "button[name=deed][value=publish]")
    day.shoot(page, "moved")
    is_public = day.is_public("zh-hans")
    assert timezone.localtime() >= soon.replace(microsecond=0) or not is_public
    while timezone.localtime() <= soon:
        page.wait_for_timeout(200)
    assert day.is_public("zh-hans")


def compare_and_restore(day):
    page = day.at("editor", "versions")
    day.shoot(page, "versions")
    first, last = page.locator("input[name=from]"), page.locator("input[name=to]")
    first.last.check()
    last.first.check()
    press(page, ".history__submit [type=submit]")
    day.shoot(page, "comparison")
    assert page.locator("ins.diff").get_by_text("480").count() >= 1
    page.locator(".version a.button").first.click()
    assert page.locator(".cell.field-body_zh_hans .ProseMirror p").first.inner_text() == PARAGRAPHS[0]
    day.shoot(page, "restoring")
    press(page, "[name=_continue]")
    page = day.at("editor")
    assert page.locator(".cell.field-body_zh_hans .ProseMirror p").first.inner_text() == PARAGRAPHS[0]
    day.shoot(page, "restored")
    assert CORRECTED in day.public("zh-hans").locator("main").inner_text()
