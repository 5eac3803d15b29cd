"""Public information as a file in the shape of the country pack."""

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.provenance import NOBODY
from korgoo.rights import editing_rules
from korgoo.rights.enums import OPEN, Trust, VersionState
from korgoo.rights.models import Item, ItemVersion, Number

DROPPED = VersionState.DROPPED


def to_yaml(destination: str = "") -> str:
    """Write all statements and numbers, each as it stands, as one YAML text.

    A statement gives its published wording; one that is over its last one; one that was never
    published its draft, which stays a draft wherever it is read. A draft that lacks a language is
    left out: no file of this shape can hold it.

    Args:
        destination: Key of the only one whose statements are written, with the numbers that they
            name or that are offered there; empty for all.
    """
    standing = [one for one in _all_standing() if destination in ("", one.item.destination)]
    named = {key for one in standing for key in one.numbers}
    numbers = [
        _number(one)
        for one in Number.objects.select_related("checked_for")
        if not destination or destination in one.destinations or one.key in named
    ]
    items = [_item(one) for one in standing]
    return packs.information_to_yaml(numbers, items, languages=packs.current().languages)


def _all_standing() -> list[ItemVersion]:
    """Choose of each statement the wording that counts, as far as a file can hold it."""
    by_item: dict[int, list[ItemVersion]] = {}
    for version in ItemVersion.objects.exclude(state=DROPPED).with_words():
        by_item.setdefault(version.item_id, []).append(version)
    return [one for one in map(_standing, by_item.values()) if _can_be_written(one)]


def _can_be_written(version: ItemVersion) -> bool:
    lacks = editing_rules.missing(version.content(), packs.current().languages)
    last = version.last_day()
    # What was withdrawn before its first day never held.
    never = version.valid_from is not None and last is not None and last < version.valid_from
    return not lacks and bool(version.source.strip()) and not never


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
                # Found wrong here: it must be given to nobody elsewhere either.
                "trust": number.trust if number.off_since is None else Trust.BACKGROUND_MEDIUM,
                "status": "in_use" if number.checked_on else "needs_review",
            },
        }
    )


def _item(version: ItemVersion) -> packs.InformationItem:
    content = version.content() | {"valid_to": version.last_day()}
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
