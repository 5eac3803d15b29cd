import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_life_of_a_case'),
        ('casework', '0008_status_moves'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClockExtension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.SlugField(max_length=60, verbose_name='ground')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('by_id', models.BigIntegerField(verbose_name='by')),
                ('due_before', models.DateTimeField(verbose_name='due before')),
                ('due_after', models.DateTimeField(verbose_name='due after')),
            ],
            options={
                'ordering': ['-at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('due_after__gt', models.F('due_before'))), name='extension_makes_longer')],
            },
        ),
        migrations.CreateModel(
            name='ClockPause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('person', 'The person asks for time'), ('health', 'The person is ill or in hospital'), ('contact', 'The person cannot be reached'), ('papers', 'Papers from another body are awaited'), ('proceedings', 'Proceedings must end first')], max_length=30, verbose_name='ground')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('paused_by_id', models.BigIntegerField(verbose_name='paused by')),
                ('resumed_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='set going by')),
            ],
            options={
                'ordering': ['-since'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='pause_ends_after_it_begins')],
            },
        ),
        migrations.AddField(
            model_name='caseclock',
            name='paused_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='paused since'),
        ),
        migrations.AddField(
            model_name='caseclock',
            name='wake_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='wakes next'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['touched_at', 'id'], name='case_asleep'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['owner', 'touched_at', 'id'], name='case_asleep_owner'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['worker_id', 'touched_at', 'id'], name='case_asleep_worker'),
        ),
        migrations.AddIndex(
            model_name='caseclock',
            index=models.Index(condition=models.Q(('wake_at__isnull', False)), fields=['wake_at', 'id'], name='clock_wakes'),
        ),
        migrations.AddConstraint(
            model_name='caseclock',
            constraint=models.CheckConstraint(condition=models.Q(('wake_at__isnull', True), models.Q(('due_at__isnull', False), ('paused_at__isnull', True), ('stopped_at__isnull', True)), _connector='OR'), name='clock_wakes_only_while_it_ticks'),
        ),
        migrations.AddField(
            model_name='clockextension',
            name='clock',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='casework.caseclock'),
        ),
        migrations.AddField(
            model_name='clockpause',
            name='clock',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='casework.caseclock'),
        ),
        migrations.AddConstraint(
            model_name='clockpause',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('clock',), name='clock_paused_once'),
        ),
    ]
