"""Reads the links of everything anew, for records that were written without the newsroom."""

from django.core.management.base import BaseCommand

from link_checking import keeping
from link_checking.finding import holders
from link_checking.tasks import order_check
from publishing.models import Publishable


class Command(BaseCommand):
    help = "Note the links of all records anew. Safe to run again."

    def handle(self, **options):
        number = 0
        for model in holders():
            keep = keeping.keep_record if issubclass(model, Publishable) else keeping.keep_row
            for record in model._default_manager.order_by("pk").iterator(chunk_size=200):
                keep(record)
                number += 1
        order_check()
        self.stdout.write(f"Read the links of {number} records.")
