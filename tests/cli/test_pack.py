import json
import shutil
from pathlib import Path

import pytest

KYRGYZSTAN = Path(__file__).resolve().parents[2] / "countries" / "kg"


def test_the_pack_of_kyrgyzstan_is_valid(korgoo):
    result = korgoo("pack", "check", KYRGYZSTAN)
    assert result.stdout == ""
    assert result.exit_code == 0


@pytest.fixture
def broken(tmp_path):
    shutil.copytree(KYRGYZSTAN, tmp_path / "kg")
    (tmp_path / "kg" / "clocks.yaml").write_text("- nonsense: [\n")
    return tmp_path / "kg"


def test_each_fault_names_file_line_and_rule(korgoo, broken):
    result = korgoo("pack", "check", broken)
    assert result.exit_code == 1
    file, line, rule, message = result.stdout.splitlines()[0].split(":", 3)
    assert file == "clocks.yaml"
    assert int(line) >= 1
    assert rule.strip()
    assert message.strip()


def test_a_script_reads_the_faults(korgoo, broken):
    result = korgoo("pack", "check", broken, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["file"] == "clocks.yaml"


def test_a_script_reads_which_item_is_meant(korgoo, tmp_path):
    shutil.copytree(KYRGYZSTAN, tmp_path / "kg")
    view = tmp_path / "kg" / "views" / "labour-inspector.yaml"
    view.write_text(
        view.read_text("utf-8").replace("{D5.01: present}", "{D5.99: present}"), "utf-8"
    )
    (fault,) = json.loads(korgoo("pack", "check", tmp_path / "kg", "--json").stdout)
    assert fault["item"] == "question documents, option kept sets.D5.99"
    assert fault["rule"] == "unknown-indicator"
    line = view.read_text("utf-8").splitlines()[fault["line"] - 1]
    assert "D5.99" in line


def test_a_folder_that_is_not_there_is_wrong_usage(korgoo, tmp_path):
    assert korgoo("pack", "check", tmp_path / "nowhere").exit_code == 2
