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
            name='GuidelineDraft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200, verbose_name='what the draft is about')),
                ('edition', models.CharField(max_length=60, verbose_name='name of the edition that it is to become')),
                ('state', models.CharField(choices=[('editing', 'Being written'), ('adopted', 'Adopted'), ('dropped', 'Dropped')], default='editing', max_length=10, verbose_name='state')),
                ('base_name', models.CharField(max_length=60, verbose_name='edition from which it started')),
                ('base_digest', models.CharField(max_length=64, verbose_name='digest of that edition')),
                ('base_files', models.JSONField(verbose_name='files of that edition')),
                ('files', models.JSONField(verbose_name='files')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('brought', models.JSONField(blank=True, null=True, verbose_name='files that were brought and not taken yet')),
                ('created_at', models.DateTimeField(verbose_name='started')),
                ('created_by_id', models.BigIntegerField(verbose_name='started by')),
                ('changed_at', models.DateTimeField(verbose_name='last changed')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guideline_drafts', to='access.organisation')),
            ],
            options={
                'verbose_name': 'draft of a guideline',
                'ordering': ['-created_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='draft_version_counts_up'), models.UniqueConstraint(condition=models.Q(('state', 'editing')), fields=('edition',), name='draft_edition_wanted_once'), models.CheckConstraint(condition=models.Q(('state', 'editing'), ('brought__isnull', True), _connector='OR'), name='draft_brought_only_while_edited')],
            },
        ),
        migrations.CreateModel(
            name='DraftChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(verbose_name='version that it made')),
                ('at', models.DateTimeField(verbose_name='when')),
                ('user_id', models.BigIntegerField(verbose_name='who')),
                ('how', models.CharField(choices=[('edited', 'Edited on a page'), ('added', 'Added on a page'), ('removed', 'Removed on a page'), ('brought', 'Brought as a file'), ('joined', 'Taken over from a newer edition')], max_length=10, verbose_name='how')),
                ('kind', models.CharField(max_length=10, verbose_name='what happened')),
                ('what', models.CharField(max_length=12, verbose_name='kind of thing')),
                ('path', models.JSONField(verbose_name='which thing')),
                ('file', models.CharField(max_length=300, verbose_name='file')),
                ('is_after_opening', models.BooleanField(default=False, verbose_name='made after the draft was put to consultation')),
                ('item', models.CharField(blank=True, max_length=300, verbose_name='item')),
                ('field', models.CharField(blank=True, max_length=200, verbose_name='field')),
                ('title', models.JSONField(default=dict, verbose_name='name of the thing')),
                ('before', models.JSONField(blank=True, null=True, verbose_name='before')),
                ('after', models.JSONField(blank=True, null=True, verbose_name='after')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='workshop.guidelinedraft')),
            ],
            options={
                'verbose_name': 'change of a draft',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['draft', '-id'], name='draft_history')],
                'constraints': [models.CheckConstraint(condition=models.Q(('after__isnull', True), ('before__isnull', True), _negated=True), name='draft_change_changes')],
            },
        ),
    ]
