
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('enterprises', '0007_forget_partners'),
        ('evidence', '0001_initial'),
        ('media_library', '0002_tags_and_likeness'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='English words or pinyin, joined by hyphens; shared by both languages.', max_length=120, unique=True, verbose_name='address')),
                ('live_from_en', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='English live from')),
                ('live_until_en', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='English live until')),
                ('live_from_zh_hans', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='Chinese live from')),
                ('live_until_zh_hans', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='Chinese live until')),
                ('review_by', models.DateField(blank=True, null=True, verbose_name='review by')),
                ('verified_on', models.DateField(blank=True, null=True, verbose_name='last verified')),
                ('to_confirm', models.TextField(blank=True, help_text='What still has to be checked. Only staff see this.', verbose_name='to confirm')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('title', models.CharField(blank=True, max_length=240, verbose_name='title')),
                ('title_en', models.CharField(blank=True, max_length=240, null=True, verbose_name='title')),
                ('title_zh_hans', models.CharField(blank=True, max_length=240, null=True, verbose_name='title')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_en', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_zh_hans', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('issuer', models.CharField(blank=True, max_length=300, verbose_name='published by')),
                ('issuer_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='published by')),
                ('issuer_zh_hans', models.CharField(blank=True, max_length=300, null=True, verbose_name='published by')),
                ('kind', models.CharField(choices=[('brochure', 'brochure'), ('guide', 'guide'), ('form', 'form'), ('checklist', 'checklist'), ('report', 'report'), ('statistics', 'statistics'), ('map', 'map or plan'), ('slides', 'presentation'), ('text', 'official text')], max_length=10, verbose_name='kind')),
                ('number', models.CharField(blank=True, help_text='As printed.', max_length=120, verbose_name='number')),
                ('version', models.CharField(blank=True, max_length=40, verbose_name='version')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='issued on')),
                ('is_sample', models.BooleanField(default=False, help_text='Shown as a sample in both languages.', verbose_name='sample')),
                ('industries', models.ManyToManyField(blank=True, help_text='Empty: of use to every industry.', related_name='documents', to='enterprises.industry', verbose_name='industries')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='responsible person')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'document of the library',
                'verbose_name_plural': 'documents of the library',
                'ordering': ['-issued_on', '-pk'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'delete', 'view', 'review', 'publish'),
            },
        ),
        migrations.CreateModel(
            name='DocumentFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='documents.document')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media_library.document', verbose_name='file')),
            ],
            options={
                'verbose_name': 'file of a document',
                'verbose_name_plural': 'files of a document',
                'ordering': ['position', 'id'],
                'abstract': False,
            },
        ),
    ]
