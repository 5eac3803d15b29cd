"""Choose the database from DATABASE_URL: SQLite by default, PostgreSQL when asked."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        "PRAGMA busy_timeout=20000; PRAGMA cache_size=-16000; PRAGMA secure_delete=ON;"
        # REPLACE deletes without a word to triggers otherwise: the audit trail must hear of it.
        "PRAGMA recursive_triggers=ON;"
    ),
}


def database(var: Path, url: str | None = None) -> dict[str, Any]:
    """Describe the database for Django.

    Args:
        var: Folder for the SQLite file.
        url: ``sqlite:///path`` or ``postgresql://user:password@host:port/name?option=value``;
            the environment's DATABASE_URL when not given.

    Raises:
        ValueError: The address names another kind of database.
    """
    url = os.environ.get("DATABASE_URL", "") if url is None else url
    if not url:
        return sqlite(var / "korgoo.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(parts.path))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL: sqlite or postgresql, not {parts.scheme!r}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(path: Path) -> dict[str, Any]:
    """Describe a SQLite file: durable commits, and write locks taken when a transaction starts."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        # Kept open: when the last connection closes, the file is locked to fold its journal in.
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(SQLITE_OPTIONS),
    }
