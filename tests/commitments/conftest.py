import pytest
from django.utils import translation

from korgoo.commitments import api, origins
from tests import factories_commitments as make
from tests import members


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def place(monkeypatch):
    """Tells anew who keeps the round table and who may know of it: nobody and everybody at first."""

    def register(*, keeps=None, reads=lambda actor, key: key == make.ROUND_TABLE.key):
        api.register_origin(make.ROUND_TABLE.kind, "Round table", keeps=keeps, reads=reads)

    monkeypatch.setattr(origins, "_registered", origins.registered())
    register()
    return register


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(make.house)


@pytest.fixture
def people(db, clock, _people):
    return _people()


class Browser(members.Browser):
    app = "commitments"


enter = members.enters(Browser)
