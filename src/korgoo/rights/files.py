"""Public information as a file in the shape of the country pack."""

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.provenance import NOBODY
from korgoo.rights.enums import OPEN, VersionState
from korgoo.rights.models import Item, ItemVersion, Number

DROPPED = VersionState.DROPPED


def to_yaml() -> str:
    """Write all statements and numbers, each as it stands, as one YAML text.

    A statement gives its published wording; one that is over its last one; one that was never
    published its draft, which stays a draft wherever it is read.
    """
    languages = packs.current().languages
    numbers = [_number(one) for one in Number.objects.select_related("checked_for")]
    versions = ItemVersion.objects.exclude(state=DROPPED).with_words()
    by_item: dict[int, list[ItemVersion]] = {}
    for version in versions:
        by_item.setdefault(version.item_id, []).append(version)
    items = [_item(_standing(wordings)) for wordings in by_item.values()]
    return packs.information_to_yaml(numbers, items, languages=languages)


def from_yaml(text: bytes, *, name: str) -> packs.Information:
    """Read such a file, whole or not at all.

    Args:
        text: its content.
        name: what it is called in faults.

    Raises:
        PackError: with all faults, each naming file, line and rule.
    """
    return packs.information_from_yaml(
        text,
        name=name,
        pack=packs.current(),
        numbers=Number.objects.values_list("key", flat=True),
        items=Item.objects.values_list("key", flat=True),
    )


def _standing(versions: list[ItemVersion]) -> ItemVersion:
    """Choose the wording that counts: published, else told once, else the newest draft."""
    rank = {VersionState.PUBLISHED: 2} | dict.fromkeys(OPEN, 0)
    return max(versions, key=lambda one: (rank.get(VersionState(one.state), 1), one.number))


def _number(number: Number) -> packs.PhoneNumber:
    checked = number.checked_for.name_en if number.checked_for else NOBODY
    return packs.PhoneNumber.model_validate(
        {
            "key": number.key,
            **{name: getattr(number, name) for name in ("number", "name", "kind", "hours")},
            "destinations": tuple(number.destinations),
            "provenance": {
                "source": number.source,
                "as_of": number.as_of or "unknown",
                "verified_by": checked,
                "trust": number.trust,
                "status": "in_use" if number.checked_on else "needs_review",
            },
        }
    )


def _item(version: ItemVersion) -> packs.InformationItem:
    content = version.content()
    source, trust = content.pop("source"), content.pop("trust")
    checked = version.reviewed_for.name_en if version.reviewed_for else NOBODY
    lists = {name: tuple(value) for name, value in content.items() if isinstance(value, list)}
    return packs.InformationItem.model_validate(
        {
            **(content | lists),
            "key": version.item.key,
            "destination": version.item.destination,
            "sort": version.item.sort,
            "address": version.address or None,
            "review_by": version.review_by,
            "provenance": {
                "source": source,
                "as_of": version.as_of,
                "verified_by": checked,
                "trust": trust,
                "status": "in_use" if version.reviewed_on else "needs_review",
            },
        }
    )
