"""An e-mail says that something waits and nothing else; it is never sent twice."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from korgoo.access.models import AuditEvent, User
from korgoo.reminders import services
from korgoo.reminders.enums import MailState
from korgoo.reminders.models import Mail, Reminder
from tests import factories_casework as make
from tests.reminders.conftest import begin

pytestmark = pytest.mark.django_db


@pytest.fixture
def woken(people, clock):
    """A worker who was just woken."""
    case = make.case(people.worker)
    begin(case, people.worker)
    clock.forward(days=8)
    services.sweep()
    return case


def send_as(monkeypatch, **methods):
    """Let the mail server behave as told."""
    for name, does in methods.items():
        monkeypatch.setattr(EmailBackend, name, does, raising=False)


def raises(error):
    def broken(*_args, **_more):
        raise error

    return broken


def test_it_says_that_something_waits_and_nothing_else(woken, people, mailoutbox):
    assert services.deliver() == 1
    assert services.deliver() == 0

    [message] = mailoutbox
    assert message.to == [people.worker.user.email]
    assert message.subject == "Сизди бир иш күтүп турат"
    assert message.body.endswith("\nhttp://localhost:8000/home/\n")
    sent = str(message.message()) + message.body
    for secret in (woken.code, woken.spoken_code, "shelter", str(woken.pk), people.house.name):
        assert secret not in sent
    assert Reminder.objects.get().mailed_at == Mail.objects.get().tried_at


def test_it_is_the_same_whatever_waits_and_in_the_language_of_the_member(
    woken, people, mailoutbox, clock
):
    services.choose_mail("ru", is_wanted=True, actor=people.worker.actor)
    services.deliver()
    clock.forward(days=9)
    services.sweep()
    services.deliver()

    to_worker = [m for m in mailoutbox if m.to == [people.worker.user.email]]
    assert len({(m.subject, m.body) for m in to_worker}) == 1
    assert to_worker[0].subject == "Вас ждёт дело"


def test_no_more_than_one_an_hour(woken, people, mailoutbox, clock):
    services.deliver()
    begin(woken, people.worker, key="referral_answer", urgency="now")
    clock.forward(minutes=50)
    services.sweep()
    assert services.deliver() == 0
    clock.forward(minutes=30)
    assert services.deliver() == 1


@pytest.mark.parametrize("reason", ["off", "seen", "left", "demo"])
def test_who_does_not_want_it_or_need_it_gets_none(woken, people, mailoutbox, reason):
    actor = people.worker.actor
    if reason == "off":
        services.choose_mail("ky", is_wanted=False, actor=actor)
        assert AuditEvent.objects.filter(event="reminders:mail:chosen", detail="off").exists()
    elif reason == "seen":
        services.mark_seen([Reminder.objects.get().pk], actor=actor)
    else:
        field = {"left": "is_active", "demo": "is_demo"}[reason]
        User.objects.filter(pk=actor.user_id).update(**{field: reason == "demo"})

    assert services.deliver() == 0
    assert not mailoutbox
    assert Mail.objects.get().state == MailState.DROPPED


def test_a_server_that_cannot_be_reached_costs_nothing_but_time(woken, monkeypatch, mailoutbox):
    with monkeypatch.context() as down:
        send_as(down, open=raises(ConnectionRefusedError()))
        assert services.deliver() == 0
        assert Mail.objects.get().state == MailState.WAITING
    assert services.deliver() == 1
    assert len(mailoutbox) == 1


def test_a_server_that_refuses_is_tried_later_and_later(woken, monkeypatch, clock, mailoutbox):
    with monkeypatch.context() as refusing:
        send_as(refusing, send_messages=raises(SMTPDataError(451, b"later")))
        services.deliver()
        assert services.deliver() == 0
        clock.forward(minutes=6)
        services.deliver()
        row = Mail.objects.get()
        assert (row.state, row.tries) == (MailState.WAITING, 2)
        assert row.not_before - clock.now == timedelta(minutes=10)
    clock.forward(minutes=11)
    assert services.deliver() == 1


def test_one_that_is_always_refused_is_given_up(woken, monkeypatch, clock):
    send_as(monkeypatch, send_messages=raises(SMTPDataError(550, b"no")))
    for _day in range(12):
        services.deliver()
        clock.forward(hours=7)
    row = Mail.objects.get()
    assert (row.state, row.tries) == (MailState.GIVEN_UP, 10)
    assert Reminder.objects.unseen().exists()


@pytest.mark.parametrize("error", [SMTPServerDisconnected("gone"), TimeoutError()])
def test_one_that_may_have_been_taken_is_not_sent_again(
    woken, monkeypatch, clock, mailoutbox, error
):
    with monkeypatch.context() as breaking:
        send_as(breaking, send_messages=raises(error))
        services.deliver()
    clock.forward(hours=2)
    services.deliver()
    assert not mailoutbox
    assert Mail.objects.get().state == MailState.SENDING


def test_without_a_mail_server_nobody_is_written_to(people, clock, settings):
    settings.MAIL_REMINDERS = False
    begin(make.case(people.worker), people.worker)
    clock.forward(days=8)
    assert services.sweep() == 1
    assert not Mail.objects.exists()


def test_old_ones_are_thrown_away(woken, clock):
    services.deliver()
    clock.forward(days=31)
    services.deliver()
    assert not Mail.objects.exists()
    assert mail.outbox
