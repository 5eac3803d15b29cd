"""Figures in words: contacts beside bounds of people, never one for the other."""

from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.activities.reach import Basis

if TYPE_CHECKING:
    from decimal import Decimal

    from korgoo.activities.reach import Reach


def number(value: "float | Decimal") -> str:
    """Write a number as the reader's language writes it."""
    language = (get_language() or "en").replace("-", "_")
    return str(format_decimal(value, locale="en_GB" if language == "en" else language))


def people(reach: "Reach") -> str:
    """Say in a few signs how many people: an interval or bounds."""
    if reach.basis is Basis.NOTHING:
        return pgettext("no figure", "–")
    if reach.basis is Basis.EVERYBODY:
        return number(reach.most)
    if reach.people is None:
        low, high = reach.least, reach.most
    else:
        low, high = reach.low or 0, reach.high or 0
    if low == high:
        return number(low)
    return pgettext("from one number to another", "%(low)s to %(high)s") % {
        "low": number(low),
        "high": number(high),
    }


def reach_words(reach: "Reach") -> str:
    """Say in a sentence or two what is known of people, and from what."""
    words = {
        "least": number(reach.least),
        "most": number(reach.most),
        "people": number(reach.people or 0),
        "low": number(reach.low or 0),
        "high": number(reach.high or 0),
        "answers": number(reach.answers),
    }
    if reach.basis is Basis.NOTHING:
        return _("Nobody was counted yet.")
    if reach.basis is Basis.EVERYBODY:
        return _("%(most)s people: everybody was asked whether they came before.") % words
    if reach.basis is Basis.SAMPLE:
        return (
            _(
                "About %(people)s people (%(low)s to %(high)s in 95 cases of 100): estimated from "
                "%(answers)s answers to “Were you at one of our events before?”."
            )
            % words
        )
    return (
        _(
            "Between %(least)s and %(most)s people. Too few were asked whether they came before, so "
            "there is no estimate."
        )
        % words
    )
