"""No module needs, while it is loaded, another one that needs it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tests.sweeps.test_layers import LEVEL, loop_of

Edges = set[tuple[str, str]]


def modules_of(root: Path) -> dict[str, Path]:
    """The modules of our apps by their dotted names; a package is its ``__init__``."""
    paths = (path for app in LEVEL for path in (root / app).rglob("*.py") if "migrations" not in path.parts)
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in paths
    }


def needs_of(name: str, path: Path) -> Iterator[str]:
    """The dotted names that a module imports when it is loaded; what its functions import comes later."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)


def edges_of(modules: dict[str, Path]) -> Edges:
    found = set()
    for name, path in modules.items():
        needs = {need for need in needs_of(name, path) if need in modules and need != name}
        # ``from package import module`` means the module; the package is loaded before either.
        found |= {(name, need) for need in needs if not any(other.startswith(f"{need}.") for other in needs)}
    return found


def tied_up(edges: Edges) -> list[str]:
    """The modules of loops, and what lies between two loops: not whoever merely needs one of them."""
    left = set(loop_of(edges))
    return loop_of({(need, name) for name, need in edges if {name, need} <= left})


def test_modules_are_loaded_without_loops():
    modules = modules_of(settings.BASE_DIR)
    edges = edges_of(modules)
    assert len(edges) > 2000
    assert tied_up(edges) == []


def test_a_loop_of_modules_is_seen(tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "one.py").write_text("from . import two\n")
    (tmp_path / "ui" / "two.py").write_text("from .one import three\n")
    (tmp_path / "ui" / "three.py").write_text("from .one import three\n")
    assert tied_up(edges_of(modules_of(tmp_path))) == ["ui.one", "ui.two"]


def test_what_a_function_imports_makes_no_loop(tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "one.py").write_text("from . import two\n")
    (tmp_path / "ui" / "two.py").write_text("def later():\n    from .one import three\n")
    assert tied_up(edges_of(modules_of(tmp_path))) == []
