import json

import pytest

from korgoo.agencies.models import Agency, Decision, ListImport
from tests.agencies.conftest import csv_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def right(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(csv_of({}, {"country": "DE", "permit_number": "32"}))
    return path


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "wrong.csv"
    path.write_bytes(csv_of({}, {"country": "Нарния"}))
    return path


def test_a_list_is_taken_and_the_same_list_adds_nothing(korgoo, right):
    first = korgoo("agencies", "import", right, "--day", "2026-03-01")
    second = korgoo("agencies", "import", right, "--day", "2026-03-01")

    assert first.exit_code == second.exit_code == 0
    assert "1 agency, 2 permits, 2 decisions are new" in first.stdout
    assert "0 agencies, 0 permits, 0 decisions are new" in second.stdout
    assert Decision.objects.count() == 2


def test_a_check_changes_nothing(korgoo, right):
    result = korgoo("agencies", "import", right, "--check")

    assert result.exit_code == 0
    assert "1 agency, 2 permits, 2 decisions would be new" in result.stdout
    assert not Agency.objects.exists()
    assert not ListImport.objects.exists()


def test_each_fault_names_file_line_column_and_rule(korgoo, wrong):
    result = korgoo("agencies", "import", wrong)

    assert result.exit_code == 1
    assert f"{wrong}:3: country: country: Нарния" in result.stdout
    assert not Agency.objects.exists()


def test_a_script_reads_what_came_of_it(korgoo, right, wrong):
    taken = json.loads(korgoo("agencies", "import", right, "--json").stdout)
    refused = json.loads(korgoo("agencies", "import", wrong, "--json").stdout)

    assert taken == {"agencies": 1, "permits": 2, "decisions": 2, "taken": True}
    assert refused == {"faults": [[3, "country", "country", "Нарния"]]}


def test_a_file_that_is_not_there_is_wrong_usage(korgoo, tmp_path):
    assert korgoo("agencies", "import", tmp_path / "nowhere.csv").exit_code == 2
