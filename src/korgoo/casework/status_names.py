"""What a status is called here: the word of the country pack, or else ours."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language

from korgoo.casework.enums import Axis, Procedural, Protection
from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from korgoo.countrypack.schema.support import StatusName

# The pack names the legal standing; the code keeps its short word.
KEYS = {Protection.IDENTIFIED.value: "officially_identified"}
CHOICES = {Axis.PROTECTION: Protection, Axis.PROCEDURAL: Procedural}


def in_pack(axis: Axis, status: str) -> "StatusName | None":
    """Find what the pack says of a status; None when it says nothing."""
    return packs.current().statuses.get(f"{axis.value}.{KEYS.get(status, status)}")


def name(axis: Axis, status: str) -> str:
    """Name a status in the language of the page."""
    named = in_pack(axis, status)
    if named is None:
        return str(CHOICES[axis](status).label)
    return named.name.in_language(get_language() or packs.current().default_language)


def protection(status: str) -> str:
    """Name a protection status in the language of the page."""
    return name(Axis.PROTECTION, status)


def procedural(status: str) -> str:
    """Name a procedural status in the language of the page."""
    return name(Axis.PROCEDURAL, status)


def names(axis: Axis) -> dict[str, str]:
    """Name every status of an axis, once for a whole page."""
    return {value: name(axis, value) for value in CHOICES[axis].values}


def rests_on(axis: Axis, statuses: "list[str]") -> list[str]:
    """List the articles on which these statuses rest, as far as the pack names any."""
    found = [in_pack(axis, status) for status in statuses]
    return [str(ref) for one in found if one for ref in one.rests_on]
