from django.db import migrations


def fill(apps, schema_editor):
    """Talks from before purposes were about help, but with bodies that only investigate or decide."""
    act = apps.get_model("casework", "ConsentAct")
    mandate = apps.get_model("access", "OrganisationMandate")
    helping = mandate.objects.exclude(mandate__in=["decide", "investigate"])
    others = act.objects.exclude(recipient_id__in=helping.values("organisation_id"))
    for name, purpose in (("decide", "identification"), ("investigate", "criminal")):
        houses = mandate.objects.filter(mandate=name).values("organisation_id")
        others.filter(recipient_id__in=houses).update(purpose=purpose)


class Migration(migrations.Migration):

    dependencies = [
        ("casework", "0006_consent_contract"),
        ("access", "0001_initial"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
