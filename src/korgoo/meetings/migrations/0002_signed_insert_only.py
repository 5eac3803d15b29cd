"""Signed minutes are kept for ever as they were signed."""

from django.db import migrations

TABLE = "meetings_signedminutes"
WHY = "signed minutes never change"
SQLITE_ADD = tuple(
    f"""CREATE TRIGGER signed_minutes_no_{deed.lower()} BEFORE {deed} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{WHY}'); END"""
    for deed in ("UPDATE", "DELETE")
)
SQLITE_DROP = (
    "DROP TRIGGER signed_minutes_no_update",
    "DROP TRIGGER signed_minutes_no_delete",
)
POSTGRESQL_ADD = (
    f"""CREATE FUNCTION signed_minutes_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{WHY}'; END $$""",
    f"""CREATE TRIGGER signed_minutes_no_change BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION signed_minutes_refuse()""",
    f"""CREATE TRIGGER signed_minutes_no_truncate BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION signed_minutes_refuse()""",
)
POSTGRESQL_DROP = (
    f"DROP TRIGGER signed_minutes_no_change ON {TABLE}",
    f"DROP TRIGGER signed_minutes_no_truncate ON {TABLE}",
    "DROP FUNCTION signed_minutes_refuse()",
)


def add(apps, schema_editor):
    """Make the triggers for the engine at hand."""
    _run(schema_editor, {"sqlite": SQLITE_ADD, "postgresql": POSTGRESQL_ADD})


def drop(apps, schema_editor):
    """Take the triggers away again."""
    _run(schema_editor, {"sqlite": SQLITE_DROP, "postgresql": POSTGRESQL_DROP})


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Make signed minutes insert-only by trigger."""

    dependencies = [("meetings", "0001_meetings")]

    operations = [migrations.RunPython(add, drop)]
