"""Writing: a new statement, a new version of one that is there, and changes of a draft."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify

from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.rights import editing_rules, policies
from korgoo.rights.enums import LONGEST_KEY, Deed, Sort, VersionState
from korgoo.rights.models import Item, ItemVersion
from korgoo.rights.services.confirming import believed_until
from korgoo.rights.services.holding import hold, hold_item, refuse_stale, require, trace

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

EDIT = Permission.CONTENT_EDIT


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new statement stands. Neither changes afterwards: another place, another statement."""

    destination: str
    sort: Sort


@transaction.atomic
def start_statement(place: Place, content: dict[str, Any], *, actor: "Actor") -> ItemVersion:
    """Write the first draft of a statement that was not there.

    Args:
        place: About what it is.
        content: In the shape of ``ItemVersion.content``; a language may be missing for now.
        actor: Who writes.

    Raises:
        NotFound: The actor does not write public information.
    """
    require(actor, EDIT)
    item = Item.objects.create(
        key=_free_key(place, content),
        destination=place.destination,
        sort=place.sort,
        created_at=clock.now(),
    )
    return _draft(item, 1, content, actor=actor)


@transaction.atomic
def start_version(key: str, content: dict[str, Any], *, seen: int, actor: "Actor") -> ItemVersion:
    """Write a draft that shall take the place of what a statement says.

    Args:
        key: Of the statement.
        content: In the shape of ``ItemVersion.content``.
        seen: Number of the newest version that the actor had before them.
        actor: Who writes.

    Raises:
        NotFound: No such statement, or the actor does not write public information.
        Stale: Somebody began another version since.
    """
    require(actor, EDIT)
    item = hold_item(key)
    newest = item.versions.order_by("-number").values_list("number", flat=True).first() or 0
    refuse_stale(newest, seen)
    return _draft(item, newest + 1, content, actor=actor)


@transaction.atomic
def change_version(
    key: str, number: int, content: dict[str, Any], *, seen: int, actor: "Actor"
) -> ItemVersion:
    """Change the words of a draft. Who does is its writer from now on.

    Args:
        key: Of the statement.
        number: Of the version.
        content: In the shape of ``ItemVersion.content``.
        seen: Count of the changes that the actor had before them.
        actor: Who writes.

    Raises:
        NotFound: No such version, or the actor does not write public information.
        Forbidden: It is no draft any more.
        Stale: Somebody changed it since.
    """
    require(actor, EDIT)
    version = hold(key, number)
    editing_rules.may_write(actor, version).require()
    refuse_stale(version.revision, seen)
    for name, value in content.items():
        setattr(version, name, value)
    version.confidence = policies.confidence(version.trust, version.source_type)
    version.written_by_id, version.is_from_pack = actor.user_id, False
    version.revision += 1
    version.save()
    trace(version, Deed.CHANGED, actor=actor)
    return version


def _draft(item: Item, number: int, content: dict[str, Any], *, actor: "Actor") -> ItemVersion:
    version = ItemVersion.objects.create(
        item=item,
        number=number,
        state=VersionState.DRAFT,
        confidence=policies.confidence(content["trust"], content["source_type"]),
        created_at=clock.now(),
        written_by_id=actor.user_id,
        review_by=believed_until(Sort(item.sort)),
        **content,
    )
    trace(version, Deed.WRITTEN, actor=actor)
    return version


def _free_key(place: Place, content: dict[str, Any]) -> str:
    """Make a key from the place and the English title, as far as its letters can stand in addresses."""
    words = slugify(content["title"].get("en", "")) or uuid4().hex[:8]
    key = f"{place.destination}-{words}"[: LONGEST_KEY - 9].rstrip("-")
    return f"{key}-{uuid4().hex[:8]}" if Item.objects.filter(key=key).exists() else key
