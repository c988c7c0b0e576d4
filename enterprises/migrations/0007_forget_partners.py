from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enterprises", "0006_partners_become_ties")]

    operations = [migrations.RemoveField(model_name="enterprise", name="partners")]
