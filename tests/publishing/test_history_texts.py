"""Comparing words: by phrase in both languages, block by block in rich texts."""

import random

import pytest

from publishing.history.blocks import compare_blocks
from publishing.history.texts import MOST_PAIRS, compare_texts


def said(before, after):
    """The comparison as one line: [-removed-], {+added+}, a changed number with # inside."""
    marks = {"same": "%s", "removed": "[-%s-]", "added": "{+%s+}"}
    return "".join(
        marks[piece.change] % (piece.text + "#" * piece.is_number) for piece in compare_texts(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("总投资463亿元。", "总投资470亿元。", "总投资[-463亿#-]{+470亿#+}元。"),
        ("增长19.2%。", "增长19.5%。", "增长[-19.2%#-]{+19.5%#+}。"),
        (
            "举行签约仪式，长安汽车参加。",
            "举行云签约仪式，长安汽车出席。",
            "举行{+云+}签约仪式，长安汽车[-参加-]{+出席+}。",
        ),
        (
            "46.3 billion yuan in 2021",
            "46.5 billion yuan in 2021",
            "[-46.3 billion#-]{+46.5 billion#+} yuan in 2021",
        ),
        ("Changan opened", "Chang'an opened", "[-Changan-]{+Chang'an+} opened"),
        ("", "新", "{+新+}"),
        ("same", "same", "same"),
        ("", "", ""),
    ],
)
def test_changes_are_told_by_phrase(before, after, line):
    assert said(before, after) == line


def test_a_sign_that_both_share_by_chance_does_not_part_a_change():
    assert said("始甲乙丙末", "始丁乙戊末") == "始[-甲乙丙-]{+丁乙戊+}末"


def test_the_pieces_of_any_two_texts_give_both_back():
    dice = random.Random(7)
    alphabet = ["两", "江", "新区", "。", ", ", "word ", "word", "12", "3.5%", "亿", "\n", " "]
    for _ in range(300):
        before, after = ("".join(dice.choices(alphabet, k=dice.randrange(40))) for _ in range(2))
        pieces = compare_texts(before, after)
        assert "".join(piece.text for piece in pieces if piece.change != "removed") == after
        assert "".join(piece.text for piece in pieces if piece.change != "added") == before


def test_long_texts_are_compared_by_sentence_and_give_both_back():
    dice = random.Random(3)
    sentences = ["".join(dice.choices("两江新区举行签约仪式", k=30)) + "。" for _ in range(200)]
    changed = [f"变{sentence}" if number % 3 == 0 else sentence for number, sentence in enumerate(sentences)]
    before, after = "".join(sentences), "".join(changed)
    assert len(before) * len(after) > MOST_PAIRS
    pieces = compare_texts(before, after)
    assert "".join(piece.text for piece in pieces if piece.change != "removed") == after
    assert {piece.text for piece in pieces if piece.change == "added"} == {"变"}


def changes(before, after):
    return [(block.kind, block.change) for block in compare_blocks(before, after)]


def test_blocks_that_were_changed_added_removed_and_moved_are_told_apart():
    before = "<p>One two three.</p><p>Gone entirely.</p><h2>Head</h2><p>Walks about.</p>"
    after = "<p>Walks about.</p><p>One two four.</p><h2>Head</h2><ul><li>Fresh</li></ul>"
    assert changes(before, after) == [
        ("p", "moved"),
        ("p", "changed"),
        ("p", "removed"),
        ("h2", "same"),
        ("li", "added"),
    ]


def test_no_removal_hides_behind_a_paragraph_that_stood_twice():
    assert (
        changes("<p>A</p><p>B</p><p>B</p><p>C</p>", "<p>B</p><p>A</p><p>C</p>").count(("p", "removed")) == 2
    )


def test_words_that_only_became_bold_are_said_to_look_different():
    assert changes("<p>A word</p>", "<p>A <strong>word</strong></p>") == [("p", "styled")]


def test_a_link_that_leads_elsewhere_is_shown_with_both_addresses():
    (block,) = compare_blocks('<p><a href="/a/">x</a></p>', '<p><a href="/b/">x</a></p>')
    assert [(piece.change, piece.text) for piece in block.pieces] == [
        ("same", "x"),
        ("removed", " ⟨/a/⟩"),
        ("added", " ⟨/b/⟩"),
    ]


def test_an_exchanged_picture_keeps_its_caption_and_names_both():
    figure = '<figure><img data-file="%s"><figcaption>Caption</figcaption></figure>'
    (block,) = compare_blocks(figure % 3, figure % 4)
    assert (block.change, block.image_before, block.image) == ("changed", "3", "4")


def test_paragraphs_far_from_a_change_are_only_counted():
    text = "".join(f"<p>Paragraph {number} stays.</p>" for number in range(9))
    blocks = compare_blocks(text, text + "<p>End</p>")
    assert [block.left_out for block in blocks] == [8, 0, 0]


@pytest.mark.parametrize("html", ["", "text", "<p>", "</p></ul>", "<table><tr><td>1", "<p>a<h2>b</p>c"])
def test_markup_that_is_not_in_order_is_compared_all_the_same(html):
    assert [block.change for block in compare_blocks("", html)] == ["added"] * len(compare_blocks("", html))
    assert {block.change for block in compare_blocks(html, html)} <= {"same"}
