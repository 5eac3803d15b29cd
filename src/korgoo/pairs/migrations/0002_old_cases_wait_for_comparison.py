import uuid

from django.db import migrations
from django.utils import timezone


def wait(apps, schema_editor):
    """Give each open case in which a person is named its row, so that a row says nothing."""
    case = apps.get_model("casework", "Case")
    facet = apps.get_model("casework", "SealedFacet")
    check = apps.get_model("pairs", "Check")
    named = facet.objects.filter(kind__in=["identity", "contact"]).values("case_id")
    rows = case.objects.filter(closed_at__isnull=True, pk__in=named)
    now = timezone.now()
    check.objects.bulk_create(
        (
            check(id=uuid.uuid4(), case_id=case_id, owner_id=owner_id, not_before=now)
            for case_id, owner_id in rows.values_list("pk", "owner_id").iterator()
        ),
        batch_size=500,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('pairs', '0001_checks_asks_and_keys'),
    ]

    operations = [migrations.RunPython(wait, migrations.RunPython.noop)]
