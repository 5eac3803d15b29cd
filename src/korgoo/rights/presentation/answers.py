"""A statement as a page shows it: first what it says, then how far it can be believed."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.lib.dates import long_day
from korgoo.rights.api import CallNumber, Statement
from korgoo.rights.enums import Sort, Standing

MOST_NUMBERS = 3  # under a statement that names none of its own


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement, its numbers, and what stands beside it.

    Attributes:
        mark: a word before the title ("Advice"), or empty.
        warning: why it must be read with care, or empty.
        lines: where it comes from, each a whole sentence.
        host: the site of the source, when it has an address.
        numbers: those that it names.
        whom_to_ask: those to call when its words are not shown; also beside words that are, for the day
            on which a kept page must hide them.
    """

    statement: Statement
    href: str
    mark: str
    warning: str
    lines: tuple[str, ...]
    host: str
    numbers: tuple[CallNumber, ...]
    whom_to_ask: tuple[CallNumber, ...]


def answer(one: Statement, numbers: list[CallNumber]) -> Answer:
    """Prepare a statement for a page.

    Args:
        one: The statement.
        numbers: All that may be given where it applies, those for danger first.
    """
    own = [number for key in one.numbers for number in numbers if number.key == key]
    return Answer(
        statement=one,
        href=reverse("rights_public:item", args=[one.destination, one.key]),
        mark=pgettext("mark of a statement", "Advice") if one.sort == Sort.ADVICE else "",
        warning=_warning(one),
        lines=tuple(_lines(one)),
        host=urlsplit(one.address).hostname or "" if one.address else "",
        numbers=tuple(own),
        whom_to_ask=tuple(own or numbers[:MOST_NUMBERS]),
    )


def source_words(one: Statement) -> str:
    """Name the source in words: its sort, and its site where it has one."""
    host = urlsplit(one.address).hostname if one.address else ""
    kind = str(one.source_type.label)
    return f"{kind} ({host})" if host else kind


def days_words(one: Statement) -> str:
    """Say from when to when the rule holds, as far as known; empty when nothing is known."""
    if one.valid_from and one.valid_to:
        return _("Holds from %(first)s to %(last)s.") % {
            "first": long_day(one.valid_from),
            "last": long_day(one.valid_to),
        }
    if one.standing == Standing.COMING and one.valid_from:
        return _("Holds only from %(day)s on.") % {"day": long_day(one.valid_from)}
    if one.valid_from:
        return _("Holds since %(day)s.") % {"day": long_day(one.valid_from)}
    if one.valid_to:
        return _("Holds until %(day)s.") % {"day": long_day(one.valid_to)}
    return ""


def checked_words(one: Statement) -> str:
    """Say who checked it, and when somebody must look again."""
    until = long_day(one.review_by)
    if one.checked_on is None:
        return _("Nobody here has checked it yet. To be checked by %(until)s.") % {"until": until}
    return _("Checked by %(who)s on %(day)s. To be checked again by %(until)s.") % {
        "who": one.checked_by,
        "day": long_day(one.checked_on),
        "until": until,
    }


def _lines(one: Statement) -> list[str]:
    source = _("Source: %(source)s, as of %(day)s.") % {
        "source": source_words(one),
        "day": long_day(one.as_of),
    }
    sure = _("Confidence: %(how)s.") % {"how": one.confidence.label}
    return [line for line in (days_words(one), source, sure, checked_words(one)) if line]


def _warning(one: Statement) -> str:
    if not one.is_told:
        return ""
    if one.standing == Standing.COMING:
        return days_words(one)
    if one.is_official or one.sort == Sort.ADVICE:
        return ""
    return _("Reported by %(source)s, not confirmed by an official source.") % {
        "source": source_words(one)
    }
