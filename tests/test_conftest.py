"""The ground that every test stands on: closed network, engine, clean database after each test."""

import os
import socket

import pytest
from django.db import DatabaseError, connection, transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from tests.guards import guards_lifted


def test_the_engine_is_the_one_asked_for():
    asked = os.environ.get("DATABASE_URL", "").partition("://")[0] or "sqlite"
    assert connection.vendor == {"postgres": "postgresql"}.get(asked, asked)


def test_the_network_is_closed():
    with pytest.raises(Exception, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def _record():
    return audit.record(Event.SESSION_OPENED, actor=None, target="access.Member:1")


# Twice the same: the second finds an empty trail only if the end of the first emptied it.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_transactional_test_leaves_an_empty_audit_trail(time):
    assert _record().seq == 1


@pytest.mark.django_db
def test_guards_that_were_lifted_are_back():
    row = _record()
    with guards_lifted():
        AuditEvent.objects.filter(pk=row.pk).update(detail="lifted")
    with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic():
        AuditEvent.objects.filter(pk=row.pk).update(detail="back")
