import django.db.models.deletion
import korgoo.lib.codes
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_life_of_a_case'),
        ('casework', '0003_life_of_a_case'),
    ]

    operations = [
        migrations.CreateModel(
            name='AddressTries',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='hash of address and hour')),
                ('tries', models.PositiveIntegerField(default=0, verbose_name='tries')),
                ('hour', models.DateTimeField(db_index=True, verbose_name='hour')),
            ],
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(default=korgoo.lib.codes.new_code, max_length=9, unique=True, verbose_name='number')),
                ('public', models.BinaryField(max_length=32, verbose_name="public half of the page's key")),
                ('locked', models.TextField(verbose_name='private half, locked by the code; and a door that leads nowhere')),
                ('issued_at', models.DateTimeField(verbose_name='made')),
                ('issued_by_id', models.BigIntegerField(verbose_name='made by')),
                ('expires_at', models.DateTimeField(verbose_name='until')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='cancelled')),
                ('wrong_codes', models.PositiveIntegerField(default=0, verbose_name='wrong codes in a row')),
                ('waits_until', models.DateTimeField(blank=True, null=True, verbose_name='no code is looked at until')),
                ('other_code_at', models.DateTimeField(blank=True, null=True, verbose_name='the other code was used')),
                ('opinion_in', models.CharField(blank=True, max_length=6, verbose_name='quarter of the last opinion')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('case',), name='page_one_of_a_case')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('author', models.CharField(choices=[('person', 'The person'), ('worker', 'Us')], max_length=10, verbose_name='author')),
                ('at', models.DateTimeField(verbose_name='written')),
                ('by_id', models.BigIntegerField(null=True, verbose_name='written by')),
                ('owner_key_id', models.BigIntegerField(verbose_name='key of the owner')),
                ('to_owner', models.BinaryField(verbose_name='sealed to the owner')),
                ('to_person', models.BinaryField(default=b'', verbose_name='sealed to the page')),
                ('noted_at', models.DateTimeField(blank=True, null=True, verbose_name='noted')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='mypage.page')),
            ],
            options={
                'ordering': ['-at'],
                'indexes': [models.Index(condition=models.Q(('author', 'person'), ('noted_at__isnull', True)), fields=['page'], name='page_message_new')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField(verbose_name='day')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('made_by_id', models.BigIntegerField(verbose_name='made by')),
                ('owner_key_id', models.BigIntegerField(verbose_name='key of the owner')),
                ('to_owner', models.BinaryField(verbose_name='sealed to the owner')),
                ('to_person', models.BinaryField(default=b'', verbose_name='sealed to the page')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='cancelled')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appointments', to='mypage.page')),
            ],
            options={
                'ordering': ['day', 'made_at'],
                'indexes': [models.Index(fields=['case', 'day'], name='appointment_of_case')],
            },
        ),
        migrations.CreateModel(
            name='PageSession',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='hash of the cookie')),
                ('sealed', models.TextField(verbose_name='private half, sealed under the cookie')),
                ('ends_at', models.DateTimeField(db_index=True, verbose_name='ends')),
                ('said', models.CharField(blank=True, max_length=20, verbose_name='said after the last step')),
                ('fresh', models.BinaryField(default=b'', verbose_name="new code, sealed to the page's key")),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='mypage.page')),
            ],
        ),
        migrations.CreateModel(
            name='DataRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('see', 'I want to know what is written about me'), ('correct', 'Something about me is wrong'), ('erase', 'I want what is about me to be erased')], max_length=10, verbose_name='asks')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('noted_at', models.DateTimeField(blank=True, null=True, verbose_name='noted')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
            ],
            options={
                'ordering': ['-asked_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('noted_at__isnull', True)), fields=('case', 'kind'), name='data_request_once_open')],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('quarter', models.CharField(max_length=6, verbose_name='quarter')),
                ('rating', models.CharField(choices=[('good', 'It helped me'), ('partly', 'It helped a little'), ('bad', 'It did not help, or did harm')], max_length=10, verbose_name='how the help was')),
                ('owner_key_id', models.BigIntegerField(verbose_name='key of the organisation')),
                ('sealed', models.BinaryField(verbose_name='words, sealed to the organisation')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['organisation', 'quarter'], name='opinion_of_quarter')],
            },
        ),
    ]
