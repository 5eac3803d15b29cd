from typing import TYPE_CHECKING

from korgoo.access.enums import Facet
from korgoo.casework import facets, grants
from korgoo.casework.models import Case, CaseParty
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def add_party(case: Case, *, organisation_id: int, actor: "Actor") -> frozenset[Facet]:
    """Let an organisation take part in a case, with the parts that it may read now.

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
    return facets.share(case, list(Facet), organisation_id=organisation_id, actor=actor)


def end_party(case: Case, *, organisation_id: int, actor: "Actor | None") -> None:
    """End an organisation's part in a case: what was shared with it is closed at once.

    What is shared without consent stays until it ends by itself or is ended: a life at risk does not
    wait for a referral. Part of a deed of another mission, which records it.
    """
    excepted = grants.excepted_facets(case, organisation_id=organisation_id)
    if not excepted:
        CaseParty.objects.filter(
            case=case, organisation_id=organisation_id, until__isnull=True
        ).update(until=clock.now())
    gone = [kind for kind in Facet if kind not in excepted]
    facets.unshare(case, gone, organisation_id=organisation_id, actor=actor)
