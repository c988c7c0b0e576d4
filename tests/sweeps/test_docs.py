"""What the documentation names is there: files, commands, targets, variables, apps."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

ROOT = settings.BASE_DIR
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
#: A file by its ending, or a path that begins with a folder of the project.
FILE = re.compile(r"[\w.*/-]+\.(?:py|toml|html|css|js|md|txt|webp)")
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}
#: Made while the portal runs.
STATE = "var/"
VARIABLE = re.compile(r"[A-Z][A-Z]+(?:_[A-Z]+)+")
READ = re.compile(r"""(?:env\.\w+|os\.environ(?:\.get)?)[(\[]\s*"(\w+)""")


def code_of(page: Path) -> list[str]:
    return CODE.findall(page.read_text(encoding="utf-8"))


def paths_of(page: Path) -> Iterator[str]:
    for code in code_of(page):
        for word in code.split():
            named = FILE.fullmatch(word) or word.partition("/")[0] in FOLDERS and "/" in word
            if named and not word.startswith(("/", STATE)) and "<" not in word:
                yield word


def is_there(path: str, page: Path) -> bool:
    """A path from the root or from the page; of a bare name, any file that is called so."""
    if "/" in path:
        return any(ROOT.glob(path.rstrip("/"))) or (page.parent / path).exists()
    return any((folder / path).exists() for folder in (ROOT, page.parent)) or any(
        True for folder in FOLDERS - {"var", ".venv", ".git"} for _found in (ROOT / folder).rglob(path)
    )


def missing(found: Iterator[tuple[Path, str]]) -> list[str]:
    return [f"{page.relative_to(ROOT)}: {name}" for page, name in found]


def test_every_file_that_is_named_is_there():
    named = [(page, path) for page in PAGES for path in paths_of(page)]
    assert len(named) > 40
    assert missing((page, path) for page, path in named if not is_there(path, page)) == []


def test_every_link_and_picture_leads_to_a_file():
    links = [(page, link) for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert len(links) > 40
    assert missing((page, link) for page, link in links if not (page.parent / link).exists()) == []


def test_every_command_that_is_named_can_be_run():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    known = {"manage.py": set(get_commands()), "make": set(targets)}
    named = [
        (page, tool, command)
        for page in PAGES
        for tool, command in re.findall(r"(manage\.py|\bmake) ([a-z_-]+)", " ".join(code_of(page)))
    ]
    assert len(named) > 12
    assert missing((page, f"{tool} {name}") for page, tool, name in named if name not in known[tool]) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_variable_that_is_named_is_read(page):
    named = {word for code in code_of(page) for word in VARIABLE.findall(code.partition("=")[0])}
    assert named - {f"{name}_FILE" for name in read_variables()} - read_variables() - {"NAME_FILE"} == set()


def test_every_variable_that_is_read_is_told():
    told = set(code_of(ROOT / "docs/configuration.md"))
    mine = {name for name in read_variables() if not name.startswith("DJANGO_")}
    assert len(mine) > 20
    assert mine - told == set()


def read_variables() -> set[str]:
    folders = [ROOT / "liangjiang_portal", ROOT / "tests"]
    sources = [ROOT / "serve.py", *(path for folder in folders for path in folder.rglob("*.py"))]
    return {name for path in sources for name in READ.findall(path.read_text(encoding="utf-8"))}


def test_the_architecture_says_of_every_app_what_it_is_for():
    table = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## Layers")[2]
    told = re.findall(r"^\| (?:\w+)? *\| `(\w+)` \| .{20,} \|$", table, re.MULTILINE)
    ours = {
        app.name.partition(".")[0]
        for app in apps.get_app_configs()
        if (ROOT / app.name.partition(".")[0]).is_dir()
    }
    assert sorted(told) == sorted(ours)
