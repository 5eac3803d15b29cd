"""What pages call things: choices of the pack, regions, languages, numbers."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from korgoo.campaign.enums import State
from korgoo.campaign.words import reader
from korgoo.countrypack import api as packs

Choices = list[tuple[str, str]]
TONES = {
    State.DRAFT: "neutral",
    State.PLANNED: "waiting",
    State.RUNNING: "active",
    State.ENDED: "closed",
    State.REPORTED: "good",
}
MOVE_WORDS = {
    State.DRAFT: gettext_lazy("Back to writing"),
    State.PLANNED: gettext_lazy("Show the plan to the platform"),
    State.RUNNING: gettext_lazy("Launch the campaign"),
    State.ENDED: gettext_lazy("End the campaign"),
    State.REPORTED: gettext_lazy("Close it as reported"),
}
UNITS = {
    "events": pgettext_lazy("campaign", "events"),
    "contacts": gettext_lazy("contacts, not people"),
    "calls": pgettext_lazy("campaign", "calls"),
    "assisted": gettext_lazy("persons assisted"),
}


def regions() -> Choices:
    """List the units of the highest level that exist today, in the order of the pack."""
    return [
        (unit.code, unit.name.in_language(reader()))
        for unit in packs.current().units
        if unit.level == 1 and unit.valid_to is None
    ]


def region_name(code: str) -> str:
    """Name a region; the whole country for none; an unknown code stands for itself."""
    return dict(regions()).get(code, code) or _("The whole country")


def region_words(codes: Iterable[str]) -> str:
    """Name regions in one line; none at all is the whole country."""
    return ", ".join(region_name(code) for code in codes) or _("The whole country")


def channels() -> Choices:
    """List the channels of the pack."""
    return _named(packs.current().campaign.channels)


def audiences() -> Choices:
    """List the audiences of the pack."""
    return _named(packs.current().campaign.audiences)


def channel_words(keys: Iterable[str]) -> str:
    """Name channels in one line."""
    names = dict(channels())
    return "; ".join(names.get(key, key) for key in keys)


def audience_name(who: str) -> str:
    """Name an audience: of the pack by its key, any other by its own words."""
    return dict(audiences()).get(who, who)


def languages() -> Choices:
    """List the languages of the country by code and own name."""
    pack = packs.current()
    return [(code, pack.language_details[code].own_name) for code in pack.languages]


def plain(value: Decimal | None) -> str:
    """Write a figure without noughts after it, for a form field; empty for none."""
    return "" if value is None else f"{value.normalize():f}"


def _named(choices: Iterable[packs.CampaignChoice]) -> Choices:
    return [(one.key, one.name.in_language(reader())) for one in choices]
