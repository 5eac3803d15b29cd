"""Deeds that are killed in the middle: what is left of them, and that they can be done again.

A child process of the test does the deed and sends itself SIGKILL after a chosen write, or in place
of the COMMIT of its first transaction that wrote, or right after it. No code of the deed runs any
more after that.
"""

import json
import os
import signal
import traceback
from contextlib import suppress
from functools import cache

from django.db import connection, connections

from korgoo.access.chain import verify_chain
from korgoo.countrypack import api as packs

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
AT_COMMIT, AFTER_COMMIT = 0, -1
# What a request writes beside its deed.
APART = {"django_session"}


def survives_killing(deed):
    """Kill the deed at its COMMIT and in the middle of its writes; then do it undisturbed.

    The kills must leave every row of every table as it was, the audit trail with them. The deed
    done after them must leave as many rows as the first child saw when it was about to commit:
    nothing twice, nothing less, all of it in one transaction; and a trail that is whole.

    Returns:
        What the deed gives.
    """
    packs.current()  # read here once, not in each child
    before = picture()
    awaited = json.loads(killed(deed, after=AT_COMMIT))
    killed(deed, after=(awaited.pop("writes") + 1) // 2)
    assert_nothing_changed(before)
    given = deed()
    assert _rows() == awaited, "it leaves other rows than the first transaction of a killed one"
    report = verify_chain()
    assert (report.first_bad, report.rows) == (None, awaited["access_auditevent"])
    return given


def killed(deed, *, after):
    """Do a deed in a child that kills itself after this write; gives what it said before.

    Fails when the child was not killed: the deed ended, or failed, before it came so far.
    """
    connections.close_all()  # a connection must not be carried over a fork
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _do_and_die(deed, after, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _child, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), said.decode()
    assert os.WTERMSIG(status) == signal.SIGKILL
    return said


def _do_and_die(deed, after, pipe):
    """The child's whole life. It never returns into the test."""
    try:
        with connection.execute_wrapper(_Killer(after, pipe)):
            deed()
        os.write(pipe, b"the deed ended, and nobody had killed it")
    except BaseException:  # noqa: BLE001 - whatever it was, the parent is told
        with suppress(OSError):
            os.write(pipe, traceback.format_exc().encode())
    finally:
        os._exit(1)


class _Killer:
    """Counts the writes that pass, and ends the process when it is time."""

    def __init__(self, after, pipe):
        self.after, self.pipe, self.writes = after, pipe, 0
        real = connections["default"]
        self.commit, real.commit = real.commit, self._commit

    def __call__(self, execute, sql, params, many, context):
        given = execute(sql, params, many, context)
        if str(sql).lstrip().upper().startswith(WRITES):
            self.writes += 1
            if self.writes == self.after:
                os.kill(os.getpid(), signal.SIGKILL)
        return given

    def _commit(self):
        if self.writes and self.after == AT_COMMIT:
            said = _rows() | {"writes": self.writes}
            os.write(self.pipe, json.dumps(said).encode())
            os.kill(os.getpid(), signal.SIGKILL)
        self.commit()
        if self.writes and self.after == AFTER_COMMIT:
            os.kill(os.getpid(), signal.SIGKILL)


def picture():
    """Take down every row of every table."""
    with connection.cursor() as cursor:
        return {table: _all(cursor, table) for table in _tables()}


def assert_nothing_changed(before):
    """Compare with a picture taken before; names the tables that differ, not what is in them."""
    now = picture()
    changed = {name for name in before if before[name] != now[name]}
    assert not changed, f"something is left in {sorted(changed)}"


def _rows():
    """Count the rows of every table."""
    count = "SELECT '{}', COUNT(*) FROM {}"
    named = [count.format(table, connection.ops.quote_name(table)) for table in _tables()]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(named))
        return dict(cursor.fetchall())


@cache
def _tables():
    return sorted(set(connection.introspection.table_names()) - APART)


def _all(cursor, table):
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
    return sorted(repr([_plain(cell) for cell in row]) for row in cursor.fetchall())


def _plain(cell):
    return bytes(cell) if isinstance(cell, memoryview) else cell
