"""The map of the package: what each mission is for and which modules do it."""

import ast
from pathlib import Path

SRC = Path(__file__).resolve().parents[1]

HEAD = """\
# Map of the modules

Generated from the first line of each module by `korgoo docs`; change it there.
"""


def page() -> str:
    """Write the missions in the alphabet's order, each with its modules."""
    missions = sorted(path for path in SRC.iterdir() if (path / "__init__.py").exists())
    return "\n".join([HEAD, *(_mission(path) for path in missions)])


def _mission(folder: Path) -> str:
    modules = [path for path in sorted(folder.rglob("*.py")) if _is_told(path)]
    rows = [f"- `{path.relative_to(folder).as_posix()}`: {first_line(path)}" for path in modules]
    about = first_line(folder / "__init__.py")
    return "\n".join([f"## korgoo.{folder.name}", "", *([about, ""] if about else []), *rows, ""])


def _is_told(path: Path) -> bool:
    return "migrations" not in path.parts and path.name != "__init__.py" and bool(first_line(path))


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring, empty where it has none."""
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    return doc.splitlines()[0] if doc else ""
