"""The register in words: what an answer says, what it means, what is wrong with a list."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from korgoo.agencies import countries
from korgoo.agencies.lists.faults import Rule
from korgoo.agencies.lists.planning import Change
from korgoo.agencies.rules import ALLOWED, Standing, State
from korgoo.lib import clock
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise

STATES: "Mapping[State, _StrOrPromise]" = {
    State.ALLOWED: pgettext_lazy("state of a permit", "Valid"),
    State.ALLOWED_UNTIL: pgettext_lazy("state of a permit", "Valid"),
    State.SUSPENDED: pgettext_lazy("state of a permit", "Suspended"),
    State.CANCELLED: pgettext_lazy("state of a permit", "Cancelled"),
    State.EXPIRED: pgettext_lazy("state of a permit", "Ended"),
    State.NOT_YET: pgettext_lazy("state of a permit", "Not yet valid"),
    State.NEVER: pgettext_lazy("state of a permit", "No permit"),
}
TONES = {
    State.ALLOWED: "good",
    State.ALLOWED_UNTIL: "good",
    State.SUSPENDED: "late",
    State.CANCELLED: "late",
    State.EXPIRED: "closed",
    State.NOT_YET: "waiting",
    State.NEVER: "closed",
}
CHANGES: "Mapping[Change, _StrOrPromise]" = {
    Change.AGENCY: pgettext_lazy("row of a list", "New agency"),
    Change.NAME: pgettext_lazy("row of a list", "New name of a known agency"),
    Change.CONTACTS: pgettext_lazy("row of a list", "Number, place or telephone changes"),
    Change.PERMIT: pgettext_lazy("row of a list", "New permit"),
    Change.DECISION: pgettext_lazy("row of a list", "New decision"),
}
NOTHING_NEW = pgettext_lazy("row of a list", "Nothing new")
RULES: "Mapping[Rule, _StrOrPromise]" = {
    Rule.ADDRESS: gettext_lazy("Expected: a web address that begins with https://"),
    Rule.AMBIGUOUS_AGENCY: gettext_lazy(
        "Several agencies have this name. Expected: the registration number of one of them."
    ),
    Rule.CELL_LENGTH: gettext_lazy("The text is too long for this column."),
    Rule.COLUMN_MISSING: gettext_lazy("This column is missing. Take the template."),
    Rule.COLUMN_TWICE: gettext_lazy("This column stands there twice."),
    Rule.COLUMN_UNKNOWN: gettext_lazy("Nobody knows this column. Use the heads of the template."),
    Rule.COUNTRY: gettext_lazy(
        "Expected: a country by name or by its code of two letters, as TR."
    ),
    Rule.DAY: gettext_lazy("Expected: a day, as 31.12.2026."),
    Rule.DAY_FAR: gettext_lazy("Expected: a day since 1991, and not many years ahead."),
    Rule.DAY_MISSING: gettext_lazy("Expected: the day from which this decision is in force."),
    Rule.DECISION: gettext_lazy(
        "Expected: granted, extended, suspended, in force again, or cancelled."
    ),
    Rule.END_BEFORE_START: gettext_lazy("Expected: a day after the first day of the permit."),
    Rule.EXTENDED_TO: gettext_lazy(
        "Expected: a day after the decision, and only with a grant or an extension."
    ),
    Rule.NAME_DIFFERS: gettext_lazy(
        "Under this number the register has an agency of quite another name. Look at the number."
    ),
    Rule.NAME_MISSING: gettext_lazy("Expected: the name of the agency in one language at least."),
    Rule.NOTHING: gettext_lazy("There is no row under the head of the columns."),
    Rule.PERMIT_DIFFERS: gettext_lazy(
        "The register has other days for this permit. If it was extended, write so as a decision."
    ),
    Rule.ROW_LENGTH: gettext_lazy("The row is longer than the head of the columns."),
    Rule.TOO_LARGE: gettext_lazy("The file is larger than 5 MB."),
    Rule.TOO_MANY: gettext_lazy("The file has more than 20,000 rows."),
    Rule.UNREADABLE: gettext_lazy(
        "This is no CSV file and no XLSX spreadsheet, or it is damaged."
    ),
    Rule.VALUE_MISSING: gettext_lazy("Something must stand here."),
}


def headline(standing: "Standing[Any]", day: date) -> str:
    """Say in one sentence whether people may be sent, on a day."""
    words = {"day": long_day(day)}
    is_today = day == clock.today()
    if standing.state in ALLOWED:
        if is_today:
            return (
                _("Yes. On %(day)s this agency may send people to work in this country.") % words
            )
        return (
            _("Yes. On %(day)s this agency was allowed to send people to work in this country.")
            % words
        )
    if is_today:
        return _("No. On %(day)s this agency may not send people to work in this country.") % words
    return (
        _("No. On %(day)s this agency was not allowed to send people to work in this country.")
        % words
    )


def why(standing: "Standing[Any]") -> str:
    """Say what the answer rests on, in one sentence."""
    move = standing.move
    if standing.state is State.SUSPENDED and move and move.day == clock.today():
        return _("Its permit was suspended today.")
    told = {
        "day": long_day(move.day) if move else "",
        "until": long_day(standing.until) if standing.until else "",
        "starts": long_day(standing.starts) if standing.starts else "",
    }
    return str(_WHY[standing.state]) % told


_WHY: "Mapping[State, Any]" = {
    State.ALLOWED: gettext_lazy("Its permit is valid. The register does not say until when."),
    State.ALLOWED_UNTIL: gettext_lazy("Its permit is valid until %(until)s."),
    State.SUSPENDED: gettext_lazy("Its permit is suspended since %(day)s."),
    State.CANCELLED: gettext_lazy("Its permit was cancelled on %(day)s."),
    State.EXPIRED: gettext_lazy("Its permit ended on %(until)s and was not extended."),
    State.NOT_YET: gettext_lazy("Its permit begins on %(starts)s only."),
    State.NEVER: gettext_lazy("It has no permit for this country."),
}


def standing_words(agency: str, country: str, standing: "Standing[Any] | None", day: date) -> str:
    """Say in one sentence what an agency may do in a country on a day, with both names.

    Args:
        agency: Its name; as it was typed, when the register does not know it.
        country: Code of the country.
        standing: What holds; None when the register does not know the agency.
        day: Any day.
    """
    words = {"agency": agency, "country": countries.name(country), "day": long_day(day)}
    if standing is None:
        return _("%(agency)s: on %(day)s this name is not in the register.") % words
    words["why"] = why(standing)
    if standing.is_allowed:
        return _("%(agency)s, %(country)s, %(day)s: a permit is there. %(why)s") % words
    return _("%(agency)s, %(country)s, %(day)s: not allowed. %(why)s") % words


def decision_title(kind: str, agency: str, country: str, day: date) -> str:
    """Name a decision on one line, for feeds."""
    from korgoo.agencies.enums import DecisionKind

    label = DecisionKind(kind).label
    words = {"what": label, "agency": agency, "country": countries.name(country)}
    return _("%(what)s: %(agency)s, %(country)s, %(day)s") % (words | {"day": long_day(day)})


MEANS_YES = (
    gettext_lazy("A permit says that the agency may send people. It is no promise."),
    gettext_lazy("It does not say that the work, the pay or the employer is good."),
)
MEANS_NO = (
    gettext_lazy("Whoever is sent by an agency without a valid permit has little protection."),
)
ASK_FOR = (
    gettext_lazy(
        "Ask to see the permit. Number, country and dates must be the same as on this page."
    ),
    gettext_lazy(
        "Ask for a written contract in a language that you read. Take it home before you sign."
    ),
    gettext_lazy("Pay nothing without a contract and a receipt."),
    gettext_lazy("Ask here again on the day you leave. A permit can be suspended on any day."),
)
DO_NOT = (
    gettext_lazy("Do not pay. Do not give your passport away."),
    gettext_lazy("Do not leave with this agency for this country now."),
    gettext_lazy("Do not leave on a visa for tourists that is offered instead."),
)
IF_PAID = (
    gettext_lazy("Keep everything: contract, receipts, messages, names and telephone numbers."),
    gettext_lazy("Ask in writing for your money back. Keep a copy of what you wrote."),
    gettext_lazy("Call one of the numbers below. You need not say your name."),
    gettext_lazy("If you are abroad already, call before you change anything."),
)
NOT_FOUND = (
    gettext_lazy("An agency without a permit may not send anybody to work abroad."),
    gettext_lazy("Look at the name on the contract or receipt. Write it here as it stands there."),
    gettext_lazy("Ask them for their registration number and the number of their permit."),
    gettext_lazy("Call and ask whether they have a permit, before you pay or sign."),
)
