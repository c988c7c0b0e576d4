import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The whole demo, loaded once for a module; what a test marked ``django_db`` changes in it is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", renditions="worker", verbosity=0)
        yield
        transaction.set_rollback(True)
