"""C18: an officer opens sixty files at night. Nobody is stopped; who minds data is told, and asks.

Walked without scripts in Kyrgyz, on a narrow telephone; axe looks at what the data officer reads.
"""

import pytest
from django.utils import translation

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent, ReadingAlarm
from korgoo.web import jobs
from tests import factories, factories_casework

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FILES, A_FEW = 60, 3
STORY, TRAIL, ALARM = "An invented story.", "/audit/", "main .korgoo-notice a[href='/audit/']"
WATCH = jobs.JOBS["see who opens unusually many cases"]


@pytest.fixture(autouse=True)
def _kyrgyz():
    with translation.override("ky"):
        yield


@pytest.fixture
def minder(people):
    """Who minds data in the officer's house."""
    at = people.inspector.organisation
    return factories.member(Role.DATA_PROTECTION_OFFICER, at=at, name="Жибек Сынакова")


@pytest.fixture
def stranger():
    """Who minds data in another house."""
    other = factories.organisation(Mandate.SERVE, name="Invented Other House")
    return factories.member(Role.DATA_PROTECTION_OFFICER, at=other, name="Нурзат Мисалова")


@pytest.fixture
def files(people):
    """Cases of the officer's own house: the officer may open each of them."""
    return [factories_casework.case(people.inspector, note=STORY) for _ in range(FILES)]


def test_c18(walkers, people, minder, stranger, files, clock):
    a_day_like_any_other(walkers(people.inspector, scripts=False), files, clock)
    nobody_is_told(walkers(minder, scripts=False))
    officer = sixty_files_at_night(walkers, people, files, clock)
    clock.forward(minutes=20)
    assert WATCH() == 1
    nobody_else_hears_of_it(walkers, officer, people, stranger)
    the_minder_is_told_and_asks(walkers, people, minder, files)
    it_stays_in_the_trail(people, minder)


def a_day_like_any_other(walker, files, clock):
    clock.set(2026, 3, 2, 15, 5)
    for case in files[:A_FEW]:
        read(walker, case)


def read(walker, case):
    """Open the story of a case."""
    walker.go(f"/cases/{case.pk}/part/story/")
    assert STORY in walker.words


def nobody_is_told(walker):
    assert WATCH() == 0
    walker.go("/home/")
    assert not walker.has(ALARM)


def sixty_files_at_night(walkers, people, files, clock):
    """Each file opens, the last as the first: help at night must not wait for a permission."""
    clock.set(2026, 3, 2, 23, 5)
    walker = walkers(people.inspector, scripts=False)
    walker.go(f"/cases/{files[0].pk}/")
    walker.follow("main a[href$='/part/story/']")
    for case in files[1:]:
        read(walker, case)
    return walker


def nobody_else_hears_of_it(walkers, officer, people, stranger):
    other = walkers(stranger, scripts=False)
    for walker in (officer, walkers(people.coordinator, scripts=False), other):
        walker.go("/home/")
        assert not walker.has(ALARM)
    other.go(TRAIL)
    assert people.inspector.user.name not in other.source


def the_minder_is_told_and_asks(walkers, people, minder, files):
    walker = walkers(minder, scripts=False, eye=True)
    walker.go("/home/")
    walker.follow(ALARM)
    alarm = walker.page.locator("main .korgoo-notice").inner_text()
    assert people.inspector.user.name in alarm
    assert f"{FILES}" in alarm
    assert "02.03.2026 23:00" in alarm
    assert translation.gettext("It was at night.") in alarm
    # Who minds data reads that much was opened, and nothing of what was read.
    assert STORY not in walker.source
    assert not any(case.code in walker.source for case in files)
    walker.send(f"{TRAIL}alarms/{ReadingAlarm.objects.get().pk}/")
    assert walker.path == TRAIL
    assert not walker.has("main .korgoo-notice")
    walker.go("/home/")
    assert not walker.has(ALARM)


def it_stays_in_the_trail(people, minder):
    row = ReadingAlarm.objects.get()
    assert (row.user_id, row.cases, row.is_night) == (people.inspector.user.pk, FILES, True)
    assert row.seen_by_id == minder.user.pk
    events = AuditEvent.objects.filter(event__in=[Event.ALARM_RAISED, Event.ALARM_SEEN])
    assert [(e.event, e.user_id) for e in events.order_by("seq")] == [
        (Event.ALARM_RAISED, None),
        (Event.ALARM_SEEN, minder.user.pk),
    ]
    assert WATCH() == 0
