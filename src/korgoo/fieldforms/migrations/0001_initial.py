import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0003_content_editor'),
    ]

    operations = [
        migrations.CreateModel(
            name='FieldBatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('uploaded_at', models.DateTimeField(verbose_name='uploaded')),
                ('uploaded_by_id', models.BigIntegerField(verbose_name='uploaded by')),
                ('kind', models.CharField(choices=[('csv', 'CSV'), ('json', 'JSON'), ('xml', 'XML'), ('zip', 'ZIP')], max_length=4, verbose_name='kind of file')),
                ('forms', models.PositiveSmallIntegerField(verbose_name='filled forms')),
                ('new_cases', models.PositiveSmallIntegerField(verbose_name='new cases')),
                ('rows', models.JSONField(default=list, verbose_name='coded answers')),
                ('state', models.CharField(choices=[('previewed', 'Waits to be taken'), ('taken', 'Taken'), ('dropped', 'Dropped')], default='previewed', max_length=10, verbose_name='state')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='taken or dropped')),
                ('decided_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='taken or dropped by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'import of filled forms',
                'ordering': ['-uploaded_at'],
                'indexes': [models.Index(fields=['organisation', '-uploaded_at'], name='batch_own_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state', 'previewed'), ('rows', []), _connector='OR'), name='batch_keeps_answers_only_while_it_waits'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'previewed')), models.Q(models.Q(('state', 'previewed'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='batch_decided_with_time')],
            },
        ),
        migrations.CreateModel(
            name='TakenSubmission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instance_id', models.UUIDField(verbose_name='number given by the tool')),
                ('screening_id', models.UUIDField(verbose_name='screening')),
                ('was_danger', models.BooleanField(verbose_name='danger when it was filled in')),
                ('at', models.DateTimeField(verbose_name='taken')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='fieldforms.fieldbatch')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'form taken over',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'instance_id'), name='submission_taken_once')],
            },
        ),
    ]
