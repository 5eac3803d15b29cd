"""The audit commands, over a chain of real rows."""

import json

import pytest
from django.db import connection

from korgoo.access import audit
from korgoo.access.enums import Event
from tests.guards import guards_lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    for number in range(3):
        audit.record(Event.SESSION_OPENED, actor=None, target=f"access.Member:{number}")


def test_a_whole_chain_is_whole(korgoo, rows):
    result = korgoo("audit", "verify")
    assert result.exit_code == 0
    assert result.stdout == "audit: 3 rows, the chain is whole\n"


def test_a_script_reads_the_finding(korgoo, rows):
    finding = json.loads(korgoo("audit", "verify", "--json").stdout)
    assert finding == {"whole": True, "rows": 3, "first_bad": None, "reason": ""}


def test_a_head_is_signed_and_kept_and_still_fits(korgoo, rows, tmp_path):
    kept = tmp_path / "head.json"
    kept.write_text(korgoo("audit", "head").stdout)
    assert korgoo("audit", "verify", "--head", kept).exit_code == 0


def test_a_chain_that_lost_a_signed_row_is_found_out(korgoo, rows, tmp_path):
    head = json.loads(korgoo("audit", "head").stdout)
    kept = tmp_path / "head.json"
    kept.write_text(json.dumps(head | {"seq": 99}))
    result = korgoo("audit", "verify", "--head", kept)
    assert result.exit_code == 1
    assert "row 99" in result.stderr


def test_a_file_that_is_no_head_is_named(korgoo, rows, tmp_path):
    wrong = tmp_path / "head.json"
    wrong.write_text("{}")
    result = korgoo("audit", "verify", "--head", wrong)
    assert result.exit_code == 1
    assert str(wrong) in result.stderr.replace("\n", "")


def test_a_changed_row_is_named(korgoo, rows):
    with guards_lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE access_auditevent SET detail = 'other' WHERE seq = 2")
    result = korgoo("audit", "verify")
    assert result.exit_code == 1
    assert result.stderr == "audit: row 2: the row was changed\n"
