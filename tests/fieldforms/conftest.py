import pytest

from korgoo.countrypack import api as packs
from korgoo.fieldforms import blanks, selectors
from korgoo.identification import api as identification
from tests.casework.conftest import _english, _people, enter, people, words_of
from tests.countrypack.conftest import FICTITIOUS
from tests.fieldforms import tools

__all__ = ["_english", "_people", "enter", "people", "words_of"]


@pytest.fixture(autouse=True)
def _nine_in_bishkek(clock):
    """Forms of the tests were filled on 2 March 2026, an hour ago."""


@pytest.fixture
def edition(db):
    return identification.current_edition()


@pytest.fixture
def views(edition):
    """The views of the country in which answers are entered."""
    return selectors.exportable(edition)


@pytest.fixture
def blank_of(edition):
    """Make the empty form of a view of the edition in force."""
    return lambda key: blanks.blank_of(edition.data.views[key], edition)


@pytest.fixture(scope="session")
def foreign():
    """Empty forms of the fictitious country, one of whose languages runs from right to left."""
    pack = packs.load(FICTITIOUS)
    return {key: tools.blank_of(pack, view) for key, view in pack.views.items()}
