"""A worker finds somebody by another spelling and on the wrong keyboard layout, and opens that one name."""

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.lookup import index
from tests import factories_casework as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _nothing_open():
    index._open.clear()
    yield
    index._open.clear()


@pytest.fixture
def known(people):
    return make.case(
        people.shelter,
        identity={"name": "Джумагулова Мисал", "birth": "1998"},
        contact={"phone": "0555 000 111"},
    )


@pytest.mark.parametrize("scripts", [False, True])
def test_somebody_is_found_by_any_writing(walkers, people, known, scripts):
    worker = walkers(people.shelter, scripts=scripts)
    for typed in ("zhumagulov", "le;vfuekjdf"):
        worker.go("/find/")
        worker.fill(sought_person=typed)
        worker.send("/find/")
        assert known.spoken_code in worker.source
        assert "Мисал" not in worker.source
    worker.send(f"/find/open/{known.pk}/")
    assert "Джумагулова Мисал" in worker.source
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED).count() == 1
    assert not AuditEvent.objects.filter(detail__contains="zhuma").exists()
