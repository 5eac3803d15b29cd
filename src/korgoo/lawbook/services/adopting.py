from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lawbook import proposals, selectors
from korgoo.lawbook.enums import PackageState
from korgoo.lawbook.models import AdoptedVersion, AmendmentPackage, PackageItem
from korgoo.lawbook.policies import CLOSED
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def adopt(subject_id: UUID, *, legal_basis: str, takes_effect: date, actor: "Actor") -> None:
    """Put the articles of a package in force, in the transaction of the second person.

    Who may is decided by consultation, which calls this; the pages of this mission never do.

    Args:
        subject_id: The package.
        legal_basis: By what right, in words.
        takes_effect: First day on which the new wordings stand.
        actor: The second person.

    Raises:
        NotFound: No such package.
        DomainError: It is closed, or something stands in the way.
    """
    package = selectors.hold_open(subject_id)
    if not package.is_open:
        raise DomainError(CLOSED[PackageState(package.state)])
    if proposals.obstacles(package):
        raise DomainError(_("Something stands in the way of adoption. Look at the draft again."))
    for item in selectors.items_of(package):
        item.replaced = proposals.kept(proposals.before(item, takes_effect))
        item.save(update_fields=["replaced"])
        _put_in_force(package, item, legal_basis, takes_effect)
    package.state, package.closed_at = PackageState.ADOPTED, clock.now()
    package.save(update_fields=["state", "closed_at"])
    audit.record(
        Event.ARTICLES_ADOPTED, actor=actor, target=package, detail=takes_effect.isoformat()
    )


def _put_in_force(
    package: AmendmentPackage, item: PackageItem, legal_basis: str, takes_effect: date
) -> None:
    AdoptedVersion.objects.create(
        package=package,
        instrument=item.instrument,
        article=item.article,
        number=item.number,
        title=item.title,
        text=item.text,
        valid_from=takes_effect,
        legal_basis=legal_basis,
        adopted_at=clock.now(),
    )
