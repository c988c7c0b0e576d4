"""Erases the messages whose time is over."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from inquiries.actions import erase_due
from inquiries.models import Inquiry


class Command(BaseCommand):
    help = "Erase the messages of visitors whose twelve months are over. Made to be run every day; safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say how many are due, erase nothing")

    def handle(self, *, dry_run, **options):
        today = timezone.localdate()
        if dry_run:
            self.stdout.write(f"{Inquiry.objects.filter(erase_on__lte=today).count()} messages are due.")
        else:
            self.stdout.write(f"{erase_due(on=today)} messages erased.")
