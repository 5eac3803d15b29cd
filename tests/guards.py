"""Take the database's insert-only triggers away for a moment: as a thief could, or to clean up."""

from contextlib import contextmanager

from django.db import connection, transaction

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
POSTGRESQL = "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"


@contextmanager
def guards_lifted():
    """Let the block change and delete audit rows; the triggers are back after it."""
    with transaction.atomic(), connection.cursor() as cursor:
        lift, restore = _statements(cursor)
        _settle()
        for statement in lift:
            cursor.execute(statement)
        yield
        _settle()
        for statement in restore:
            cursor.execute(statement)


def _settle():
    """Check now what waits for the end of the transaction: PostgreSQL alters no table before."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def _statements(cursor):
    if connection.vendor == "sqlite":
        cursor.execute(SQLITE)
        triggers = cursor.fetchall()
        return [f'DROP TRIGGER "{name}"' for name, _sql in triggers], [sql for _n, sql in triggers]
    cursor.execute(POSTGRESQL)
    tables = [name for (name,) in cursor.fetchall()]
    return (
        [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables],
        [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables],
    )
