"""Reading many at once needs NumPy and the rules, and neither Django nor a database."""

import subprocess
import sys
from pathlib import Path

from korgoo.identification import bulk
from tests.identification.rules.test_purity import imported_by

PACKAGE = Path(bulk.__file__).parent
ALLOWED = ("korgoo.identification.bulk", "korgoo.identification.rules", "numpy")

READ_WITHOUT_DJANGO = """
import sys
sys.modules["django"] = None
from korgoo.identification import bulk, rules
signs = (rules.Indicator("A1.01", "A1"),)
card = rules.Guideline("k", "1", "p", signs, rule=rules.RuleKind.SIGNS)
found = bulk.outcomes(card, bulk.encode([{"A1.01": rules.Value.PRESENT}], card))
print(bulk.OUTCOMES[found.outcome[0]].value)
"""


def is_allowed(name):
    inside = any(name == one or name.startswith(one + ".") for one in ALLOWED)
    return inside or name.split(".")[0] in sys.stdlib_module_names


def test_it_imports_only_numpy_the_rules_and_the_standard_library():
    modules = sorted(PACKAGE.rglob("*.py"))
    names = {(path.name, name) for path in modules for name in imported_by(path)}
    assert len(modules) >= 4
    assert ("branches.py", "numpy") in names
    assert [pair for pair in names if not is_allowed(pair[1])] == []


def test_it_runs_where_django_cannot_be_imported():
    done = subprocess.run(
        [sys.executable, "-c", READ_WITHOUT_DJANGO],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(PACKAGE.parents[2]), "PATH": ""},
    )
    assert done.stdout.strip() == "signs"
