import time
from types import SimpleNamespace

import pytest
from django.core import signing
from django.core.cache import cache
from django.utils import translation

from korgoo.access.enums import Role
from tests import factories


@pytest.fixture(autouse=True)
def _no_tries_counted_before():
    cache.clear()


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def client(client):
    """A browser that reads English."""
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def organisation(db):
    return factories.organisation()


@pytest.fixture
def holder(organisation):
    """The first key holder of an organisation."""
    return factories.member(Role.CASE_WORKER, at=organisation, name="Ayday First")


@pytest.fixture
def administrator(organisation):
    return factories.member(Role.ORGANISATION_ADMINISTRATOR, at=organisation, name="Bolot Manager")


@pytest.fixture
def watch(monkeypatch):
    """The clock by which cookies age, apart from the platform's."""
    stopped = SimpleNamespace(now=time.time())

    def forward(*, minutes):
        stopped.now += minutes * 60

    stopped.forward = forward
    monkeypatch.setattr(signing, "time", SimpleNamespace(time=lambda: stopped.now))
    return stopped
