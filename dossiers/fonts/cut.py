"""Cuts the faces of dossiers out of Noto Sans CJK SC: ``python dossiers/fonts/cut.py FOLDER_OF_THE_TTC_FILES``.

Needs fonttools, which the portal itself does not. What is kept: every character of GB 2312, Latin with its accents,
punctuation, currency and arrows, and characters that are common in names but missing in GB 2312.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).parent
FAMILY = "Noto Sans CJK SC"
FACES = {"Regular": "NotoSansCJK-Regular.ttc", "Bold": "NotoSansCJK-Bold.ttc"}
#: Ranges beside GB 2312: Latin, spacing and punctuation, superscripts, currency, letter-like signs, arrows,
#: mathematics, circled numbers, shapes, Chinese punctuation, full-width forms.
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2190, 0x2199),
    (0x2200, 0x22FF),
    (0x2460, 0x2473),
    (0x25A0, 0x25FF),
    (0x3000, 0x3020),
    (0xFF00, 0xFFEF),
]
NAMES = (
    "喆堃昇玥珺瑀璟祎赟頔叶懿暐彧旻昉晞杺栎桉淏湉溎滢滪漷潞焱煊燚玘珩琤琰瑄瑆瑗璇璘瓒皓睿祺禛筱粦綦羿翀芃茜荃莘菡蓁薷蘅袆诩谞贇迺郗郫鄢铄铖锜锘锴锶镈镕"
    "镔镠闰阚隽霈雱頫颀飒馥骁骉骎鹄鹮黟龑钒钇钕铥镝铽钬铒镱镥钪锇铱锫锎锿镄钔锘铹𬬻𬭊𬭳𬭛昳暅墈涢峂岙堉垚堽埗圳圐圙塱嵛嶷峣"
    "砼鲶鲘鳡鳤鳂氘氚氕氙氡氪囧瞭乾藉麽冇槑犇骉犇焜熺烜淼鑫森晶品犟囍粿煲馕馐粢"
)
#: Units per em of the outlines that are kept: 1000 as in the original.
TOLERANCE = 1.0


#: Marks that Chinese sets in a square of their own and English in their own width.
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x2190, 0x2192, 0x2212, 0x20AC}


def wanted() -> set[int]:
    points = {point for first, last in RANGES for point in range(first, last + 1)}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                points.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return points | {ord(character) for character in NAMES}


def cut(collection: Path, style: str, is_latin: bool) -> Path:
    face = next(
        font for font in TTCollection(collection).fonts if font["name"].getDebugName(1).startswith(FAMILY)
    )
    if is_latin:
        _set_in_own_width(face)
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    options.name_IDs, options.name_languages = [0, 1, 2, 3, 4, 5, 6, 13, 14], [0x409]
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GSUB", "GPOS", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LATIN if is_latin else wanted())
    subsetter.subset(face)
    _as_truetype(face)
    name = f"NotoSans{'Latin' if is_latin else 'SC'}-{style}"
    # The PDF writer takes two files of one name for one face.
    face["name"].setName(name, 6, 3, 1, 0x409)
    path = HERE / f"{name}.ttf"
    face.save(path)
    return path


def _set_in_own_width(font: TTFont) -> None:
    """Lead the characters to the glyphs that the feature ``pwid`` would put in their places."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for index in record.Feature.LookupListIndex
    }
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            mapping = getattr(subtable, "ExtSubTable", subtable).mapping
            for encoding in font["cmap"].tables:
                if encoding.isUnicode() and hasattr(encoding, "cmap"):
                    encoding.cmap.update(
                        {point: mapping[name] for point, name in encoding.cmap.items() if name in mapping}
                    )


def _as_truetype(font: TTFont) -> None:
    """Outlines of the kind that the PDF writer embeds: quadratic ones in a ``glyf`` table."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), table
    for name, glyph in table.glyphs.items():
        glyph.recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in (
        "maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints maxCompositeContours "
        "maxComponentDepth"
    ).split():
        setattr(maxp, name, 1 if name == "maxZones" else 0)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for style, name in FACES.items():
        for is_latin in (False, True):
            path = cut(folder / name, style, is_latin)
            print(path, path.stat().st_size)
