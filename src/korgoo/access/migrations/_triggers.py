"""Triggers that keep the audit trail insert-only on both engines."""

SQLITE_ADD = (
    """CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON access_auditevent
       BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END""",
    """CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON access_auditevent
       BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END""",
)
POSTGRESQL_ADD = (
    """CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the audit trail is insert-only'; END $$""",
    """CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON access_auditevent
       FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()""",
    """CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON access_auditevent
       FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()""",
)
SQLITE_DROP = ("DROP TRIGGER audit_event_no_update", "DROP TRIGGER audit_event_no_delete")
POSTGRESQL_DROP = (
    "DROP TRIGGER audit_event_no_change ON access_auditevent",
    "DROP TRIGGER audit_event_no_truncate ON access_auditevent",
    "DROP FUNCTION audit_event_refuse()",
)


def add(apps, schema_editor):
    """Make the triggers for the engine at hand."""
    _run(schema_editor, SQLITE_ADD, POSTGRESQL_ADD)


def drop(apps, schema_editor):
    """Take the triggers away again."""
    _run(schema_editor, SQLITE_DROP, POSTGRESQL_DROP)


def _run(schema_editor, sqlite, postgresql):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[vendor]:
        schema_editor.execute(statement)
