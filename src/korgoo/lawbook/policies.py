"""Who may do what with a package of amendments. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lawbook.enums import PackageState
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lawbook.models import AmendmentPackage

CLOSED = {
    PackageState.ADOPTED: _("This package was adopted. Start a new one to change the law again."),
    PackageState.DROPPED: _("This package was dropped."),
}
FROZEN = _(
    "Adoption of this package was proposed. It cannot change until the proposal is taken back."
)


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def know_authors(actor: "Actor") -> bool:
    """Tell whether somebody reads which members changed a package: who edits, and who decides.

    All others read for which organisation it was done.
    """
    return bool(may(actor, Permission.PACKAGE_EDIT) or may(actor, Permission.ADOPTION_DECIDE))


def edit(actor: "Actor", package: "AmendmentPackage", *, is_frozen: bool) -> Verdict:
    """Say whether somebody may change a package, or drop it, now.

    Args:
        actor: Who wants to.
        package: The package as it is.
        is_frozen: Its adoption is proposed or confirmed.
    """
    verdict = may(actor, Permission.PACKAGE_EDIT)
    if not verdict:
        return verdict
    if not package.is_open:
        return Verdict(CLOSED[PackageState(package.state)])
    return Verdict(FROZEN) if is_frozen else ALLOWED


def unchanged(version: int | str, seen: int | str) -> Verdict:
    """Say whether nobody changed a thing since a page about it was opened.

    Args:
        version: Its number or mark as it is now; 0 when it is not there.
        seen: As it was when the page was opened.
    """
    if version == seen:
        return ALLOWED
    return Verdict(
        _(
            "Somebody changed this while you were writing. Your text is kept below. Read what stands "
            "there now, then save again."
        )
    )
