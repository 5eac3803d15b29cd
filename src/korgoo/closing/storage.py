"""What the database still holds of deleted rows, and how to make it let go."""

from django.db import connection

# Where sealed parts and their keys lay.
TABLES = (
    "casework_facetwrap",
    "casework_sealedattachment",
    "casework_sealedfacet",
    "casework_sealedpaper",
    "determination_reasonswrap",
    "determination_sealedreasons",
    "mypage_appointment",
    "mypage_message",
    "mypage_page",
    "safe_return_package",
    "safe_return_sealedplace",
)


def settle() -> None:
    """Make the database give up the bytes of what was erased, as far as it can while it runs.

    SQLite overwrites deleted content (``secure_delete``); its journal is folded in and cut here.
    PostgreSQL drops dead rows when vacuumed. Its write-ahead log, and backups, keep them for as long as
    they are kept: docs/decisions/0016-erasing-by-destroying-keys.md says what follows from that.
    Inside a transaction neither can be done, and nothing is.
    """
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif connection.vendor == "postgresql":
            for table in TABLES:
                cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
