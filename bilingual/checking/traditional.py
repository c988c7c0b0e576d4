"""Traditional characters with their simplified forms, as OpenCC knows them."""

from __future__ import annotations

from opencc import OpenCC

_HAN = [chr(point) for point in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
#: traditional → simplified, one character each, whatever stands beside it.
SIMPLIFIED = {
    character: simplified
    for character, simplified in zip(_HAN, OpenCC("t2s").convert("\n".join(_HAN)).split("\n"), strict=True)
    if simplified != character
}


def _is_in_use(character: str) -> bool:
    """Whether GB 2312, the simplified set, has it."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


#: Those that simplified text never uses, while it does use their simplified form. 乾 (乾隆) and 後 (a surname) are not
#: among them: they are right in simplified text too.
NEVER_SIMPLIFIED = {
    character: simplified
    for character, simplified in SIMPLIFIED.items()
    if not _is_in_use(character) and _is_in_use(simplified)
}
