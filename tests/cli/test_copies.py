"""Whole copies of a SQLite database."""

import sqlite3
import stat
import threading
from contextlib import closing

import click
import pytest

from korgoo.cli.copies import SQLite


def _write(path, *values):
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE IF NOT EXISTS django_migrations (name TEXT)")
        database.executemany("INSERT INTO django_migrations VALUES (?)", [(v,) for v in values])
        database.commit()


def _read(path):
    with closing(sqlite3.connect(path)) as database:
        return [row[0] for row in database.execute("SELECT name FROM django_migrations")]


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "korgoo.sqlite3"
    _write(path, "one", "two")
    return path


def test_a_copy_holds_everything_and_only_its_owner_may_read_it(database, tmp_path):
    copy = tmp_path / "copy"
    SQLite(database).save(copy)
    assert _read(copy) == ["one", "two"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_is_one_file_without_companions(database, tmp_path):
    SQLite(database).save(tmp_path / "copies-here")
    assert {path.name for path in tmp_path.iterdir()} == {"korgoo.sqlite3", "copies-here"}


def test_a_copy_is_whole_while_others_write(database, tmp_path):
    writer = threading.Thread(
        target=lambda: [_write(database, f"row {n}") for n in range(50)], daemon=True
    )
    writer.start()
    SQLite(database).save(tmp_path / "copy")
    writer.join()
    copied = _read(tmp_path / "copy")
    assert copied == ["one", "two", *(f"row {n}" for n in range(len(copied) - 2))]


def test_putting_a_copy_back_replaces_everything(database, tmp_path):
    copy = tmp_path / "copy"
    SQLite(database).save(copy)
    _write(database, "three")
    SQLite(database).load(copy)
    assert _read(database) == ["one", "two"]


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100], ids=["empty", "other"])
def test_what_is_no_copy_is_refused_and_the_database_stays(database, tmp_path, content):
    wrong = tmp_path / "wrong"
    wrong.write_bytes(content)
    with pytest.raises(click.ClickException, match="not a"):
        SQLite(database).load(wrong)
    assert _read(database) == ["one", "two"]


def test_a_damaged_copy_is_refused(database, tmp_path):
    copy = tmp_path / "copy"
    _write(database, *(f"row {n}" for n in range(5000)))
    SQLite(database).save(copy)
    content = bytearray(copy.read_bytes())
    content[4096:12288] = bytes(8192)
    copy.write_bytes(content)
    with pytest.raises(click.ClickException, match="not a"):
        SQLite(database).load(copy)


def test_an_unfinished_copy_leaves_no_file(tmp_path):
    with pytest.raises(click.ClickException, match="no database here"):
        SQLite(tmp_path / "nothing").save(tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []
