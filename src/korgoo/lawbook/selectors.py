from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.lawbook import policies
from korgoo.lawbook.enums import PackageState
from korgoo.lawbook.laws import numbers
from korgoo.lawbook.models import AmendmentPackage, PackageChange, PackageItem
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such package of amendments.")
MOST = 200


def get_package(
    package_id: UUID,
    *,
    actor: "Actor",
    permission: Permission = Permission.PACKAGE_VIEW,
    lock: bool = False,
) -> AmendmentPackage:
    """Fetch one package.

    Args:
        package_id: As in the address.
        actor: Who asks.
        permission: What for.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such package, or not for this person.
    """
    if not policies.may(actor, permission):
        raise NotFound(NO_SUCH)
    return find_package(package_id, lock=lock)


def find_package(package_id: UUID, *, lock: bool = False) -> AmendmentPackage:
    """Fetch one package for consultation, which asks on behalf of no person.

    Raises:
        NotFound: No such package.
    """
    rows = AmendmentPackage.objects.select_related("organisation")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=package_id).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def hold_open(subject_id: UUID) -> AmendmentPackage:
    """Hold every package that can be adopted, until the transaction ends, and give one.

    Two packages that are adopted in the same moment wait for each other: the second one sees what
    the first one changed.

    Raises:
        NotFound: No such package.
    """
    rows = AmendmentPackage.objects.filter(state=PackageState.EDITING).order_by("pk")
    list(rows.select_for_update().values_list("pk"))
    return find_package(subject_id, lock=True)


def list_packages(*, actor: "Actor") -> list[AmendmentPackage]:
    """List the packages, newest first.

    Raises:
        NotFound: The actor may not see any.
    """
    if not policies.may(actor, Permission.PACKAGE_VIEW):
        raise NotFound(NO_SUCH)
    return list(AmendmentPackage.objects.select_related("organisation")[:MOST])


def items_of(package: AmendmentPackage) -> list[PackageItem]:
    """List the articles of a package, instrument by instrument."""
    rows = list(package.items.all())
    return sorted(rows, key=lambda item: (item.instrument, numbers(item.article), item.article))


def find_item(package: AmendmentPackage, instrument: str, article: str) -> PackageItem | None:
    """Find the wording that a package proposes for one article; None when it proposes none."""
    return package.items.filter(instrument=instrument, article=article).first()


def changes_of(package: AmendmentPackage) -> list[PackageChange]:
    """List who changed what in a package, newest first."""
    return list(package.changes.select_related("by", "organisation")[:MOST])
