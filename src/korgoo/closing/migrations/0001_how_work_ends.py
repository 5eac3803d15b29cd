import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_life_of_a_case'),
        ('casework', '0011_closed_and_erased'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('goal', 'The goal is reached'), ('moved', 'The person moved away'), ('left', 'The person wants no more help'), ('lost', 'Contact is lost'), ('referred', 'Another organisation goes on'), ('died', 'The person died'), ('mistake', 'The case was opened by mistake')], max_length=20, verbose_name='reason')),
                ('last_risk', models.CharField(choices=[('safe', 'No danger is seen now'), ('known', 'Dangers remain; the person knows them and whom to call'), ('not_possible', 'It could not be talked over with the person')], max_length=20, verbose_name='last look at the risks')),
                ('left_open', models.JSONField(default=list, verbose_name='what was still open')),
                ('ground', models.CharField(blank=True, choices=[('others', 'Others go on with it'), ('wish', 'The person wishes it so'), ('no_way', 'There is no way to do it'), ('done', 'It was settled outside the platform')], max_length=20, verbose_name='ground')),
                ('closed_at', models.DateTimeField(verbose_name='closed')),
                ('closed_by_id', models.BigIntegerField(verbose_name='closed by')),
                ('reopened_at', models.DateTimeField(blank=True, null=True, verbose_name='reopened')),
                ('reopened_by_id', models.BigIntegerField(null=True, verbose_name='reopened by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-closed_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('reopened_at__isnull', True)), fields=('case',), name='closure_once')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, verbose_name='clock of the pack')),
                ('clock_id', models.BigIntegerField(verbose_name='clock')),
                ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='due')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='asked')),
                ('done_by_id', models.BigIntegerField(null=True, verbose_name='asked by')),
                ('outcome', models.CharField(blank=True, choices=[('safe', 'Safe and well'), ('needs_help', 'Needs help again'), ('not_reached', 'Could not be reached'), ('refused', 'Does not want to be asked')], max_length=20, verbose_name='outcome')),
                ('dropped_at', models.DateTimeField(blank=True, null=True, verbose_name='dropped')),
                ('closure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='closing.closure')),
            ],
            options={
                'ordering': ['due_at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('done_at__isnull', True), ('dropped_at__isnull', True)), fields=['due_at'], name='follow_up_open')],
                'constraints': [models.UniqueConstraint(fields=('closure', 'key'), name='follow_up_once'), models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('outcome', '')), models.Q(('done_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='follow_up_done_has_outcome')],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('leaver_id', models.BigIntegerField(verbose_name='who leaves the work')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('by_id', models.BigIntegerField(verbose_name='by whom')),
                ('has_left', models.BooleanField(default=False, verbose_name='the roles ended too')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before_id', models.BigIntegerField(null=True, verbose_name='from')),
                ('after_id', models.BigIntegerField(verbose_name='to')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('by_id', models.BigIntegerField(verbose_name='by whom')),
                ('noted_at', models.DateTimeField(blank=True, null=True, verbose_name='read by the successor')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('handover', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='closing.handover')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['case', '-at'], name='assignment_of_case'), models.Index(condition=models.Q(('noted_at__isnull', True)), fields=['after_id'], name='assignment_new')],
                'constraints': [models.CheckConstraint(condition=models.Q(('before_id__isnull', True), models.Q(('before_id', models.F('after_id')), _negated=True), _connector='OR'), name='assignment_changes_hands')],
            },
        ),
        migrations.CreateModel(
            name='KeptFor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.SlugField(max_length=60, verbose_name='purpose')),
                ('closed_at', models.DateTimeField(verbose_name='closed')),
                ('noticed_at', models.DateTimeField(blank=True, null=True, verbose_name='announced')),
                ('erase_at', models.DateTimeField(blank=True, null=True, verbose_name='to be erased')),
                ('held_at', models.DateTimeField(blank=True, null=True, verbose_name='held back')),
                ('held_by_id', models.BigIntegerField(null=True, verbose_name='held back by')),
                ('hold', models.CharField(blank=True, choices=[('court', 'A court case or an investigation goes on'), ('follow_up', 'We still ask how the person fares'), ('request', 'A request of the person is open'), ('claim', 'The person claims compensation')], max_length=20, verbose_name='ground')),
                ('erased_at', models.DateTimeField(blank=True, null=True, verbose_name='erased')),
                ('parts', models.JSONField(default=list, verbose_name='what was erased')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['erase_at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('erased_at__isnull', True), ('noticed_at__isnull', True)), fields=['purpose', 'closed_at'], name='kept_running'), models.Index(condition=models.Q(('erased_at__isnull', True), ('noticed_at__isnull', False)), fields=['organisation', 'erase_at'], name='kept_announced'), models.Index(condition=models.Q(('erased_at__isnull', True), ('held_at__isnull', True), ('noticed_at__isnull', False)), fields=['erase_at'], name='kept_to_erase')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('erased_at__isnull', True)), fields=('case', 'purpose'), name='kept_once'), models.CheckConstraint(condition=models.Q(('erased_at__isnull', True), ('noticed_at__isnull', False), _connector='OR'), name='kept_erased_after_notice'), models.CheckConstraint(condition=models.Q(models.Q(('held_at__isnull', True), ('hold', '')), models.Q(('held_at__isnull', False), models.Q(('hold', ''), _negated=True)), _connector='OR'), name='kept_held_on_a_ground')],
            },
        ),
        migrations.CreateModel(
            name='PersonRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('copy', 'A copy of what is kept about me'), ('correction', 'Something is wrong: write it right'), ('erasure', 'Erase it'), ('restriction', 'Keep it, but do nothing more with it')], max_length=20, verbose_name='what is asked')),
                ('way', models.CharField(choices=[('in_person', 'In person'), ('phone', 'By phone'), ('letter', 'By letter'), ('page', "On the person's own page"), ('guardian', 'Through the guardian')], max_length=20, verbose_name='how it came')),
                ('taken_at', models.DateTimeField(verbose_name='taken')),
                ('taken_by_id', models.BigIntegerField(null=True, verbose_name='taken by')),
                ('clock_id', models.BigIntegerField(null=True, verbose_name='clock')),
                ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='due')),
                ('answer', models.CharField(blank=True, choices=[('granted', 'We do it'), ('refused', 'We may not do it')], max_length=20, verbose_name='answer')),
                ('refusal', models.CharField(blank=True, choices=[('duty', 'The law obliges us to keep it'), ('court', 'It is evidence in a court case or an investigation'), ('others', 'It would put somebody else in danger'), ('unsure', 'We could not make sure that it is the person who asks'), ('absent', 'We keep nothing of that kind')], max_length=20, verbose_name='ground of refusal')),
                ('law', models.SlugField(blank=True, max_length=60, verbose_name='law of the lawbook')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('answered_by_id', models.BigIntegerField(null=True, verbose_name='answered by')),
                ('confirmed_by_id', models.BigIntegerField(null=True, verbose_name='confirmed by')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='done')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='restriction lifted')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-taken_at'],
                'indexes': [models.Index(fields=['case', '-taken_at'], name='request_of_case'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['organisation', 'due_at'], name='request_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='request_answered_has_answer'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'refused'), _negated=True), models.Q(('refusal', ''), _negated=True), _connector='OR'), name='request_refused_on_a_ground'), models.CheckConstraint(condition=models.Q(('confirmed_by_id__isnull', True), models.Q(('confirmed_by_id', models.F('answered_by_id')), _negated=True), _connector='OR'), name='request_second_person')],
            },
        ),
    ]
