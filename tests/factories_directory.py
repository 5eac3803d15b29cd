"""Services, places and gaps, made by the real services. All of it is invented."""

from datetime import date
from uuid import uuid4

from korgoo.directory import services
from korgoo.directory.api import GapFacts
from korgoo.directory.enums import Group
from korgoo.directory.services import ServiceFacts


def facts(**said):
    """A shelter for women of whose six places two are free, unless said otherwise."""
    usual = {
        "kind": "shelter",
        "takes": (Group.WOMEN,),
        "valid_from": date(2026, 1, 1),
        "places": {Group.WOMEN: (6, 2)},
    }
    return ServiceFacts(**{**usual, **said})


def service(member, **said):
    """Add a service of the member's organisation."""
    return services.add_service(facts(**said), actor=member.actor)


def gap(member, *, actor=None, **more):
    """Note a gap: a man in no known region, unless said otherwise."""
    usual = {
        "case_id": uuid4(),
        "organisation_id": member.organisation.pk,
        "kind": "shelter",
        "group": Group.MEN,
        "region": "",
        "urgency": "day",
        "reason": "nobody_fits",
    }
    return services.record_gap(GapFacts(**{**usual, **more}), actor=actor)
