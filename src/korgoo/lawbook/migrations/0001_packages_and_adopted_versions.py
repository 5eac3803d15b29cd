import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0003_content_editor'),
        ('access', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='AmendmentPackage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.JSONField(verbose_name='title by language')),
                ('reason', models.TextField(verbose_name='reason')),
                ('state', models.CharField(choices=[('editing', 'Being written'), ('adopted', 'Adopted'), ('dropped', 'Dropped')], default='editing', max_length=10, verbose_name='state')),
                ('created_at', models.DateTimeField(verbose_name='started')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='adopted or dropped')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'package of amendments',
                'ordering': ['-created_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('state', 'editing')), models.Q(models.Q(('state', 'editing'), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='package_closed_whole')],
            },
        ),
        migrations.CreateModel(
            name='AdoptedVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instrument', models.CharField(max_length=80, verbose_name='instrument')),
                ('article', models.CharField(max_length=80, verbose_name='article')),
                ('number', models.CharField(max_length=40, verbose_name='number')),
                ('title', models.JSONField(verbose_name='title by language')),
                ('text', models.JSONField(verbose_name='text by language')),
                ('valid_from', models.DateField(verbose_name='first day')),
                ('legal_basis', models.TextField(verbose_name='legal basis')),
                ('adopted_at', models.DateTimeField(verbose_name='adopted')),
                ('package', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adopted', to='lawbook.amendmentpackage')),
            ],
            options={
                'verbose_name': 'adopted version of an article',
                'ordering': ['valid_from', 'adopted_at', 'pk'],
                'indexes': [models.Index(fields=['instrument', 'article'], name='adopted_article')],
                'constraints': [models.UniqueConstraint(fields=('package', 'instrument', 'article'), name='adopted_version_once')],
            },
        ),
        migrations.CreateModel(
            name='PackageChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('started', 'Package started'), ('described', 'Title or reason changed'), ('added', 'Article added'), ('changed', 'Article changed'), ('removed', 'Article taken out'), ('dropped', 'Package dropped')], max_length=10, verbose_name='change')),
                ('item', models.CharField(blank=True, max_length=170, verbose_name='article')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('before', models.JSONField(default=dict, verbose_name='before')),
                ('after', models.JSONField(default=dict, verbose_name='after')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('package', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='lawbook.amendmentpackage')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PackageItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('instrument', models.CharField(max_length=80, verbose_name='instrument')),
                ('article', models.CharField(max_length=80, verbose_name='article')),
                ('number', models.CharField(max_length=40, verbose_name='number')),
                ('title', models.JSONField(default=dict, verbose_name='title by language')),
                ('text', models.JSONField(default=dict, verbose_name='new wording by language')),
                ('note', models.TextField(verbose_name='why')),
                ('changed_at', models.DateTimeField(verbose_name='last changed')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('replaced', models.JSONField(blank=True, null=True, verbose_name='wording that it replaced')),
                ('package', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='lawbook.amendmentpackage')),
            ],
            options={
                'verbose_name': 'article of a package',
                'ordering': ['instrument', 'article'],
                'constraints': [models.UniqueConstraint(fields=('package', 'instrument', 'article'), name='package_item_once')],
            },
        ),
    ]
