"""The record of dependencies, and what a tracked file must not hold."""

import shutil
import subprocess

import pytest

from scripts.check_dependencies import faults as record_faults
from scripts.check_dependencies import required
from scripts.check_tracked import faults, main, tracked

GIT = shutil.which("git")
PYPROJECT = """\
[project]
dependencies = ["Django~=5.2.0", "psycopg[binary]"]
[project.optional-dependencies]
dev = ["factory_boy"]
"""
RECORD = """\
| name | why | considered |
| --- | --- | --- |
| `Django` | the web | Flask |
| `psycopg` | PostgreSQL | psycopg2 |
| `factory-boy` | tests | fixtures |
"""


def test_requirements_are_named_plainly():
    assert required(PYPROJECT) == {"django", "psycopg", "factory-boy"}


def test_a_whole_record_passes():
    assert record_faults(RECORD, required(PYPROJECT)) == []


CHANGES = [
    ("| `psycopg` | PostgreSQL | psycopg2 |\n", "", ["1: missing: psycopg has no row"]),
    ("psycopg2 |", "|", ["4: reason: psycopg needs a reason and what was considered"]),
    ("`Django`", "`Flask`", ["3: unknown: flask is not in pyproject.toml", "1: missing: django has no row"]),
    ("`Django`", "`psycopg`", ["4: double: psycopg", "1: missing: django has no row"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"), CHANGES, ids=["missing", "bare", "unknown", "double"]
)
def test_a_record_that_lags_is_named(old, new, said):
    assert record_faults(RECORD.replace(old, new), required(PYPROJECT)) == said


@pytest.fixture
def repository(tmp_path):
    subprocess.run([GIT, "init", "-q", tmp_path], check=True)
    return tmp_path


def _found(repository, text):
    file = repository / "notes.md"
    file.write_text(text, encoding="utf-8")
    subprocess.run([GIT, "-C", repository, "add", "notes.md"], check=True)
    return [fault for path in tracked(repository) for fault in faults(path, repository)]


# Put together here, so that this file passes its own check.
FORBIDDEN = [
    ("package index", "https://" + "pypi" + ".org/simple"),
    ("package index", "--index-url" + " https://packages.example/"),
    ("machine path", "see " + "/home/" + "aida/korgoo"),
    ("machine path", "see " + "/wo" + "rk/main"),
    ("machine path", "cd " + "/ro" + "ot/korgoo"),
]


@pytest.mark.parametrize(("rule", "text"), FORBIDDEN, ids=lambda value: value[:14])
def test_a_forbidden_text_is_named_with_its_line(repository, rule, text):
    found = _found(repository, f"first line\n{text}\n")
    assert len(found) == 1
    assert found[0].startswith(f"notes.md:2: {rule}:")


@pytest.mark.parametrize(
    "text", ["/srv/korgoo", "/".join(("social", "work", "plan")), "~/korgoo", "/var/lib/korgoo"]
)
def test_ordinary_places_pass(repository, text):
    assert _found(repository, text) == []


def test_a_folder_without_tracked_files_is_not_a_pass(repository):
    with pytest.raises(RuntimeError, match="no tracked files"):
        tracked(repository)


def test_this_repository_passes(capsys):
    code = main()
    assert code == 0, capsys.readouterr().out
