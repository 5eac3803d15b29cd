import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_life_of_a_case'),
    ]

    operations = [
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.SlugField(max_length=40, verbose_name='kind of help')),
                ('takes', models.JSONField(default=list, verbose_name='takes')),
                ('age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from age')),
                ('age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to age')),
                ('most_children', models.PositiveSmallIntegerField(default=0, verbose_name='children with a parent')),
                ('ready_for', models.JSONField(default=list, verbose_name='ready for')),
                ('languages', models.JSONField(default=list, verbose_name='languages')),
                ('regions', models.JSONField(default=list, verbose_name='regions served')),
                ('has_separate_rooms', models.BooleanField(default=False, verbose_name='separate rooms')),
                ('longest_stay', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='longest stay, days')),
                ('is_round_the_clock', models.BooleanField(default=False, verbose_name='open day and night')),
                ('hours', models.JSONField(default=dict, verbose_name='opening hours')),
                ('closed_days', models.JSONField(default=list, verbose_name='closed days')),
                ('may_call', models.CharField(choices=[('members', 'Organisations of the platform only'), ('anyone', 'The person too'), ('nobody', 'Nobody: by a referral only')], max_length=10, verbose_name='may call')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='telephone')),
                ('call_from', models.CharField(blank=True, max_length=5, verbose_name='calls from')),
                ('call_to', models.CharField(blank=True, max_length=5, verbose_name='calls until')),
                ('never_call_back', models.BooleanField(default=False, verbose_name='never call back')),
                ('asks_password', models.BooleanField(default=False, verbose_name='asks for a password')),
                ('cost', models.CharField(choices=[('free', 'Free'), ('part', 'The person pays a part'), ('paid', 'To be paid'), ('unknown', 'Not said')], default='unknown', max_length=10, verbose_name='cost')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('checked_at', models.DateTimeField(verbose_name='checked')),
                ('checked_by_id', models.BigIntegerField(verbose_name='checked by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'service',
                'ordering': ['kind', 'organisation_id', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='service_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('age_from__isnull', True), ('age_to__isnull', True), ('age_to__gte', models.F('age_from')), _connector='OR'), name='service_ages_in_order')],
            },
        ),
        migrations.CreateModel(
            name='SealedAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation_key_id', models.BigIntegerField(verbose_name='key')),
                ('sealed', models.BinaryField(verbose_name='sealed address')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('written_by_id', models.BigIntegerField(verbose_name='written by')),
                ('service', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sealed_address', to='directory.service')),
            ],
        ),
        migrations.CreateModel(
            name='PlacesChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(choices=[('women', 'Women'), ('men', 'Men'), ('families', 'Families'), ('children', 'Children without an adult')], max_length=10, verbose_name='group')),
                ('change', models.CharField(choices=[('set', 'Set by hand'), ('one_more', 'One place more'), ('one_less', 'One place less'), ('full', 'Full'), ('same', 'Checked, still right'), ('arrival', 'Somebody came by a referral')], max_length=10, verbose_name='change')),
                ('total', models.PositiveSmallIntegerField(verbose_name='places')),
                ('free', models.PositiveSmallIntegerField(verbose_name='free places')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('by_id', models.BigIntegerField(verbose_name='by')),
                ('arrival_id', models.UUIDField(blank=True, null=True, unique=True, verbose_name='arrival')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='directory.service')),
            ],
            options={
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(fields=['service', '-at'], name='places_history')],
            },
        ),
        migrations.CreateModel(
            name='Places',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(choices=[('women', 'Women'), ('men', 'Men'), ('families', 'Families'), ('children', 'Children without an adult')], max_length=10, verbose_name='group')),
                ('total', models.PositiveSmallIntegerField(verbose_name='places')),
                ('free', models.PositiveSmallIntegerField(verbose_name='free places')),
                ('checked_at', models.DateTimeField(verbose_name='checked')),
                ('checked_by_id', models.BigIntegerField(verbose_name='checked by')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='directory.service')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('service', 'group'), name='places_once_per_group'), models.CheckConstraint(condition=models.Q(('free__lte', models.F('total'))), name='places_free_within_total')],
            },
        ),
        migrations.CreateModel(
            name='Gap',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case_id', models.UUIDField(verbose_name='case')),
                ('kind', models.SlugField(max_length=40, verbose_name='kind of help')),
                ('group', models.CharField(blank=True, choices=[('women', 'Women'), ('men', 'Men'), ('families', 'Families'), ('children', 'Children without an adult')], max_length=10, verbose_name='group')),
                ('region', models.CharField(blank=True, max_length=14, verbose_name='region')),
                ('urgency', models.CharField(choices=[('now', 'Now'), ('day', 'Within 24 hours'), ('planned', 'Planned')], max_length=10, verbose_name='how soon')),
                ('reason', models.CharField(choices=[('nobody_fits', 'Nobody takes this group'), ('no_place', 'No free place'), ('short_stay', 'Only for a short stay'), ('declined', 'Everybody who was asked declined')], max_length=20, verbose_name='reason')),
                ('people', models.PositiveSmallIntegerField(verbose_name='people')),
                ('month', models.DateField(verbose_name='month')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'gap',
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(fields=['kind', 'month'], name='gap_counts')],
                'constraints': [models.UniqueConstraint(fields=('case_id', 'kind', 'month'), name='gap_once_a_month')],
            },
        ),
    ]
