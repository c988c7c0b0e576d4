"""Carries out what is scheduled in the newsroom."""

import logging
import os
import signal
import socket
import threading
import uuid

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.utils import timezone

from publishing import chores
from publishing.schedule import clock

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Publish scheduled changes and releases at their moments. Runs until it is stopped; several may run, "
        "one of them works. Safe to stop and to kill at any time."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *, once, **options):
        self.holder = f"{socket.gethostname()[:20]}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self.stopped = threading.Event()
        self.tidied_on = None
        if once:
            self._once()
            return
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_arguments: self.stopped.set())
        while not self.stopped.is_set():
            try:
                if clock.take_lease(self.holder):
                    clock.tick(goes_on=self._goes_on)
                    self._once_a_day()
            except DatabaseError as error:
                # It comes back or it does not; nothing is lost meanwhile, because what is due stays due.
                log.warning("The clock could not reach the database and looks again: %s", error)
                connection.close()
            self.stopped.wait(clock.EVERY.total_seconds())
        clock.give_up_lease(self.holder)

    def _once(self):
        if not clock.take_lease(self.holder):
            self.stdout.write("Another clock is running.")
            return
        try:
            self.stdout.write(f"Carried out: {clock.tick(goes_on=self._goes_on)}")
        finally:
            clock.give_up_lease(self.holder)

    def _once_a_day(self):
        if self.tidied_on != timezone.localdate():
            chores.do_daily()
            self.tidied_on = timezone.localdate()

    def _goes_on(self) -> bool:
        """Between two items: asked to stop, or overtaken by another process, it leaves the rest to whoever follows."""
        return not self.stopped.is_set() and clock.take_lease(self.holder)
