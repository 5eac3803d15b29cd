from django.db import migrations, models


def wake_when_due(apps, schema_editor):
    """A clock that ran before reminders were there wakes somebody when it is due."""
    clocks = apps.get_model("casework", "CaseClock").objects
    clocks.filter(stopped_at__isnull=True, due_at__isnull=False).update(wake_at=models.F("due_at"))


class Migration(migrations.Migration):
    dependencies = [("casework", "0009_clocks_pause_and_wake")]
    operations = [migrations.RunPython(wake_when_due, migrations.RunPython.noop)]
