"""The empty database of the tests, made once by the migrations and then copied: by worker, by run.

A hundred migrations take half a minute of every worker of every run. What they make depends on their
files alone, so it is kept under the hash of those; a run still migrates on top, which then does nothing.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(tempfile.gettempdir()) / f"korgoo-test-schema-{os.getuid()}"


def prepare() -> None:
    """Let test databases begin as a copy of the migrated one."""
    KEPT.mkdir(mode=0o700, exist_ok=True)
    if connection.vendor == "sqlite":
        _copy_file(_once(f"{_mark()}.sqlite3", _migrate_file))
    else:
        _copy_database()


def _mark() -> str:
    """Name what the migrations make: by all that decides it."""
    mark = hashlib.sha256(f"{django.VERSION} {sys.version_info[:2]}".encode())
    for path in sorted((ROOT / "src" / "korgoo").glob("*/migrations/*.py")):
        mark.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return mark.hexdigest()[:24]


def _once(name: str, make: Callable[[Path], None]) -> Path:
    """Give what is kept under a name; one worker makes it while the others wait."""
    path = KEPT / name
    with _lock(name):
        if not path.exists():
            making = path.with_suffix(".making")
            making.unlink(missing_ok=True)
            make(making)
            making.rename(path)
    return path


@contextmanager
def _lock(name: str) -> Iterator[None]:
    with (KEPT / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _migrate_file(path: Path) -> None:
    _migrate(f"sqlite:///{path}")
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)


def _migrate(url: str) -> None:
    with tempfile.TemporaryDirectory(dir=KEPT) as place:
        subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"],
            env=os.environ
            | {
                "DATABASE_URL": url,
                "DJANGO_SETTINGS_MODULE": "korgoo.settings.test",
                "TMPDIR": place,
            },
            check=True,
        )


def _copy_file(template: Path) -> None:
    creation: Any = type(connection.creation)
    create = creation._create_test_db

    def copied(self: Any, *given: Any, **named: Any) -> str:
        name = str(create(self, *given, **named))
        shutil.copyfile(template, name)
        return name

    creation._create_test_db = copied


def _copy_database() -> None:
    """Make the template database on this server, and name it for Django to copy."""
    template = f"korgoo_schema_{_mark()}"
    settings = connection.settings_dict
    server = f"{settings['HOST']}-{settings['PORT']}".replace("/", "_")
    with _lock(server), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        if not cursor.fetchone():
            cursor.execute(f"CREATE DATABASE {template}_making")
            _migrate(_url(f"{template}_making"))
            cursor.execute(f"ALTER DATABASE {template}_making RENAME TO {template}")
    settings["TEST"]["TEMPLATE"] = template


def _url(name: str) -> str:
    """The address of another database on the same server."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
