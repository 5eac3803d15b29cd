from django.db import migrations

from korgoo.access.migrations._triggers import add, drop


class Migration(migrations.Migration):
    """Make the audit trail insert-only by trigger."""

    dependencies = [("access", "0001_initial")]

    operations = [migrations.RunPython(add, drop)]
