import pytest
from django.core.cache import cache
from django.utils import translation

from korgoo.demo import api


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def demo_mode(db, settings):
    """An empty database, with demo mode on."""
    settings.DEMO = True
    cache.clear()


@pytest.fixture
def loaded(demo_mode):
    """A database with the demonstration in it."""
    assert api.load() is True
