"""Whoever was a named customer or partner becomes a partner without source or date: nobody wrote down which."""

from django.db import migrations


def tie_partners(apps, schema_editor):
    partners = apps.get_model("enterprises", "Enterprise").partners.through
    tie = apps.get_model("enterprises", "Tie")
    tie.objects.bulk_create(
        tie(enterprise_id=owner, other_id=other, kind="partner")
        for owner, other in partners.objects.values_list("from_enterprise_id", "to_enterprise_id")
        if owner != other
    )


def untie(apps, schema_editor):
    partners = apps.get_model("enterprises", "Enterprise").partners.through
    pairs = apps.get_model("enterprises", "Tie").objects.values_list("enterprise_id", "other_id")
    partners.objects.bulk_create(
        partners(from_enterprise_id=owner, to_enterprise_id=other) for owner, other in set(pairs)
    )


class Migration(migrations.Migration):
    dependencies = [("enterprises", "0005_chains_ties_and_distances")]

    operations = [migrations.RunPython(tie_partners, untie)]
