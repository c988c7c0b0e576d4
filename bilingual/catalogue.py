"""The catalogue of interface messages: read from the source, kept in step, compiled.

Works without GNU gettext. Sources are Python modules (calls of ``gettext`` and its relatives, also
under the name ``_``) and templates (``translate``, ``blocktranslate`` and ``_("…")`` in any tag).
"""

import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bilingual.template_messages import extract_template

DOMAIN = "django"
LEFT_OUT = {".git", ".venv", "var", "tests", "node_modules", "__pycache__", "static", "migrations", "docs"}
_ONE, _PLURAL, _CONTEXT, _CONTEXT_PLURAL = None, (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": _ONE,
    "gettext": _ONE,
    "gettext_lazy": _ONE,
    "gettext_noop": _ONE,
    "ngettext": _PLURAL,
    "ngettext_lazy": _PLURAL,
    "pgettext": _CONTEXT,
    "pgettext_lazy": _CONTEXT,
    "npgettext": _CONTEXT_PLURAL,
    "npgettext_lazy": _CONTEXT_PLURAL,
}
# Named and positional ones of the % operator, and those of str.format.
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Source:
    """One message as the source says it."""

    message: str | tuple[str, str]
    context: str | None
    path: str


def sources(root: Path) -> Iterator[Source]:
    """Every message below ``root``, in the order of file names, with the file that says it."""
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".py":
            found = _extract_module(path)
        else:
            found = extract_template(path.read_text(encoding="utf-8"), name)
        for message, context in found:
            yield Source(message, context, name)


def read_catalogue(path: Path) -> Catalog:
    """The catalogue stored at ``path`` (a .po file); an empty one for its language when there is none."""
    locale = path.parent.parent.name
    if not path.exists():
        return Catalog(locale=locale, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=locale, domain=DOMAIN)


def merged(stored: Catalog, found: Iterable[Source]) -> Catalog:
    """A catalogue of exactly the messages found, with the translations that are stored for them."""
    catalogue = Catalog(locale=stored.locale, domain=DOMAIN, fuzzy=False)
    for source in found:
        kept = stored.get(_key(source.message), source.context)
        translation = kept.string if kept and not kept.fuzzy else None
        if isinstance(source.message, tuple) and isinstance(translation, str):
            translation = (translation,) if translation else None
        flags = kept.flags if kept else ()
        catalogue.add(
            source.message,
            translation or "",
            locations=[(source.path, 0)],
            context=source.context,
            flags=[flag for flag in flags if flag != "fuzzy"],
        )
    return catalogue


def write_catalogue(path: Path, catalogue: Catalog) -> bool:
    """Stores the catalogue, sorted by message, without dates or line numbers; whether that changed it."""
    catalogue.header_comment = (
        "# Messages of the interface. Written by `manage.py messages`; translations by hand."
    )
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=True)
    header = (
        f"{catalogue.header_comment}\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    content = header.encode() + buffer.getvalue().rstrip() + b"\n"
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def problems(stored: Catalog, found: Iterable[Source]) -> list[str]:
    """What keeps the catalogue from being complete, one line each: messages without a translation,
    uncertain or unused ones, and placeholders that a translation dropped or made up."""
    lines = []
    known = set()
    for source in found:
        key = (_key(source.message), source.context)
        if key in known:
            continue
        known.add(key)
        message = stored.get(*key)
        if message is None or not _is_translated(message):
            lines.append(f"not translated: {key[0]!r} ({source.path})")
        elif message.fuzzy:
            lines.append(f"uncertain: {key[0]!r} ({source.path})")
        else:
            lines += [f"{fault}: {key[0]!r} ({source.path})" for fault in _placeholder_faults(message)]
    for message in stored:
        if message.id and (_key(message.id), message.context) not in known:
            lines.append(f"no longer used: {_key(message.id)!r}")
    return lines


def compile_catalogues(folders: Iterable[Path]) -> list[Path]:
    """Writes the .mo beside every .po that is newer than it; gives back the files written.

    A file appears complete or not at all, so that a process that starts meanwhile reads a whole one.
    """
    written = []
    for folder in folders:
        for source in sorted(Path(folder).glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
                continue
            draft = target.with_name(f"{target.name}.{os.getpid()}")
            with draft.open("wb") as file:
                write_mo(file, read_catalogue(source), use_fuzzy=False)
            draft.replace(target)
            written.append(target)
    return written


def _files(root: Path) -> list[Path]:
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT)
        inside_templates = "templates" in Path(folder).relative_to(root).parts
        for name in sorted(names):
            if name.endswith(".py") or (inside_templates and name.endswith((".html", ".txt", ".xml"))):
                found.append(Path(folder) / name)
    return found


def _extract_module(path: Path) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    with path.open("rb") as file:
        for _line, function, arguments, _comments in extract_python(file, KEYWORDS, (), {}):
            texts = arguments if isinstance(arguments, tuple | list) else (arguments,)
            spec = KEYWORDS[function]
            context = texts[0] if spec in (_CONTEXT, _CONTEXT_PLURAL) else None
            if context is not None:
                texts = texts[1:]
            wanted = 2 if spec in (_PLURAL, _CONTEXT_PLURAL) else 1
            texts = tuple(texts[:wanted])
            if len(texts) == wanted and all(texts):
                yield (texts if wanted == 2 else texts[0]), context


def _key(message: str | tuple | list) -> str:
    return message if isinstance(message, str) else message[0]


def _strings(message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def _is_translated(message) -> bool:
    strings = _strings(message)
    return bool(strings) and all(strings)


def _placeholder_faults(message) -> list[str]:
    """Chinese has one plural form, so it is held against the plural of the source."""
    wanted = _placeholders(message.id if isinstance(message.id, str) else message.id[-1])
    faults = []
    for string in _strings(message):
        given = _placeholders(string)
        faults += [f"drops the placeholder {name}" for name in sorted(wanted - given)]
        faults += [f"has the unknown placeholder {name}" for name in sorted(given - wanted)]
    return faults


def _placeholders(text: str) -> set[str]:
    return {match.group(0) for match in _PLACEHOLDER.finditer(text)}
