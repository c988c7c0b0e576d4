import pytest
from django.db import transaction
from django.utils import translation

from demo.loading.kinds import KINDS
from demo.loading.references import References
from demo.loading.rows import Writer
from demo.reading import CONTENT
from tests.bench.undrawn import Undrawn


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The records of the demo, loaded once for a module; what a test marked ``django_db`` changes is taken back."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("en"):
        writer = Writer(References(Undrawn()))
        for kind in KINDS:
            writer.write(kind, kind.read(CONTENT))
        yield
        transaction.set_rollback(True)
