import django.db.models.deletion
import korgoo.lib.codes
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0005_partners_in_other_countries'),
        ('casework', '0003_life_of_a_case'),
    ]

    operations = [
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('country', models.CharField(max_length=2, verbose_name='country')),
                ('added_at', models.DateTimeField(verbose_name='added')),
                ('added_by_id', models.BigIntegerField(verbose_name='added by')),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='partner', to='access.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='PartnerKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public', models.BinaryField(verbose_name='public key')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('added_at', models.DateTimeField(verbose_name='compared first')),
                ('added_by_id', models.BigIntegerField(verbose_name='first member')),
                ('second_at', models.DateTimeField(blank=True, null=True, verbose_name='compared again')),
                ('second_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='second member')),
                ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='retired')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keys', to='safe_return.partner')),
            ],
            options={
                'ordering': ['-added_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='partner_key_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('second_by_id__isnull', True), models.Q(('second_by_id', models.F('added_by_id')), _negated=True), _connector='OR'), name='partner_key_two_members'), models.CheckConstraint(condition=models.Q(models.Q(('second_at__isnull', True), ('second_by_id__isnull', True)), models.Q(('second_at__isnull', False), ('second_by_id__isnull', False)), _connector='OR'), name='partner_key_second_whole')],
            },
        ),
        migrations.CreateModel(
            name='Package',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(default=korgoo.lib.codes.new_code, max_length=9, unique=True, verbose_name='number')),
                ('sender_key_id', models.BigIntegerField(verbose_name='key for the answer')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('made_by_id', models.BigIntegerField(verbose_name='made by')),
                ('scopes', models.JSONField(default=list, verbose_name='what it rests on')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='agreed until')),
                ('token_digest', models.CharField(max_length=64, verbose_name='hash of the token for the answer')),
                ('sealed', models.BinaryField(verbose_name='the sealed file; empty after consent ended')),
                ('fetched_at', models.DateTimeField(blank=True, null=True, verbose_name='first taken out')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='consent ended')),
                ('told_at', models.DateTimeField(blank=True, null=True, verbose_name='partner told')),
                ('told_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='told by')),
                ('told_how', models.CharField(blank=True, choices=[('letter', 'By letter'), ('phone', 'By phone')], max_length=10, verbose_name='told how')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packages', to='casework.case')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packages', to='safe_return.partnerkey')),
            ],
            options={
                'ordering': ['-made_at'],
                'indexes': [models.Index(fields=['case', '-made_at'], name='package_of_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('told_at__isnull', True), ('told_how', '')), models.Q(('told_at__isnull', False), models.Q(('told_how', ''), _negated=True)), _connector='OR'), name='package_told_whole')],
            },
        ),
        migrations.CreateModel(
            name='ReturnPlan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(default=korgoo.lib.codes.new_code, max_length=9, unique=True, verbose_name='number')),
                ('state', models.CharField(choices=[('drafted', 'Being prepared'), ('agreed', 'Agreed with the person'), ('ready', 'Ready to leave'), ('under_way', 'Under way'), ('arrived', 'Met on arrival'), ('first_night', 'First night was safe'), ('closed', 'Closed'), ('stopped', 'Stopped')], default='drafted', max_length=20, verbose_name='state')),
                ('state_at', models.DateTimeField(verbose_name='state since')),
                ('created_at', models.DateTimeField(verbose_name='written')),
                ('created_by_id', models.BigIntegerField(verbose_name='written by')),
                ('country', models.CharField(max_length=2, verbose_name='country of return')),
                ('leaves_on', models.DateField(blank=True, null=True, verbose_name='leaves on')),
                ('papers', models.CharField(choices=[('unknown', 'Not asked yet'), ('passport', 'Passport in hand'), ('needed', 'Certificate of return is needed'), ('applied', 'Certificate of return was applied for'), ('ready', 'Certificate of return is ready')], default='unknown', max_length=20, verbose_name='papers')),
                ('ticket', models.CharField(choices=[('unknown', 'Not arranged yet'), ('asked', 'Asked for'), ('booked', 'Booked'), ('issued', 'Issued, the person has it')], default='unknown', max_length=20, verbose_name='ticket')),
                ('escort', models.CharField(choices=[('unknown', 'Not decided yet'), ('none', 'Nobody: the person travels alone'), ('official', 'An official'), ('ngo', 'Somebody of an organisation'), ('relative', 'A relative whom the person trusts'), ('other', 'Somebody else')], default='unknown', max_length=20, verbose_name='escort')),
                ('ban_told', models.CharField(choices=[('no', 'Not told yet'), ('yes', 'Told, with the length of the ban'), ('none', 'No ban follows: checked')], default='no', max_length=20, verbose_name='ban told')),
                ('fitness', models.CharField(choices=[('unknown', 'Not asked yet'), ('yes', 'Fit to travel'), ('needs_paper', "Fit, a doctor's paper is needed"), ('no', 'Not fit to travel now')], default='unknown', max_length=20, verbose_name='fit to travel')),
                ('family', models.CharField(choices=[('unknown', 'Not asked yet'), ('no', 'Not informed yet'), ('yes', 'Informed, as the person wished'), ('never', 'Must never be informed')], default='unknown', max_length=20, verbose_name='family')),
                ('guardian', models.CharField(blank=True, choices=[('unknown', 'Not known yet'), ('needed', 'Must be appointed'), ('agreed', 'There is one, and agrees'), ('against', 'There is one, and does not agree')], max_length=20, verbose_name='guardian')),
                ('best_interest', models.CharField(blank=True, choices=[('due', 'Not decided yet'), ('return', 'Decided: return'), ('stay', 'Decided: not return')], max_length=20, verbose_name='best interest')),
                ('court', models.CharField(blank=True, choices=[('unknown', 'Not clear yet'), ('not_needed', 'Not needed'), ('asked', 'Asked, no answer yet'), ('allowed', 'Allowed the return'), ('refused', 'Did not allow it')], max_length=20, verbose_name='court')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='returns', to='casework.case')),
                ('meets', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-created_at'],
                'indexes': [models.Index(fields=['state', '-state_at'], name='return_by_state')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['closed', 'stopped']), _negated=True), fields=('case',), name='return_one_live_a_case')],
            },
        ),
        migrations.CreateModel(
            name='PlanMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(choices=[('drafted', 'Being prepared'), ('agreed', 'Agreed with the person'), ('ready', 'Ready to leave'), ('under_way', 'Under way'), ('arrived', 'Met on arrival'), ('first_night', 'First night was safe'), ('closed', 'Closed'), ('stopped', 'Stopped')], max_length=20, verbose_name='from')),
                ('after', models.CharField(choices=[('drafted', 'Being prepared'), ('agreed', 'Agreed with the person'), ('ready', 'Ready to leave'), ('under_way', 'Under way'), ('arrived', 'Met on arrival'), ('first_night', 'First night was safe'), ('closed', 'Closed'), ('stopped', 'Stopped')], max_length=20, verbose_name='to')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('by_id', models.BigIntegerField(null=True, verbose_name='by')),
                ('ground', models.CharField(choices=[('as_planned', 'As planned'), ('person', 'The person wants it so'), ('danger_here', 'Staying is more dangerous'), ('danger_there', 'Danger on the way or at home'), ('deadline', 'A date set by others'), ('done_elsewhere', 'Done, and kept elsewhere'), ('health', 'Health'), ('papers', 'Papers, ticket or border'), ('child', "The child's best interest"), ('lost', 'Contact was lost'), ('other_way', 'Another way was found')], max_length=20, verbose_name='ground')),
                ('how', models.CharField(choices=[('here', 'Recorded here by who did it'), ('paper', 'By a signed receipt on paper'), ('phone', 'By phone from who met the person'), ('person', 'By the person'), ('file', 'By a sealed answer file')], default='here', max_length=10, verbose_name='how it was told')),
                ('missing', models.JSONField(default=list, verbose_name='what was missing')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='safe_return.returnplan')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RiskCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('low', 'Low'), ('medium', 'Medium'), ('high', 'High')], max_length=10, verbose_name='risk')),
                ('risks', models.JSONField(default=list, verbose_name='risks')),
                ('measures', models.JSONField(default=list, verbose_name='what is done')),
                ('checked_at', models.DateTimeField(verbose_name='assessed')),
                ('checked_by_id', models.BigIntegerField(verbose_name='assessed by')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_checks', to='safe_return.returnplan')),
            ],
            options={
                'ordering': ['-checked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SealedPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('goal', 'Where the person goes'), ('first_night', 'Where the first night is')], max_length=20, verbose_name='which place')),
                ('organisation_key_id', models.BigIntegerField(verbose_name='key of the reader')),
                ('sealed', models.BinaryField(verbose_name='ciphertext')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('written_by_id', models.BigIntegerField(verbose_name='written by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='safe_return.returnplan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'kind', 'organisation'), name='return_place_once_a_reader')],
            },
        ),
        migrations.CreateModel(
            name='TransitPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='place in the row')),
                ('country', models.CharField(max_length=2, verbose_name='country')),
                ('kind', models.CharField(choices=[('airport', 'Airport'), ('station', 'Railway or bus station'), ('border', 'Border crossing'), ('port', 'Port'), ('night', 'A night on the way')], max_length=20, verbose_name='kind')),
                ('risks', models.JSONField(default=list, verbose_name='risks')),
                ('measures', models.JSONField(default=list, verbose_name='what is done')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transit', to='safe_return.returnplan')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='return_stop_once')],
            },
        ),
        migrations.CreateModel(
            name='WishTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wish', models.CharField(choices=[('yes', 'Wants to return'), ('no', 'Does not want to return'), ('undecided', 'Has not decided')], max_length=20, verbose_name='wish')),
                ('freely', models.CharField(choices=[('yes', 'Yes: alone with us, with time to think'), ('unsure', 'Not sure: ask again in private'), ('no', 'No: somebody listened or pressed')], max_length=20, verbose_name='without pressure')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('asked_by_id', models.BigIntegerField(verbose_name='asked by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='safe_return.returnplan')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PackageAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('received', 'Opened the package'), ('accepted', 'Accepts, will help'), ('declined', 'Cannot help'), ('met', 'Met the person: handover confirmed'), ('first_night', 'First night was safe')], max_length=20, verbose_name='answer')),
                ('at', models.DateTimeField(verbose_name="by the partner's clock")),
                ('taken_at', models.DateTimeField(verbose_name='taken in')),
                ('taken_by_id', models.BigIntegerField(verbose_name='taken in by')),
                ('package', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='safe_return.package')),
            ],
            options={
                'ordering': ['-taken_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('package', 'answer'), name='package_answer_counts_once')],
            },
        ),
    ]
