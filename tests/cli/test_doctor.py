"""The examination of an installation."""

import json
from collections import namedtuple

import pytest

from korgoo.cli import checks
from korgoo.cli.doctor import _line

pytestmark = pytest.mark.django_db


def test_every_check_is_told_in_a_line_and_to_a_script(korgoo):
    told = korgoo("doctor")
    data = json.loads(korgoo("doctor", "--json").stdout)
    assert [check["name"] for check in data] == list(checks.CHECKS)
    assert len(told.stdout.splitlines()) == len(checks.CHECKS)
    assert told.exit_code == int(not all(check["ok"] for check in data))


def test_a_failed_check_says_what_to_do():
    failed = checks.Check("disk", ok=False, found="0.1 GB free", remedy="Make room")
    assert _line(failed) == "failed  disk: 0.1 GB free. Make room"


@pytest.mark.parametrize(
    "look", [checks.python, checks.database, checks.migrations, checks.clocks]
)
def test_the_test_installation_is_well(look):
    found = look()
    assert found.ok, found


def test_a_check_that_cannot_look_has_failed_and_the_others_go_on(monkeypatch):
    def broken():
        raise RuntimeError("no answer\nand a long explanation")

    monkeypatch.setitem(checks.CHECKS, "disk", broken)
    found = {check.name: check for check in checks.all_checks()}
    assert not found["disk"].ok
    assert found["disk"].found == "RuntimeError: no answer"
    assert found["time"].ok


def test_a_short_secret_key_is_told(settings):
    settings.SECRET_KEY = "short"
    assert checks.secret_key().found == "5 letters"


def test_a_secret_key_that_others_can_read_is_told(settings, tmp_path):
    settings.SECRET_KEY, settings.VAR = "x" * 50, tmp_path
    (tmp_path / "secret_key").write_text("x" * 50)
    (tmp_path / "secret_key").chmod(0o644)
    assert not checks.secret_key().ok
    (tmp_path / "secret_key").chmod(0o600)
    assert checks.secret_key().ok


def test_an_uncompiled_catalogue_is_told(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    assert checks.catalogues().found == "not compiled: ky, ru"


def test_a_full_disk_is_told(monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda _path: usage(5_000))
    assert not checks.disk().ok


def test_a_clock_apart_from_the_database_is_told(clock):
    clock.set(2026, 1, 1)
    assert not checks.clocks().ok


def test_a_pack_that_is_missing_is_told(settings, tmp_path):
    settings.COUNTRY_PACK = tmp_path
    assert not checks.pack().ok
