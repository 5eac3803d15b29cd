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
            name='Consultation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.SlugField(max_length=40, verbose_name='kind of draft')),
                ('subject_id', models.UUIDField(verbose_name='draft')),
                ('opened_at', models.DateTimeField(verbose_name='opened')),
                ('opened_by_id', models.BigIntegerField(verbose_name='opened by')),
                ('open_until', models.DateField(verbose_name='last day for comments')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='adopted')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'consultation',
                'ordering': ['-opened_at'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject_id'), name='consultation_once')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('item', models.CharField(blank=True, max_length=200, verbose_name='part of the draft')),
                ('written_by_id', models.BigIntegerField(verbose_name='written by')),
                ('text', models.CharField(max_length=4000, verbose_name='comment')),
                ('at', models.DateTimeField(verbose_name='written')),
                ('verdict', models.CharField(blank=True, choices=[('accepted', 'Accepted'), ('in_part', 'Accepted in part'), ('not_accepted', 'Not accepted')], max_length=20, verbose_name='answer')),
                ('reason', models.CharField(blank=True, max_length=4000, verbose_name='reason of the answer')),
                ('answered_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='answered by')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='consultation.consultation')),
            ],
            options={
                'verbose_name': 'comment',
                'ordering': ['at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='comment_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by_id__isnull', True), ('reason', ''), ('verdict', '')), models.Q(models.Q(('verdict', ''), _negated=True), ('answered_at__isnull', False), ('answered_by_id__isnull', False)), _connector='OR'), name='comment_answered_whole_or_not'), models.CheckConstraint(condition=models.Q(('verdict__in', ['', 'accepted']), models.Q(('reason', ''), _negated=True), _connector='OR'), name='comment_not_accepted_with_reason')],
            },
        ),
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('legal_basis', models.CharField(max_length=500, verbose_name='legal basis')),
                ('takes_effect', models.DateField(verbose_name='day of effect')),
                ('proposed_by_id', models.BigIntegerField(verbose_name='proposed by')),
                ('proposed_at', models.DateTimeField(verbose_name='proposed')),
                ('confirmed_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='confirmed by')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed')),
                ('withdrawn_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='taken back by')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
                ('confirming_organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='consultation.consultation')),
            ],
            options={
                'verbose_name': 'adoption',
                'ordering': ['-proposed_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('consultation',), name='adoption_one_live'), models.CheckConstraint(condition=models.Q(('confirmed_by_id__isnull', True), models.Q(('confirmed_by_id', models.F('proposed_by_id')), _negated=True), _connector='OR'), name='adoption_by_two_persons'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by_id__isnull', True), ('confirming_organisation__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by_id__isnull', False), ('confirming_organisation__isnull', False)), _connector='OR'), name='adoption_confirmed_whole_or_not'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by_id__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by_id__isnull', False)), _connector='OR'), name='adoption_withdrawn_whole_or_not'), models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), ('withdrawn_at__isnull', True), _connector='OR'), name='adoption_not_both_confirmed_and_withdrawn'), models.CheckConstraint(condition=models.Q(('legal_basis', ''), _negated=True), name='adoption_has_a_legal_basis')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.JSONField(verbose_name='title')),
                ('lines', models.JSONField(default=list, verbose_name='lines for everybody')),
                ('sent_at', models.DateTimeField(verbose_name='sent')),
                ('adoption', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='notice', to='consultation.adoption')),
            ],
            options={
                'verbose_name': 'notice',
                'ordering': ['-sent_at'],
            },
        ),
        migrations.CreateModel(
            name='NoticeFor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lines', models.JSONField(default=list, verbose_name='lines for this organisation')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='consultation.notice')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('notice', 'organisation'), name='notice_for_once')],
            },
        ),
        migrations.CreateModel(
            name='NoticeRead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user_id', models.BigIntegerField(verbose_name='member')),
                ('at', models.DateTimeField(verbose_name='read')),
                ('notice_for', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='consultation.noticefor')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('notice_for', 'user_id'), name='notice_read_once')],
            },
        ),
    ]
