"""One version: compared with what is told, what stands in its way, what can be done with it."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from korgoo.rights import api, editing_rules, obstacles, selectors
from korgoo.rights.enums import WRITES, Sort, SourceType, Trust, VersionState
from korgoo.rights.presentation.parts import (
    Words,
    deed_lines,
    fact_rows,
    place_name,
    sides,
    standing_tag,
    title_of,
)
from korgoo.rights.telling import spoken
from korgoo.rights.wording import language

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.rights.models import ItemVersion

OPEN_STATES = (VersionState.DRAFT, VersionState.WAITING, VersionState.APPROVED)


def version_page(version: "ItemVersion", *, actor: "Actor") -> Words:
    """Show a version beside what is published, with what can be done with it."""
    is_open = version.state in OPEN_STATES
    stands = _published(version, actor=actor) if is_open else None
    before = stands.content() if stands else None
    names = names_of(version.item.destination, actor=actor)
    told = version.state == VersionState.PUBLISHED
    return {
        **head(version),
        "pairs": sides(before, version.content()),
        "facts": fact_rows(before, version.content(), names),
        "is_compared": stands is not None,
        "is_open": is_open,
        "obstacles": obstacles.obstacles(version) if is_open else [],
        "deeds": deed_lines(list(version.deeds.all())),
        "can": possible(version, actor=actor),
        "public": _public_address(version) if told else "",
        "review_by": version.review_by,
        "publish_on": version.publish_on,
    }


def head(version: "ItemVersion") -> Words:
    """Name a version, for every page about it."""
    return {
        "key": version.item.key,
        "number": version.number,
        "seen": version.revision,
        "title": title_of(version),
        "where": place_name(version.item.destination),
        "sort": Sort(version.item.sort).label,
        "tag": standing_tag(version, selectors.replaced_today()),
    }


def possible(version: "ItemVersion", *, actor: "Actor") -> dict[str, str]:
    """Say of each deed why the actor may not do it; empty when they may."""
    rules = editing_rules
    verdicts = {
        "write": rules.may_write(actor, version),
        "send": rules.may_write(actor, version),
        "approve": rules.may_approve(actor, version, writers(version)),
        "give_back": rules.may_return(actor, version),
        "drop": rules.may_drop(actor, version),
        "withdraw": rules.may_withdraw(actor, version),
        "confirm": rules.may_confirm(actor, version),
    }
    return {name: str(verdict.reason) for name, verdict in verdicts.items()}


def writers(version: "ItemVersion") -> set[int]:
    """Name everybody who wrote on a version or sent it, of the deeds fetched with it."""
    return {one.by_id for one in version.deeds.all() if one.deed in WRITES and one.by_id}


def names_of(destination: str, *, actor: "Actor") -> dict[Any, str]:
    """Name every key and code that a statement about a place may hold."""
    offers = {one: dict(found) for one, found in offered(destination, actor=actor).items()}
    codes = {str(one): str(one.label) for one in (*SourceType, *Trust)}
    return codes | {key: words for found in offers.values() for key, words in found.items()}


def offered(
    destination: str, *, besides: str = "", actor: "Actor"
) -> dict[str, list[tuple[str, str]]]:
    """List what a statement about a place can name, by key and words.

    Args:
        destination: Its key.
        besides: Key of the statement itself, which does not replace itself.
        actor: Who writes.
    """
    code = language()
    told = selectors.told_versions(destination=destination, actor=actor)
    numbers = selectors.all_numbers(actor=actor)
    here = sorted(numbers, key=lambda one: destination not in one.destinations)
    return {
        "steps": [(one.key, one.name) for one in api.steps(code)],
        "questions": [(one.key, one.text) for one in api.questions(code)],
        "numbers": [(one.key, f"{spoken(one.name, code)}: {one.number}") for one in here],
        "supersedes": [
            (one[-1].item.key, spoken(one[-1].title, code))
            for one in told
            if one[-1].item.key != besides
        ],
    }


def texts_now(version: "ItemVersion") -> list[Any]:
    """Give the texts of a version as they are now, for who was overtaken while writing."""
    return [one for one in sides(None, version.content()) if one.after]


def newest(versions: "list[ItemVersion]") -> "ItemVersion":
    """Choose from what a new version begins: what is published, else the last one."""
    published = [one for one in versions if one.state == VersionState.PUBLISHED]
    return (published or versions)[-1]


def _published(version: "ItemVersion", *, actor: "Actor") -> "ItemVersion | None":
    versions = selectors.life(version.item.key, actor=actor)
    return next((one for one in versions if one.state == VersionState.PUBLISHED), None)


def _public_address(version: "ItemVersion") -> str:
    return reverse("rights_public:item", args=[version.item.destination, version.item.key])
