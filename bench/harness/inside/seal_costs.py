"""Time the opening of many sealed names, and what it is made of.

    python -m harness.inside.seal_costs OWNER NAMES ROUNDS

Prints the medians in milliseconds for all names together.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from harness.inside.people import actor
from korgoo.access import audit
from korgoo.access.actor import Actor
from korgoo.access.enums import Event, Facet
from korgoo.casework import facets
from korgoo.casework import services as casework
from korgoo.casework.enums import Danger, Matter
from korgoo.casework.models import Case, FacetWrap
from korgoo.casework.services import FirstContact


def main(owner: str, names: int, rounds: int) -> None:
    """Seal names, then open them so many times in each way."""
    who = actor(owner)
    _seal(who, names)
    cases = list(_newest(who, names))
    wraps = list(FacetWrap.objects.select_related("facet__case").filter(facet__case__in=cases))
    sealed = _plain_boxes(wraps)
    ways: dict[str, Callable[[], Any]] = {
        "list": lambda: [(c.code, c.opened_at, c.protection) for c in _newest(who, names)],
        "list and names": lambda: facets.read_many(_newest(who, names), Facet.IDENTITY, actor=who),
        "unseal": lambda: _unseal(who, wraps),
        "audit": lambda: _audit(who, cases),
        "aes": lambda: [box.decrypt(n, text, b"") for box, n, text in sealed],
    }
    done = {name: statistics.median(_ms(way) for _ in range(rounds)) for name, way in ways.items()}
    opened = facets.read_many(cases, Facet.IDENTITY, actor=who)
    print(json.dumps(done | {"opened": len(opened), "bytes": len(wraps[0].facet.sealed)}))


def _seal(who: Actor, names: int) -> None:
    for number in range(names):
        name = {"name": f"Үлгү Мисалова {number} (ойдон чыгарылган)"}
        first = FirstContact("phone", "ky", Danger.NO, Matter.OTHER, identity=name)
        casework.open_case(first, actor=who, is_demo=True)


def _newest(who: Actor, names: int) -> Any:
    return Case.objects.owned_by(who.organisation_id).newest_first()[:names]


def _unseal(who: Actor, wraps: list[FacetWrap]) -> None:
    opener = facets.Opener(who)
    for wrap in wraps:
        opener.payload(wrap)


def _audit(who: Actor, cases: list[Case]) -> None:
    with transaction.atomic():
        for case in cases:
            audit.record(Event.FACET_OPENED, actor=who, target=case, detail=Facet.IDENTITY)


def _plain_boxes(wraps: list[FacetWrap]) -> list[tuple[AESGCM, bytes, bytes]]:
    """Seal as many bytes in the plainest way: one box each, no wrapped key, no binding."""
    found = []
    for wrap in wraps:
        box, nonce = AESGCM(AESGCM.generate_key(256)), bytes(12)
        text = bytes(len(wrap.facet.sealed) - 28)
        found.append((box, nonce, box.encrypt(nonce, text, b"")))
    return found


def _ms(way: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    way()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
