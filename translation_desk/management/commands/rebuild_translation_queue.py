"""Counts anew what is to translate, for records that were written without the newsroom."""

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand

from publishing.rights.publisher_access import publishable_models
from translation_desk.models import TranslationTask
from translation_desk.queueing import refresh


class Command(BaseCommand):
    help = (
        "Count again, for every record, what is missing and outdated in each language. "
        "Owners, due dates and questions stay. Safe to run at any time."
    )

    def handle(self, **options):
        total = 0
        for model in publishable_models():
            kind = ContentType.objects.get_for_model(model)
            for record in model._base_manager.order_by("pk").iterator(chunk_size=200):
                refresh(record)
                total += 1
            keys = {str(key) for key in model._base_manager.values_list("pk", flat=True)}
            for task in TranslationTask.objects.filter(content_type=kind).only("object_id").iterator():
                if task.object_id not in keys:
                    task.delete()
        waiting = TranslationTask.objects.filter(is_open=True).count()
        self.stdout.write(f"records: {total}; languages with work: {waiting}")
