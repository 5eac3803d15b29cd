"""Whole copies of a database: SQLite by its online backup, PostgreSQL by its own programs."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Protocol

import click

from korgoo.cli.start import progress_bar

PAGES_AT_ONCE = 512  # 2 MiB: writers of a running platform get their turn in between


class Engine(Protocol):
    """Saves and loads a whole database."""

    def save(self, file: Path) -> None:
        """Write the database to a new file that only its owner may read."""

    def load(self, file: Path) -> None:
        """Replace the database by the copy in the file, or change nothing."""


def engine() -> Engine:
    """Choose by the database that the settings name."""
    from django.db import connection

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return SQLite(Path(str(settings["NAME"])))
    return PostgreSQL(
        {key: str(settings[key]) for key in ("NAME", "USER", "HOST", "PORT")}, settings["PASSWORD"]
    )


class SQLite:
    """Copies pages while others read and write."""

    def __init__(self, database: Path) -> None:
        self.database = database

    def save(self, file: Path) -> None:
        """Copy to the file.

        Raises:
            click.ClickException: There is no database, or the copy is not whole.
        """
        if not self.database.exists():
            raise click.ClickException(f"{self.database}: no database here")
        aside = _aside(file)
        try:
            _copy_pages(self.database, aside)
            _make_one_file(aside)
            _require_whole(aside)
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)

    def load(self, file: Path) -> None:
        """Replace the database by the file.

        Raises:
            click.ClickException: The file is not a whole copy made by `korgoo backup`.
        """
        _require_whole(file)
        self.database.parent.mkdir(parents=True, exist_ok=True)
        _copy_pages(file, self.database)


def _aside(file: Path) -> Path:
    aside = file.with_name(file.name + ".unfinished")
    aside.touch(mode=0o600, exist_ok=False)
    return aside


def _copy_pages(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source)) as read,
        closing(sqlite3.connect(target)) as written,
        progress_bar() as progress,
    ):
        task = progress.add_task("copying", total=None)

        def tell(_status: int, remaining: int, total: int) -> None:
            progress.update(task, total=total, completed=total - remaining)

        read.backup(written, pages=PAGES_AT_ONCE, progress=tell)


def _make_one_file(copy: Path) -> None:
    """Leave no companion files: the journal of a running database is not part of a copy."""
    with closing(sqlite3.connect(copy)) as written:
        written.execute("PRAGMA journal_mode=DELETE")


def _require_whole(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            answer = copy.execute("PRAGMA integrity_check").fetchone()[0]
            ours = copy.execute("SELECT 1 FROM sqlite_master WHERE name='django_migrations'")
            if answer == "ok" and ours.fetchone():
                return
    except sqlite3.DatabaseError as error:
        raise click.ClickException(f"{file}: not a backup of Korgoo on SQLite: {error}") from error
    raise click.ClickException(f"{file}: not a whole backup of Korgoo: {answer}")


class PostgreSQL:
    """Calls pg_dump and pg_restore, which the PostgreSQL client package brings."""

    def __init__(self, address: dict[str, str], password: str) -> None:
        self.address = address
        self.password = password

    def save(self, file: Path) -> None:
        """Dump to the file in PostgreSQL's own compressed format."""
        aside = _aside(file)
        try:
            self._run("pg_dump", "--format=custom", "--no-owner", f"--file={aside}")
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)

    def load(self, file: Path) -> None:
        """Replace the tables by those in the file, in one transaction."""
        self._run(
            *("pg_restore", "--clean", "--if-exists", "--no-owner", "--exit-on-error"),
            *("--single-transaction", f"--dbname={self.address['NAME']}", str(file)),
        )

    def _run(self, program: str, *arguments: str) -> None:
        path = shutil.which(program)
        if path is None:
            raise click.ClickException(
                f"{program} is not on the PATH: install the PostgreSQL client programs"
            )
        done = subprocess.run(  # noqa: S603  the program found on the PATH, arguments of our own
            [path, *arguments],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise click.ClickException(f"{program}: {done.stderr.strip().splitlines()[0]}")

    def _environment(self) -> dict[str, str]:
        # By the environment and not by arguments: others on the machine can read those.
        names = {"NAME": "PGDATABASE", "USER": "PGUSER", "HOST": "PGHOST", "PORT": "PGPORT"}
        ours = {names[key]: value for key, value in self.address.items() if value}
        password = {"PGPASSWORD": self.password} if self.password else {}
        return {**os.environ, **ours, **password}
