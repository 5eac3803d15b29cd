"""Editions are kept for ever as they were: readings rest on them."""

from django.db import migrations

TABLE = "identification_guidelineedition"
WHY = "an edition of the guideline never changes"
SQLITE_ADD = tuple(
    f"""CREATE TRIGGER guideline_edition_no_{deed.lower()} BEFORE {deed} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{WHY}'); END"""
    for deed in ("UPDATE", "DELETE")
)
SQLITE_DROP = (
    "DROP TRIGGER guideline_edition_no_update",
    "DROP TRIGGER guideline_edition_no_delete",
)
POSTGRESQL_ADD = (
    f"""CREATE FUNCTION guideline_edition_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{WHY}'; END $$""",
    f"""CREATE TRIGGER guideline_edition_no_change BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION guideline_edition_refuse()""",
    f"""CREATE TRIGGER guideline_edition_no_truncate BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION guideline_edition_refuse()""",
)
POSTGRESQL_DROP = (
    f"DROP TRIGGER guideline_edition_no_change ON {TABLE}",
    f"DROP TRIGGER guideline_edition_no_truncate ON {TABLE}",
    "DROP FUNCTION guideline_edition_refuse()",
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
    """Make editions insert-only by trigger."""

    dependencies = [("identification", "0002_editions")]

    operations = [migrations.RunPython(add, drop)]
