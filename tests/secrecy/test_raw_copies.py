"""Whoever takes the disk, the sessions, a backup and every server secret finds nobody."""

import shutil
import subprocess

import pytest
from django.db import connection

from korgoo.access.models import KeptForm
from korgoo.casework.models import SealedFacet
from tests.secrecy.conftest import SECRETS
from tests.secrecy.thief import disguises, every_value, everything_that_opens, opened_sessions

NEEDLES = [(secret, form) for secret in SECRETS for form in disguises(secret)]


def found_in(haystack):
    return {secret for secret, form in NEEDLES if form in haystack}


def test_the_thief_would_find_what_is_not_sealed(lived):
    """The search itself works: the code of the case lies in clear, and is found."""
    values = list(every_value())

    assert any(lived.case.code.encode() in value for value in values)
    assert found_in("Жаркынай Ойдонгулова".encode("cp1251")) == {
        "Жаркынай Ойдонгулова",
        "Ойдонгулова",
    }
    assert SealedFacet.objects.count() == 3
    assert KeptForm.objects.count() == 1


def test_no_table_holds_a_name_a_phone_or_a_story(lived):
    for value in everything_that_opens(list(every_value())):
        assert not found_in(value)


def test_sessions_opened_with_the_servers_secret_hold_no_key_and_no_name(lived):
    sessions = opened_sessions()

    assert len(sessions) >= 2
    for content in sessions:
        raw = repr(content).encode()
        assert not found_in(raw)
        for member in (lived.owner, lived.helper):
            assert member.key.raw not in raw
            assert member.key.raw.hex().encode() not in raw


def test_the_persons_code_for_confirming_is_not_kept(lived):
    assert not any(lived.code.encode() in value for value in every_value())


@pytest.mark.django_db(transaction=True)
def test_a_backup_holds_no_name_a_phone_or_a_story(lived, tmp_path):
    backup = raw_backup(tmp_path)

    assert lived.case.code.encode() in backup
    for value in everything_that_opens([backup]):
        assert not found_in(value)


def raw_backup(folder):
    """Copy the whole database as its own programs do, in clear text or pages."""
    if connection.vendor == "sqlite":
        return sqlite_pages(folder / "copy.sqlite3")
    dump = shutil.which("pg_dump")
    assert dump, "pg_dump is not on the PATH"
    address = connection.settings_dict
    answer = subprocess.run(
        [dump, "-h", address["HOST"], "-U", address["USER"], "--inserts", address["NAME"]],
        capture_output=True,
        check=True,
    )
    return answer.stdout


def sqlite_pages(file):
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    return file.read_bytes()
