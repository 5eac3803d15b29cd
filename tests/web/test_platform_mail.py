"""E-mails and reminders that missions of the platform ask for: what waits, for whom, and nothing else."""

from datetime import date

import pytest

from korgoo.access.enums import Role
from korgoo.library import services as library
from korgoo.library.readers import EVERYBODY
from korgoo.reminders import services as reminders
from korgoo.reminders.models import Mail, Reminder
from korgoo.web import jobs
from tests import factories
from tests import factories_commitments as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(db, clock):
    return make.house()


def announce(people, *roles):
    return library.announce(
        title="News of nobody's business",
        text="Words",
        audience=[EVERYBODY],
        roles=roles,
        actor=people.secretary.actor,
    )


def test_an_announcement_asks_once_for_an_e_mail_that_says_only_that_something_waits(
    people, clock, mailoutbox
):
    announce(people, Role.CAMPAIGN_OFFICER)
    clock.forward(minutes=1)
    assert (jobs.mail_announcements(), jobs.mail_announcements()) == (1, 0)
    reminders.deliver()
    (message,) = mailoutbox
    assert message.to == [people.officer.user.email]
    assert "News" not in message.subject + message.body


def test_who_read_it_before_the_e_mail_left_gets_none(people, clock, mailoutbox):
    row = announce(people, Role.CAMPAIGN_OFFICER)
    clock.forward(minutes=1)
    jobs.mail_announcements()
    library.mark_read(row.pk, actor=people.officer.actor)
    reminders.deliver()
    assert mailoutbox == []


def test_who_wants_no_e_mail_gets_none(people, clock, mailoutbox):
    reminders.choose_mail("en", is_wanted=False, actor=people.officer.actor)
    announce(people, Role.CAMPAIGN_OFFICER)
    clock.forward(minutes=1)
    jobs.mail_announcements()
    reminders.deliver()
    assert mailoutbox == []


def test_without_a_mail_server_nothing_is_asked_for(people, clock, settings):
    settings.MAIL_REMINDERS = False
    announce(people)
    clock.forward(minutes=1)
    assert jobs.mail_announcements() == 1
    assert not Mail.objects.exists()


def test_a_promise_that_runs_out_wakes_who_speaks_for_its_bearer(people, clock):
    officer = factories.member(Role.OFFICER, at=people.region)
    row = make.promise(people.keeper, due_on=date(2026, 3, 3))
    clock.set(2026, 3, 4, 9)
    reminders.sweep()
    woken = Reminder.objects.filter(source="commitment", is_skipped=False)
    assert people.keeper.user.pk in set(woken.values_list("user_id", flat=True))
    assert officer.user.pk not in set(woken.values_list("user_id", flat=True))
    assert set(woken.values_list("label", flat=True)) == {row.code}


def test_a_promise_that_is_kept_wakes_nobody_any_more(people, clock):
    row = make.promise(people.keeper, due_on=date(2026, 3, 3))
    clock.set(2026, 3, 4, 9)
    reminders.sweep()
    make.kept(row, people.keeper)
    reminders.sweep()
    assert not Reminder.objects.filter(source="commitment").unseen().exists()
