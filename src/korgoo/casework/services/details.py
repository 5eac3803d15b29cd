from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import facets, selectors
from korgoo.casework.services.cases import CODED, update_coded_facts
from korgoo.casework.traces import leave

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a person: coded facts, who they are, how to reach them. Empty is not known."""

    coded: Told = field(default_factory=dict)
    identity: Told = field(default_factory=dict)
    contact: Told = field(default_factory=dict)


def open_details(case_id: UUID, *, actor: "Actor") -> Details:
    """Open what is written of a person, to go on writing. Each sealed part leaves an audit row.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE)
    return Details(
        _coded(case), _opened(case, Facet.IDENTITY, actor), _opened(case, Facet.CONTACT, actor)
    )


@transaction.atomic
def save_details(case_id: UUID, details: Details, *, actor: "Actor") -> "Case":
    """Keep what is known of a person. Only what changed is written, each part sealed apart.

    Args:
        case_id: An own case.
        details: The whole form. What the form does not know in a part stays as it is.
        actor: Who writes.

    Raises:
        NotFound: Not an own case.
        DomainError: Something is to be sealed and the organisation has no key.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    known = _coded(case)
    if any(known[name] != value for name, value in details.coded.items()):
        case = update_coded_facts(case_id, details.coded, actor=actor)
    for kind, told in ((Facet.IDENTITY, details.identity), (Facet.CONTACT, details.contact)):
        before = _opened(case, kind, actor)
        after = {name: value for name, value in {**before, **told}.items() if value}
        if after != before:
            facets.write(case, kind, after, actor=actor)
            leave(Event.FACET_WRITTEN, case, actor=actor, detail=kind)
    facets.rekey(case, actor=actor)
    return case


def _opened(case: "Case", kind: Facet, actor: "Actor") -> Told:
    return facets.read(case, kind, actor=actor) or {}


def _coded(case: "Case") -> Told:
    return {name: str(getattr(case, name)) for name in CODED}
