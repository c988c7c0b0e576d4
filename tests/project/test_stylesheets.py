"""One stylesheet is served where many are written, and it means the same."""

import pytest

from liangjiang_portal.stylesheets import flattened

SHEETS = {
    "css/site.css": (
        "@layer base, components;\n"
        '@import url("base.css") layer(base);\n'
        '@import url("components/card.css") layer(components);\n'
        "@import url('print.css');\n"
    ),
    "css/base.css": '/* Why: the river. */\nbody { background: url("../img/river.svg"); }\n',
    "css/components/card.css": (
        ".card { background: url(../../img/card.svg); mask: url(data:image/png;base64,AA==) }\n"
    ),
    "css/print.css": "@media print { a { color: black } }\n",
    "css/loop.css": '@import url("loop.css");\n',
    "css/paper.css": '@import url("print.css") print;\n',
}


def test_imports_are_written_into_their_layers():
    assert flattened("css/site.css", SHEETS.__getitem__) == (
        "@layer base, components;\n"
        '@layer base {\nbody { background: url("../img/river.svg"); }\n}\n'
        "@layer components {\n"
        ".card { background: url(../img/card.svg); mask: url(data:image/png;base64,AA==) }\n"
        "}\n"
        "@media print { a { color: black } }\n"
    )


def test_an_import_with_a_condition_stays():
    assert flattened("css/paper.css", SHEETS.__getitem__) == '@import url("print.css") print;\n'


def test_a_stylesheet_that_imports_itself_is_refused():
    with pytest.raises(ValueError, match="css/loop.css imports css/loop.css"):
        flattened("css/loop.css", SHEETS.__getitem__)
