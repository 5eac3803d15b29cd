"""Shares, numbers and groups in words of the page."""

from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.casework import places
from korgoo.counting.quality import OTHERS
from korgoo.lookup.api import Script

if TYPE_CHECKING:
    from korgoo.counting.intervals import Share
    from korgoo.counting.overlap import Number

HIDDEN_IN_FILES = "hidden"
NOTHING = "–"
BETWEEN, WITHIN = "between", "within"


def number(value: float) -> str:
    """Write a number as the language of the page does, up to two digits after the comma."""
    language = (get_language() or "en").replace("-", "_")
    locale = "en_GB" if language.startswith("en") else language
    return str(format_decimal(value, format="#,##0.##", locale=locale))


def hundredths(value: float) -> str:
    """Write a share as so many of a hundred, to one decimal."""
    return _("%(number)s %%") % {"number": number(round(100 * value, 1))}


def share(one: "Share") -> str:
    """Write a share with its interval; of nothing a dash."""
    if one.value is None:
        return NOTHING
    return _("%(share)s (%(low)s to %(high)s)") % {
        "share": hundredths(one.value),
        "low": hundredths(one.low),
        "high": hundredths(one.high),
    }


def persons(one: "Number | None") -> str:
    """Write a number of persons with its interval, where there is one."""
    if one is None:
        return hidden()
    if one.low == one.high == one.mean:
        return number(one.mean)
    return _("%(number)s (%(low)s to %(high)s)") % {
        "number": number(one.mean),
        "low": number(one.low),
        "high": number(one.high),
    }


def count(one: int | None) -> str:
    """Write a count, or that it is hidden."""
    return hidden() if one is None else number(one)


def hidden() -> str:
    """Say that a number is hidden."""
    return pgettext("a count", "hidden")


def script(key: str) -> str:
    """Name a group of pairs by the writing of their names."""
    if key == OTHERS:
        return pgettext("group of pairs", "All others")
    if key == Script.MIXED:
        return _("One in Cyrillic, one in Latin letters, or both in one name")
    return str(Script(key).label)


def citizenship(key: str) -> str:
    """Name a group of pairs by the citizenship on the card."""
    if key == OTHERS:
        return pgettext("group of pairs", "All others")
    return places.country_name(key) if key else pgettext("citizenship", "Not known")


def reach(key: str) -> str:
    """Name a group of pairs by whether they lie in one organisation."""
    if key == OTHERS:
        return pgettext("group of pairs", "All others")
    return _("Between two organisations") if key == BETWEEN else _("Within one organisation")
