import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_audit_insert_only'),
    ]

    operations = [
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.UUIDField(db_index=True, verbose_name='case')),
                ('view', models.SlugField(max_length=60, verbose_name='view')),
                ('catalogue', models.SlugField(max_length=60, verbose_name='guideline')),
                ('version', models.CharField(max_length=40, verbose_name='version')),
                ('age_check', models.CharField(blank=True, choices=[('adult', 'No, 18 or over'), ('child', 'Yes, under 18'), ('doubt', 'In doubt')], max_length=10, verbose_name='under 18')),
                ('talk', models.CharField(blank=True, choices=[('alone', 'Yes, we were alone'), ('interpreter', 'With an interpreter only'), ('others', 'Others were listening')], max_length=20, verbose_name='talk')),
                ('started_at', models.DateTimeField(verbose_name='started')),
                ('started_by_id', models.BigIntegerField(verbose_name='started by')),
                ('opinion', models.CharField(blank=True, choices=[('presumed', 'I think this person may be a victim of trafficking'), ('labour_rights', 'I think labour rights were broken'), ('other_crime', 'I think it is another offence'), ('not_enough', 'I do not know enough yet')], max_length=20, verbose_name="officer's opinion")),
                ('opinion_at', models.DateTimeField(blank=True, null=True, verbose_name='opinion given')),
                ('answers', models.JSONField(default=dict, verbose_name='answers as read')),
                ('reading', models.JSONField(null=True, verbose_name='reading')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'screening',
                'ordering': ['-started_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('read_at__isnull', True), ('opinion_at__isnull', False), _connector='OR'), name='screening_opinion_before_reading')],
            },
        ),
        migrations.CreateModel(
            name='ScreeningChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.SlugField(max_length=60, verbose_name='question')),
                ('option', models.SlugField(max_length=60, verbose_name='option')),
                ('source', models.CharField(choices=[('told', 'The person told'), ('observed', 'Seen by the officer'), ('document', 'In a document'), ('third_party', 'Told by somebody else')], default='told', max_length=20, verbose_name='source')),
                ('chosen_at', models.DateTimeField(verbose_name='chosen')),
                ('screening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='identification.screening')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('screening', 'question'), name='choice_once_a_question')],
            },
        ),
    ]
