"""Needs, services and states in words, in the language of the page."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from korgoo.assistance.enums import ItemState, Level, NeedState, Outside, Unit
from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import TextChoices

    from korgoo.assistance.models import ProgrammeItem, ServiceGiven

S = ItemState
# How a state looks beside its words: names of the status_tag component.
TONES: dict[str, str] = {
    S.PLANNED: "neutral",
    S.AGREED: "waiting",
    S.UNDER_WAY: "active",
    S.DONE: "good",
    S.STOPPED: "closed",
    S.NOT_AVAILABLE: "late",
}
LEVEL_TONES: dict[str, str] = {
    Level.LOW: "neutral",
    Level.MEDIUM: "waiting",
    Level.HIGH: "late",
    Level.EXTREME: "late",
    Level.OPEN: "neutral",
}
NEED_TONES: dict[str, str] = {
    NeedState.URGENT: "late",
    NeedState.OPEN: "waiting",
    NeedState.MET: "good",
    NeedState.REFUSED: "closed",
}
MISSING = {
    "guardian": _("Nobody speaks for the child yet."),
    "interviewer": _("No person trained to ask children is named."),
    "best_interest": _("It was not decided yet what is best for the child."),
}
REVIEWS = {
    "assessment": _("Look at needs and dangers"),
    "programme": _("Go through the programme"),
    "best_interest": _("Look again at what is best for the child"),
}
# What a button says that moves an item there.
MOVES = {
    S.PLANNED: _("Plan it again"),
    S.AGREED: _("The person agreed"),
    S.UNDER_WAY: _("The help has begun"),
    S.DONE: _("The help is done"),
    S.STOPPED: _("It was stopped"),
    S.NOT_AVAILABLE: _("Nobody offers it"),
}


def services() -> list[tuple[str, str]]:
    """List the services of the pack by their names, in the order of the pack."""
    return [
        (key, one.name.in_language(_reader())) for key, one in packs.current().services.items()
    ]


def service_name(key: str) -> str:
    """Name a service; one that the pack no longer has stands for itself."""
    found = packs.current().services.get(key)
    return found.name.in_language(_reader()) if found else key


def services_status() -> str:
    """Say whether somebody has confirmed the list of services."""
    found = packs.current().services.values()
    return next((s.provenance.status for s in found if s.provenance.status != "in_use"), "in_use")


def who_helps(row: "ProgrammeItem | ServiceGiven") -> str:
    """Name who gives help: an organisation, or what sort of body outside; empty while it is open."""
    if row.provider is not None:
        return str(row.provider.name)
    return str(Outside(row.outside).label) if row.outside else ""


def words_of(choices: "type[TextChoices]", values: "Iterable[str]") -> list[str]:
    """Put stored codes into words, in the order of the list of choices."""
    wanted = set(values)
    return [str(one.label) for one in choices if one.value in wanted]


def _reader() -> str:
    return get_language() or packs.current().default_language


def quantity(unit: str, count: int) -> str:
    """Say how much help was given: "3 nights"; money with its name before it.

    Args:
        unit: A value of ``Unit``.
        count: How many of them, at least one.
    """
    counted = {
        Unit.TIMES: ngettext("%(count)d time", "%(count)d times", count),
        Unit.NIGHTS: ngettext("%(count)d night", "%(count)d nights", count),
        Unit.HOURS: ngettext("%(count)d hour", "%(count)d hours", count),
        Unit.PIECES: ngettext("%(count)d piece", "%(count)d pieces", count),
    }
    words = counted.get(Unit(unit))
    return words % {"count": count} if words else f"{Unit(unit).label}: {count}"
