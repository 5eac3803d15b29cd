import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_life_of_a_case'),
        ('casework', '0005_papers'),
    ]

    operations = [
        migrations.CreateModel(
            name='SharingAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('life', 'A life is at risk'), ('child', 'A child is in danger'), ('duty', 'The law obliges us')], max_length=10, verbose_name='ground')),
                ('parts', models.JSONField(default=list, verbose_name='parts')),
                ('proposed_at', models.DateTimeField(verbose_name='proposed')),
                ('proposed_by_id', models.BigIntegerField(verbose_name='proposed by')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed')),
                ('confirmed_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='confirmed by')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='ended')),
                ('made_party', models.BooleanField(default=False, verbose_name='let the recipient into the case')),
                ('is_person_told', models.BooleanField(default=False, verbose_name='the person was told')),
                ('told_at', models.DateTimeField(blank=True, null=True, verbose_name='told')),
                ('tell_on', models.DateField(blank=True, null=True, verbose_name='ask again whether it is safe to tell')),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by_id__isnull', True), models.Q(('confirmed_by_id', models.F('proposed_by_id')), _negated=True), _connector='OR'), name='sharing_needs_a_second_person'), models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), models.Q(('confirmed_by_id__isnull', False), ('expires_at__isnull', False)), _connector='OR'), name='sharing_confirmed_has_an_end')],
            },
        ),
        migrations.AddField(
            model_name='consentact',
            name='capacity',
            field=models.CharField(choices=[('able', 'Yes, alone'), ('supported', 'Yes, with support'), ('unable', 'No: somebody else decided')], default='able', max_length=10, verbose_name='could decide'),
        ),
        migrations.AddField(
            model_name='consentact',
            name='decider',
            field=models.CharField(blank=True, choices=[('parent', 'A parent'), ('guardian', 'An appointed guardian'), ('child_protection', 'The child protection body'), ('relative', 'Another relative'), ('supporter', 'Somebody the person trusts'), ('court', 'A court')], default='', max_length=20, verbose_name='who decided'),
        ),
        migrations.AddField(
            model_name='consentact',
            name='is_interpreter_sworn',
            field=models.BooleanField(null=True, verbose_name='interpreter sworn to secrecy'),
        ),
        migrations.AddField(
            model_name='consentact',
            name='purpose',
            field=models.CharField(choices=[('help', 'Help and services'), ('identification', 'Official identification'), ('criminal', 'Criminal proceedings'), ('return', 'Safe return'), ('family', 'Contact with the family'), ('research', 'Counting and research, without a name')], default='help', max_length=20, verbose_name='purpose'),
        ),
        migrations.AlterField(
            model_name='consentscope',
            name='scope',
            field=models.CharField(choices=[('referral', 'That this organisation is asked to help, under a code'), ('identity', 'My name and birth date'), ('contact', 'How to reach me'), ('story', 'What I told'), ('crime', 'What was done to me, as facts for an investigation'), ('health', 'My health'), ('therapy', 'What I say to the psychologist'), ('whereabouts', 'Where I stay'), ('documents', 'Copies of my papers and pictures'), ('statistics', 'Counting and research, without my name')], max_length=20, verbose_name='what'),
        ),
        migrations.CreateModel(
            name='ConflictMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user_id', models.BigIntegerField(verbose_name='closed to')),
                ('ground', models.CharField(choices=[('relative', 'Relative or friend of somebody in the case'), ('suspect', 'Knows the suspect, or is accused'), ('interest', 'An interest of their own in the outcome'), ('other', 'Another reason')], max_length=10, verbose_name='ground')),
                ('marked_at', models.DateTimeField(verbose_name='marked')),
                ('marked_by_id', models.BigIntegerField(verbose_name='marked by')),
                ('lift_asked_at', models.DateTimeField(blank=True, null=True, verbose_name='lifting proposed')),
                ('lift_asked_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='lifting proposed by')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='lifted')),
                ('lifted_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='lifted by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-marked_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True)), fields=('user_id', 'case'), name='conflict_marked_once'), models.CheckConstraint(condition=models.Q(('lifted_at__isnull', True), models.Q(('lift_asked_by_id__isnull', False), models.Q(('lifted_by_id', models.F('lift_asked_by_id')), _negated=True)), _connector='OR'), name='conflict_lifted_by_two')],
            },
        ),
        migrations.CreateModel(
            name='GlassBreak',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('user_id', models.BigIntegerField(verbose_name='who opens')),
                ('reason_code', models.CharField(choices=[('danger', 'The person is in danger now'), ('reach', 'The person must be reached and nobody else can'), ('medical', 'A doctor needs it at once'), ('absent', 'The responsible colleague is away and it cannot wait')], max_length=10, verbose_name='reason')),
                ('parts', models.JSONField(default=list, verbose_name='parts')),
                ('is_alone', models.BooleanField(verbose_name='opened alone')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('opened_at', models.DateTimeField(blank=True, null=True, verbose_name='opened')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed')),
                ('refused_at', models.DateTimeField(blank=True, null=True, verbose_name='refused')),
                ('second_id', models.BigIntegerField(blank=True, null=True, verbose_name='second person')),
                ('overdue_at', models.DateTimeField(blank=True, null=True, verbose_name='not confirmed in time')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'ordering': ['-asked_at', 'pk'],
                'indexes': [models.Index(fields=['case', 'user_id'], name='glass_of_member')],
                'constraints': [models.CheckConstraint(condition=models.Q(('second_id__isnull', True), models.Q(('second_id', models.F('user_id')), _negated=True), _connector='OR'), name='glass_needs_another_person'), models.CheckConstraint(condition=models.Q(('opened_at__isnull', True), ('ends_at__isnull', False), _connector='OR'), name='glass_open_has_an_end')],
            },
        ),
        migrations.CreateModel(
            name='CaseNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('taken_back', 'The person took back what your organisation may know'), ('ran_out', 'What your organisation may know has run out'), ('shared', "Something was shared with you without the person's consent"), ('shared_ended', 'What was shared with you without consent is closed again'), ('glass_asked', 'A colleague asks to open parts in an emergency: answer now'), ('glass_broken', 'Emergency opening: parts were opened by one person alone'), ('glass_confirmed', 'Emergency opening: two persons opened parts'), ('glass_overdue', 'Nobody confirmed an emergency opening in 24 hours')], max_length=20, verbose_name='what')),
                ('audience', models.CharField(choices=[('everybody', 'Everybody who works on cases'), ('head', 'The head of the case workers'), ('officer', 'The data protection officer')], max_length=10, verbose_name='for whom')),
                ('about_id', models.BigIntegerField(blank=True, null=True, verbose_name='about whose deed')),
                ('sent_at', models.DateTimeField(verbose_name='told')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
                ('read_by_id', models.BigIntegerField(blank=True, null=True, verbose_name='read by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('glass', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.glassbreak')),
            ],
            options={
                'ordering': ['-sent_at', '-pk'],
                'indexes': [models.Index(fields=['organisation', 'read_at'], name='notice_of_house')],
            },
        ),
        migrations.CreateModel(
            name='SealedAttachment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('proof', 'Proof of consent'), ('sharing', 'Reason for sharing without consent'), ('glass', 'Reason for an emergency opening')], max_length=20, verbose_name='what')),
                ('media_type', models.CharField(max_length=40, verbose_name='media type')),
                ('sealed', models.BinaryField(verbose_name='ciphertext')),
                ('wrapped', models.BinaryField(verbose_name='wrapped key')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('written_by_id', models.BigIntegerField(verbose_name='written by')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('organisation_key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisationkey')),
            ],
        ),
        migrations.AddField(
            model_name='glassbreak',
            name='reason',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.sealedattachment'),
        ),
        migrations.AddField(
            model_name='consentact',
            name='attachment',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.sealedattachment'),
        ),
        migrations.AddIndex(
            model_name='consentact',
            index=models.Index(fields=['expires_at'], name='consent_by_end'),
        ),
        migrations.AddConstraint(
            model_name='consentact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity', 'unable'), _negated=True), models.Q(('decider', ''), _negated=True), _connector='OR'), name='consent_says_who_decided'),
        ),
        migrations.AddField(
            model_name='sharingact',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sharing_acts', to='casework.case'),
        ),
        migrations.AddField(
            model_name='sharingact',
            name='reason',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.sealedattachment'),
        ),
        migrations.AddField(
            model_name='sharingact',
            name='recipient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation'),
        ),
        migrations.AddIndex(
            model_name='sharingact',
            index=models.Index(fields=['case', 'recipient'], name='sharing_of_case'),
        ),
    ]
