"""What an installed platform has of matching, and what it loads."""

import subprocess
import sys
from pathlib import Path

import pytest
from setuptools.dist import Distribution

ROOT = Path(__file__).resolve().parents[2]


def test_a_wheel_holds_the_loops_in_c(monkeypatch):
    monkeypatch.chdir(ROOT)
    distribution = Distribution()
    distribution.parse_config_files(["pyproject.toml"])
    distribution.package_dir = {"": "src"}
    build = distribution.get_command_obj("build_py")
    build.ensure_finalized()
    build.manifest_files = {}  # what lies in a folder by chance does not count
    found = build.find_data_files("korgoo.matching", "src/korgoo/matching")

    assert [Path(name).name for name in found] == ["native.c"]


@pytest.mark.parametrize(
    "module", ["search", "counting", "search_store", "usual", "encoding", "candidates"]
)
def test_a_server_that_only_searches_loads_no_trees(module):
    asked = f"import sys, korgoo.matching.{module}; sys.exit('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT / "src", check=False)

    assert done.returncode == 0
