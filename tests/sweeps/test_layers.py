"""Imports point down: project, surfaces, features, blocks. Features do not know each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

LAYERS = [
    {"liangjiang_portal"},
    {"home", "search", "dossiers", "open_data", "demo", "newsroom"},
    {
        "articles",
        "investment",
        "inquiries",
        "pages",
        "figures",
        "enterprises",
        "policies",
        "procedures",
        "documents",
    },
    {
        "publishing",
        "translation_desk",
        "spreadsheets",
        "link_checking",
        "mentions",
        "subscriptions",
        "search_index",
        "bilingual",
        "media_library",
        "evidence",
        "prose",
        "throttling",
        "ui",
        "workdays",
    },
]
BLOCKS = LAYERS[-1]
LEVEL = {app: level for level, apps in enumerate(LAYERS) for app in apps}

Import = tuple[str, str, str]


def imports_of(app: str, folder: Path) -> Iterator[Import]:
    """(importing app, imported app, "file:line: statement") of each import of one of our apps."""
    for path in sorted(folder.rglob("*.py")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(ast.parse("\n".join(lines))):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules = [node.module]
            else:
                continue
            where = f"{path.relative_to(folder.parent)}:{node.lineno}: {lines[node.lineno - 1].strip()}"
            for module in modules:
                target = module.partition(".")[0]
                if target in LEVEL:
                    yield app, target, where


def all_imports() -> list[Import]:
    return [found for app in LEVEL for found in imports_of(app, settings.BASE_DIR / app)]


def faults_of(imports: list[Import]) -> list[str]:
    """The lines that point up or sideways. Blocks may lean on blocks."""
    return [
        where
        for app, target, where in imports
        if app != target and LEVEL[target] <= LEVEL[app] and not {app, target} <= BLOCKS
    ]


def loop_of(edges: set[tuple[str, str]]) -> list[str]:
    """The apps that can only be understood together: what is left when those without needs are taken away."""
    left = {app for edge in edges for app in edge}
    while free := {app for app in left if not any(a == app and b in left for a, b in edges)}:
        left -= free
    return sorted(left)


def test_every_app_of_ours_has_a_layer():
    ours = {app for app in settings.INSTALLED_APPS if (settings.BASE_DIR / app.partition(".")[0]).is_dir()}
    assert {app.partition(".")[0] for app in ours} == set(LEVEL)


def test_imports_point_down_only():
    imports = all_imports()
    assert len({app for app, _, _ in imports}) >= 10, "the sweep found too few apps that import anything"
    assert faults_of(imports) == []


def test_blocks_lean_on_each_other_without_loops():
    edges = {(app, target) for app, target, _ in all_imports() if app != target and {app, target} <= BLOCKS}
    assert edges
    assert loop_of(edges) == []


def test_an_import_that_points_up_is_told_with_its_line(tmp_path):
    app = tmp_path / "ui"
    app.mkdir()
    (app / "paging.py").write_text("from django.db import models\nfrom articles.models import Article\n")
    assert faults_of(list(imports_of("ui", app))) == ["ui/paging.py:2: from articles.models import Article"]


def test_a_loop_is_seen_through_a_third_app():
    assert loop_of({("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")}) == ["a", "b", "c", "d"]
    assert loop_of({("a", "b"), ("b", "c"), ("d", "a")}) == []
