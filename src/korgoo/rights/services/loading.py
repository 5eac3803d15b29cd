"""Taking in what a country pack or a file tells: new statements at once, changed ones as drafts."""

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.rights.models import Item, ItemVersion
from korgoo.rights.services import load_numbers
from korgoo.rights.services.editions import change_edition
from korgoo.rights.services.load_versions import content_of, draft, first
from korgoo.rights.services.loaded import Loaded

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import Information, InformationItem

WHOLE = "rights"


@transaction.atomic
def load(information: "Information", *, actor: "Actor | None" = None) -> Loaded:
    """Take in statements and numbers. A second time nothing is doubled.

    What is published is never overwritten: a wording that was not seen before becomes a draft. Who
    may load is decided by the command line; no page does it.

    Args:
        information: Checked and whole.
        actor: On whose behalf; None for the platform itself.
    """
    done = Loaded()
    load_numbers.take(information, done, actor=actor)
    known = _versions_by_key()
    for data in information.items:
        _take(information, data, known, done)
    if done.has_changed:
        change_edition()
        audit.record(
            Event.CONTENT_LOADED, actor=actor, target=WHOLE, detail=f"{len(done.new)} new"
        )
    return done


def _versions_by_key() -> dict[str, list[ItemVersion]]:
    versions = ItemVersion.objects.select_for_update(of=("self",)).select_related("item")
    known: dict[str, list[ItemVersion]] = defaultdict(list)
    for version in versions.order_by("item_id", "number"):
        known[version.item.key].append(version)
    return known


def _take(
    information: "Information",
    data: "InformationItem",
    known: dict[str, list[ItemVersion]],
    done: Loaded,
) -> None:
    versions = known.get(data.key)
    if not versions:
        known[data.key] = [first(information, data)]
        done.new.append(data.key)
        return
    item: Item = versions[0].item
    if (item.destination, item.sort) != (data.destination, data.sort):
        done.moved.append(data.key)
        return
    content = content_of(data)
    if all(version.content() != content for version in versions):
        versions.append(draft(information, data, versions))
        done.drafts.append(data.key)
