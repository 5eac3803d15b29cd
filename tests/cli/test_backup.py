"""Who is asked before a database is replaced."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from korgoo.cli.backup import has_members


def test_a_backup_never_overwrites_a_file(korgoo, tmp_path):
    (tmp_path / "copy").write_text("an older backup")
    result = korgoo("backup", tmp_path / "copy")
    assert result.exit_code == 1
    assert "never overwrites" in result.stderr
    assert (tmp_path / "copy").read_text() == "an older backup"


@pytest.mark.django_db
def test_a_database_with_members_is_not_replaced_unasked(korgoo, tmp_path):
    get_user_model()._default_manager.create(email="aida@sample.example")
    (tmp_path / "copy").write_text("a copy")
    result = korgoo("restore", tmp_path / "copy")
    assert result.exit_code == 1
    assert "--yes-replace" in result.stderr


@pytest.mark.django_db
def test_an_empty_database_has_no_members():
    assert not has_members()


@pytest.mark.django_db(transaction=True)
def test_a_database_without_tables_has_no_members():
    users = get_user_model()._meta.db_table
    names = connection.introspection.table_names()
    assert users in names
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.introspection, "table_names", lambda: set(names) - {users})
        assert not has_members()
