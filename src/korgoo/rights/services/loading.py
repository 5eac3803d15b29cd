"""Taking in what a country pack or a file tells: new statements at once, changed ones as drafts."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

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

    What is published is never overwritten: a wording that was not seen before becomes a draft.

    Args:
        information: Checked and whole.
        actor: The editor who brings it, whose statements are all drafts for a second reader; None for
            the command line and the platform itself.
    """
    list(Item.objects.select_for_update().order_by("pk").values_list("pk"))
    done = Loaded()
    load_numbers.take(information, done, actor=actor)
    known = _versions_by_key()
    for data in information.items:
        _take(information, data, known, done, actor=actor)
    if done.has_changed:
        change_edition()
        audit.record(
            Event.CONTENT_LOADED, actor=actor, target=WHOLE, detail=f"{len(done.new)} new"
        )
    return done


def foresee(information: "Information") -> Loaded:
    """Say what a load would do, and write nothing."""
    done = Loaded()
    load_numbers.foresee(information, done)
    known = _versions_by_key(lock=False)
    for data in information.items:
        kind = _fate(data, known.get(data.key, []))
        if kind:
            getattr(done, kind).append(data.key)
    return done


def _versions_by_key(*, lock: bool = True) -> dict[str, list[ItemVersion]]:
    versions = ItemVersion.objects.select_related("item")
    if lock:
        versions = versions.select_for_update(of=("self",))
    known: dict[str, list[ItemVersion]] = defaultdict(list)
    for version in versions.order_by("item_id", "number"):
        known[version.item.key].append(version)
    return known


def _fate(data: "InformationItem", versions: list[ItemVersion]) -> str:
    """Say in which list of ``Loaded`` a statement belongs; empty when it brings nothing."""
    if not versions:
        return "new"
    item: Item = versions[0].item
    if (item.destination, item.sort) != (data.destination, data.sort):
        return "moved"
    content = content_of(data)
    return "" if any(_says(version, content) for version in versions) else "drafts"


def _says(version: ItemVersion, content: dict[str, Any]) -> bool:
    """Compare what a version says, also as a file tells it: one that was withdrawn has a last day."""
    said = version.content()
    return content in (said, said | {"valid_to": version.last_day()})


def _take(
    information: "Information",
    data: "InformationItem",
    known: dict[str, list[ItemVersion]],
    done: Loaded,
    *,
    actor: "Actor | None",
) -> None:
    versions = known.get(data.key, [])
    kind = _fate(data, versions)
    if kind == "new":
        known[data.key] = [first(information, data, actor=actor)]
    elif kind == "drafts":
        versions.append(draft(information, data, versions, actor=actor))
    if kind:
        getattr(done, kind).append(data.key)
