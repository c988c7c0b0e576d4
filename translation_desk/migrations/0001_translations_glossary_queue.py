

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('english', models.CharField(max_length=160, verbose_name='English')),
                ('chinese', models.CharField(max_length=160, verbose_name='Chinese')),
                ('allowed', models.TextField(blank=True, help_text='One to a line, in either language.', verbose_name='also allowed')),
                ('banned', models.TextField(blank=True, help_text='One to a line, in either language. Texts that use one are marked.', verbose_name='not to be used')),
                ('note', models.TextField(blank=True, help_text='When it is used, and when not.', verbose_name='note')),
            ],
            options={
                'verbose_name': 'term',
                'verbose_name_plural': 'glossary',
                'ordering': ['english', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('english', 'chinese'), name='glossary_pair_once', violation_error_message='This pair is in the glossary already.')],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=64, verbose_name='record')),
                ('path', models.CharField(max_length=160, verbose_name='place')),
                ('pair', models.CharField(max_length=64, verbose_name='fingerprint')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='given')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype', verbose_name='kind of record')),
            ],
            options={
                'verbose_name': 'exemption',
                'verbose_name_plural': 'exemptions',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'path', 'pair'), name='one_exemption_per_pair')],
            },
        ),
        migrations.CreateModel(
            name='TranslationRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=64, verbose_name='record')),
                ('path', models.CharField(max_length=160, verbose_name='place')),
                ('language', models.CharField(max_length=7, verbose_name='language')),
                ('text', models.CharField(max_length=64, verbose_name='fingerprint')),
                ('sources', models.JSONField(default=list, verbose_name='translated from')),
                ('dismissed', models.JSONField(default=list, verbose_name='dismissed')),
                ('basis', models.TextField(blank=True, verbose_name='source')),
                ('origin', models.CharField(choices=[('typed', 'typed'), ('imported', 'imported'), ('machine', 'machine translation')], default='typed', max_length=8, verbose_name='origin')),
                ('accepted_at', models.DateTimeField(null=True, verbose_name='accepted')),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='accepted by')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype', verbose_name='kind of record')),
            ],
            options={
                'verbose_name': 'translation',
                'verbose_name_plural': 'translations',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'path', 'language', 'text'), name='one_record_per_wording')],
            },
        ),
        migrations.CreateModel(
            name='TranslationTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=64, verbose_name='record')),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', 'Chinese')], max_length=7, verbose_name='language')),
                ('title', models.CharField(max_length=200, verbose_name='record')),
                ('area', models.CharField(blank=True, max_length=80, verbose_name='area')),
                ('missing', models.PositiveIntegerField(default=0, verbose_name='missing')),
                ('outdated', models.PositiveIntegerField(default=0, verbose_name='outdated')),
                ('unaccepted', models.PositiveIntegerField(default=0, verbose_name='to be accepted')),
                ('is_open', models.BooleanField(default=True, verbose_name='open')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                ('question', models.TextField(blank=True, max_length=2000, verbose_name='question')),
                ('sort_on', models.DateField(default=datetime.date(9999, 12, 31), editable=False)),
                ('opened_at', models.DateTimeField(verbose_name='open since')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype', verbose_name='kind of record')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='translator')),
            ],
            options={
                'verbose_name': 'translation to do',
                'verbose_name_plural': 'translation queue',
                'ordering': ['sort_on', 'pk'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('is_open', True)), fields=['language', 'sort_on', 'id'], name='open_translation_work'), models.Index(condition=models.Q(('is_open', True)), fields=['owner', 'sort_on', 'id'], name='open_translation_by_owner')],
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'language'), name='one_translation_task_per_language')],
            },
        ),
    ]
