"""Bodies: founded, put into the care of a keeper, ended; and loaded from the country pack."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.councils import policies, selectors
from korgoo.councils.models import Body, Seat
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import PlatformBody

PACK = "country pack"


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What is known of a body.

    Args:
        keeper_id: The organisation that keeps it; None: who co-ordinates does.
        region: Code of the unit; empty for the whole country.
    """

    kind: str
    name_ky: str
    name_ru: str
    name_en: str
    region: str = ""
    founded: date | None = None
    basis: str = ""
    keeper_id: int | None = None


@transaction.atomic
def found_body(
    facts: BodyFacts, *, actor: "Actor | None", key: str = "", is_fictitious: bool = False
) -> Body:
    """Add a body in which organisations will sit.

    Args:
        facts: What is known of it.
        actor: Who adds it; None for the demonstration and the command line.
        key: Its key; made up without one.
        is_fictitious: Invented for the demonstration.

    Raises:
        Forbidden: The actor does not oversee councils.
    """
    policies.oversee(actor).require()
    body = Body.objects.create(
        key=key or f"body-{secrets.token_hex(5)}",
        is_fictitious=is_fictitious,
        **_values(facts),
    )
    audit.record(Event.BODY_FOUNDED, actor=actor, target=body)
    return body


@transaction.atomic
def change_body(body_id: int, facts: BodyFacts, *, actor: "Actor") -> Body:
    """Write down what is known of a body: names, legal basis, who keeps it.

    Raises:
        NotFound: No such body.
        Forbidden: The actor does not oversee councils.
    """
    body = selectors.get_body(body_id, actor=actor, lock=True)
    policies.oversee(actor).require()
    for name, value in _values(facts).items():
        setattr(body, name, value)
    body.save()
    audit.record(Event.BODY_CHANGED, actor=actor, target=body)
    return body


@transaction.atomic
def end_body(body_id: int, last_day: date, *, actor: "Actor") -> Body:
    """Let a body end. Its seats, meetings and decisions stay to be read.

    Raises:
        NotFound: No such body.
        Forbidden: The actor does not oversee councils.
        DomainError: It ended before, or would end before it began.
    """
    body = selectors.get_body(body_id, actor=actor, lock=True)
    policies.oversee(actor).require()
    if body.ended is not None:
        raise DomainError(_("This body has ended already."))
    if body.founded is not None and last_day < body.founded:
        raise DomainError(_("The last day lies before the first one."))
    body.ended = last_day
    body.save(update_fields=["ended"])
    audit.record(Event.BODY_ENDED, actor=actor, target=body)
    return body


@transaction.atomic
def load_bodies(bodies: "Iterable[PlatformBody]") -> int:
    """Bring the rows of the bodies that the country pack names up to date.

    What members wrote later stays: a keeper and seats come from the pack only where nobody has
    written any. Organisations are loaded before.

    Returns:
        How many bodies the pack names.
    """
    numbers = access.numbers_by_code()
    rows = list(bodies)
    for one in rows:
        _load(one, numbers)
    audit.record(Event.BODY_FOUNDED, actor=None, target="countrypack", detail=str(len(rows)))
    return len(rows)


def _load(one: "PlatformBody", numbers: dict[str, int]) -> None:
    body, _made = Body.objects.update_or_create(
        key=one.key,
        defaults={
            "kind": one.kind,
            "name_ky": one.name.in_language("ky"),
            "name_ru": one.name.in_language("ru"),
            "name_en": one.name.in_language("en"),
            "region": one.region or "",
            "founded": one.founded,
            "founded_known_to": one.founded_known_to,
            "ended": one.ended,
            "basis": one.basis or "",
            "is_from_pack": True,
            "source": one.provenance.source,
            "needs_review": one.provenance.status == "needs_review",
        },
    )
    if body.keeper_id is None and one.keeper is not None:
        body.keeper_id = numbers[one.keeper]
        body.save(update_fields=["keeper"])
    if not body.seats.exists():
        Seat.objects.bulk_create(
            Seat(
                body=body,
                organisation_id=numbers[seat.body],
                kind=seat.seat,
                valid_from=seat.valid_from,
                valid_to=seat.valid_to,
                source=one.provenance.source,
            )
            for seat in one.seats
        )


def _values(facts: BodyFacts) -> dict[str, object]:
    today = clock.today()
    if facts.founded is not None and not policies.is_plausible(facts.founded, today):
        raise DomainError(_("Choose a day since 1991, and not many years ahead."))
    return {
        "kind": facts.kind,
        "name_ky": facts.name_ky,
        "name_ru": facts.name_ru,
        "name_en": facts.name_en,
        "region": facts.region,
        "founded": facts.founded,
        "basis": facts.basis,
        "keeper_id": facts.keeper_id,
    }
