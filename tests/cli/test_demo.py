"""The demonstration from the command line."""

import json

import pytest

from korgoo.cli.demo import sign_in_lines
from korgoo.demo.people import LINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_mode(settings, monkeypatch):
    monkeypatch.setenv("KORGOO_DEMO", "1")  # the command sets it: taken back after the test
    settings.DEMO, settings.HELP_GOES_TO = True, (LINE,)


def test_without_demo_mode_nothing_is_loaded(korgoo, monkeypatch):
    monkeypatch.setenv("KORGOO_DEMO", "")
    result = korgoo("demo", "load")
    assert result.exit_code == 1
    assert "has no demo mode" in result.stderr


def test_a_second_load_doubles_nothing(korgoo, demo_mode):
    assert korgoo("demo", "load").stdout == "demo: loaded; nobody in it is real\n"
    assert korgoo("demo", "load").stdout == "demo: there already\n"


def test_sign_ins_are_told_to_a_person_and_to_a_script(korgoo, demo_mode):
    told = korgoo("demo", "sign-ins").stdout.splitlines()
    data = json.loads(korgoo("demo", "sign-ins", "--json").stdout)
    assert told == list(sign_in_lines())
    assert len(data) == len(told) > 0
    for one, line in zip(data, told, strict=True):
        assert one["email"] in line
        assert one["password"] in line


def test_the_periodic_work_is_done_once_and_told(korgoo):
    done = json.loads(korgoo("sweep", "--json").stdout)
    assert done["sign the audit trail"] == 1
    assert all(f"sweep: {name}: " in korgoo("sweep").stdout for name in done)
