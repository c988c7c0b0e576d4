"""Bytes of a text file to characters, or a refusal: never a page of wrong characters."""

import re

from django.utils.translation import gettext_lazy as _

from articles.importing.refusals import ImportRefused

BYTE_ORDER_MARKS = [
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
]
# Bytes that Windows editors write for curly quotes, dashes, the ellipsis and the hard space in Western text.
WINDOWS_TYPOGRAPHY = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
HIGH_BYTES = re.compile(rb"[\x80-\xff]+")


def decode(data):
    """The text of `data` with line ends as newlines: UTF-8, UTF-16 or GB18030, found by content.

    Raises ImportRefused for NUL and other control characters and for bytes that are none of these encodings.
    """
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    if "\x00" in text:
        raise ImportRefused("nul", _("The file contains NUL bytes, so it is not a text file."))
    # Stray control characters come from copying out of a PDF; many of them mean that this is no text at all.
    if len(CONTROL.findall(text)) > len(text) // 200:
        raise ImportRefused("binary", _("The file contains control characters, so it is not a text file."))
    return CONTROL.sub("", text)


def decoded(data):
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return strict(data, encoding)
    wide = wide_encoding(data)
    if wide:
        return strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # the other two encodings of this country's and of Windows' files follow
    if set(b"".join(HIGH_BYTES.findall(data))) <= WINDOWS_TYPOGRAPHY:
        return data.decode("cp1252")
    text = strict(data, "gb18030")
    if not reads_as_chinese(text):
        refuse_encoding()
    return text


def strict(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        refuse_encoding()


def refuse_encoding():
    raise ImportRefused(
        "undecodable",
        _("The character encoding of this file is not recognised. Save it as UTF-8 and import it again."),
    )


def wide_encoding(data):
    """UTF-16 without a mark gives itself away: in Western text every second byte is zero."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.6 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def reads_as_chinese(text):
    """Whether a GB18030 reading is plausible: its non-ASCII characters are those of everyday simplified text.

    Any odd sequence of bytes decodes to something in GB18030, mostly to rare characters. Everyday ones are the
    set of GB 2312, so nearly all must encode back into it.
    """
    foreign = [character for character in text if character > "\x7f"]
    everyday = sum(1 for character in foreign if is_everyday(character))
    return everyday >= len(foreign) * 0.95


def is_everyday(character):
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "—·…‘’“”€\u3000\u00a0"
    return True
