"""Time Argon2id as the platform uses it, and the memory it takes.

    python -m harness.inside.unlock_costs ROUNDS

A member's key is opened with the password, which is hashed and checked at sign-in too. Beside them the keyed
hash of a person's code, which is not slow.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth.hashers import check_password, make_password

from korgoo.lib import codes
from korgoo.lib.sealing import lock_with_password, new_private_key, open_with_password
from korgoo.referral import personal_code
from korgoo.referral.models import Referral

PASSWORD = "seven apricots on a blue table"


def main(rounds: int) -> None:
    """Measure the unlock first: peak memory never falls again."""
    locked = lock_with_password(new_private_key(), PASSWORD)
    unlock = _cost(lambda: open_with_password(locked, PASSWORD), rounds)
    hashed, code = make_password(PASSWORD), codes.new_code()
    referral = Referral()
    found = {
        "unlock": unlock,
        "hash": _cost(lambda: make_password(PASSWORD), rounds),
        "check": _cost(lambda: check_password(PASSWORD, hashed), rounds),
        "code": _cost(lambda: personal_code.digest_of(referral, code), rounds),
    }
    print(
        json.dumps(found | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3})
    )


def _cost(way: Callable[[], Any], rounds: int) -> dict[str, float]:
    begun = time.process_time()
    walls = [_ms(way) for _ in range(rounds)]
    cpu = (time.process_time() - begun) * 1000 / rounds
    return {"ms": statistics.median(walls), "cpu_ms": cpu}


def _ms(way: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    way()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]))
