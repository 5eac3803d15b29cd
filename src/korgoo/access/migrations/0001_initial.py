import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('date_joined', models.DateTimeField(auto_now_add=True, verbose_name='joined')),
                ('is_demo', models.BooleanField(default=False, verbose_name='demo account')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='number in the chain')),
                ('at', models.DateTimeField(db_index=True, verbose_name='time')),
                ('event', models.CharField(max_length=60, verbose_name='event')),
                ('user_id', models.BigIntegerField(null=True, verbose_name='user')),
                ('organisation_id', models.BigIntegerField(db_index=True, null=True, verbose_name='organisation')),
                ('target', models.CharField(db_index=True, max_length=80, verbose_name='record')),
                ('detail', models.CharField(blank=True, max_length=120, verbose_name='detail')),
                ('previous', models.CharField(max_length=64, verbose_name='hash of the row before')),
                ('digest', models.CharField(max_length=64, verbose_name='hash of this row')),
            ],
            options={
                'ordering': ['-seq'],
            },
        ),
        migrations.CreateModel(
            name='AuditHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True, verbose_name='day')),
                ('seq', models.BigIntegerField(verbose_name='last row')),
                ('digest', models.CharField(max_length=64, verbose_name='hash of the last row')),
                ('public_key', models.CharField(max_length=60, verbose_name='public key')),
                ('signature', models.CharField(max_length=100, verbose_name='signature')),
                ('signed_at', models.DateTimeField(verbose_name='signed')),
            ],
            options={
                'ordering': ['-day'],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('key', models.UUIDField(primary_key=True, serialize=False, verbose_name='submission key')),
                ('user_id', models.BigIntegerField(null=True, verbose_name='user')),
                ('path', models.CharField(max_length=200, verbose_name='page')),
                ('location', models.CharField(max_length=300, verbose_name='answer')),
                ('at', models.DateTimeField(db_index=True, verbose_name='time')),
            ],
        ),
        migrations.CreateModel(
            name='MemberKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public', models.BinaryField(max_length=32, verbose_name='public half')),
                ('locked_private', models.TextField(verbose_name='private half, locked by the password')),
                ('created_at', models.DateTimeField(verbose_name='created')),
                ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='retired')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True)), fields=('user',), name='member_key_one_current')],
            },
        ),
        migrations.CreateModel(
            name='KeptForm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('path', models.CharField(max_length=200, verbose_name='page')),
                ('sealed', models.BinaryField(verbose_name='sealed contents')),
                ('kept_at', models.DateTimeField(db_index=True, verbose_name='kept')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_forms', to=settings.AUTH_USER_MODEL)),
                ('member_key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='access.memberkey')),
            ],
            options={
                'ordering': ['-kept_at'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('name_ky', models.CharField(max_length=200, verbose_name='name in Kyrgyz')),
                ('name_ru', models.CharField(max_length=200, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=200, verbose_name='name in English')),
                ('kind', models.CharField(choices=[('state', 'State body'), ('ngo', 'Non-governmental organisation'), ('international', 'International organisation')], max_length=20, verbose_name='kind')),
                ('region', models.CharField(blank=True, max_length=14, verbose_name='region')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('is_fictitious', models.BooleanField(default=False, verbose_name='fictitious')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='access.organisation')),
            ],
            options={
                'ordering': ['code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='organisation_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('successor__isnull', True), models.Q(('successor', models.F('id')), _negated=True), _connector='OR'), name='organisation_does_not_succeed_itself')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('case_worker', 'Case worker'), ('coordinator', 'Co-ordinator'), ('data_protection_officer', 'Data protection officer'), ('hotline_operator', 'Hotline operator'), ('officer', 'Front-line officer'), ('organisation_administrator', 'Organisation administrator')], max_length=30, verbose_name='role')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='access.organisation')),
            ],
            options={
                'ordering': ['organisation_id', 'user_id', 'role'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='membership_ends_after_it_begins'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('user', 'organisation', 'role'), name='membership_open_once')],
            },
        ),
        migrations.CreateModel(
            name='KeyRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('issued_by_id', models.BigIntegerField(null=True, verbose_name='code issued by')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('decided_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='decided by')),
                ('is_approved', models.BooleanField(null=True, verbose_name='approved')),
                ('member_key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='access.memberkey')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='access.organisation')),
            ],
            options={
                'ordering': ['asked_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('is_approved__isnull', True)), models.Q(('decided_at__isnull', False), ('is_approved__isnull', False)), _connector='OR'), name='key_request_decided_whole')],
            },
        ),
        migrations.CreateModel(
            name='EnrolmentCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='hash of the code')),
                ('phone_is_lost', models.BooleanField(default=False, verbose_name='second factor is reset too')),
                ('issued_by_id', models.BigIntegerField(null=True, verbose_name='issued by')),
                ('issued_at', models.DateTimeField(verbose_name='issued')),
                ('expires_at', models.DateTimeField(verbose_name='valid until')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='used')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='access.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='OrganisationKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public', models.BinaryField(max_length=32, verbose_name='public half')),
                ('recovery_public', models.BinaryField(max_length=32, verbose_name='public half of the printed key')),
                ('recovery_wrap', models.BinaryField(verbose_name='private half, wrapped to the printed key')),
                ('created_at', models.DateTimeField(verbose_name='created')),
                ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='retired')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keys', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True)), fields=('organisation',), name='organisation_key_one_current')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationKeyWrap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wrapped', models.BinaryField(verbose_name='wrapped private half')),
                ('created_at', models.DateTimeField(verbose_name='created')),
                ('member_key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='organisation_wraps', to='access.memberkey')),
                ('organisation_key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wraps', to='access.organisationkey')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_key', 'member_key'), name='organisation_key_wrapped_once')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationMandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mandate', models.CharField(choices=[('advise', 'Advise callers'), ('consular', 'Protect citizens abroad'), ('coordinate', 'Co-ordinate the referral mechanism'), ('decide', 'Decide on the status of a victim'), ('inspect', 'Inspect work places'), ('investigate', 'Investigate offences'), ('presume', 'Identify presumed victims'), ('serve', 'Give services')], max_length=20, verbose_name='mandate')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandate_rows', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'mandate'), name='mandate_once')],
            },
        ),
    ]
