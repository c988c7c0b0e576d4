
import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('list_key', models.CharField(max_length=40, verbose_name='list')),
                ('query', models.CharField(blank=True, max_length=1000, verbose_name='filter')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('email_key', models.CharField(db_index=True, editable=False, max_length=254)),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', 'Chinese')], max_length=7, verbose_name='language')),
                ('frequency', models.CharField(choices=[('daily', 'every day'), ('weekly', 'every week, on Monday')], max_length=6, verbose_name='frequency')),
                ('consent', models.TextField(help_text='The words as they were shown.', verbose_name='what was consented to')),
                ('asked_at', models.DateTimeField(editable=False, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='asked for')),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='confirmed')),
                ('told_until', models.DateTimeField(editable=False, null=True)),
                ('refusals', models.PositiveSmallIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'subscription',
                'verbose_name_plural': 'subscriptions',
                'ordering': ['created_at', 'pk'],
                'indexes': [models.Index(fields=['frequency', 'told_until'], name='subscription_due')],
                'constraints': [models.UniqueConstraint(fields=('email_key', 'list_key', 'query', 'language'), name='subscribed_once')],
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('handing', 'being handed over'), ('sent', 'sent'), ('unclear', 'interrupted while being handed over'), ('failed', 'not delivered'), ('dropped', 'nothing left to tell')], default='waiting', max_length=7)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('not_before', models.DateTimeField()),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='digests', to='subscriptions.subscription')),
            ],
            options={
                'verbose_name': 'letter with news',
                'verbose_name_plural': 'letters with news',
                'ordering': ['-until', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['state', 'not_before'], name='letter_waiting')],
                'constraints': [models.UniqueConstraint(fields=('subscription', 'until'), name='one_letter_for_each_stretch')],
            },
        ),
    ]
