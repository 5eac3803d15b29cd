from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.consultation import api as consultation
from korgoo.lawbook import policies, selectors
from korgoo.lawbook.enums import KIND, ChangeKind, PackageState
from korgoo.lawbook.errors import Stale
from korgoo.lawbook.models import AmendmentPackage, PackageChange
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def start_package(title: Mapping[str, str], reason: str, *, actor: "Actor") -> AmendmentPackage:
    """Start a package of amendments.

    Args:
        title: What it is called, by language; a language may be missing until adoption.
        reason: Why the law should change.
        actor: Who starts it, for their organisation.

    Raises:
        Forbidden: The actor's role does not include it.
    """
    policies.may(actor, Permission.PACKAGE_EDIT).require()
    package = AmendmentPackage.objects.create(
        title=dict(title),
        reason=reason,
        organisation_id=actor.organisation_id,
        created_at=clock.now(),
    )
    note_change(package, ChangeKind.STARTED, actor=actor, after=_words(package))
    audit.record(Event.PACKAGE_STARTED, actor=actor, target=package)
    return package


@transaction.atomic
def describe_package(
    package_id: UUID, title: Mapping[str, str], reason: str, *, seen: int, actor: "Actor"
) -> AmendmentPackage:
    """Change what a package is called and why it is needed.

    Args:
        package_id: Which one.
        title: What it is called, by language.
        reason: Why the law should change.
        seen: The version that the actor had before them.
        actor: Who changes it.

    Raises:
        NotFound: No such package, or not for this person.
        Forbidden: It is frozen or closed.
        Stale: Somebody changed it since.
    """
    package = take(package_id, actor=actor)
    refuse_stale(package.version, seen)
    before = _words(package)
    package.title, package.reason = dict(title), reason
    package.version += 1
    package.save(update_fields=["title", "reason", "version"])
    note_change(package, ChangeKind.DESCRIBED, actor=actor, before=before, after=_words(package))
    audit.record(Event.PACKAGE_CHANGED, actor=actor, target=package, detail=ChangeKind.DESCRIBED)
    return package


@transaction.atomic
def drop_package(package_id: UUID, *, actor: "Actor") -> AmendmentPackage:
    """Give a package up; it stays to be read.

    Raises:
        NotFound: No such package, or not for this person.
        Forbidden: It is frozen or closed.
    """
    package = take(package_id, actor=actor)
    package.state, package.closed_at = PackageState.DROPPED, clock.now()
    package.save(update_fields=["state", "closed_at"])
    note_change(package, ChangeKind.DROPPED, actor=actor)
    audit.record(Event.PACKAGE_DROPPED, actor=actor, target=package)
    return package


def take(package_id: UUID, *, actor: "Actor") -> AmendmentPackage:
    """Hold a package to change it, in the caller's transaction.

    Raises:
        NotFound: No such package, or not for this person.
        Forbidden: Its adoption is proposed, or it is closed.
    """
    may_edit = Permission.PACKAGE_EDIT
    selectors.get_package(package_id, actor=actor, permission=may_edit)
    # The consultation first, as adoption does: two people never wait for each other. It stays held,
    # so that nobody proposes adoption of what is changing just now.
    is_frozen = consultation.is_frozen(KIND, package_id, lock=True)
    package = selectors.get_package(package_id, actor=actor, permission=may_edit, lock=True)
    policies.edit(actor, package, is_frozen=is_frozen).require()
    return package


def refuse_stale(version: int | str, seen: int | str) -> None:
    """Stop who has not seen the last change.

    Raises:
        Stale: With the reason, ready to show.
    """
    verdict = policies.unchanged(version, seen)
    if not verdict:
        raise Stale(verdict.reason)


def note_change(
    package: AmendmentPackage,
    kind: ChangeKind,
    *,
    actor: "Actor",
    item: str = "",
    **words: Mapping[str, object],
) -> None:
    """Write down who changed what.

    Args:
        package: Which one.
        kind: What was done.
        actor: Who did it.
        item: The article, as "law-55-2005#21-4"; empty for the package itself.
        words: ``before`` and ``after``, as far as there is one.
    """
    PackageChange.objects.create(
        package=package,
        kind=kind,
        item=item,
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        **words,
    )


def _words(package: AmendmentPackage) -> dict[str, object]:
    return {"title": package.title, "reason": package.reason}
