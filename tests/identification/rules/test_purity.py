"""The rules run without Django and without anything that is not Python's own."""

import ast
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import korgoo
from korgoo.identification import rules
from korgoo.identification.rules import Value, read
from tests.identification.rules.weights import ADULT, present

PACKAGE = Path(rules.__file__).parent
OWN = "korgoo.identification.rules"

IMPORT_WITHOUT_DJANGO = """
import sys
sys.modules["django"] = None
import korgoo.identification.rules as rules
card = rules.Guideline("k", "1", "adult_labour", ())
print(rules.read(card, {}).because.value)
print(sorted(name for name in sys.modules if name.startswith("django") and name != "django"))
"""


def imported_by(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield node.module


def is_allowed(name):
    return (
        name == OWN or name.startswith(OWN + ".") or name.split(".")[0] in sys.stdlib_module_names
    )


def test_the_rules_import_only_the_standard_library_and_themselves():
    modules = sorted(PACKAGE.rglob("*.py"))
    names = {(path.name, name) for path in modules for name in imported_by(path)}
    assert len(modules) >= 8
    assert ("engine.py", "collections.abc") in names
    assert [pair for pair in names if not is_allowed(pair[1])] == []


def test_the_rules_run_where_django_cannot_be_imported():
    source = str(Path(korgoo.__file__).parents[1])
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {source!r})\n{IMPORT_WITHOUT_DJANGO}",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.split("\n")[:2] == ["nothing_answered", "[]"]


def test_a_full_list_is_read_in_a_few_milliseconds():
    answers = [
        {},
        present("D1.01 D1.08 D4.01 D4.04"),
        present("D1.01 D3.02 D3.03 D3.04 D5.01 D4.01 D4.04"),
        {sign.code: Value.REFUSED for sign in ADULT.indicators},
    ]
    for one in answers:
        assert min(seconds(one) for _ in range(30)) < 0.005


def seconds(answers):
    start = perf_counter()
    read(ADULT, answers)
    return perf_counter() - start
