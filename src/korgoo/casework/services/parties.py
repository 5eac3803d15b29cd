from typing import TYPE_CHECKING

from korgoo.access.enums import Facet
from korgoo.casework import facets, selectors
from korgoo.casework.enums import Scope
from korgoo.casework.models import Case, CaseParty
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def add_party(case: Case, *, organisation_id: int, actor: "Actor") -> frozenset[Facet]:
    """Let an organisation take part in a case, with the parts that the person agreed to share.

    Part of a deed of another mission (sending a referral), which records it.

    Returns:
        The parts that the organisation can now open.
    """
    CaseParty.objects.get_or_create(
        case=case,
        organisation_id=organisation_id,
        until=None,
        defaults={"since": clock.now()},
    )
    agreed = selectors.scopes_in_force(case, recipient_id=organisation_id)
    kinds = [Facet(scope.value) for scope in agreed if scope is not Scope.REFERRAL]
    return facets.share(case, kinds, organisation_id=organisation_id, actor=actor)


def end_party(case: Case, *, organisation_id: int, actor: "Actor | None") -> None:
    """End an organisation's part in a case: what was shared with it is closed at once.

    Part of a deed of another mission (a declined or withdrawn referral), which records it.
    """
    CaseParty.objects.filter(
        case=case, organisation_id=organisation_id, until__isnull=True
    ).update(until=clock.now())
    facets.unshare(case, list(Facet), organisation_id=organisation_id, actor=actor)
