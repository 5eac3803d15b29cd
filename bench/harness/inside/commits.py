"""Measure the floor of every submission: transactions with one small row, one after the other.

python -m harness.inside.commits SECONDS
"""

import json
import sys
import time

from django.db import connection, transaction

CREATE = "CREATE TABLE IF NOT EXISTS bench_commit (words varchar(100))"
INSERT = "INSERT INTO bench_commit VALUES ('a row as small as rows can be')"


def main(seconds: float) -> None:
    """Print how many commits a second the engine makes durable for one client."""
    with connection.cursor() as cursor:
        cursor.execute(CREATE)
        begun, done = time.perf_counter(), 0
        while time.perf_counter() < begun + seconds:
            with transaction.atomic():
                cursor.execute(INSERT)
            done += 1
        rate = done / (time.perf_counter() - begun)
        cursor.execute("DROP TABLE bench_commit")
    print(json.dumps({"rate": rate}))


if __name__ == "__main__":
    main(float(sys.argv[1]))
