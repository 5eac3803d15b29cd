"""A sweep that is killed in the middle leaves whole batches; the next one does the rest."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.db import connection

from korgoo.lib import clock as platform_clock
from korgoo.reminders import services
from korgoo.reminders.models import Mail, Reminder
from tests import factories_casework as make
from tests.reminders.conftest import begin, staffed

CLOCKS = 12
# Sweeps with batches of two, and says so before the third is committed; then it waits to be killed.
SWEEP = """
import sys, time
import django
django.setup()
from datetime import datetime
from korgoo.lib import clock
from korgoo.reminders import services
from korgoo.reminders.services import sweeping
clock.now = lambda: datetime.fromisoformat(sys.argv[1])
sweeping.BATCH, whole, batches = 2, sweeping.ask_to_mail, []
def ask(*args):
    whole(*args)
    batches.append(1)
    if len(batches) == 3:
        print("now", flush=True)
        time.sleep(60)
sweeping.ask_to_mail = ask
services.sweep()
"""


def _address():
    """Say in which database the test is, as another process needs it."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{known['NAME']}"
    who = f"{known['USER']}:{known['PASSWORD']}"
    return f"postgresql://{who}@:{known['PORT']}/{known['NAME']}?host={known['HOST']}"


@pytest.mark.django_db(transaction=True)
def test_a_sweep_that_is_killed_loses_and_doubles_nothing(monkeypatch):
    people = staffed()
    case = make.case(people.worker)
    for _number in range(CLOCKS):
        begin(case, people.worker)
    later = platform_clock.now() + timedelta(days=9)
    process = subprocess.Popen(
        [sys.executable, "-c", SWEEP, later.isoformat()],
        env={**os.environ, "DATABASE_URL": _address()},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "now\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait(20)
    process.stdout.close()
    assert Reminder.objects.count() == 4

    monkeypatch.setattr(platform_clock, "now", lambda: later)
    _sweep_until(CLOCKS)
    assert services.sweep() == 0
    keys = list(Reminder.objects.values_list("key", flat=True))
    assert len(set(keys)) == len(keys) == CLOCKS
    assert Mail.objects.count() == 1


def _sweep_until(wanted):
    """Sweep as the worker does; the server may need a moment to notice that the other is gone."""
    for _try in range(50):
        services.sweep()
        if Reminder.objects.count() == wanted:
            return
        time.sleep(0.1)
