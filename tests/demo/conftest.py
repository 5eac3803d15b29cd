import pytest
from django.core.cache import cache
from django.test import override_settings
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


@pytest.fixture(scope="module")
def _loaded(for_module):
    with override_settings(DEMO=True):
        return for_module(api.load, stands=False)


@pytest.fixture
def loaded(_loaded, demo_mode):
    """A database with the demonstration in it."""
    assert _loaded() is True
