"""Finds the messages of a Django template the way Django itself looks them up."""

import re
from collections.abc import Iterator

from django.template import TemplateSyntaxError
from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

CONSTANT = re.compile(r"""_\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\)""")
QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
ESCAPED = re.compile(r"\\(.)")

Found = tuple[str | tuple[str, str], str | None]


def extract_template(text: str, name: str) -> Iterator[Found]:
    """Yields (message, context) for each message of ``text``; a message is a text or a pair of
    singular and plural. Raises TemplateSyntaxError, naming ``name``, for a block left open."""
    tokens = iter(Lexer(text).tokenize())
    in_comment = False
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        words = list(smart_split(token.contents))
        tag = words[0] if words and token.token_type == TokenType.BLOCK else ""
        if tag in ("comment", "endcomment"):
            in_comment = tag == "comment"
        if in_comment:
            continue
        for constant in CONSTANT.findall(token.contents):
            yield _doubled(_unquoted(constant)), None
        if tag in ("translate", "trans"):
            yield from _translate(words)
        elif tag in ("blocktranslate", "blocktrans"):
            yield _blocktranslate(words, tokens, name)


def _translate(words: list[str]) -> Iterator[Found]:
    match = QUOTED.match(words[1]) if len(words) > 1 else None
    if match:
        yield _doubled(_unquoted(match.group(1))), _context(words)


def _blocktranslate(words: list[str], tokens: Iterator[Token], name: str) -> Found:
    forms: list[list[str]] = [[]]
    for token in tokens:
        if token.token_type == TokenType.TEXT:
            forms[-1].append(token.contents.replace("%", "%%"))
        elif token.token_type == TokenType.VAR:
            forms[-1].append(f"%({token.contents})s")
        elif token.token_type == TokenType.BLOCK and token.contents.strip() == "plural":
            forms.append([])
        elif token.token_type == TokenType.BLOCK:
            break
    else:
        raise TemplateSyntaxError(f"{name}: a blocktranslate is not closed.")
    texts = ["".join(form) for form in forms]
    if "trimmed" in words:
        texts = [trim_whitespace(text) for text in texts]
    message = texts[0] if len(texts) == 1 else (texts[0], texts[1])
    return message, _context(words)


def _context(words: list[str]) -> str | None:
    if "context" not in words[:-1]:
        return None
    match = QUOTED.fullmatch(words[words.index("context") + 1])
    return _unquoted(match.group(1)) if match else None


def _unquoted(constant: str) -> str:
    return ESCAPED.sub(r"\1", constant[1:-1])


def _doubled(text: str) -> str:
    """Django doubles the percent signs of a constant before it looks the message up."""
    return text.replace("%", "%%")
