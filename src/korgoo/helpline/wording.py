"""Languages, countries and bodies in the reader's words."""

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from korgoo.countrypack import api as packs
from korgoo.helpline.enums import Danger

if TYPE_CHECKING:
    from datetime import datetime

Choices = list[tuple[str, str]]
# A code that ISO 3166 leaves to its users: a country that the list does not have.
OTHER = "ZZ"


URGENCY = {
    Danger.YES: _("In danger now"),
    Danger.UNKNOWN: _("Perhaps in danger"),
    Danger.NO: _("Not in danger"),
}


def languages() -> Choices:
    """List the languages in which help can be asked, each by its own name."""
    pack = packs.current()
    more = pack.public_door.languages if pack.public_door else ()
    return [(code, language_name(code)) for code in dict.fromkeys((*pack.languages, *more))]


def language_name(code: str) -> str:
    """Name a language as its speakers do."""
    known = packs.current().language_details.get(code)
    if known:
        return known.own_name
    try:
        return (Locale.parse(code).get_display_name() or code).capitalize()
    except (UnknownLocaleError, ValueError):
        return code


def countries() -> Choices:
    """List nothing, the home country, those to which people go, and another one."""
    pack = packs.current()
    codes = [code for place in pack.information.destinations for code in place.countries]
    first = ("", pgettext("country of a person", "I do not want to say"))
    known = dict.fromkeys((pack.code.upper(), *codes))
    return [first, *((code, country_name(code)) for code in known), (OTHER, country_name(OTHER))]


def country_name(code: str) -> str:
    """Name a country; empty for none."""
    if code == OTHER:
        return pgettext("country of a person", "Another country")
    if not code:
        return ""
    pack, language = packs.current(), _language()
    if code == pack.code.upper():
        return pack.name.in_language(language)
    for place in pack.information.destinations:
        if place.countries == (code,):
            return place.name.in_language(language)
    return str(Locale.parse(language).territories.get(code, code))


def hour(moment: "datetime") -> str:
    """Say a day and an hour as the reader's language does, in the time of the country."""
    here = moment.astimezone(timezone.get_current_timezone())
    day = format_date(here.date(), "long", locale=_language())
    return f"{day}, {here:%H}:00"


def bodies() -> Choices:
    """List the bodies of today to which a person can be sent."""
    return [
        (body.code, body.name.in_language(_language()))
        for body in packs.current().bodies
        if body.valid_to is None
    ]


def body_name(code: str) -> str:
    """Name a body; empty for none."""
    return dict(bodies()).get(code, "")


def _language() -> str:
    return (get_language() or packs.current().default_language)[:2]
