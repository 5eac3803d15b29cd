import django.db.models.deletion
import korgoo.lib.codes
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_life_of_a_case'),
        ('casework', '0008_status_moves'),
    ]

    operations = [
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('basis', models.CharField(choices=[('harm', 'Harm by the offence'), ('wages', 'Unpaid wages'), ('costs', 'Costs of treatment, travel, papers'), ('moral', 'Moral harm')], max_length=12, verbose_name='what for')),
                ('forum', models.CharField(choices=[('criminal', 'In the criminal case'), ('civil', 'Civil court'), ('labour', 'Labour inspection'), ('fund', 'State fund'), ('agreement', 'Agreement with who owes it'), ('abroad', 'Court or authority abroad')], max_length=12, verbose_name='where')),
                ('currency', models.CharField(choices=[('KGS', 'KGS'), ('RUB', 'RUB'), ('KZT', 'KZT'), ('USD', 'USD'), ('EUR', 'EUR'), ('TRY', 'TRY'), ('KRW', 'KRW'), ('GBP', 'GBP'), ('AED', 'AED')], max_length=3, verbose_name='currency')),
                ('claimed', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='amount claimed')),
                ('filed_on', models.DateField(verbose_name='filed on')),
                ('result', models.CharField(blank=True, choices=[('awarded', 'Awarded'), ('partly', 'Awarded in part'), ('refused', 'Refused'), ('withdrawn', 'Taken back')], max_length=12, verbose_name='result')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('awarded', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='amount awarded')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
            ],
            options={
                'verbose_name': 'claim for compensation',
                'ordering': ['filed_on', 'recorded_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('claimed__gt', 0)), name='claim_above_nothing'), models.CheckConstraint(condition=models.Q(('result', ''), ('decided_on__isnull', False), _connector='OR'), name='claim_decided_on_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('result__in', ['awarded', 'partly']), ('awarded__gt', 0)), models.Q(models.Q(('result__in', ['awarded', 'partly']), _negated=True), ('awarded__isnull', True)), _connector='OR'), name='claim_awarded_an_amount')],
            },
        ),
        migrations.CreateModel(
            name='ClaimPayment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='amount received')),
                ('received_on', models.DateField(verbose_name='received on')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payments', to='determination.claim')),
            ],
            options={
                'ordering': ['received_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='payment_above_nothing')],
            },
        ),
        migrations.CreateModel(
            name='NonPunishmentNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(default=korgoo.lib.codes.new_code, max_length=9, unique=True, verbose_name='number')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('made_by_id', models.BigIntegerField(verbose_name='made by')),
                ('status', models.CharField(choices=[('contact', 'Contact'), ('at_risk', 'At risk'), ('presumed', 'Presumed victim'), ('identified', 'Officially identified'), ('not_identified', 'Not identified as a victim of trafficking'), ('withdrawn', 'Withdrawn by the person'), ('lost_contact', 'Contact lost')], max_length=20, verbose_name='protection status then')),
                ('status_since', models.DateTimeField(blank=True, null=True, verbose_name='status since')),
                ('acts', models.JSONField(default=list, verbose_name='acts')),
                ('result', models.CharField(choices=[('may_be', 'The acts may be a direct consequence of trafficking'), ('open', 'It is not clear yet; no sanction before it is'), ('not_seen', 'No link between the acts and trafficking was seen')], max_length=10, verbose_name='result')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'verbose_name': 'non-punishment note',
                'ordering': ['-made_at', '-pk'],
                'indexes': [models.Index(fields=['case', '-made_at'], name='notes_of_case')],
            },
        ),
        migrations.CreateModel(
            name='NoteGiving',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outside', models.CharField(blank=True, choices=[('investigator', 'Investigating body'), ('prosecutor', "Prosecutor's office"), ('court', 'Court'), ('migration', 'Migration or border authority'), ('detention', 'Place of detention'), ('abroad', 'Authority of another country'), ('lawyer', "The person's lawyer, to hand on")], max_length=20, verbose_name='body outside')),
                ('how', models.CharField(choices=[('platform', 'On the platform'), ('by_hand', 'By hand, against signature'), ('letter', 'By letter'), ('lawyer', 'Through the lawyer')], max_length=12, verbose_name='how given')),
                ('agreed', models.CharField(choices=[('person', 'The person agreed'), ('guardian', 'The guardian agreed'), ('held', 'The person is held and cannot be asked; the note protects them')], max_length=12, verbose_name='who agreed')),
                ('given_on', models.DateField(verbose_name='given on')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('received_at', models.DateTimeField(blank=True, null=True, verbose_name='receipt confirmed')),
                ('received_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='receipt confirmed by')),
                ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='givings', to='determination.nonpunishmentnote')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-recorded_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', True), models.Q(('outside', ''), _negated=True)), models.Q(('organisation__isnull', False), ('outside', '')), _connector='OR'), name='note_given_to_one'), models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('note', 'organisation'), name='note_given_once_to_each')],
            },
        ),
        migrations.CreateModel(
            name='Proceeding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('reviewed', 'Reviewed by a second member'), ('decided', 'Decided, the person is not told yet'), ('notified', 'The person was told'), ('appealed', 'Appealed'), ('redecided', 'Replaced by a new decision')], default='proposed', max_length=12, verbose_name='state')),
                ('status_before', models.CharField(choices=[('contact', 'Contact'), ('at_risk', 'At risk'), ('presumed', 'Presumed victim'), ('identified', 'Officially identified'), ('not_identified', 'Not identified as a victim of trafficking'), ('withdrawn', 'Withdrawn by the person'), ('lost_contact', 'Contact lost')], max_length=20, verbose_name='status before')),
                ('rule', models.CharField(choices=[('adult', 'Act, means and purpose'), ('child', 'Child rule: act and purpose, the means do not matter')], max_length=10, verbose_name='rule')),
                ('act', models.CharField(choices=[('shown', 'Shown'), ('not_shown', 'Not shown'), ('open', 'Not established'), ('not_needed', 'Not needed: child rule')], max_length=12, verbose_name='act')),
                ('means', models.CharField(choices=[('shown', 'Shown'), ('not_shown', 'Not shown'), ('open', 'Not established'), ('not_needed', 'Not needed: child rule')], max_length=12, verbose_name='means')),
                ('purpose', models.CharField(choices=[('shown', 'Shown'), ('not_shown', 'Not shown'), ('open', 'Not established'), ('not_needed', 'Not needed: child rule')], max_length=12, verbose_name='purpose')),
                ('outcome', models.CharField(choices=[('identified', 'Identified as a victim of trafficking'), ('not_identified', 'Not identified as a victim of trafficking'), ('more_needed', 'More is needed before it can be decided')], max_length=20, verbose_name='decision')),
                ('materials', models.JSONField(default=list, verbose_name='materials seen')),
                ('parts_opened', models.JSONField(default=list, verbose_name='sealed parts that the body opened')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('proposed_at', models.DateTimeField(verbose_name='proposed')),
                ('proposed_by_id', models.BigIntegerField(verbose_name='proposed by')),
                ('reviewed_at', models.DateTimeField(blank=True, null=True, verbose_name='reviewed')),
                ('reviewed_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='reviewed by')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('decided_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='decided by')),
                ('notified_at', models.DateTimeField(blank=True, null=True, verbose_name='person told')),
                ('notified_how', models.CharField(blank=True, choices=[('in_person', 'In person, with the paper'), ('read_out', 'Read out, with an interpreter where needed'), ('helper', 'Through who helps the person'), ('lawyer', 'Through the lawyer'), ('guardian', 'To the guardian and the child')], max_length=12, verbose_name='how told')),
                ('notified_language', models.CharField(blank=True, max_length=8, verbose_name='told in')),
                ('appeal_until', models.DateTimeField(blank=True, null=True, verbose_name='appeal possible until')),
                ('appealed_at', models.DateTimeField(blank=True, null=True, verbose_name='appealed')),
                ('appealed_by', models.CharField(blank=True, choices=[('person', 'The person'), ('lawyer', 'The lawyer'), ('guardian', 'The guardian'), ('prosecutor', 'The prosecutor')], max_length=12, verbose_name='who appealed')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('supersedes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='determination.proceeding')),
            ],
            options={
                'verbose_name': 'decision on the status',
                'ordering': ['-proposed_at'],
                'indexes': [models.Index(fields=['body', 'state', '-proposed_at'], name='decision_of_body')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['proposed', 'reviewed'])), fields=('case',), name='decision_one_open_in_a_case'), models.CheckConstraint(condition=models.Q(('reviewed_by_id__isnull', True), models.Q(('reviewed_by_id', models.F('proposed_by_id')), _negated=True), _connector='OR'), name='decision_reviewed_by_another'), models.CheckConstraint(condition=models.Q(('decided_at__isnull', True), models.Q(('reviewed_at__isnull', False), ('decided_at__gte', models.F('reviewed_at'))), _connector='OR'), name='decision_decided_after_review'), models.CheckConstraint(condition=models.Q(('notified_at__isnull', True), models.Q(('notified_how', ''), _negated=True), _connector='OR'), name='decision_told_how'), models.CheckConstraint(condition=models.Q(models.Q(('rule', 'child'), ('means', 'not_needed')), models.Q(('rule', 'adult'), models.Q(('means', 'not_needed'), _negated=True)), _connector='OR'), name='decision_means_fit_the_rule')],
            },
        ),
        migrations.CreateModel(
            name='BodyMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('function', models.CharField(choices=[('chair', 'Chair'), ('secretary', 'Secretary'), ('member', 'Member'), ('expert', 'Expert, without a vote')], max_length=12, verbose_name='function')),
                ('user_id', models.BigIntegerField(blank=True, null=True, verbose_name='member')),
                ('conflict', models.CharField(choices=[('unasked', 'Not said yet'), ('none', 'No conflict of interest'), ('has', 'Has one, and steps aside')], default='unasked', max_length=10, verbose_name='conflict of interest')),
                ('said_at', models.DateTimeField(blank=True, null=True, verbose_name='said')),
                ('recorded_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='recorded by')),
                ('dissents', models.BooleanField(default=False, verbose_name='dissents')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('proceeding', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='determination.proceeding')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('user_id__isnull', False)), fields=('proceeding', 'user_id'), name='decision_member_once')],
            },
        ),
        migrations.CreateModel(
            name='SealedReasons',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('sealed', models.BinaryField(verbose_name='ciphertext')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('written_by_id', models.BigIntegerField(verbose_name='written by')),
                ('proceeding', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reasons', to='determination.proceeding')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='reasons_version_counts')],
            },
        ),
        migrations.CreateModel(
            name='ReasonsWrap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wrapped', models.BinaryField(verbose_name='wrapped key')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('organisation_key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisationkey')),
                ('reasons', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wraps', to='determination.sealedreasons')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('reasons', 'organisation'), name='reasons_wrapped_once')],
            },
        ),
    ]
