"""Messages that came before there was a status page get a secret and a clock of their own."""

from django.db import migrations

from inquiries.numbers import new_secret


def give_secrets(apps, schema_editor):
    messages = apps.get_model("inquiries", "Inquiry").objects.using(schema_editor.connection.alias)
    for message in messages.only("pk", "received_at").iterator():
        messages.filter(pk=message.pk).update(secret=new_secret(), clock_from=message.received_at)


class Migration(migrations.Migration):
    dependencies = [("inquiries", "0002_handle_a_message_to_its_end")]

    operations = [migrations.RunPython(give_secrets, migrations.RunPython.noop)]
