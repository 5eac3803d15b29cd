"""Whole copies by PostgreSQL's own programs."""

import click
import pytest
from django.db import connection

from korgoo.cli import copies
from korgoo.cli.copies import PostgreSQL

pytestmark = pytest.mark.django_db(transaction=True)


def _run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def notes():
    _run("CREATE TABLE notes (text text)")
    _run("INSERT INTO notes VALUES ('макулдук'), ('Ңөү')")
    yield
    _run("DROP TABLE IF EXISTS notes")


def test_the_engine_is_the_one_of_the_settings():
    assert isinstance(copies.engine(), PostgreSQL)


def test_a_copy_put_back_replaces_everything(notes, tmp_path):
    copy = tmp_path / "copy"
    copies.engine().save(copy)
    _run("DELETE FROM notes")
    connection.close()
    copies.engine().load(copy)
    assert _run('SELECT text FROM notes ORDER BY text COLLATE "C"') == [("макулдук",), ("Ңөү",)]


def test_a_file_that_is_no_copy_changes_nothing(notes, tmp_path):
    wrong = tmp_path / "wrong"
    wrong.write_text("not a backup")
    with pytest.raises(click.ClickException, match="pg_restore"):
        copies.engine().load(wrong)
    assert len(_run("SELECT * FROM notes")) == 2


def test_a_copy_that_failed_leaves_no_file(tmp_path):
    engine = copies.engine()
    engine.address = engine.address | {"NAME": "no_such_database"}
    with pytest.raises(click.ClickException, match="pg_dump"):
        engine.save(tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_missing_client_programs_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(click.ClickException, match="pg_dump is not on the PATH"):
        copies.engine().save(tmp_path / "copy")
