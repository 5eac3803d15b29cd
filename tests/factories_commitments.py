"""Promises and the members who make, keep and confirm them. All are invented."""

from datetime import date
from types import SimpleNamespace

from korgoo.access.enums import Mandate, Role
from korgoo.access.models import Organisation
from korgoo.commitments import services
from korgoo.commitments.models import Commitment
from korgoo.commitments.origins import Origin
from korgoo.commitments.services import Letter, Promise, Shown
from tests import factories

# A kind of place that no mission knows; tests of promises register it themselves.
ROUND_TABLE = Origin("round_table", "r-1", "Invented round table", "/round-tables/1/")
DUE = date(2026, 4, 1)


def house():
    """A co-ordinating ministry, two bodies that take part, and their people."""
    ministry = factories.organisation(Mandate.COORDINATE, name="Invented Ministry")
    region = factories.organisation(Mandate.TAKE_PART, name="Invented Region")
    youth = factories.organisation(Mandate.TAKE_PART, name="Invented Youth", kind="ngo")
    return SimpleNamespace(
        ministry=ministry,
        region=region,
        youth=youth,
        secretary=factories.member(Role.SECRETARY, at=ministry),
        keeper=factories.member(Role.SECRETARY, at=region),
        officer=factories.member(Role.CAMPAIGN_OFFICER, at=youth),
        reader=factories.member(Role.OFFICER, at=ministry),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=ministry),
    )


def promise(by, *, what="Print 500 cards", due_on=DUE, origin=ROUND_TABLE, **traits):
    """A promise of the member's organisation, or of another one that is named."""
    is_public = traits.pop("is_public", False)
    facts = {"beneficiary": "Villages", "promiser_id": by.organisation.pk} | traits
    letter = Letter("1-1", date(2026, 2, 1)) if origin.kind == "letter" else None
    return services.record(
        Promise(what=what, due_on=due_on, **facts),
        origin,
        letter=letter,
        is_public=is_public,
        actor=by.actor,
    )


def kept(row, by, text="Done, 500 of them", **shown):
    """The same promise, said to be kept."""
    seen = Commitment.objects.get(pk=row.pk).version
    return services.fulfil(row.pk, Shown(text, **shown), done_on=None, seen=seen, actor=by.actor)


def confirmed(row, by):
    """The same promise, confirmed."""
    seen = Commitment.objects.get(pk=row.pk).version
    return services.confirm(row.pk, seen=seen, actor=by.actor)


def end(organisation, day, successor):
    """An organisation ends on a day, and another one follows it."""
    Organisation.objects.filter(pk=organisation.pk).update(valid_to=day, successor=successor)
