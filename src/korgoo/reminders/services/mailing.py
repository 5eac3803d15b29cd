"""E-mail that says nothing but "something waits": asked for with the reminder, sent by a job."""

from datetime import timedelta
from smtplib import SMTPException, SMTPServerDisconnected
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.lib import clock
from korgoo.reminders import sources
from korgoo.reminders.enums import MailState
from korgoo.reminders.models import Mail, MailChoice, Reminder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.core.mail.backends.base import BaseEmailBackend
    from django.db import models

# One e-mail an hour is enough to say that something waits.
PAUSE = timedelta(hours=1)
FIRST_RETRY, LONGEST_RETRY, MOST_TRIES = timedelta(minutes=5), timedelta(hours=6), 10
KEPT = timedelta(days=30)


def ask_to_mail(user_ids: "Iterable[int]", now: "datetime") -> None:
    """Ask for one e-mail to each of these members, in the caller's transaction.

    Who waits for one already gets no second.
    """
    wanted = sorted(set(user_ids))
    if not settings.MAIL_REMINDERS or not wanted:
        return
    recent = Mail.objects.filter(user_id__in=wanted, tried_at__gt=now - PAUSE)
    free = {
        row.user_id: row.tried_at + PAUSE for row in recent.order_by("tried_at") if row.tried_at
    }
    rows = [Mail(user_id=one, created_at=now, not_before=free.get(one, now)) for one in wanted]
    Mail.objects.bulk_create(rows, ignore_conflicts=True)


def deliver() -> int:
    """Send the e-mails whose time has come; tell how many the mail server took.

    A server that cannot be reached, or refuses, is tried again later and later. An e-mail of which
    nobody knows whether the server took it (the process was killed, the line broke in the middle)
    is not sent again: the reminder itself still waits in the platform.
    """
    _throw_away_old()
    if not _to_send().exists():
        return 0
    connection = mail.get_connection()
    try:
        connection.open()
    except (OSError, SMTPException):
        return 0  # nothing was taken from the rows; the next round tries again
    sent = 0
    while (row := _claim()) is not None:
        state = _send(row, connection)
        sent += state is MailState.SENT
        _settle(row, state)
        if state is MailState.SENDING:
            break  # the line is broken
    _close(connection)
    return sent


def _throw_away_old() -> None:
    old = Mail.objects.filter(created_at__lt=clock.now() - KEPT)
    old.exclude(state=MailState.WAITING).delete()


def _to_send() -> "models.QuerySet[Mail]":
    return Mail.objects.filter(state=MailState.WAITING, not_before__lte=clock.now())


def _claim() -> Mail | None:
    """Take one e-mail and mark it before it leaves, so that no other process sends it too."""
    with transaction.atomic():
        rows = _to_send().select_for_update(of=("self",), skip_locked=True)
        row = rows.order_by("not_before", "pk").first()
        if row is None:
            return None
        row.state, row.tried_at = MailState.SENDING, clock.now()
        row.tries += 1
        row.save(update_fields=["state", "tried_at", "tries"])
        return row


def _wanted_at(user_id: int) -> str:
    """Give the address, unless the member wants no e-mail, has left, or has seen everything."""
    if MailChoice.objects.filter(user_id=user_id, is_wanted=False).exists():
        return ""
    unseen = Reminder.objects.unseen().filter(user_id=user_id)
    if not unseen.exists() and not sources.waits_elsewhere(user_id):
        return ""
    return access.mail_address(user_id)


def _send(row: Mail, connection: "BaseEmailBackend") -> MailState:
    """Give one e-mail to the server and say what became of it."""
    address = _wanted_at(row.user_id)
    if not address:
        return MailState.DROPPED
    choices = MailChoice.objects.filter(user_id=row.user_id)
    language = choices.values_list("language", flat=True).first() or settings.LANGUAGE_CODE
    with translation.override(language):
        message = _message(address)
    try:
        taken = connection.send_messages([message])
    except SMTPServerDisconnected:
        return MailState.SENDING
    except SMTPException:
        return MailState.WAITING  # refused in so many words
    except OSError:
        return MailState.SENDING
    return MailState.SENT if taken else MailState.WAITING


def _close(connection: "BaseEmailBackend") -> None:
    try:
        connection.close()
    except (OSError, SMTPException):
        return  # what the server took, it has taken


def _message(address: str) -> mail.EmailMessage:
    """Write the e-mail: the same for everybody in one language, whatever waits."""
    body = _("Something waits for you. Sign in to see it:")
    home = f"{settings.PUBLIC_ADDRESS}/home/"
    return mail.EmailMessage(
        subject=_("Something waits for you"), body=f"{body}\n{home}\n", to=[address]
    )


def _settle(row: Mail, state: MailState) -> None:
    """Write down what became of an e-mail, together with the reminders it spoke of."""
    if state is MailState.WAITING:
        _try_later(row)
        return
    with transaction.atomic():
        row.state = state
        row.save(update_fields=["state"])
        if state is MailState.SENT:
            unseen = Reminder.objects.unseen().filter(user_id=row.user_id, mailed_at=None)
            unseen.filter(at__lte=row.tried_at).update(mailed_at=row.tried_at)


def _try_later(row: Mail) -> None:
    """Try a refused e-mail again, later each time; a newer one that waits takes its place."""
    row.not_before = clock.now() + min(FIRST_RETRY * 2 ** (row.tries - 1), LONGEST_RETRY)
    row.state = MailState.WAITING if row.tries < MOST_TRIES else MailState.GIVEN_UP
    try:
        with transaction.atomic():
            row.save(update_fields=["state", "not_before"])
    except IntegrityError:
        Mail.objects.filter(pk=row.pk).update(state=MailState.GIVEN_UP)
