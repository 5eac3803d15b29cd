"""Where printed pieces lie: with an organisation, or on the common shelf of a region."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of
from korgoo.materials.policies import ORGANISATION, REGION

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

Choices = list[tuple[str, str]]


def choices(*, actor: "Actor") -> Choices:
    """List the places, one's own organisation first, then regions, then the other organisations."""
    own = access.card(actor.organisation_id)
    others = access.list_organisations(actor=actor)
    return [
        (f"{ORGANISATION}{own.id}", own.name),
        *regions(),
        *((f"{ORGANISATION}{one.id}", one.name) for one in others),
    ]


def regions() -> Choices:
    """List the shelves of the units of the highest level that exist today."""
    language = get_language() or packs.current().default_language
    found = [
        (f"{REGION}{unit.code}", unit.name.in_language(language))
        for unit in packs.current().units
        if unit.level == 1 and unit.valid_to is None
    ]
    return sorted(found, key=lambda one: place_of(one[1]))


def name(place: str) -> str:
    """Name a place in the language of the page; what is not known stands for itself."""
    return names([place])[place]


def names(found: list[str]) -> dict[str, str]:
    """Name places, in a few questions however many."""
    known = dict(_every_region())
    numbers = [int(one[len(ORGANISATION) :]) for one in found if one.startswith(ORGANISATION)]
    cards = access.cards(numbers) if numbers else {}
    known |= {f"{ORGANISATION}{number}": card.name for number, card in cards.items()}
    return {one: known.get(one, one) for one in found}


def is_known(place: str) -> bool:
    """Tell whether pieces can lie there today."""
    if place.startswith(ORGANISATION) and place[len(ORGANISATION) :].isdigit():
        return access.is_in_force(int(place[len(ORGANISATION) :]))
    return place in dict(_every_region())


def _every_region() -> Choices:
    language = get_language() or packs.current().default_language
    return [
        (f"{REGION}{unit.code}", unit.name.in_language(language))
        for unit in packs.current().units
        if unit.level == 1
    ]
