"""Looking at a page changes nothing: only the audit trail may grow."""

import pytest
from django.db import connection

from tests.secrecy.test_wrong_person import ALL, GUARDED, address, client_of

# The trail of who looked at what, and the session row that Django touches for its own age.
MAY_GROW = {"access_auditevent", "django_session"}


def contents():
    """Read every row of every table that a reading page must leave alone."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in MAY_GROW:
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the engine
                found[table] = sorted(map(repr, cursor.fetchall()))
    return found


@pytest.mark.parametrize("who", ["owner", "helper"])
def test_no_page_writes_when_it_is_only_read(who, lived):
    client = client_of(getattr(lived, who))
    before, read = contents(), 0
    for name in GUARDED:
        if ALL[name].callback.needs is None:
            continue
        answer = client.get(address(name, lived))
        read += answer.status_code == 200
        assert contents() == before, name
    assert read > 12
