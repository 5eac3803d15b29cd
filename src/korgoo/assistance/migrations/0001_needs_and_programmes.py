import django.db.models.deletion
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
            name='BestInterestDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_on', models.DateField(verbose_name='decided on')),
                ('outcome', models.CharField(choices=[('stays', 'Stays where the child is'), ('family', 'Goes back to the family'), ('relatives', 'Lives with relatives'), ('foster', 'Lives with a foster family'), ('institution', 'Lives in an institution for children'), ('return', 'Returns to the home country'), ('later', 'Not decided yet: more must be known')], max_length=20, verbose_name='outcome')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='next review')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='best_interest', to='casework.case')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-recorded_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ChildSafeguard',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='safeguard', serialize=False, to='casework.case')),
                ('guardian', models.CharField(choices=[('none', 'Nobody yet'), ('parent', 'A parent'), ('relative', 'A relative'), ('appointed', 'An appointed guardian'), ('state', 'A state body')], max_length=20, verbose_name='guardian')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('appointed_by', models.CharField(choices=[('by_law', 'Parent, by law'), ('guardianship_body', 'The body for guardianship'), ('court', 'A court'), ('not_yet', 'Not appointed yet')], max_length=20, verbose_name='appointed by')),
                ('trained_interviewer', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known')], default='unknown', max_length=10, verbose_name='trained interviewer')),
                ('changed_at', models.DateTimeField(verbose_name='changed')),
                ('changed_by_id', models.BigIntegerField(verbose_name='changed by')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('guardian', 'none'), _negated=True), ('appointed_by', 'not_yet'), _connector='OR'), name='guardian_appointed_when_there_is_one')],
            },
        ),
        migrations.CreateModel(
            name='Conference',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField(verbose_name='held on')),
                ('questions', models.JSONField(default=list, verbose_name='questions')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conferences', to='casework.case')),
            ],
            options={
                'ordering': ['-held_on', '-recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='ConferencePart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('function', models.CharField(choices=[('case_worker', 'Case worker'), ('coordinator', 'Co-ordinator'), ('psychologist', 'Psychologist'), ('lawyer', 'Lawyer'), ('doctor', 'Doctor'), ('child_protection', 'Child protection officer'), ('interpreter', 'Interpreter'), ('person', 'The person'), ('guardian', 'The guardian')], max_length=20, verbose_name='function')),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='assistance.conference')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('started_at', models.DateTimeField(verbose_name='begun')),
                ('started_by_id', models.BigIntegerField(verbose_name='begun by')),
                ('agreed', models.CharField(choices=[('not_asked', 'Not asked yet'), ('yes', 'The person agreed'), ('no', 'The person did not agree')], default='not_asked', max_length=10, verbose_name='agreed with the person')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='next review')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='programmes', to='casework.case')),
            ],
            options={
                'indexes': [models.Index(fields=['review_on'], name='programme_to_review')],
                'constraints': [models.UniqueConstraint(fields=('case',), name='programme_one_a_case'), models.CheckConstraint(condition=models.Q(('agreed', 'not_asked'), ('agreed_on__isnull', False), _connector='OR'), name='programme_answer_has_day')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('need', models.CharField(choices=[('shelter', 'A safe place to live'), ('subsistence', 'Food and clothes'), ('health', 'Health'), ('psychosocial', 'Someone to talk to'), ('documents', 'Documents'), ('legal', 'Legal aid'), ('interpreter', 'An interpreter'), ('money', 'Money'), ('family', 'Contact with the family'), ('school', 'School'), ('work', 'Work and skills'), ('debt', 'Help with debts'), ('return', 'A way home')], max_length=20, verbose_name='need')),
                ('service', models.SlugField(max_length=60, verbose_name='service of the pack')),
                ('plan_type', models.CharField(choices=[('Education', 'Education'), ('Financial', 'Money'), ('Health', 'Health'), ('LabourExploitationRehabilitation', 'After forced labour'), ('Legal', 'Law'), ('Livelihood', 'Livelihood'), ('RightsBasedTraining', "Knowing one's rights"), ('SexualExploitationRehabilitation', 'After sexual exploitation'), ('SocialCare', 'Social care')], max_length=40, verbose_name='type of help')),
                ('outside', models.CharField(blank=True, choices=[('hospital', 'Hospital, doctor'), ('school', 'School, college'), ('lawyer', 'Lawyer'), ('court', 'Court'), ('office', 'Another state office'), ('employer', 'Employer'), ('ngo', 'Another organisation'), ('family', 'Family, neighbours')], max_length=20, verbose_name='outside provider')),
                ('planned_start', models.DateField(blank=True, null=True, verbose_name='planned from')),
                ('planned_end', models.DateField(blank=True, null=True, verbose_name='planned until')),
                ('actual_start', models.DateField(blank=True, null=True, verbose_name='began')),
                ('actual_end', models.DateField(blank=True, null=True, verbose_name='ended')),
                ('cost', models.CharField(choices=[('state_order', 'State order'), ('donor', 'A donor'), ('own_budget', 'Own budget'), ('free', 'Free of charge'), ('unknown', 'Not known yet')], default='unknown', max_length=20, verbose_name='who pays')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('agreed', 'Agreed'), ('under_way', 'Under way'), ('done', 'Done'), ('stopped', 'Stopped'), ('not_available', 'Nobody offers it')], default='planned', max_length=20, verbose_name='state')),
                ('state_at', models.DateTimeField(verbose_name='state since')),
                ('delay', models.CharField(blank=True, choices=[('no_place', 'No free place'), ('no_money', 'No money'), ('papers', 'Papers are missing'), ('provider', 'The provider is late'), ('person_not_ready', 'The person is not ready yet'), ('health', 'Health does not allow it'), ('safety', 'It is not safe now'), ('no_contact', 'The person cannot be reached')], max_length=20, verbose_name='why late')),
                ('agreed', models.CharField(choices=[('not_asked', 'Not asked yet'), ('yes', 'The person agreed'), ('no', 'The person did not agree')], default='not_asked', max_length=10, verbose_name='agreed with the person')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('referral_number', models.CharField(blank=True, max_length=9, verbose_name='referral')),
                ('added_at', models.DateTimeField(verbose_name='added')),
                ('added_by_id', models.BigIntegerField(verbose_name='added by')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='assistance.programme')),
                ('provider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['added_at', 'pk'],
                'indexes': [models.Index(fields=['provider', 'state'], name='item_of_provider')],
                'constraints': [models.CheckConstraint(condition=models.Q(('provider__isnull', True), ('outside', ''), _connector='OR'), name='item_one_kind_of_provider'), models.CheckConstraint(condition=models.Q(('planned_start__isnull', True), ('planned_end__isnull', True), ('planned_end__gte', models.F('planned_start')), _connector='OR'), name='item_planned_in_order'), models.CheckConstraint(condition=models.Q(('actual_end__isnull', True), ('actual_start__isnull', True), ('actual_end__gte', models.F('actual_start')), _connector='OR'), name='item_ended_after_it_began'), models.CheckConstraint(condition=models.Q(('agreed', 'not_asked'), ('agreed_on__isnull', False), _connector='OR'), name='item_answer_has_day'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['under_way', 'done']), _negated=True), ('actual_start__isnull', False), _connector='OR'), name='item_under_way_began')],
            },
        ),
        migrations.CreateModel(
            name='ServiceGiven',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('given_on', models.DateField(verbose_name='given on')),
                ('service', models.SlugField(max_length=60, verbose_name='service of the pack')),
                ('plan_type', models.CharField(choices=[('Education', 'Education'), ('Financial', 'Money'), ('Health', 'Health'), ('LabourExploitationRehabilitation', 'After forced labour'), ('Legal', 'Law'), ('Livelihood', 'Livelihood'), ('RightsBasedTraining', "Knowing one's rights"), ('SexualExploitationRehabilitation', 'After sexual exploitation'), ('SocialCare', 'Social care')], max_length=40, verbose_name='type of help')),
                ('outside', models.CharField(blank=True, choices=[('hospital', 'Hospital, doctor'), ('school', 'School, college'), ('lawyer', 'Lawyer'), ('court', 'Court'), ('office', 'Another state office'), ('employer', 'Employer'), ('ngo', 'Another organisation'), ('family', 'Family, neighbours')], max_length=20, verbose_name='outside provider')),
                ('quantity', models.PositiveIntegerField(default=1, verbose_name='how much')),
                ('unit', models.CharField(choices=[('times', 'Times'), ('nights', 'Nights'), ('hours', 'Hours'), ('pieces', 'Pieces'), ('som', 'Money of the country')], default='times', max_length=10, verbose_name='unit')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='casework.case')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='given', to='assistance.programmeitem')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('provider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-given_on', '-pk'],
                'indexes': [models.Index(fields=['given_on'], name='given_by_day'), models.Index(fields=['case', '-given_on'], name='given_in_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='given_something'), models.CheckConstraint(condition=models.Q(('provider__isnull', True), ('outside', ''), _connector='OR'), name='given_by_one_kind_of_provider')],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('occasion', models.CharField(choices=[('intake', 'At the beginning'), ('review', 'Planned review'), ('before_referral', 'Before a referral'), ('before_return', 'Before the return'), ('before_testimony', 'Before giving testimony'), ('closure', 'At the end')], max_length=20, verbose_name='occasion')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('made_by_id', models.BigIntegerField(verbose_name='made by')),
                ('superseded_at', models.DateTimeField(blank=True, null=True, verbose_name='superseded')),
                ('needs', models.JSONField(default=dict, verbose_name='needs')),
                ('risks', models.JSONField(default=dict, verbose_name='dangers')),
                ('level', models.CharField(choices=[('low', 'Low'), ('medium', 'Medium'), ('high', 'High'), ('extreme', 'Danger to life'), ('open', 'Cannot be judged yet')], max_length=10, verbose_name='level of danger')),
                ('grounds', models.JSONField(default=list, verbose_name='grounds')),
                ('measures', models.JSONField(default=list, verbose_name='measures')),
                ('individual', models.CharField(choices=[('not_assessed', 'Not looked at'), ('low', 'Low'), ('medium', 'Medium'), ('high', 'High')], max_length=20, verbose_name='the person')),
                ('household', models.CharField(choices=[('not_assessed', 'Not looked at'), ('low', 'Low'), ('medium', 'Medium'), ('high', 'High')], max_length=20, verbose_name='the household')),
                ('community', models.CharField(choices=[('not_assessed', 'Not looked at'), ('low', 'Low'), ('medium', 'Medium'), ('high', 'High')], max_length=20, verbose_name='the community')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='next review')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessments', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('superseded_at__isnull', True)), fields=['review_on'], name='assessment_to_review')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('case',), name='assessment_one_current'), models.CheckConstraint(condition=models.Q(('superseded_at__isnull', True), ('superseded_at__gte', models.F('made_at')), _connector='OR'), name='assessment_superseded_later')],
            },
        ),
        migrations.CreateModel(
            name='ConferenceTask',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('task', models.CharField(choices=[('assess', 'Look at needs and risks again'), ('find_place', 'Find a place to live'), ('give_service', 'Give a service of the programme'), ('guardian', 'Have a guardian appointed'), ('best_interest', 'Decide what is best for the child'), ('documents', 'Obtain documents'), ('legal', 'Give legal aid'), ('school', 'Enrol in school'), ('return_plan', 'Plan the return'), ('money', 'Find money for the help')], max_length=20, verbose_name='what')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='done')),
                ('done_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='done by')),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='assistance.conference')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['organisation', 'due_on'], name='task_to_do')],
                'constraints': [models.CheckConstraint(condition=models.Q(('done_at__isnull', True), ('done_by_id__isnull', False), _connector='OR'), name='task_done_by_somebody')],
            },
        ),
    ]
