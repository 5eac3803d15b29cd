import pytest
from django.core.cache import cache
from django.test import override_settings
from django.utils import translation

from korgoo.demo import api
from korgoo.demo.people import LINE
from korgoo.lib.word_codes import derivation

# As korgoo.settings.local says it for the demonstration.
LINE_ANSWERS = (LINE,)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def demo_mode(db, settings):
    """An empty database, with demo mode on."""
    settings.DEMO, settings.HELP_GOES_TO = True, LINE_ANSWERS
    cache.clear()


@pytest.fixture(scope="module", autouse=True)
def _quick_words():
    """Words are stretched a little only; tests/lib/test_word_codes.py takes the full time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derivation, "ITERATIONS", 1_000)
        yield


@pytest.fixture(scope="module")
def _loaded(for_module, _quick_words):
    with override_settings(DEMO=True, HELP_GOES_TO=LINE_ANSWERS):
        return for_module(api.load, stands=False)


@pytest.fixture
def loaded(_loaded, demo_mode):
    """A database with the demonstration in it."""
    assert _loaded() is True
