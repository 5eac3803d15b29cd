import django.db.models.deletion
import korgoo.lib.codes
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_audit_insert_only'),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(default=korgoo.lib.codes.new_code, max_length=9, unique=True, verbose_name='code')),
                ('opened_at', models.DateTimeField(verbose_name='opened')),
                ('opened_by_id', models.BigIntegerField(verbose_name='opened by')),
                ('channel', models.CharField(choices=[('in_person', 'In person'), ('inspection', 'During an inspection'), ('phone', 'By phone'), ('consulate', 'At a consulate'), ('message', 'By message'), ('other_body', 'Through another body')], max_length=20, verbose_name='channel')),
                ('caller', models.CharField(blank=True, choices=[('self', 'The person'), ('relative', 'A relative'), ('witness', 'A witness'), ('official', 'An official')], max_length=20, verbose_name='who speaks')),
                ('language', models.CharField(max_length=8, verbose_name='language of the person')),
                ('danger', models.CharField(choices=[('yes', 'Yes, now'), ('no', 'No'), ('unknown', 'We do not know')], max_length=10, verbose_name='danger now')),
                ('matter', models.CharField(choices=[('trafficking', 'Help: held, forced or cheated'), ('wages', 'Unpaid wages'), ('documents', 'Documents'), ('missing', 'A missing person'), ('information', 'Information'), ('other', 'Something else')], max_length=20, verbose_name='asked for')),
                ('protection', models.CharField(choices=[('contact', 'Contact'), ('at_risk', 'At risk'), ('presumed', 'Presumed victim'), ('identified', 'Officially identified'), ('not_identified', 'Not identified as a victim of trafficking'), ('withdrawn', 'Withdrawn by the person'), ('lost_contact', 'Contact lost')], default='contact', max_length=20, verbose_name='protection status')),
                ('protection_at', models.DateTimeField(verbose_name='status since')),
                ('decision', models.CharField(blank=True, choices=[('presumed', 'Presumed victim of trafficking'), ('labour_rights', 'Labour-rights case'), ('other_crime', 'Another offence'), ('not_enough', 'Not enough is known yet')], max_length=20, verbose_name='decision')),
                ('sex', models.CharField(choices=[('female', 'Female'), ('male', 'Male'), ('other', 'Other'), ('unknown', 'Not known')], default='unknown', max_length=10, verbose_name='sex')),
                ('age_band', models.CharField(choices=[('0-11', 'Under 12'), ('12-17', '12 to 17'), ('doubt', 'Perhaps under 18'), ('18-24', '18 to 24'), ('25-39', '25 to 39'), ('40-59', '40 to 59'), ('60+', '60 and over'), ('unknown', 'Not known')], default='unknown', max_length=10, verbose_name='age')),
                ('citizenship', models.CharField(blank=True, max_length=2, verbose_name='citizenship')),
                ('exploitation', models.CharField(choices=[('forced_labour', 'Forced labour'), ('sexual_exploitation', 'Sexual exploitation'), ('child_labour', 'Child labour'), ('servitude', 'Domestic servitude'), ('forced_begging', 'Forced begging'), ('forced_criminality', 'Forced crime, online fraud'), ('forced_marriage', 'Forced marriage'), ('armed_conflict', 'Forced into armed conflict'), ('organ_removal', 'Removal of organs'), ('other', 'Other'), ('unknown', 'Not known yet')], default='unknown', max_length=30, verbose_name='form of exploitation')),
                ('sector', models.CharField(choices=[('A', 'Agriculture'), ('C', 'Sewing, factories'), ('F', 'Construction'), ('G', 'Trade, markets'), ('H', 'Transport, delivery'), ('I', 'Hotels, cafes'), ('T', 'Work in a household'), ('other', 'Other'), ('unknown', 'Not known')], default='unknown', max_length=10, verbose_name='sector')),
                ('country', models.CharField(blank=True, max_length=2, verbose_name='country where it happened')),
                ('region', models.CharField(blank=True, max_length=14, verbose_name='region where the person is')),
                ('is_demo', models.BooleanField(default=False, verbose_name='demo case')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases_owned', to='access.organisation')),
            ],
            options={
                'verbose_name': 'case',
                'indexes': [models.Index(fields=['owner', '-opened_at', '-id'], name='case_own_newest'), models.Index(fields=['-opened_at', '-id'], name='case_newest')],
            },
        ),
        migrations.CreateModel(
            name='CaseClock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, verbose_name='clock of the pack')),
                ('referral_id', models.UUIDField(blank=True, db_index=True, null=True, verbose_name='referral')),
                ('started_at', models.DateTimeField(verbose_name='started')),
                ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='due')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='stopped')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='casework.case')),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['due_at', 'started_at'],
                'indexes': [models.Index(condition=models.Q(('stopped_at__isnull', True)), fields=['due_at'], name='clock_running')],
                'constraints': [models.CheckConstraint(condition=models.Q(('due_at__isnull', True), ('due_at__gte', models.F('started_at')), _connector='OR'), name='clock_due_after_start')],
            },
        ),
        migrations.CreateModel(
            name='CaseParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('case', 'organisation'), name='case_party_once'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='case_party_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='ConsentAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=8, verbose_name='language of the talk')),
                ('had_interpreter', models.BooleanField(default=False, verbose_name='with an interpreter')),
                ('guardian_agreed', models.BooleanField(null=True, verbose_name='guardian agreed')),
                ('told', models.JSONField(default=list, verbose_name='what the person was told')),
                ('proof', models.CharField(choices=[('signature', 'Signed on paper, kept by us'), ('thumb', 'Thumb print on paper, kept by us'), ('recording', 'Recorded voice, kept by us'), ('witness', 'Said before a witness')], max_length=20, verbose_name='proof')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('recorded_by_id', models.BigIntegerField(verbose_name='recorded by')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='casework.case')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-recorded_at', '-pk'],
                'indexes': [models.Index(fields=['case', 'recipient'], name='consent_of_case')],
            },
        ),
        migrations.CreateModel(
            name='ConsentScope',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('referral', 'That this organisation is asked to help, under a code'), ('identity', 'My name and birth date'), ('contact', 'How to reach me'), ('story', 'What I told')], max_length=20, verbose_name='what')),
                ('is_given', models.BooleanField(verbose_name='agreed')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
                ('withdrawn_by_id', models.BigIntegerField(null=True, verbose_name='recorded by')),
                ('act', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scopes', to='casework.consentact')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('act', 'scope'), name='consent_scope_once'), models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), ('is_given', True), _connector='OR'), name='consent_only_given_is_withdrawn')],
            },
        ),
        migrations.CreateModel(
            name='SealedFacet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('identity', 'Who the person is'), ('contact', 'How to reach the person'), ('story', 'What the person told')], max_length=20, verbose_name='part')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('sealed', models.BinaryField(verbose_name='ciphertext')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('written_by_id', models.BigIntegerField(verbose_name='written by')),
                ('is_rekey_due', models.BooleanField(default=False, verbose_name='needs a new key')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facets', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'kind'), name='facet_once_a_case'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='facet_version_counts')],
            },
        ),
        migrations.CreateModel(
            name='FacetWrap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('wrapped', models.BinaryField(verbose_name='wrapped key')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('organisation_key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisationkey')),
                ('facet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wraps', to='casework.sealedfacet')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('facet', 'organisation'), name='facet_wrapped_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='facet_wrap_version_counts')],
            },
        ),
        migrations.CreateModel(
            name='TimelineEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('event', models.CharField(max_length=60, verbose_name='event')),
                ('detail', models.CharField(blank=True, max_length=120, verbose_name='detail')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='timeline', to='casework.case')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['case', '-at'], name='timeline_of_case')],
            },
        ),
    ]
