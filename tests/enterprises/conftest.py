import pytest

from evidence.models import Source


@pytest.fixture
def make_source(db):
    """A function that makes a source of a name, the same in both languages."""

    def make(name):
        return Source.objects.create(key=name.lower(), kind="press", name_en=name, name_zh_hans=name)

    return make
