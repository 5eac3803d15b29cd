import pytest

from korgoo.matching.columns import Columns
from korgoo.matching.encoding import Encoder
from korgoo.matching.fictitious.people import make
from korgoo.matching.fictitious.writing import two_lists

KEY = b"a key of thirty-two bytes, tests"


@pytest.fixture(scope="session")
def lists():
    """Two lists of 3,000 invented people, of whom 900 are on both."""
    return two_lists(make(5_100, seed=3), overlap=0.3, seed=4)


@pytest.fixture(scope="session")
def encoded(lists):
    encoder = Encoder(KEY)
    return tuple(encoder.encode(Columns.of(one.columns())) for one in lists)


@pytest.fixture(scope="session")
def truth(lists):
    """For each row here the row there of the same person, or -1."""
    here, there = lists
    place = {who: row for row, who in enumerate(there.who.tolist())}
    return [place.get(who, -1) for who in here.who.tolist()]
